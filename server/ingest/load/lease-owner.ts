/** Who holds a lease, told apart by machine and process, so that the lease of a dead process need not run out. */
import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, platform, uptime } from 'node:os';
import type { GraphEngine } from '../../engine/engine.ts';

const PROCESS = randomUUID();
/** Where the process numbers of this process mean what they mean here. No spaces. */
const PLACE = placeOf();

/** A name for one holder in this process. */
export function leaseOwner(): string {
  return `${PLACE} ${process.pid} ${PROCESS} ${randomUUID()}`;
}

/** Whether the holder is known to have ended. Of another machine or container nothing is known: its lease must run out. */
export function isGoneOwner(owner: string, engine: Pick<GraphEngine, 'isShared'>): boolean {
  const [place, pid, token] = owner.split(' ');
  if (token === PROCESS) return false;
  // This process alone has the database open.
  if (!engine.isShared) return true;
  if (place !== PLACE || !/^[1-9]\d*$/.test(pid ?? '')) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/**
 * Names one run of one machine and, on Linux, one container of it. A host name does not: containers, and machines made
 * from one image, may have the same, and a process number that is free here may be in use there.
 */
function placeOf(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid').replace(/\s/g, '')}`;
  } catch {
    const bootMinute = Math.round((Date.now() / 1000 - uptime()) / 60);
    return `${hostname().replace(/\s/g, '-')}/${platform()}/${bootMinute}`;
  }
}
