/**
 * The latency of the result list while a user types: 200 queries typed character by character into the search field of
 * a real browser, from the last key to the painted list, against the same searches asked over HTTP without a
 * browser, in turn with them. Budget: p95 ≤ 150 ms.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { randomFor, type Random } from '../generate/random.ts';
import { Dispute } from '../generate/records.ts';
import { chromiumPath } from '../support/browser.ts';
import { loadGenerated } from './load-generated.ts';
import { buildIfNeeded, startServer } from './start-server.ts';
import { printTable } from './table.ts';

const STATEMENTS = 100_000;
const SEED = 1;
const BUDGET = 150;
/** Milliseconds between two keys: the speed of a fast typist. */
const PACE_MS = 80;
/** The number of queries of each kind. */
const QUERIES = 40;

const KINDS = [
  'two or three letters',
  'beginning of a name',
  'first name and an initial',
  'name with a typing error',
  'words of a quotation',
] as const;
type Kind = (typeof KINDS)[number];

interface Query {
  readonly kind: Kind;
  readonly text: string;
}

interface Time extends Query {
  /** From the last key to the painted list, and of the bare search, in milliseconds. */
  readonly painted: number;
  readonly bare: number;
}

/**
 * Loads a generated dispute into the embedded engine, types, and prints a table.
 *
 * @param args `--statements N` (100,000), `--queries N` of each kind (40).
 */
export async function run(args: readonly string[]): Promise<void> {
  const option = (name: string): number | undefined =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined;
  const statements = option('--statements') ?? STATEMENTS;
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-typeahead-'));
  try {
    await buildIfNeeded();
    const data = await loadGenerated(folder, { statements, seed: SEED });
    const queries = chooseQueries(new Dispute({ statements, seed: SEED }), option('--queries') ?? QUERIES);
    report(statements, await typeAll(data, queries));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Distinct texts, shorter ones first, so that no text is a measured prefix of another one before it. */
function chooseQueries(dispute: Dispute, count: number): readonly Query[] {
  const random = randomFor(SEED, 99, 0);
  const texts: Readonly<Record<Kind, () => string>> = {
    'two or three letters': () => nameIn(dispute, random).slice(0, 2 + random.below(2)),
    'beginning of a name': () => nameIn(dispute, random).slice(0, 4 + random.below(8)),
    'first name and an initial': () => /^\S+ \S/u.exec(nameIn(dispute, random))?.[0] ?? '',
    'name with a typing error': () => mistyped(nameIn(dispute, random), random),
    'words of a quotation': () => quotedWords(dispute, random),
  };
  const queries = KINDS.flatMap((kind) => {
    const chosen = new Set<string>();
    for (let tries = 0; chosen.size < count && tries < count * 20; tries += 1) {
      const text = texts[kind]().trim();
      if (text.length >= 2) chosen.add(text);
    }
    return [...chosen].map((text) => ({ kind, text }));
  });
  return [...new Map(queries.map((query) => [query.text, query])).values()].toSorted(
    (a, b) => a.text.length - b.text.length,
  );
}

/** Half of the names are of the busiest hundred. */
function nameIn(dispute: Dispute, random: Random): string {
  return dispute.actor(random.below(random.chance(0.5) ? 100 : dispute.counts.actors)).name;
}

/** Two neighbouring characters of a longer name in the wrong order. */
function mistyped(name: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, name.length - 3));
  return name.length < 6 ? '' : `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at] ?? ''}${name.slice(at + 2)}`;
}

function quotedWords(dispute: Dispute, random: Random): string {
  const words = dispute.statement(random.below(dispute.counts.statements)).quotation?.exact.split(' ') ?? [];
  const from = random.below(Math.max(1, words.length - 4));
  return words.slice(from, from + 3 + random.below(2)).join(' ');
}

async function typeAll(data: string, queries: readonly Query[]): Promise<readonly Time[]> {
  const server = await startServer(data);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    // The tour of a first visit would take the keys.
    await page.addInitScript(() => localStorage.setItem('gainsay.settings', JSON.stringify({ isTourKnown: true })));
    await page.goto(server.url);
    await page.waitForSelector('[data-nodes]:not([data-nodes="0"])', { state: 'attached' });
    // Unmeasured: the first run compiles the code.
    for (const text of ['an', 'the first', 'nobody of this name']) await typed(page, text);
    const times: Time[] = [];
    for (const query of queries)
      times.push({ ...query, painted: await typed(page, query.text), bare: await asked(server.url, query.text) });
    return times;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Types a text and gives the time from its last key to the list that answers it. */
async function typed(page: Page, text: string): Promise<number> {
  await page.getByRole('combobox').fill('');
  const painted = page.evaluate(timeToList, text);
  await page.getByRole('combobox').pressSequentially(text, { delay: PACE_MS });
  return painted;
}

/** Runs in the page, without access to this file. Methods, because tsx wraps named functions in a helper. */
function timeToList(text: string): Promise<number> {
  return new Promise((resolve) => {
    const input = document.querySelector<HTMLInputElement>('.search-input');
    const probe = {
      key: 0,
      pressed: 0,
      // Characters without a key on the keyboard come without a key event.
      handleEvent(event: Event) {
        if (event.type === 'keydown') probe.key = event.timeStamp;
        else [probe.pressed, probe.key] = [probe.key || event.timeStamp, 0];
      },
      look() {
        const list = document.querySelector('.search-results [role="listbox"]:not(.is-stale)');
        const isAnswered =
          list !== null && (list.childElementCount > 0 || document.querySelector('.search-nothing') !== null);
        if (input?.value !== text || !isAnswered) {
          requestAnimationFrame(probe.look);
          return;
        }
        for (const type of ['keydown', 'beforeinput']) input.removeEventListener(type, probe, true);
        // A message is handled after the frame that is being made.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now() - probe.pressed));
        port1.start();
        port2.postMessage(undefined);
      },
    };
    for (const type of ['keydown', 'beforeinput']) input?.addEventListener(type, probe, true);
    requestAnimationFrame(probe.look);
  });
}

async function asked(url: string, text: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`${url.replace(/\/$/, '')}/api/search?limit=20&q=${encodeURIComponent(text)}`);
  await answer.text();
  if (answer.status !== 200) throw new Error(`The search for ${text} answered ${answer.status}.`);
  return performance.now() - begun;
}

function report(statements: number, times: readonly Time[]): void {
  const rows = [...KINDS, undefined].map((kind) => {
    const [of, isWhole] = [times.filter((time) => kind === undefined || time.kind === kind), kind === undefined];
    const [painted, bare] = [of.map((time) => time.painted), of.map((time) => time.bare)];
    const p95 = percentile(painted, 0.95);
    return [
      kind ?? 'all',
      String(of.length),
      ms(percentile(bare, 0.5)),
      ms(percentile(painted, 0.5)),
      ms(percentile(bare, 0.95)),
      ms(p95),
      (percentile(painted, 0.5) / percentile(bare, 0.5)).toFixed(1),
      isWhole ? `≤ ${BUDGET} ms` : '',
      isWhole ? (p95 <= BUDGET ? 'held' : 'MISSED') : '',
    ];
  });
  printTable(
    [
      `typed, ${statements} statements`,
      'queries',
      'bare p50',
      'painted p50',
      'bare p95',
      'painted p95',
      'ratio p50',
      'budget',
      '',
    ],
    rows,
  );
  const slowest = times.toSorted((a, b) => b.painted - a.painted).slice(0, 5);
  process.stdout.write(
    `\nSlowest: ${slowest.map(({ text, painted, bare }) => `“${text}” ${ms(painted)} (bare ${ms(bare)})`).join(', ')}\n`,
  );
}

const ms = (time: number): string => `${time.toFixed(0)} ms`;

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
