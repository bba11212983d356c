/** Reads for undoing an import. */
import type { Queryable } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import { pages } from './load-batches.ts';
import { texts } from './values.ts';

/** Claims and actors that remain and have statements of the import. */
export async function touchedByUndo(
  q: Queryable,
  importId: string,
): Promise<{ readonly claims: string[]; readonly actors: string[] }> {
  const [claims] = await q.run(cypher('write/undo-claims'), { importId });
  const [actors] = await q.run(cypher('write/undo-actors'), { importId });
  return { claims: texts(claims, 'ids'), actors: texts(actors, 'ids') };
}

/** Positions on these claims for which both this import and others have statements. */
export async function sharedPositions(
  q: Queryable,
  { claims, importId }: { readonly claims: readonly string[]; readonly importId: string },
): Promise<string[]> {
  const positions: string[] = [];
  for (const page of pages(claims)) {
    const [row] = await q.run(cypher('write/undo-positions'), { claims: page, importId });
    positions.push(...texts(row, 'positions'));
  }
  return positions;
}
