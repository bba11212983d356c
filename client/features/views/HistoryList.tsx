import { useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useExplorer } from '../../ui/explorer-context.ts';
import { HISTORY } from '../../words/messages/history.ts';
import { stepText } from './step-text.ts';
import { useMessages } from '../../ui/use-messages.ts';

interface HistoryListProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** All steps, the latest at the top; choosing one goes to it at once. */
export function HistoryList({ anchor, onClose }: HistoryListProps) {
  const t = useMessages(HISTORY);
  const { store } = useExplorer();
  const { names, done } = useSyncExternalStore(store.subscribe, store.steps);
  // What a step added is not shown after undo.
  const known = store.known();
  const rows = [t('start'), ...names.map((name) => stepText(name, known))]
    .map((words, id) => ({ id, words, isNow: id === done, isUndone: id > done }))
    .toReversed();
  return (
    <Popover
      className="history-popover"
      placement="bottom end"
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Dialog aria-label={t('title')}>
        <ListBox
          aria-label={t('title')}
          className="history-list"
          items={rows}
          selectionMode="single"
          disallowEmptySelection
          autoFocus
          selectedKeys={[done]}
          onSelectionChange={(keys) => {
            if (keys !== 'all') for (const key of keys) store.travelTo(Number(key));
          }}
        >
          {({ id, words, isNow, isUndone }) => (
            <ListBoxItem id={id} textValue={words} className={isUndone ? 'history-row is-undone' : 'history-row'}>
              <span className="history-words" dir="auto">
                {words}
              </span>
              {(isNow || isUndone) && <span className="history-mark">{t(isNow ? 'now' : 'undone')}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Dialog>
    </Popover>
  );
}
