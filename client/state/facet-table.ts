/** The fields of the statements behind an edge that filters use. */
import type { ActorRef } from '../../server/contract/explorer.ts';
import type { EdgeFacets } from '../../server/contract/paths.ts';
import { MODALITIES } from '../../server/contract/vocabulary.ts';
import type { Modality } from '../../server/contract/vocabulary.ts';

/** The fields of one statement that filters use. */
export interface Facet {
  readonly date: string | undefined;
  readonly modality: Modality;
  /** Who published its document. */
  readonly publisher: ActorRef | undefined;
  /** Whether it is in the actor's own words, not reported by somebody else. */
  readonly isFirstHand: boolean;
}

/** Converts the server's columns into the statements of each edge, in the order of the requested edges. */
export function facetsByEdge(edges: readonly string[], columns: EdgeFacets): ReadonlyMap<string, readonly Facet[]> {
  const facets = new Map<string, Facet[]>(edges.map((id) => [id, []]));
  columns.edge.forEach((place, row) => {
    const id = edges[place];
    const date = columns.date[row];
    facets
      .get(id ?? '')
      ?.push({
        date: date === '' ? undefined : date,
        modality: MODALITIES[columns.modality[row] ?? 0] ?? 'stated',
        publisher: columns.publishers[columns.publisher[row] ?? -1],
        isFirstHand: columns.firstHand[row] === 1,
      });
  });
  return facets;
}
