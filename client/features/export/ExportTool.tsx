import { Suspense } from 'react';
import { useValue } from '../../ui/explorer-context.ts';
import { openTool } from '../../control/open-tool.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

const ExportDialog = lazyPart(() => import('./ExportDialog.tsx').then(({ ExportDialog: component }) => component));

/** The export's dialog, while it is open. */
export function ExportTool() {
  const isOpen = useValue(openTool) === 'export';
  return isOpen ? (
    <Suspense>
      <ExportDialog onClose={() => openTool.set(undefined)} />
    </Suspense>
  ) : null;
}
