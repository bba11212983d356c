/** No request, and no number of requests at once, blocks the event loop. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoopDelay } from './loop-meter.ts';

const CHILD = fileURLToPath(new URL('requests-child.ts', import.meta.url));
/** See files.test.ts. */
const LIMIT = 600;

let child: ChildProcess;
let url: string;
beforeAll(async () => {
  child = fork(CHILD, [], { execArgv: ['--import', 'tsx'] });
  const [ready] = (await once(child, 'message')) as [{ readonly url: string; readonly state: string }];
  if (ready.state !== 'published') throw new Error(`The crowded file is ${ready.state}.`);
  ({ url } = ready);
  await blocked();
}, 240_000);
afterAll(() => void child.kill('SIGKILL'));

async function blocked(): Promise<LoopDelay> {
  child.send('report');
  const [delay] = (await once(child, 'message')) as [LoopDelay];
  return delay;
}

const post = (path: string, body: object): Promise<Response> =>
  fetch(url + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const ids = (first: number, count: number): string[] => Array.from({ length: count }, (_, at) => `a${first + at}`);
const statuses = async (answers: readonly Promise<Response>[]): Promise<number[]> => {
  const all = await Promise.all(answers);
  for (const answer of all) await answer.arrayBuffer();
  return [...new Set(all.map(({ status }) => status))];
};
const times = (count: number, ask: (at: number) => Promise<Response>): Promise<Response>[] =>
  Array.from({ length: count }, (_, at) => ask(at));

const REQUESTS: readonly (readonly [string, () => Promise<Response>[]])[] = [
  [
    '50 requests for neighbours that exclude 5,000 ids',
    () => times(50, () => post('/api/nodes/hub/neighbours', { exclude: ids(500, 5_000), limit: 200 })),
  ],
  [
    '30 requests for a graph of 2,000 nodes',
    () => times(30, (at) => post('/api/subgraph', { ids: ids(at * 100 + 500, 1_999).concat('hub') })),
  ],
  [
    'searches among thousands of long aliases',
    () => times(2, (at) => fetch(`${url}/api/search?q=${encodeURIComponent(`crowd ${at} alias`)}&limit=20`)),
  ],
  [
    'searches with slips among thousands of long aliases',
    () => times(2, (at) => fetch(`${url}/api/search?q=${encodeURIComponent(`crowed ${at} wirds alais`)}&limit=20`)),
  ],
];

describe('the event loop', () => {
  it.each(REQUESTS)('is not blocked by %s', { timeout: 240_000 }, async (_, ask) => {
    expect(await statuses(ask())).toEqual([200]);
    const delay = await blocked();
    expect(delay.blocked, `delayed by the clock: ${delay.delayed} ms`).toBeLessThan(LIMIT);
  });
});
