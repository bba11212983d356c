/** The data folder, apart from the database itself: temporary files, and the note of a running server. */
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Config } from '../config.ts';
import { CommandError, EXIT } from './command-error.ts';
import { makeFolderPrivate } from './private-files.ts';

/**
 * Makes the data folder if it is missing, and keeps what is in it to its user.
 *
 * @throws CommandError when it cannot be made or written to.
 */
export function prepareDataFolder(folder: string): void {
  inWritable(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    makeFolderPrivate(folder);
  });
}

/**
 * Makes a folder of this process for uploads and spools, and removes the folders of ended processes.
 *
 * @throws CommandError when it cannot be made.
 */
export function prepareTemporaryFolder(dataFolder: string): string {
  const parent = join(dataFolder, 'tmp');
  const own = join(parent, String(process.pid));
  inWritable(dataFolder, () => {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(parent)) {
      if (/^\d+$/.test(name) && (Number(name) === process.pid || !isAlive(Number(name))))
        rmSync(join(parent, name), { recursive: true, force: true });
    }
    mkdirSync(own, { mode: 0o700 });
  });
  return own;
}

function inWritable(folder: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    const isFull = cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT');
    const advice = isFull ? 'Make room on the disk' : 'Give yourself the right to write there';
    throw new CommandError(
      EXIT.storage,
      `The data folder ${folder} cannot be written to. ${advice}, or set GAINSAY_DATA to another folder.`,
      cause,
    );
  }
}

/** Whether a process with this id runs, also one of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The note of a running server for the command line. `database` names the database that it serves. */
const ServerNote = z.object({
  url: z.string().check(z.regex(/^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/)),
  pid: z.int().check(z.positive()),
  database: z.string(),
});
export type ServerNote = z.infer<typeof ServerNote>;

const noteFile = (folder: string): string => join(folder, 'server.json');

/** Names the database that a configuration means, without its password. */
export function databaseName(config: Config): string {
  return config.neo4j === undefined ? 'embedded' : `${config.neo4j.uri} ${config.neo4j.database ?? ''}`.trim();
}

/** @throws CommandError when it cannot be written. */
export function writeServerNote(folder: string, note: ServerNote): void {
  inWritable(folder, () => writeFileSync(noteFile(folder), `${JSON.stringify(note)}\n`, { mode: 0o600 }));
}

/** Removes the note of this process; the note of another process stays. */
export function removeServerNote(folder: string): void {
  if (readServerNote(folder)?.pid === process.pid) rmSync(noteFile(folder), { force: true });
}

/** The note in the folder, whether or not that server still runs. */
export function readServerNote(folder: string): ServerNote | undefined {
  try {
    const parsed = ServerNote.safeParse(JSON.parse(readFileSync(noteFile(folder), 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // The note is missing, or incomplete because its server was killed: no server runs.
    return undefined;
  }
}

/** The running server on that folder and database, if one answers. */
export async function findRunningServer(config: Config): Promise<ServerNote | undefined> {
  const note = readServerNote(config.dataFolder);
  if (note === undefined || note.database !== databaseName(config) || !isAlive(note.pid)) return undefined;
  try {
    const answer = await fetch(`${note.url}/api/health`, { signal: AbortSignal.timeout(3_000) });
    return answer.ok ? note : undefined;
  } catch {
    return undefined;
  }
}
