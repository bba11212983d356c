/**
 * Records the writes of an import, so that they can be replayed alone. They are kept serialised: half a million live objects
 * would be scanned by every garbage collection of later measurements.
 */
import { deserialize, serialize } from 'node:v8';
import type { CypherStatement, GraphEngine, Value } from '../../server/engine/engine.ts';
import { delegateTo } from './delegate-engine.ts';

export type RecordedTransaction = Buffer;

export function statementsOf(transaction: RecordedTransaction): readonly CypherStatement[] {
  return deserialize(transaction) as CypherStatement[];
}

/** Runs the recorded statements in one transaction. */
export async function replay(engine: GraphEngine, statements: readonly CypherStatement[]): Promise<void> {
  await engine.write(async (q) => {
    for (const { cypher, parameters } of statements) await q.run(cypher, parameters);
  });
}

/** Delegates to `engine`, and passes each committed write to `note`. */
export function recordWrites(engine: GraphEngine, note: (transaction: RecordedTransaction) => void): GraphEngine {
  return delegateTo(engine, {
    write: async (work) => {
      let statements: CypherStatement[] = [];
      const answer = await engine.write((q) => {
        statements = [];
        return work({
          run: (cypher, parameters = {}) => {
            statements.push({ cypher, parameters });
            return q.run(cypher, parameters);
          },
          runAll: (each) => {
            statements.push(...joined(each));
            return q.runAll(each);
          },
        });
      });
      note(serialize(statements));
      return answer;
    },
  });
}

/** A bare loop passes a whole batch at once. */
function joined(statements: readonly CypherStatement[]): CypherStatement[] {
  const rows = new Map<string, Value[]>();
  if (statements.some(({ parameters }) => parameters['rows'] === undefined)) return [...statements];
  for (const { cypher, parameters } of statements) {
    rows.set(cypher, [...(rows.get(cypher) ?? []), ...(parameters['rows'] as readonly Value[])]);
  }
  return [...rows].map(([cypher, all]) => ({ cypher, parameters: { rows: all } }));
}
