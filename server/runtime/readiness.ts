/** The readiness of the database, and its data version. */
import type { Unavailability } from '../contract/problems.ts';
import type { Ready } from '../contract/service.ts';
import type { GraphEngine } from '../engine/engine.ts';
import { readSnapshot } from '../store/read-state.ts';
import { SCHEMA_VERSION } from '../store/schema.ts';

/** Milliseconds that the engine has to answer. */
const PATIENCE = 2_000;

/** Never rejects: `reason` of the answer says what is wrong. */
export async function readReadiness(engine: GraphEngine, gate: () => Unavailability | undefined): Promise<Ready> {
  const closed = gate();
  if (closed !== undefined) return unavailable(engine, closed.detail);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Ready>((resolve) => {
    timer = setTimeout(() => resolve(unavailable(engine, 'The database does not answer.')), PATIENCE);
  });
  try {
    return await Promise.race([look(engine), late]);
  } catch {
    return unavailable(engine, 'The database cannot be reached.');
  } finally {
    clearTimeout(timer);
  }
}

async function look(engine: GraphEngine): Promise<Ready> {
  const health = await engine.health();
  const state = await engine.read(readSnapshot);
  return {
    status: 'ready',
    engine: { name: health.name, version: health.version },
    // A ready database has been prepared, so it has this version.
    schemaVersion: SCHEMA_VERSION,
    dataVersion: state.dataVersion,
    ...(state.lastWriteAt === undefined ? {} : { lastWriteAt: state.lastWriteAt }),
  };
}

function unavailable(engine: GraphEngine, reason: string): Ready {
  return { status: 'unavailable', engine: { name: engine.dialect }, reason };
}
