/** The filters: plain data that links, saved views and the history can hold. */
import type { NeighbourKind, PositionEdge } from '../../server/contract/explorer.ts';
import type { EdgeStance, Modality } from '../../server/contract/vocabulary.ts';

/** Whether nodes and edges that do not pass are dimmed or hidden. */
export const FILTER_MODES = ['dim', 'hide'] as const;
export type FilterMode = (typeof FILTER_MODES)[number];

/** An empty list, an absent date, `false` and a minimum of 1 let everything pass. */
export interface Filters {
  readonly mode: FilterMode;
  readonly stances: readonly EdgeStance[];
  readonly kinds: readonly NeighbourKind[];
  readonly modalities: readonly Modality[];
  /** Partial dates, both ends included. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Ids of the publishing actors. */
  readonly publishers: readonly string[];
  readonly topics: readonly string[];
  /** Each is an `AttributeChoice`. A node has one of the values of each key. */
  readonly attributes: readonly string[];
  readonly contestedOnly: boolean;
  readonly firstHandOnly: boolean;
  readonly minStatements: number;
}

export const NO_FILTERS: Filters = {
  mode: 'dim',
  stances: [],
  kinds: [],
  modalities: [],
  from: undefined,
  to: undefined,
  publishers: [],
  topics: [],
  attributes: [],
  contestedOnly: false,
  firstHandOnly: false,
  minStatements: 1,
};

/** The nodes and edges that pass the filters. */
export interface Passing {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Those of the edges of which only some statements pass, with the counts and dates of these. */
  readonly narrowed: ReadonlyMap<string, PositionEdge>;
}

/** Whether any filter is active; the mode alone filters nothing. */
export function isFiltering(filters: Filters): boolean {
  const { stances, kinds, modalities, publishers, topics, attributes } = filters;
  const { from, to, contestedOnly, firstHandOnly, minStatements } = filters;
  const lists = [stances, kinds, modalities, publishers, topics, attributes];
  return (
    lists.some((list) => list.length > 0) ||
    from !== undefined ||
    to !== undefined ||
    contestedOnly ||
    firstHandOnly ||
    minStatements > 1
  );
}
