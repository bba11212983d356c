/** What is filtered by: plain data that a link, a saved view and an undo can hold. */
import type { NeighbourKind } from '../../server/contract/explorer.ts';
import type { EdgeStance, Modality } from '../../server/contract/vocabulary.ts';

/** Whether what does not pass steps back in thin ink, or leaves the canvas. */
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
  /** Ids of the actors that published. */
  readonly publishers: readonly string[];
  readonly topics: readonly string[];
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
  contestedOnly: false,
  firstHandOnly: false,
  minStatements: 1,
};

/** The nodes and edges that pass the filters. */
export interface Passing {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** Whether there is anything that does not let everything pass; the mode alone filters nothing. */
export function isFiltering(filters: Filters): boolean {
  const { stances, kinds, modalities, from, to, publishers, topics, contestedOnly, firstHandOnly, minStatements } =
    filters;
  const lists = [stances, kinds, modalities, publishers, topics];
  return (
    lists.some((list) => list.length > 0) ||
    from !== undefined ||
    to !== undefined ||
    contestedOnly ||
    firstHandOnly ||
    minStatements > 1
  );
}
