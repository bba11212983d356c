/** Its own configuration: Vite's root is client/, where there are no tests. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const END_TO_END = 'test/e2e/**/*.test.{ts,tsx}';
/** Holds the program to times that we promise, on a machine that does nothing else. */
const TIMED = 'test/http/lost-neo4j.test.ts';

/**
 * Suites on both engines, told by the word in them: they share one Neo4j, which each test empties, so that
 * no two files may run at once.
 */
const onEngines = suitesWith(/\bdescribeOnEngines\b|\bstartNeo4j\b/);

/**
 * Suites that start a process, an engine or an HTTP server, or validate files on the disk, found by the word in them.
 * `npm run check` leaves them out.
 */
const onProcesses = suitesWith(
  /\bnode:(?:child_process|http|worker_threads)\b|\b(?:run-cli|app-server|import-fixture)\.ts\b|\bopenEmbedded\b|\bvalidate\('/,
).filter((file) => !onEngines.includes(file));

/** The suites whose text has such a word, without those in a browser and those that measure times. */
function suitesWith(words: RegExp): readonly string[] {
  return readdirSync(new URL('test', import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith('test/e2e/') && file !== TIMED)
    .filter((file) => words.test(readFileSync(`${root}/${file}`, 'utf8')));
}

export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [END_TO_END, TIMED, ...onEngines, ...onProcesses],
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'process',
          root,
          include: [...onProcesses],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They wait for what they start, so that two at once pay on two cores, too.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'engines',
          root,
          include: [...onEngines],
          globalSetup: ['test/neo4j/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'timed',
          root,
          include: [TIMED],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'e2e',
          root,
          include: [END_TO_END],
          // Each file has a server and a browser of its own, and waits most of its time.
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // Waiting is for a condition and ends with it: the limits are for a machine that is busy with more than this.
          expect: { poll: { timeout: 20_000 } },
          // A browser on a busy machine: a test that passes only the second time is named at the end of the run.
          retry: process.env['CI'] === undefined ? 0 : 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
