import { ListFilter } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { useExplorerState, useValue } from '../page/explorer-context.ts';
import { ActionButton } from '../page/IconButton.tsx';
import { ACTIONS } from '../state/actions.ts';
import { isFiltering } from '../state/filters.ts';
import { openTool } from '../state/open-tool.ts';

const FilterPanel = lazy(() => import('./FilterPanel.tsx').then(({ FilterPanel: component }) => ({ default: component })));

/** The bar's button that opens the filters; a dot says that some are on. */
export function FilterButton() {
  const anchor = useRef<HTMLSpanElement>(null);
  const isOpen = useValue(openTool) === 'filters';
  const isOn = useExplorerState((state) => isFiltering(state.filters));
  return (
    <span ref={anchor} className={isOn ? 'tool-anchor is-on' : 'tool-anchor'}>
      <ActionButton action={ACTIONS.filters}><ListFilter /></ActionButton>
      {isOpen && <Suspense><FilterPanel anchor={anchor} onClose={() => openTool.set(undefined)} /></Suspense>}
    </span>
  );
}
