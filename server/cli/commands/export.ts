/** `gainsay export` and `gainsay check`. */
import { createWriteStream } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportFormat } from '../../contract/media-types.ts';
import { CommandError, EXIT, type ExitCode } from '../../runtime/command-error.ts';
import { usersFileMode } from '../../runtime/private-files.ts';
import { checkText } from '../wording.ts';
import { withBackend, tell, unlessInterrupted, type CommandContext } from './context.ts';

/** Writes everything to `out`, or to standard output. A file gets its name only when it is complete. */
export async function exportAll(
  context: CommandContext,
  options: { readonly format: ExportFormat; readonly out?: string },
): Promise<ExitCode> {
  const { format, out } = options;
  const bytes = await withBackend(context, async (backend) => {
    const pieces = backend.export(format);
    return out === undefined ? print(pieces, context.interrupted) : writeFile(pieces, out, context.interrupted);
  });
  if (out !== undefined)
    tell(context, { file: out, format, bytes }, `Wrote ${bytes.toLocaleString('en')} bytes to ${out}.`);
  return EXIT.done;
}

async function print(pieces: AsyncIterable<string | Uint8Array>, signal: AbortSignal): Promise<number> {
  try {
    return await writeTo(pieces, unclosed(process.stdout), signal);
  } catch (cause) {
    throw signal.aborted
      ? new CommandError(EXIT.interrupted, 'Interrupted; what was printed is not whole.', cause)
      : cause;
  }
}

async function writeFile(
  pieces: AsyncIterable<string | Uint8Array>,
  out: string,
  signal: AbortSignal,
): Promise<number> {
  const unfinished = `${out}.unfinished-${process.pid}`;
  try {
    const bytes = await writeTo(pieces, createWriteStream(unfinished), signal);
    await chmod(unfinished, usersFileMode());
    await rename(unfinished, out);
    return bytes;
  } catch (cause) {
    await rm(unfinished, { force: true });
    if (signal.aborted) throw new CommandError(EXIT.interrupted, 'Interrupted; nothing was written.', cause);
    if (cause instanceof Error && 'syscall' in cause) {
      throw new CommandError(
        EXIT.storage,
        `The file ${out} cannot be written. Check the folder, your rights and the room on the disk.`,
        cause,
      );
    }
    throw cause;
  }
}

async function writeTo(
  pieces: AsyncIterable<string | Uint8Array>,
  target: Writable,
  signal: AbortSignal,
): Promise<number> {
  let bytes = 0;
  const counted = async function* (): AsyncGenerator<string | Uint8Array> {
    for await (const piece of pieces) {
      bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.byteLength;
      yield piece;
    }
  };
  await pipeline(Readable.from(counted(), { objectMode: true }), target, { signal });
  return bytes;
}

/** Standard output stays open after the last chunk. */
function unclosed(target: NodeJS.WritableStream): Writable {
  return new Writable({
    decodeStrings: false,
    write(piece: string | Uint8Array, _encoding, done) {
      target.write(piece, done);
    },
  });
}

/** Checks the whole database. */
export async function checkAll(context: CommandContext): Promise<ExitCode> {
  const report = await withBackend(context, (backend) => unlessInterrupted(context, backend.check()));
  tell(context, report, checkText(report));
  return report.total === 0 ? EXIT.done : EXIT.faultsFound;
}
