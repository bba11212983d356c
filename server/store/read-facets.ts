/** What filters look at in the statements behind edges, without the statements themselves. */
import { MODALITIES, type Modality } from '../contract/vocabulary.ts';
import { cypher } from './cypher.ts';
import type { Snapshot } from './read-state.ts';
import { optionalText, textOf, wordOf } from './read-values.ts';

export interface StatementFacets {
  readonly id: string;
  readonly position: string;
  readonly date?: string;
  readonly modality: Modality;
  /** An actor's id. */
  readonly publisher?: string;
  /** Whether somebody reported it. */
  readonly isReported: boolean;
}

/** The statements of some positions in order of id, at most `limit`. */
export async function readFacets({ q, hidden }: Snapshot, positions: readonly string[], limit: number): Promise<StatementFacets[]> {
  if (positions.length === 0) return [];
  const rows = await q.run(cypher('read/facets'), { positions, hidden, limit });
  // Three queries: a chain of optional matches looks through everything in the embedded engine.
  const published = await q.run(cypher('read/facets-publishers'), { positions, hidden, limit });
  const reported = await q.run(cypher('read/facets-reported'), { positions, hidden, limit });
  const publishers = new Map(published.map((row) => [textOf(row, 'id'), textOf(row, 'publisher')]));
  const reportedIds = new Set(reported.map((row) => textOf(row, 'id')));
  return rows.map((row) => {
    const id = textOf(row, 'id');
    const publisher = publishers.get(id);
    return {
      id, position: textOf(row, 'position'), ...optionalText(row, 'date'), modality: wordOf(row, 'modality', MODALITIES),
      ...(publisher !== undefined && { publisher }), isReported: reportedIds.has(id),
    };
  });
}
