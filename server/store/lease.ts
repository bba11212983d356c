/** The lease on a database: who may load and sweep. Kept on the Gainsay node, so that servers that share a Neo4j see it. */
import type { GraphEngine, Queryable } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import { integerOr, textOrAbsent } from './values.ts';

/** How long a lease lasts unless it is extended, in milliseconds: the longest wait after a server has died. */
export const LEASE_TERM = 60_000;

/** Another server took the lease while this one was away: whatever it was writing is no longer its own. */
export class LeaseLostError extends Error {
  readonly code = 'lease-lost';
  constructor() {
    super('Another server has taken over the loading of this database while this one was away. Try again.');
    this.name = 'LeaseLostError';
  }
}

export interface LeaseHolder {
  readonly owner: string;
  readonly now: () => number;
  /** Whether a holder is known to be gone, so that its lease need not be waited for. */
  readonly isGone?: (owner: string) => boolean;
}

/** Takes or extends the lease. False when another holds it, and it has not run out. */
export async function takeLease(engine: GraphEngine, holder: LeaseHolder): Promise<boolean> {
  const isFree = await engine.read(async (q) => canTake((await q.run(cypher('read/check-lease')))[0], holder));
  if (!isFree) return false;
  return engine.write(async (q) => {
    if (!canTake((await q.run(cypher('write/gainsay-lock')))[0], holder)) return false;
    await setLease(q, holder.owner, holder.now() + LEASE_TERM);
    return true;
  });
}

/** Gives the lease back, if it is held. */
export async function releaseLease(engine: GraphEngine, { owner }: LeaseHolder): Promise<void> {
  await engine.write(async (q) => {
    const [row] = await q.run(cypher('write/gainsay-lock'));
    if (row && textOrAbsent(row, 'leaseOwner') === owner) await setLease(q, null, null);
  });
}

/**
 * Begins a write of the holder: waits for the lock of the database, checks the lease, and extends it.
 *
 * @throws LeaseLostError when another holds it.
 */
export async function holdLease(q: Queryable, { owner, now }: LeaseHolder): Promise<void> {
  const [row] = await q.run(cypher('write/gainsay-lock'));
  if (!row || textOrAbsent(row, 'leaseOwner') !== owner) throw new LeaseLostError();
  await setLease(q, owner, now() + LEASE_TERM);
}

function canTake(row: Readonly<Record<string, unknown>> | undefined, { owner, now, isGone }: LeaseHolder): boolean {
  const holder = row?.['leaseOwner'];
  if (typeof holder !== 'string' || holder === owner) return true;
  const until = row?.['leaseUntil'];
  return integerOr(typeof until === 'number' ? until : undefined, 0) < now() || (isGone?.(holder) ?? false);
}

async function setLease(q: Queryable, owner: string | null, until: number | null): Promise<void> {
  await q.run(cypher('write/lease-set'), { owner, until });
}
