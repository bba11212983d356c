/** An engine that delegates to another one, except for the given methods. */
import type { GraphEngine } from '../../server/engine/engine.ts';

export function delegateTo(engine: GraphEngine, own: Partial<Pick<GraphEngine, 'read' | 'write'>>): GraphEngine {
  return {
    dialect: engine.dialect,
    isShared: engine.isShared,
    read: own.read ?? ((work) => engine.read(work)),
    write: own.write ?? ((work) => engine.write(work)),
    define: (text) => engine.define(text),
    definitions: () => engine.definitions(),
    defineTextIndexes: () => engine.defineTextIndexes(),
    withoutTextIndex: (label, work) => engine.withoutTextIndex(label, work),
    searchText: (query) => engine.searchText(query),
    health: () => engine.health(),
    abandon: () => engine.abandon(),
    close: () => engine.close(),
  };
}
