/** The state that every read starts from. */
import type { Queryable } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import { countOf, optionalText, textsOf } from './read-values.ts';

/**
 * Stands among the hidden imports in every read. `NOT n.importId IN $hidden` is then false or null for a node without
 * an import, on both engines: such a node is not Gainsay's, whatever its label, and is not shown, counted or exported.
 */
export const NO_IMPORT = '';

/** A consistent snapshot of the database: its queries, and the imports that they must leave out. */
export interface Snapshot {
  readonly q: Queryable;
  /** {@link NO_IMPORT}, and ids of the imports whose content is not, or no longer, visible. */
  readonly hidden: readonly string[];
  /** Incremented by every published change; 0 in a database without a `Gainsay` node. */
  readonly dataVersion: number;
  readonly lastWriteAt?: string;
}

/** Reads the state of the database, for the other queries of the same read. */
export async function readSnapshot(q: Queryable): Promise<Snapshot> {
  const [row] = await q.run(cypher('read/state'));
  if (!row) return { q, hidden: [NO_IMPORT], dataVersion: 0 };
  return {
    q,
    hidden: [NO_IMPORT, ...textsOf(row, 'hidden')],
    dataVersion: countOf(row, 'dataVersion'),
    ...optionalText(row, 'lastWriteAt'),
  };
}
