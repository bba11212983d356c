/** Who holds a lease, told apart by machine and process, so that the lease of a dead process need not run out. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

const PROCESS = randomUUID();

/** A name for one holder in this process. */
export function leaseOwner(): string {
  return `${hostname()} ${process.pid} ${PROCESS} ${randomUUID()}`;
}

/** Whether the holder was a process of this machine that runs no longer. Of other machines nothing is known. */
export function isGoneOwner(owner: string): boolean {
  const [host, pid, token] = owner.split(' ');
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return token !== PROCESS;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
