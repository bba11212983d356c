/** Notes which Cypher statements a read runs, so that they can be run bare. */
import type { GraphEngine, Parameters, Queryable } from '../../server/engine/engine.ts';
import { cypher } from '../../server/store/cypher.ts';

export interface Statement {
  readonly cypher: string;
  readonly parameters: Parameters;
}

export interface Recorder {
  /** Does what the recorded engine does. */
  readonly engine: GraphEngine;
  begin(): void;
  /** The statements since `begin`, without those that only ask for the state of the database. */
  end(): readonly Statement[];
}

/** Wraps an engine; nothing is noted until `begin`. */
export function recordStatements(engine: GraphEngine): Recorder {
  let noted: Statement[] | undefined;
  const noting = (q: Queryable, statements: Statement[]): Queryable => ({
    run: (text, parameters = {}) => {
      statements.push({ cypher: text, parameters });
      return q.run(text, parameters);
    },
    runAll: (each) => {
      statements.push(...each);
      return q.runAll(each);
    },
  });
  return {
    engine: {
      dialect: engine.dialect,
      read: (work) => {
        const statements = noted;
        return statements === undefined ? engine.read(work) : engine.read((q) => work(noting(q, statements)));
      },
      write: (work) => engine.write(work),
      define: (text) => engine.define(text),
      defineTextIndexes: () => engine.defineTextIndexes(),
      withoutTextIndex: (label, work) => engine.withoutTextIndex(label, work),
      searchText: (query) => engine.searchText(query),
      health: () => engine.health(),
      close: () => engine.close(),
    },
    begin: () => {
      noted = [];
    },
    end: () => {
      const statements = (noted ?? []).filter((one) => one.cypher !== cypher('read/state'));
      noted = undefined;
      return statements;
    },
  };
}
