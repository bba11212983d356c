/** The lease on a database: which server may load and sweep. It is stored on the Gainsay node, where all servers of a Neo4j see it. */
import type { GraphEngine, Queryable } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import { integerOr, textOrAbsent } from './values.ts';

/** How long a lease lasts without renewal, in milliseconds. It is the longest wait after a server has died. */
export const LEASE_TERM = 60_000;

/** Another server took the lease while this one did not renew it. This server must stop writing. */
export class LeaseLostError extends Error {
  readonly code = 'lease-lost';
  constructor() {
    super(
      'Another server has taken over loading into this database, because this server did not renew its lease in time. Try again.',
    );
    this.name = 'LeaseLostError';
  }
}

export interface LeaseHolder {
  readonly owner: string;
  readonly now: () => number;
  /** Whether a holder is known to have ended, so that its lease can be taken at once. */
  readonly isGone?: (owner: string) => boolean;
}

/** Takes or renews the lease. False when another server holds it and it has not expired. */
export async function takeLease(engine: GraphEngine, holder: LeaseHolder): Promise<boolean> {
  const isFree = await engine.read(async (q) => canTake((await q.run(cypher('read/check-lease')))[0], holder));
  if (!isFree) return false;
  return engine.write(async (q) => {
    if (!canTake((await q.run(cypher('write/gainsay-lock')))[0], holder)) return false;
    await setLease(q, holder.owner, holder.now() + LEASE_TERM);
    return true;
  });
}

/** Releases the lease if this server holds it. */
export async function releaseLease(engine: GraphEngine, { owner }: LeaseHolder): Promise<void> {
  await engine.write(async (q) => {
    const [row] = await q.run(cypher('write/gainsay-lock'));
    if (row && textOrAbsent(row, 'leaseOwner') === owner) await setLease(q, null, null);
  });
}

/**
 * Begins a write of the holder: waits for the lock of the database, checks the lease, and renews it.
 *
 * @throws LeaseLostError when another server holds it.
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
