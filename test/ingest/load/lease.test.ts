import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { GraphEngine } from '../../../server/engine/engine.ts';
import { isGoneOwner, leaseOwner } from '../../../server/ingest/load/lease-owner.ts';
import { createImportService } from '../../../server/ingest/service/create-import-service.ts';
import { LEASE_TERM, holdLease, releaseLease, takeLease } from '../../../server/store/lease.ts';
import { prepareDatabase } from '../../../server/store/schema.ts';
import { describeOnEngines } from '../../support/engines.ts';

describeOnEngines('the lease', (open) => {
  it('is held by one server at a time, until it is released or expires', async () => {
    const engine = await open();
    await prepareDatabase(engine, { adopt: false });
    let time = 1_000_000;
    const now = (): number => time;
    const [one, two] = [
      { owner: 'one', now },
      { owner: 'two', now },
    ];
    expect(await takeLease(engine, one)).toBe(true);
    expect(await takeLease(engine, one)).toBe(true);
    expect(await takeLease(engine, two)).toBe(false);
    await releaseLease(engine, two);
    expect(await takeLease(engine, two)).toBe(false);
    await releaseLease(engine, one);
    expect(await takeLease(engine, two)).toBe(true);
    time += LEASE_TERM + 1;
    expect(await takeLease(engine, one)).toBe(true);
    await expect(engine.write((q) => holdLease(q, two))).rejects.toMatchObject({ code: 'lease-lost' });
    time += LEASE_TERM - 1;
    await engine.write((q) => holdLease(q, one));
    time += LEASE_TERM - 1;
    expect(await takeLease(engine, two)).toBe(false);
  });

  it('is taken over immediately when its holder has ended', async () => {
    const engine = await open();
    await prepareDatabase(engine, { adopt: false });
    const now = (): number => 5;
    expect(await takeLease(engine, { owner: 'dead', now })).toBe(true);
    expect(await takeLease(engine, { owner: 'new', now, isGone: (owner) => owner === 'dead' })).toBe(true);
    expect(await takeLease(engine, { owner: 'other', now, isGone: (owner) => owner === 'dead' })).toBe(false);
  });
});

describeOnEngines('the lease by the clock of the database', (open) => {
  it('is not taken from a live server by one whose clock is an hour ahead', async () => {
    const engine = await open();
    await prepareDatabase(engine, { adopt: false });
    expect(await takeLease(engine, { owner: 'alive' })).toBe(true);
    const folder = mkdtempSync(join(tmpdir(), 'gainsay-lease-'));
    const ahead = createImportService({ engine, tmp: folder, now: () => Date.now() + 3_600_000, patience: 0 });
    await ahead.recover();
    await ahead.close();
    rmSync(folder, { recursive: true });
    // On an engine that only this process can open, every other holder of the lease has ended.
    const holder = engine.isShared ? 'alive' : null;
    expect(await leaseOf(engine)).toEqual({ leaseOwner: holder, isInTerm: engine.isShared ? true : null });
  });

  it('ends a term after the time of the database, whatever the time of the server is', async () => {
    const engine = await open();
    await prepareDatabase(engine, { adopt: false });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-01-01') });
    try {
      expect(await takeLease(engine, { owner: 'late' })).toBe(true);
      vi.setSystemTime(new Date('2099-01-01'));
      expect(await takeLease(engine, { owner: 'early' })).toBe(false);
    } finally {
      vi.useRealTimers();
    }
    expect(await leaseOf(engine)).toEqual({ leaseOwner: 'late', isInTerm: true });
  });
});

/** The holder, and whether the lease ends within a term from now. */
async function leaseOf(engine: GraphEngine): Promise<unknown> {
  const [row] = await engine.read((q) =>
    q.run(
      `MATCH (g:Gainsay {id: 'gainsay'}) RETURN g.leaseOwner AS leaseOwner,
       g.leaseUntil > timestamp() AND g.leaseUntil <= timestamp() + $term AS isInTerm LIMIT 1`,
      { term: LEASE_TERM },
    ),
  );
  return row;
}

describe('the owner of a lease', () => {
  const shared = { isShared: true };
  const [place] = leaseOwner().split(' ');

  it('counts as ended only when its process has ended', async () => {
    expect(isGoneOwner(leaseOwner(), shared)).toBe(false);
    expect(leaseOwner()).not.toBe(leaseOwner());
    const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    const owner = `${place} ${child.pid} token run`;
    expect(isGoneOwner(owner, shared)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isGoneOwner(owner, shared)).toBe(true);
    // A process with the number of an earlier one, in the same container.
    expect(isGoneOwner(`${place} ${process.pid} other-token run`, shared)).toBe(true);
  });

  it('in another container, or on another machine, of the same name is not known to have ended', () => {
    // No process has this number here.
    for (const pid of [process.pid, 4_194_999])
      for (const other of [hostname(), `${hostname()}/linux/1`, `${place?.split('/')[0]}/pid:[1]`, 'another-machine'])
        expect(isGoneOwner(`${other} ${pid} token run`, shared)).toBe(false);
    for (const broken of ['', 'x', `${place}`, `${place} -1 token`, `${place} 0 token run`, `${place} x token run`])
      expect(isGoneOwner(broken, shared)).toBe(false);
  });

  it('has ended if it is another process and nobody else can have the database open', () => {
    expect(isGoneOwner(`another-machine 1 token run`, { isShared: false })).toBe(true);
    expect(isGoneOwner(leaseOwner(), { isShared: false })).toBe(false);
  });
});
