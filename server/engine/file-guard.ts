/** Notices that the files of an open database were deleted, moved or replaced: the engine would write on into nothing. */
import { statSync } from 'node:fs';
import { EngineError } from './engine.ts';

export class FileGuard {
  readonly #path: string;
  readonly #known: ReadonlyMap<string, string>;

  /**
   * @param path The database file, which the engine has just opened.
   * @param others Further paths that the engine writes to for as long as it is open.
   */
  constructor(path: string, others: readonly string[]) {
    this.#path = path;
    this.#known = new Map([path, ...others].map((one) => [one, identityOf(one) ?? '']));
  }

  /** @throws EngineError `engine-removed` when another file, or none, is at one of the paths. */
  check(): void {
    for (const [path, identity] of this.#known) {
      if (identityOf(path) === identity) continue;
      throw new EngineError(
        'engine-removed',
        `The database ${this.#path} was deleted, moved or replaced while it was open, so nothing can be saved. What was saved before can still be read: export it, stop the program, then put the folder back or restore a backup.`,
      );
    }
  }
}

function identityOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found && `${found.dev} ${found.ino}`;
}
