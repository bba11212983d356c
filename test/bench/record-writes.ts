/** Notes what an import writes, so that the same can be written bare. */
import type { GraphEngine, Parameters } from '../../server/engine/engine.ts';

export interface RecordedStatement {
  readonly cypher: string;
  readonly parameters: Parameters;
}
export type RecordedTransaction = readonly RecordedStatement[];

/** Wraps an engine; `transactions` grows with each committed write. */
export function recordWrites(engine: GraphEngine): { readonly engine: GraphEngine; readonly transactions: readonly RecordedTransaction[] } {
  const transactions: RecordedTransaction[] = [];
  return {
    transactions,
    engine: {
      dialect: engine.dialect,
      read: (work) => engine.read(work),
      write: async (work) => {
        let statements: RecordedStatement[] = [];
        const answer = await engine.write((q) => {
          statements = [];
          return work({
            run: (cypher, parameters = {}) => {
              statements.push({ cypher, parameters });
              return q.run(cypher, parameters);
            },
          });
        });
        transactions.push(statements);
        return answer;
      },
      define: (text) => engine.define(text),
      defineTextIndexes: () => engine.defineTextIndexes(),
      withoutTextIndex: (label, work) => engine.withoutTextIndex(label, work),
      searchText: (query) => engine.searchText(query),
      health: () => engine.health(),
      close: () => engine.close(),
    },
  };
}
