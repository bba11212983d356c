/**
 * `npm test`: types, lint, format, build and every suite; a failure does not stop the others. The last
 * line has the counts: each test, and one each for the checks and the build. The lines before it repeat the
 * failures with their reasons.
 *
 * The suites on the engines wait for Neo4j most of the time: they run in parallel with all others, and their output
 * is printed when both have ended. The suites with time limits run alone, last.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RELEASES } from './neo4j/neo4j-jars.ts';
import { aptInstall, canInstall, findJava, isNeo4jLeftOut } from './neo4j/toolchain.ts';
import { findChromium } from './support/browser.ts';
import { type Check, STATIC_CHECKS } from './support/checks.ts';
import { TALLY_FILE, type Tally } from './support/tally-reporter.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const CHECKS: readonly Check[] = [
  ...STATIC_CHECKS,
  { name: 'build', arguments: ['node_modules/tsx/dist/cli.mjs', 'server/build.ts'] },
];

async function main(): Promise<void> {
  ensureChromium();
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-run-'));
  try {
    const engines = suite('engines', folder, 'later');
    const tallies: Tally[] = [];
    for (const { name, arguments: programArguments } of CHECKS) tallies.push(await check(name, programArguments));
    for (const project of ['unit', 'process', 'e2e']) tallies.push((await suite(project, folder, 'now')).tally);
    const { tally, said } = await engines;
    console.log(`\n── engines, run beside the others\n${said}`);
    // Alone, so that no other suite affects its times.
    const { tally: timed } = await suite('timed', folder, 'now');
    tell([...tallies, tally, timed]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(tallies: readonly Tally[]): void {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  for (const failure of tallies.flatMap(({ failures }) => failures)) console.log(`\nFAILED: ${failure}`);
  for (const test of tallies.flatMap(({ unsteady }) => unsteady))
    console.log(`\nNOTE: passed only when it was run again: ${test}`);
  for (const note of leftOut()) console.log(`NOTE: ${note}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** The tests that cannot run on this machine, or that the user left out. */
function leftOut(): readonly string[] {
  if (isNeo4jLeftOut()) return ['the suites on Neo4j were left out (GAINSAY_SKIP_NEO4J=1).'];
  const { version, java } = RELEASES.calendar;
  return findJava(java) === undefined
    ? [`the suite on Neo4j ${version} was left out: it needs Java ${java} or newer.`]
    : [];
}

/** The browser tests need Chromium. It is installed on Debian as root; elsewhere a message says what to do. */
function ensureChromium(): void {
  if (findChromium() !== undefined) return;
  if (!canInstall()) return;
  console.log('Installing chromium for the browser tests …');
  aptInstall(['chromium']);
}

async function check(name: string, programArguments: readonly string[]): Promise<Tally> {
  console.log(`\n── ${name}`);
  const { isWell } = await run(programArguments, 'now');
  console.log(isWell ? `${name}: passed` : `${name}: FAILED`);
  return isWell ? { passed: 1, failed: 0, failures: [], unsteady: [] } : failedAlone(name);
}

/** Runs the suites of one Vitest project; its output is shown at once, or returned. */
async function suite(
  project: string,
  folder: string,
  shown: 'now' | 'later',
): Promise<{ readonly tally: Tally; readonly said: string }> {
  if (shown === 'now') console.log(`\n── ${project}`);
  const path = join(folder, `${project}.json`);
  const { isWell, said } = await run(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=./test/support/tally-reporter.ts',
    ],
    shown,
    { [TALLY_FILE]: path },
  );
  const tally = readTally(path, project);
  return {
    tally:
      !isWell && tally.failed === 0 ? { ...tally, ...failedAlone(`${project}: the run`), passed: tally.passed } : tally,
    said,
  };
}

/** Runs a Node program. */
async function run(
  programArguments: readonly string[],
  shown: 'now' | 'later',
  environment: NodeJS.ProcessEnv = {},
): Promise<{ readonly isWell: boolean; readonly said: string }> {
  const stdio = shown === 'now' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, programArguments, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', stdio, stdio],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  return { isWell: status === 0, said: Buffer.concat(said).toString('utf8') };
}

/** A run without a tally has crashed: it counts as one failure. */
function readTally(path: string, project: string): Tally {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Tally;
  } catch (error) {
    return failedAlone(`${project}: gave no report (${String(error)})`);
  }
}

function failedAlone(name: string): Tally {
  return { passed: 0, failed: 1, failures: [name], unsteady: [] };
}

await main();
