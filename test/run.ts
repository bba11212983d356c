/**
 * `npm test`: types, lint, build and every suite, each of them also when an earlier one failed. The last
 * line counts them: each test, and one each for types, lint and build.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RELEASES } from './neo4j/neo4j-jars.ts';
import { aptInstall, findJava, isDebianRoot, isNeo4jLeftOut } from './neo4j/toolchain.ts';
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

function main(): void {
  ensureChromium();
  const tallies = [...CHECKS.map(check), runSuites()];
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

/** The browser tests need a Chromium; on Debian as root it is installed, elsewhere they say what to do. */
function ensureChromium(): void {
  if (findChromium() !== undefined) return;
  if (!isDebianRoot()) return;
  console.log('Installing chromium for the browser tests …');
  aptInstall(['chromium']);
}

function check({ name, arguments: programArguments }: Check): Tally {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, programArguments, { cwd: root, stdio: 'inherit' });
  console.log(status === 0 ? `${name}: passed` : `${name}: FAILED`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runSuites(): Tally {
  console.log('\n── suites');
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-run-'));
  const report = join(folder, 'report.json');
  try {
    const { status } = spawnSync(process.execPath, [
      'node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`,
    ], { cwd: root, stdio: 'inherit' });
    const tally = readTally(report);
    // A run can fail without a failed test: a set-up that broke, an error that nobody caught.
    return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
    console.error('The suites gave no report.', error);
    return { passed: 0, failed: 1 };
  }
}

main();
