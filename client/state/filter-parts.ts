/** The active filters one by one: each chip shows one and removes it. Pure. */
import { NEIGHBOUR_KINDS } from '../../server/contract/explorer.ts';
import { EDGE_STANCES, MODALITIES } from '../../server/contract/vocabulary.ts';
import { NO_FILTERS } from './filters.ts';
import type { Filters } from './filters.ts';

/** The filters that hold a list of values. */
export const LIST_FILTERS = ['stances', 'kinds', 'modalities', 'publishers', 'topics', 'attributes'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];
/** All filters; the dates `from` and `to` count as one. */
export const FILTER_NAMES = [...LIST_FILTERS, 'dates', 'contestedOnly', 'firstHandOnly', 'minStatements'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

type ListValues = { readonly [Name in ListFilter]: Filters[Name][number] };

/** The filters with only this one left. */
export function onlyPart(filters: Filters, name: FilterName): Filters {
  const { mode, from, to } = filters;
  if (name === 'dates') return { ...NO_FILTERS, mode, from, to };
  return { ...NO_FILTERS, mode, [name]: filters[name] };
}

/** The filters without this one. */
export function withoutPart(filters: Filters, name: FilterName): Filters {
  if (name === 'dates') return { ...filters, from: undefined, to: undefined };
  return { ...filters, [name]: NO_FILTERS[name] };
}

/** The names of the active filters, in a fixed order. */
export function activeParts(filters: Filters): readonly FilterName[] {
  return FILTER_NAMES.filter((name) => {
    if (name === 'dates') return filters.from !== undefined || filters.to !== undefined;
    if (name === 'minStatements') return filters.minStatements > 1;
    if (name === 'contestedOnly' || name === 'firstHandOnly') return filters[name];
    return filters[name].length > 0;
  });
}

/** Lists of a fixed vocabulary keep its order, others are sorted: the same filters give the same value in any order of clicks. */
const ORDERS: Readonly<Partial<Record<ListFilter, readonly string[]>>> = {
  stances: EDGE_STANCES,
  kinds: NEIGHBOUR_KINDS,
  modalities: MODALITIES,
};

/** Adds the value to the filter's list, or removes it. */
export function withValueToggled<Name extends ListFilter>(
  filters: Filters,
  name: Name,
  value: ListValues[Name],
): Filters {
  const list: readonly string[] = filters[name];
  const next = list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  const order = ORDERS[name];
  const sorted = [...next].sort((a, b) => (order ? order.indexOf(a) - order.indexOf(b) : a < b ? -1 : 1));
  return { ...filters, [name]: sorted };
}

/** Removes every filter; the mode stays. */
export function withoutFilters({ mode }: Filters): Filters {
  return { ...NO_FILTERS, mode };
}
