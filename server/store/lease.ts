/**
 * The lease on a database: which server may load and sweep. It is stored on the Gainsay node, where all servers of a
 * Neo4j see it, and runs by the clock of the database: those of the servers may differ by minutes.
 */
import type { GraphEngine, Queryable, Row } from '../engine/engine.ts';
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
  /** For tests: a time instead of the clock of the database. */
  readonly now?: () => number;
  /** Whether a holder is known to have ended, so that its lease can be taken at once. */
  readonly isGone?: (owner: string) => boolean;
}

/** Takes or renews the lease. False when another server holds it and it has not expired. */
export async function takeLease(engine: GraphEngine, holder: LeaseHolder): Promise<boolean> {
  const isFree = await engine.read(async (q) =>
    canTake((await q.run(cypher('read/check-lease'), timeOf(holder)))[0], holder),
  );
  if (!isFree) return false;
  return engine.write(async (q) => {
    if (!canTake((await q.run(cypher('write/gainsay-lock'), timeOf(holder)))[0], holder)) return false;
    await setLease(q, holder, holder.owner);
    return true;
  });
}

/** Releases the lease if this server holds it. */
export async function releaseLease(engine: GraphEngine, holder: LeaseHolder): Promise<void> {
  await engine.write(async (q) => {
    const [row] = await q.run(cypher('write/gainsay-lock'), timeOf(holder));
    if (row && textOrAbsent(row, 'leaseOwner') === holder.owner) await setLease(q, holder, null);
  });
}

/**
 * Begins a write of the holder: waits for the lock of the database, checks the lease, and renews it.
 *
 * @throws LeaseLostError when another server holds it.
 */
export async function holdLease(q: Queryable, holder: LeaseHolder): Promise<void> {
  const [row] = await q.run(cypher('write/gainsay-lock'), timeOf(holder));
  if (!row || textOrAbsent(row, 'leaseOwner') !== holder.owner) throw new LeaseLostError();
  await setLease(q, holder, holder.owner);
}

function canTake(row: Row | undefined, { owner, isGone }: LeaseHolder): boolean {
  const holder = row?.['leaseOwner'];
  if (typeof holder !== 'string' || holder === owner) return true;
  return integerOr(row?.['leaseUntil'], 0) < integerOr(row?.['now'], 0) || (isGone?.(holder) ?? false);
}

/** @param owner Null gives it back. */
async function setLease(q: Queryable, holder: LeaseHolder, owner: string | null): Promise<void> {
  await q.run(cypher('write/lease-set'), { owner, term: LEASE_TERM, ...timeOf(holder) });
}

function timeOf({ now }: LeaseHolder): { readonly now: number | null } {
  return { now: now?.() ?? null };
}
