import { Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { showScreen } from '../state/reducers.ts';
import { PAGE } from '../words/messages/page.ts';
import { useMessages } from '../ui/use-messages.ts';
import { useExplorer } from '../ui/explorer-context.ts';

/** Accepts a file dropped anywhere on the page, and shows a hint while a file is dragged over it. */
export function FileDrop() {
  const t = useMessages(PAGE);
  const { store, contentChanged } = useExplorer();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const onOver = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      store.patch((state) => showScreen(state, 'import'));
      void import('../features/import/import-flow.ts').then(({ importFlow }) =>
        importFlow.check(files, contentChanged),
      );
    };
    const listeners = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop };
    for (const [type, listener] of Object.entries(listeners)) window.addEventListener(type, listener as EventListener);
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        window.removeEventListener(type, listener as EventListener);
    };
  }, [store, contentChanged]);
  if (!isOver) return null;
  return (
    <div className="drop-veil" role="status">
      <div>
        <Upload aria-hidden="true" />
        <p>{t('drop')}</p>
        <p className="muted">{t('dropFormats')}</p>
      </div>
    </div>
  );
}
