/**
 * A Vitest reporter for `npm test`: writes what passed and failed as JSON, for the closing lines.
 * These lines repeat each failed test with its reason, because a long report is read from its end.
 */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** The environment variable with the path of the JSON. */
export const TALLY_FILE = 'GAINSAY_TALLY_FILE';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Each failed test, or file that could not be run: its name, and the reason below it. */
  readonly failures: readonly string[];
  /** Tests that failed, were run again and passed. */
  readonly unsteady: readonly string[];
}

/** The maximum length of a repeated reason, in characters. */
const LONGEST_REASON = 1_500;

type Problem = { readonly message: string; readonly diff?: string | undefined; readonly stack?: string | undefined };

export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly Problem[]): void {
    const path = process.env[TALLY_FILE];
    if (path !== undefined) writeFileSync(path, JSON.stringify(tallyOf(modules, unhandled)));
  }
}

function tallyOf(modules: readonly TestModule[], unhandled: readonly Problem[]): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const unsteady = tests.filter((test) => test.result().state === 'passed' && (test.diagnostic()?.retryCount ?? 0) > 0);
  const failures = [
    ...modules.flatMap((module) => troubleOf(module.relativeModuleId, outsideTests(module))),
    ...tests.flatMap((test) =>
      test.result().state === 'failed' ? [failure(nameOf(test), test.result().errors ?? [])] : [],
    ),
    ...troubleOf('outside any test', unhandled),
  ];
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed: failures.length,
    failures,
    unsteady: unsteady.map((test) => failure(nameOf(test), test.result().errors ?? [])),
  };
}

/** Failures while the file was loaded, and in the hooks of its suites. */
function outsideTests(module: TestModule): readonly Problem[] {
  return [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())];
}

function troubleOf(where: string, problems: readonly Problem[]): readonly string[] {
  return problems.length === 0 ? [] : [failure(where, problems)];
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}

function failure(name: string, problems: readonly Problem[]): string {
  const reasons = problems.map(({ message, diff, stack }) =>
    [message, diff, ownLine(stack)].filter((part) => part !== undefined).join('\n'),
  );
  return `${name}\n${reasons.join('\n').slice(0, LONGEST_REASON).replaceAll(/^/gm, '    ')}`;
}

/** The line of this repository in a stack. */
function ownLine(stack: string | undefined): string | undefined {
  return stack
    ?.split('\n')
    .find((line) => /\/(?:test|client|server)\//.test(line) && !line.includes('node_modules'))
    ?.trim();
}
