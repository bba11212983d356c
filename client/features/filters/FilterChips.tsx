import { X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';
import { useExplorer, useExplorerState, useValue } from '../../ui/explorer-context.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';
import { isFiltering } from '../../state/filters.ts';
import type { Filters } from '../../state/filters.ts';
import { actionLabel } from '../../words/action-label.ts';
import { COMMON } from '../../words/messages/common.ts';
import { FILTERS } from '../../words/messages/filters.ts';
import { useCover } from '../../ui/use-cover.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { filterSyncOf } from '../../control/filter-sync.ts';
import { activeParts, FILTER_NAMES, onlyPart, withoutPart } from '../../state/filter-parts.ts';
import type { FilterName } from '../../state/filter-parts.ts';
import { chipText } from './filter-words.ts';
import { passingOf, passingStatements } from '../../state/pass-filters.ts';
import type { FacetsOf } from '../../state/pass-filters.ts';
import { useFilters } from './use-filters.ts';

/** The filters that are on, above left of the canvas; each goes by a press. Also keeps what passes in step. */
export function FilterChips() {
  const explorer = useExplorer();
  const filters = useExplorerState((state) => state.filters);
  useEffect(() => filterSyncOf(explorer).start(), [explorer]);
  return isFiltering(filters) ? <Chips /> : null;
}

function Chips() {
  const [t, common] = [useMessages(FILTERS), useMessages(COMMON)];
  const cover = useCover('chips');
  const { actions, passing: passingStore } = useExplorer();
  const { filters, status, options, change } = useFilters(false);
  const nodes = useExplorerState((state) => state.nodes);
  const passing = useValue(passingStore);
  const names = activeParts(filters);
  const counts = usePartCounts(filters, status.facetsOf);
  const remove = (keys: Iterable<unknown>) => {
    const gone = FILTER_NAMES.filter((name) => [...keys].includes(name));
    change(gone.reduce(withoutPart, filters));
  };
  return (
    <div ref={cover} className="filter-chips">
      <TagGroup aria-label={t('chips')} onRemove={remove}>
        <TagList className="chip-list">
          {names.map((name) => {
            const words = chipText(filters, name, { publishers: options.publishers, nodes });
            const count = counts.get(name) ?? 0;
            return (
              <Tag key={name} id={name} textValue={`${words}. ${t('chipCount', { count })}`} className="chip">
                <bdi className="chip-words">{words}</bdi>
                <span className="chip-count" title={t('chipCount', { count })}>
                  {common('statements', { count })}
                </span>
                <Button slot="remove" className="chip-remove" aria-label={t('remove')}>
                  <X aria-hidden="true" />
                </Button>
              </Tag>
            );
          })}
        </TagList>
      </TagGroup>
      <div className="chip-actions">
        <Button className="chip-action" onPress={() => ACTIONS.filterMode.perform(actions)}>
          {t(filters.mode === 'dim' ? 'restDim' : 'restHide')}
        </Button>
        {names.length > 1 && (
          <Button className="chip-action" onPress={() => ACTIONS.clearFilters.perform(actions)}>
            {actionLabel(ACTIONS.clearFilters)}
          </Button>
        )}
        {status.isFetching && (
          <span className="chip-note" role="status">
            {t('looking')}
          </span>
        )}
        {!status.isFetching && passing?.nodes.size === 0 && (
          <span className="chip-note" role="status">
            {t('nothing')}
          </span>
        )}
      </div>
    </div>
  );
}

/** For each active filter, how many statements of the view would pass it alone. */
function usePartCounts(filters: Filters, facetsOf: FacetsOf): ReadonlyMap<FilterName, number> {
  const nodes = useExplorerState((state) => state.nodes);
  const edges = useExplorerState((state) => state.edges);
  return useMemo(
    () =>
      new Map(
        activeParts(filters).map((name) => {
          const passing = passingOf({ nodes, edges }, onlyPart(filters, name), facetsOf);
          return [name, passingStatements({ nodes, edges }, passing)] as const;
        }),
      ),
    [nodes, edges, filters, facetsOf],
  );
}
