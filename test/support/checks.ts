/** What is checked without running the program: each is a program of Node's and its arguments. */

export interface Check {
  readonly name: string;
  readonly arguments: readonly string[];
}

const TSC = 'node_modules/typescript/bin/tsc';

/** Types, once more with what the page and the server have at run time; lint; format. */
export const STATIC_CHECKS: readonly Check[] = [
  { name: 'types', arguments: [TSC, '--noEmit'] },
  { name: 'types of the page', arguments: [TSC, '--noEmit', '-p', 'tsconfig.client.json'] },
  { name: 'types of the server', arguments: [TSC, '--noEmit', '-p', 'tsconfig.server.json'] },
  { name: 'lint', arguments: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', arguments: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
];
