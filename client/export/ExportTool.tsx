import { lazy, Suspense } from 'react';
import { useValue } from '../page/explorer-context.ts';
import { openTool } from '../state/open-tool.ts';

const ExportDialog = lazy(() => import('./ExportDialog.tsx').then(({ ExportDialog: component }) => ({ default: component })));

/** The export's dialog, while it is open. */
export function ExportTool() {
  const isOpen = useValue(openTool) === 'export';
  return isOpen ? <Suspense><ExportDialog onClose={() => openTool.set(undefined)} /></Suspense> : null;
}
