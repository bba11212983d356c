/** Records the Cypher statements of a read, so that they can be run alone. */
import type { CypherStatement, GraphEngine, Queryable } from '../../server/engine/engine.ts';
import { cypher } from '../../server/store/cypher.ts';
import { delegateTo } from './delegate-engine.ts';

export interface Recorder {
  /** Delegates to the recorded engine. */
  readonly engine: GraphEngine;
  begin(): void;
  /** The statements since `begin`, without those that only ask for the state of the database. */
  end(): readonly CypherStatement[];
}

/** Wraps an engine; nothing is recorded before `begin`. */
export function recordStatements(engine: GraphEngine): Recorder {
  let noted: CypherStatement[] | undefined;
  const noting = (q: Queryable, statements: CypherStatement[]): Queryable => ({
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
    engine: delegateTo(engine, {
      read: (work) => {
        const statements = noted;
        return statements === undefined ? engine.read(work) : engine.read((q) => work(noting(q, statements)));
      },
    }),
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
