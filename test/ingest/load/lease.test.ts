import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isGoneOwner, leaseOwner } from '../../../server/ingest/load/lease-owner.ts';
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

describe('the owner of a lease', () => {
  it('counts as ended only when its process has ended', async () => {
    expect(isGoneOwner(leaseOwner())).toBe(false);
    expect(leaseOwner()).not.toBe(leaseOwner());
    const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    const owner = `${hostname()} ${child.pid} token run`;
    expect(isGoneOwner(owner)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isGoneOwner(owner)).toBe(true);
    // A process with the number of an earlier one, as in a restarted container.
    expect(isGoneOwner(`${hostname()} ${process.pid} other-token run`)).toBe(true);
    expect(isGoneOwner('another-machine 1 token run')).toBe(false);
  });
});
