/** What filters look at in the statements behind an edge. */
import type { ActorRef } from '../../server/contract/explorer.ts';
import type { EdgeFacets } from '../../server/contract/paths.ts';
import { MODALITIES } from '../../server/contract/vocabulary.ts';
import type { Modality } from '../../server/contract/vocabulary.ts';

/** One statement, as far as filters see it. */
export interface Facet {
  readonly date: string | undefined;
  readonly modality: Modality;
  /** Who published the document that it stands in. */
  readonly publisher: ActorRef | undefined;
  /** Nobody reported it: it stands in the actor's own words. */
  readonly isFirstHand: boolean;
}

/** From the server's columns to the statements of each edge, in the order of the edges that were asked for. */
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
