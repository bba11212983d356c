import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../../server/engine/embedded.ts';
import { checkDatabase } from '../../../server/ingest/check/check-database.ts';
import { randomFor } from '../../generate/random.ts';
import { generateFile } from '../../generate/write.ts';
import { tmpFolder } from '../../support/engines.ts';
import { hashOf, openLoading, type Content } from '../import-fixture.ts';

const KILLS = Number(process.env['GAINSAY_KILLS'] ?? 20);
const CHILD = fileURLToPath(new URL('kill-child.ts', import.meta.url));

describe('a process that is killed', () => {
  const folder = tmpFolder();
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  it(`leaves an import or undo whole or not at all (${KILLS} times kill -9)`, { timeout: 600_000 }, async () => {
    const seed = Number(process.env['GAINSAY_SEED'] ?? Math.trunc(performance.timeOrigin) % 1_000_000);
    console.info(`kill.test seed ${seed} (GAINSAY_SEED)`);
    const random = randomFor(seed, 0, 0);
    const file = join(folder, 'large.jsonl');
    const text = [...generateFile({ statements: 800, seed: 3 }, 'jsonl')].join('');
    writeFileSync(file, text);
    // Shares actors and claims with the file, so that publishing and undoing have something to merge and to hand over.
    const base = sharing(text);
    const path = join(folder, 'killed', 'graph.grafeo');
    const before = await inOrder(path, async (loading) => {
      expect(await loading.load(base)).toMatchObject({ state: 'published' });
      return loading.hash();
    });
    expect(before).toBe(await hashOf([base], folder));
    const longest = { import: Infinity, undo: Infinity };
    let after: string | undefined;
    let published = '-';
    const ends = { whole: 0, nothing: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      const isUndo = published !== '-';
      const action = isUndo ? 'undo' : 'import';
      // The first of each is killed after its acknowledgement; the others at times spread over its duration.
      const { acknowledged, took } = await killedAt(random.next() * longest[action], [path, file, published]);
      if (took !== undefined) longest[action] = took * 1.7;
      published = await inOrder(path, async (loading) => {
        expect((await checkDatabase(loading.engine)).faults).toEqual([]);
        const hash = await loading.hash();
        const { imports } = await loading.imports.list(1);
        const isThere = imports[0]?.file === 'large.jsonl' && imports[0].state === 'published';
        if (isThere) after ??= hash;
        expect(hash, `kill ${kill}`).toBe(isThere ? after : before);
        expect(isThere ? 'published' : 'undone', `kill ${kill}`).toBe(
          acknowledged ?? (isThere ? 'published' : 'undone'),
        );
        ends[isThere === isUndo ? 'nothing' : 'whole'] += 1;
        return isThere ? (imports[0]?.id ?? '-') : '-';
      });
    }
    console.info(`of ${KILLS}: ${ends.whole} were whole, ${ends.nothing} had not been`);
    // The first import and the first undo are killed after their acknowledgement.
    expect(ends.whole).toBeGreaterThanOrEqual(2);
  });

  /** Kills the child a given number of milliseconds after it has begun. @returns What it had acknowledged, and its duration. */
  async function killedAt(
    milliseconds: number,
    args: readonly string[],
  ): Promise<{ acknowledged: string | undefined; took: number | undefined }> {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    let begunAt: number | undefined;
    let acknowledged: string | undefined;
    let took: number | undefined;
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const begun = new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        for (const line of chunk.split('\n').filter((part) => part !== '')) {
          if (line === 'begun') {
            begunAt = performance.now();
            resolve();
          } else {
            acknowledged = line;
            took = performance.now() - (begunAt ?? 0);
            end();
          }
        }
      });
      child.once('exit', (code) => reject(new Error(`The child ended with ${code} before it was killed.`)));
    });
    await begun;
    await (Number.isFinite(milliseconds) ? delay(milliseconds) : ended);
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    return { acknowledged, took };
  }

  async function inOrder<T>(
    path: string,
    work: (loading: Awaited<ReturnType<typeof openLoading>>) => Promise<T>,
  ): Promise<T> {
    const engine = await openEmbedded({ path });
    try {
      return await work(await openLoading(engine, folder));
    } finally {
      await engine.close();
    }
  }
});

function sharing(lines: string): Content {
  const records = lines
    .split('\n')
    .filter((line) => line !== '')
    .map(
      (line) => JSON.parse(line) as { type: string; id: string; name?: string; text?: string; description?: string },
    );
  const actors = records
    .filter(({ type }) => type === 'actor')
    .slice(0, 40)
    .map(({ id, name = '' }) => ({ id, name }));
  const claims = records
    .filter(({ type }) => type === 'claim')
    .slice(0, 40)
    .map(({ id, text = '' }) => ({ id, text }));
  const statements = actors.map(({ id }, n) => ({
    id: `base-${n}`,
    actor: id,
    claim: claims[n % claims.length]?.id ?? '',
    stance: n % 2 === 0 ? ('asserts' as const) : ('denies' as const),
  }));
  return { actors, claims, statements };
}
