/** Records on their way from the file to the database: one file of lines on the disk for each section. */
import { Buffer } from 'node:buffer';
import { readSync } from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

const FLUSH_CHARACTERS = 256 * 1024;
const READ_BYTES = 256 * 1024;
/** A line up to this length is read synchronously, because it is usually in the page cache. */
const SYNC_READ_BYTES = 64 * 1024;
const NEW_LINE = 0x0a;

/** The spool could not be written or read: usually a full disk. `cause` is the file system's error. */
export class SpoolError extends Error {
  readonly code = 'spool-storage';
  constructor(cause: unknown) {
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    super(
      isGone
        ? 'The folder of temporary files was deleted or moved while the program ran. Start it again, then load the file again.'
        : 'The temporary copy of the file could not be written or read. Free some disk space, then load the file again.',
      { cause },
    );
    this.name = 'SpoolError';
  }
}

/** A line of the spool: the row of the file that it comes from, and JSON. */
export interface SpoolLine {
  readonly row: number;
  readonly json: string;
  /** Position of the line in the spool file and its length, in bytes. */
  readonly offset: number;
  readonly length: number;
}

/** An append-only file of lines. Lines can be read back once {@link flush} has resolved. */
export class SpoolFile {
  readonly #handle: FileHandle;
  #pending: string[] = [];
  #pendingCharacters = 0;
  #bytes = 0;
  #lines = 0;
  #writing: Promise<SpoolError | undefined> | undefined;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  get lines(): number {
    return this.#lines;
  }

  /** Adds a line to the buffer. When the buffer is large enough, `isFull` is true and {@link writeBehind} must be called. */
  append(row: number, json: string): void {
    const line = `${row} ${json}\n`;
    this.#pending.push(line);
    this.#pendingCharacters += line.length;
    this.#lines += 1;
  }

  get isFull(): boolean {
    return this.#pendingCharacters >= FLUSH_CHARACTERS;
  }

  /** Starts to write the buffer after the previous write has ended, so that reading and writing overlap. */
  async writeBehind(): Promise<void> {
    if (this.#pending.length === 0) return;
    const bytes = Buffer.from(this.#pending.join(''), 'utf8');
    this.#pending = [];
    this.#pendingCharacters = 0;
    await this.#awaitWriting();
    this.#writing = this.#write(bytes, this.#bytes);
    this.#bytes += bytes.length;
  }

  /** Resolves when every line is in the file. */
  async flush(): Promise<void> {
    await this.writeBehind();
    await this.#awaitWriting();
  }

  /** Returns an error as a value, because a rejection without a handler ends the process. */
  async #write(bytes: Buffer, position: number): Promise<SpoolError | undefined> {
    try {
      for (let at = 0; at < bytes.length;)
        at += (await this.#handle.write(bytes, at, bytes.length - at, position + at)).bytesWritten;
      return undefined;
    } catch (error) {
      return new SpoolError(error);
    }
  }

  async #awaitWriting(): Promise<void> {
    const error = await this.#writing;
    this.#writing = undefined;
    if (error !== undefined) throw error;
  }

  /** All lines, a few hundred at a time. The next ones are read ahead. */
  async *read(): AsyncGenerator<readonly SpoolLine[]> {
    let carried: Buffer = Buffer.alloc(0);
    let position = 0;
    let reading = this.#startReading(position);
    while (position < this.#bytes) {
      const chunk = await reading;
      if (chunk instanceof SpoolError) throw chunk;
      position += chunk.length;
      reading = this.#startReading(position);
      const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
      const end = bytes.lastIndexOf(NEW_LINE) + 1;
      if (end > 0) yield linesOf(bytes.subarray(0, end), position - bytes.length);
      carried = bytes.subarray(end);
    }
  }

  #startReading(position: number): Promise<Buffer | SpoolError> {
    return this.#readAt(position, READ_BYTES).catch((error: unknown) =>
      error instanceof SpoolError ? error : new SpoolError(error),
    );
  }

  /** The line at a position that {@link read} returned. */
  async readLine(offset: number, length: number): Promise<SpoolLine> {
    const [line] = linesOf(
      length <= SYNC_READ_BYTES ? this.#readAtOnce(offset, length) : await this.#readAt(offset, length),
      offset,
    );
    if (line === undefined) throw new SpoolError(new Error(`no line at ${offset}`));
    return line;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#handle.close();
  }

  async #readAt(position: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(Math.min(length, this.#bytes - position));
    let filled = 0;
    while (filled < buffer.length) {
      const bytesRead = await this.#readSome(buffer, filled, position + filled);
      filled += bytesRead;
    }
    return buffer;
  }

  #readAtOnce(position: number, length: number): Buffer {
    const buffer = Buffer.allocUnsafe(length);
    try {
      for (let at = 0; at < length;) {
        const bytesRead = readSync(this.#handle.fd, buffer, at, length - at, position + at);
        if (bytesRead === 0) throw new Error('the spool file is shorter than what was written to it');
        at += bytesRead;
      }
    } catch (error) {
      throw new SpoolError(error);
    }
    return buffer;
  }

  async #readSome(buffer: Buffer, offset: number, position: number): Promise<number> {
    try {
      const { bytesRead } = await this.#handle.read(buffer, offset, buffer.length - offset, position);
      if (bytesRead > 0) return bytesRead;
    } catch (error) {
      throw new SpoolError(error);
    }
    throw new SpoolError(new Error('the spool file is shorter than what was written to it'));
  }
}

function linesOf(bytes: Buffer, offset: number): SpoolLine[] {
  const lines: SpoolLine[] = [];
  let from = 0;
  while (from < bytes.length) {
    const to = bytes.indexOf(NEW_LINE, from);
    const text = bytes.toString('utf8', from, to);
    const space = text.indexOf(' ');
    lines.push({
      row: Number(text.slice(0, space)),
      json: text.slice(space + 1),
      offset: offset + from,
      length: to + 1 - from,
    });
    from = to + 1;
  }
  return lines;
}

/** A folder of spool files, removed as a whole. */
export class SpoolFolder {
  readonly #path: string;
  readonly #files: SpoolFile[] = [];
  #isDisposed = false;

  private constructor(path: string) {
    this.#path = path;
  }

  static async create(tmp: string): Promise<SpoolFolder> {
    try {
      return new SpoolFolder(await mkdtemp(join(tmp, 'spool-')));
    } catch (error) {
      throw new SpoolError(error);
    }
  }

  async file(name: string): Promise<SpoolFile> {
    try {
      const file = new SpoolFile(await open(join(this.#path, name), 'wx+', 0o600));
      this.#files.push(file);
      return file;
    } catch (error) {
      throw new SpoolError(error);
    }
  }

  async dispose(): Promise<void> {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    await Promise.all(this.#files.map((file) => file.close()));
    await rm(this.#path, { recursive: true, force: true });
  }
}
