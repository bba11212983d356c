/** Expectations that the suites of the port share. */
import { expect } from 'vitest';
import type { EngineErrorCode, GraphEngine, Queryable, Value } from '../../server/engine/engine.ts';

/** Expects a call to reject with an EngineError of that code. */
export async function expectCode(call: Promise<unknown>, code: EngineErrorCode): Promise<void> {
  await expect(call).rejects.toMatchObject({ name: 'EngineError', code });
}

/** The number of nodes that `createThing` of a test has left. */
export const countThings = async (engine: GraphEngine): Promise<Value | undefined> =>
  (await engine.read((q) => q.run('MATCH (t:Thing) RETURN count(t) AS things')))[0]?.['things'];

export const createThing = (q: Queryable, id: string): Promise<unknown> => q.run('CREATE (:Thing {id: $id})', { id });
