/**
 * `npm test`: types, lint, build and every suite, each of them also when an earlier one failed. The last
 * line counts them: each test, and one each for types, lint and build.
 *
 * The suites on the engines wait for Neo4j most of the time: they run beside all the others, and are told of
 * when both have ended. Those that hold the program to a time run alone, last.
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

const root = fileURLToPath(new URL('..', import.meta.url));

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface Check {
  readonly name: string;
  readonly arguments: readonly string[];
}

const CHECKS: readonly Check[] = [
  { name: 'types', arguments: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint', arguments: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'build', arguments: ['node_modules/tsx/dist/cli.mjs', 'server/build.ts'] },
];

async function main(): Promise<void> {
  ensureChromium();
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-run-'));
  try {
    const engines = suite('engines', folder, 'later');
    const tallies: Tally[] = [];
    for (const { name, arguments: programArguments } of CHECKS) tallies.push(await check(name, programArguments));
    for (const project of ['unit', 'e2e']) tallies.push((await suite(project, folder, 'now')).tally);
    const { tally, said } = await engines;
    console.log(`\n── engines, run beside the others\n${said}`);
    // Alone, so that its times are those of the program.
    const { tally: timed } = await suite('timed', folder, 'now');
    tell([...tallies, tally, timed]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(tallies: readonly Tally[]): void {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  for (const note of leftOut()) console.log(`NOTE: ${note}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** What this machine, or its user, kept from running. */
function leftOut(): readonly string[] {
  if (isNeo4jLeftOut()) return ['the suites on Neo4j were left out (GAINSAY_SKIP_NEO4J=1).'];
  const { version, java } = RELEASES.calendar;
  return findJava(java) === undefined ? [`the suite on Neo4j ${version} was left out: it needs Java ${java} or newer.`] : [];
}

/** The browser tests need a Chromium; on a Debian of ours it is installed, elsewhere they say what to do. */
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
  return isWell ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs the suites of one of vitest's projects; what it says is shown at once, or given back. */
async function suite(project: string, folder: string, shown: 'now' | 'later'): Promise<{ readonly tally: Tally; readonly said: string }> {
  if (shown === 'now') console.log(`\n── ${project}`);
  const path = join(folder, `${project}.json`);
  const { isWell, said } = await run([
    'node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${path}`,
  ], shown);
  const tally = readTally(path);
  // A run can fail without a failed test: a set-up that broke, an error that nobody caught.
  return { tally: !isWell && tally.failed === 0 ? { ...tally, failed: 1 } : tally, said };
}

/** Runs a program of Node. */
async function run(programArguments: readonly string[], shown: 'now' | 'later'): Promise<{ readonly isWell: boolean; readonly said: string }> {
  const stdio = shown === 'now' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, programArguments, { cwd: root, stdio: ['ignore', stdio, stdio] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  return { isWell: status === 0, said: Buffer.concat(said).toString('utf8') };
}

/** What of vitest's JSON report is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}

/** A file that could not be loaded counts as one failure; so does a report that is not there. */
function readTally(path: string): Tally {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
    const broken = report.testResults.filter(({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'));
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
  } catch (error) {
    console.error(`The suites gave no report: ${path}.`, error);
    return { passed: 0, failed: 1 };
  }
}

await main();
