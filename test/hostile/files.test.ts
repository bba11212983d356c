/** No file blocks the event loop. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tmpFolder } from '../support/engines.ts';
import { HOSTILE_FILES, type HostileFile } from './hostile-files.ts';

const CHILD = fileURLToPath(new URL('files-child.ts', import.meta.url));
/** We promise 250 ms on a machine that does nothing else. What is tested with others beside it gets more. */
const LIMIT = 600;

describe('the event loop', () => {
  const folder = tmpFolder();

  it.each(HOSTILE_FILES)('is not blocked by $name', { timeout: 240_000 }, async (file) => {
    const report = await loadApart(file);
    expect({ state: report.state, codes: report.codes.toSorted() }).toEqual(
      file.outcome === 'published' ? { state: 'published', codes: [] } : { state: 'failed', codes: file.outcome },
    );
    expect(report.blocked, `delayed by the clock: ${report.delayed} ms`).toBeLessThan(LIMIT);
  });

  async function loadApart({ format, content }: HostileFile): Promise<Report> {
    const path = join(folder, `hostile.${format}`);
    await pipeline(Readable.from(content()), createWriteStream(path));
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, path, format, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
    return JSON.parse(output) as Report;
  }
});

interface Report {
  readonly state: string;
  readonly codes: readonly string[];
  readonly blocked: number;
  readonly delayed: number;
}
