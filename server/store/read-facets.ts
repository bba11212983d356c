/** The fields of the statements behind edges that filters use. */
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
  /** Whether it has a reporter. */
  readonly isReported: boolean;
}

/** Positions per read. */
const BATCH = 1_000;
/** A safety limit for the statements of one batch. */
const MAX_ROWS = 500_000;

/** The statements of the first positions, until there are at least `most`. A batch of positions is always complete; the order is undefined. */
export async function readFacets(
  snapshot: Snapshot,
  positions: readonly string[],
  most: number,
): Promise<StatementFacets[]> {
  const found: StatementFacets[] = [];
  for (let at = 0; at < positions.length && found.length < most; at += BATCH) {
    for (const one of await readBatch(snapshot, positions.slice(at, at + BATCH))) found.push(one);
  }
  return found;
}

async function readBatch({ q, hidden }: Snapshot, positions: readonly string[]): Promise<StatementFacets[]> {
  const limit = MAX_ROWS;
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
      id,
      position: textOf(row, 'position'),
      ...optionalText(row, 'date'),
      modality: wordOf(row, 'modality', MODALITIES),
      ...(publisher !== undefined && { publisher }),
      isReported: reportedIds.has(id),
    };
  });
}
