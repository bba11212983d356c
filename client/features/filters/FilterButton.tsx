import { ListFilter } from 'lucide-react';
import { Suspense, useRef } from 'react';
import { useExplorerState, useValue } from '../../ui/explorer-context.ts';
import { ActionButton } from '../../ui/IconButton.tsx';
import { ACTIONS } from '../../control/actions/action-list.ts';
import { isFiltering } from '../../state/filters.ts';
import { openTool } from '../../control/open-tool.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';

const FilterPanel = lazyPart(() => import('./FilterPanel.tsx').then(({ FilterPanel: component }) => component));

/** The button of the bar that opens the filters. A dot shows that filters are active. */
export function FilterButton() {
  const anchor = useRef<HTMLSpanElement>(null);
  const isOpen = useValue(openTool) === 'filters';
  const isOn = useExplorerState((state) => isFiltering(state.filters));
  return (
    <span ref={anchor} className={isOn ? 'tool-anchor is-on' : 'tool-anchor'}>
      <ActionButton action={ACTIONS.filters}>
        <ListFilter />
      </ActionButton>
      {isOpen && (
        <Suspense>
          <FilterPanel anchor={anchor} onClose={() => openTool.set(undefined)} />
        </Suspense>
      )}
    </span>
  );
}
