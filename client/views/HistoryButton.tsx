import { History } from 'lucide-react';
import { lazy, Suspense, useRef, useState, useSyncExternalStore } from 'react';
import { useExplorer } from '../page/explorer-context.ts';
import { IconButton } from '../page/IconButton.tsx';
import { HISTORY } from '../words/messages/history.ts';
import { useMessages } from '../words/use-messages.ts';

const HistoryList = lazy(() => import('./HistoryList.tsx').then(({ HistoryList: component }) => ({ default: component })));

/** Opens the list of all steps that undo and redo know. */
export function HistoryButton() {
  const t = useMessages(HISTORY);
  const { store } = useExplorer();
  const { names } = useSyncExternalStore(store.subscribe, store.steps);
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <span ref={anchor} className="history-anchor">
      <IconButton label={t('title')} isDisabled={names.length === 0} onPress={() => setOpen(!isOpen)}><History /></IconButton>
      {isOpen && <Suspense><HistoryList anchor={anchor} onClose={() => setOpen(false)} /></Suspense>}
    </span>
  );
}
