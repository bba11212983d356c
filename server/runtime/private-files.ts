/** Keeps the files of the data folder to the user that runs the program, whatever the umask of the shell is. */
import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const PRIVATE_MASK = 0o077;
/** The entries that Gainsay makes in its data folder. */
const OWN_ENTRY = /^(?:graph\.grafeo.*|server\.json|tmp|\.gainsay-writable-\d+)$/;

const STICKY = 0o1000;

let usersMask: number | undefined;

/** From now on, every new file of this process is 0600 and every new folder 0700, also those that the engine makes. */
export function makeNewFilesPrivate(): void {
  usersMask ??= process.umask(PRIVATE_MASK);
}

/** The mode of a file that the user asked for by name, such as an export: what the shell would give it. */
export function usersFileMode(): number {
  return 0o666 & ~(usersMask ?? process.umask());
}

/** Starts another program with the umask of the user. */
export function withUsersMask(start: () => void): void {
  if (usersMask === undefined) return start();
  process.umask(usersMask);
  try {
    start();
  } finally {
    process.umask(PRIVATE_MASK);
  }
}

/**
 * Makes what an earlier version left in the data folder private. The folder itself becomes private only if it holds
 * nothing else: a folder such as /tmp, or one that is shared on purpose, keeps its mode.
 */
export function makeFolderPrivate(folder: string): void {
  const names = readdirSync(folder);
  for (const name of names.filter(isOwn)) makePrivate(join(folder, name));
  if (names.every(isOwn)) restrict(folder, 0o700);

  function isOwn(name: string): boolean {
    // With the root folder as data folder, this would be the one that all programs share.
    return OWN_ENTRY.test(name) && (name !== 'tmp' || (lstatSync(join(folder, name)).mode & STICKY) === 0);
  }
}

function makePrivate(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  if (entry.isDirectory()) for (const name of readdirSync(path)) makePrivate(join(path, name));
  restrict(path, entry.isDirectory() ? 0o700 : 0o600);
}

/** A folder of another user, or a file system without modes, stays as it is. */
function restrict(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch {
    return;
  }
}
