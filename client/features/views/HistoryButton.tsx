import { History } from 'lucide-react';
import { Suspense, useRef, useState, useSyncExternalStore } from 'react';
import { useExplorer } from '../../ui/explorer-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { PAGE } from '../../words/messages/page.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

const HistoryList = lazyPart(() => import('./HistoryList.tsx').then(({ HistoryList: component }) => component));

/** Opens the list of all steps that can be undone or redone. */
export function HistoryButton() {
  const t = useMessages(PAGE);
  const { store } = useExplorer();
  const { names } = useSyncExternalStore(store.subscribe, store.steps);
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <span ref={anchor} className="history-anchor">
      <IconButton label={t('history')} isDisabled={names.length === 0} onPress={() => setOpen(!isOpen)}>
        <History />
      </IconButton>
      {isOpen && (
        <Suspense>
          <HistoryList anchor={anchor} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}
