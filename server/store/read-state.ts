/** The state that every read starts from. */
import type { Queryable } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import { countOf, optionalText, textsOf } from './read-values.ts';

/** A consistent snapshot of the database: its queries, and the imports that they must leave out. */
export interface Snapshot {
  readonly q: Queryable;
  /** Ids of the imports whose content is not, or no longer, visible. */
  readonly hidden: readonly string[];
  /** Incremented by every published change; 0 in a database without a `Gainsay` node. */
  readonly dataVersion: number;
  readonly lastWriteAt?: string;
}

/** Reads the state of the database, for the other queries of the same read. */
export async function readSnapshot(q: Queryable): Promise<Snapshot> {
  const [row] = await q.run(cypher('read/state'));
  if (!row) return { q, hidden: [], dataVersion: 0 };
  return {
    q,
    hidden: textsOf(row, 'hidden'),
    dataVersion: countOf(row, 'dataVersion'),
    ...optionalText(row, 'lastWriteAt'),
  };
}
