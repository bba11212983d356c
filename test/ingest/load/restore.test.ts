/** What was accepted can be exported, and the export can be loaded: whatever several imports made of it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '../../../server/engine/embedded.ts';
import { exportNative } from '../../../server/export/export-native.ts';
import { describeOnEngines, tmpFolder, type OpenEngine } from '../../support/engines.ts';
import { expectSound, openLoading, type Content, type Loading } from '../import-fixture.ts';

/** A letter that NFC writes as two. */
const GROWING = '\u0958';
const from = (first: number, count: number, make: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => make(first + at));
const claim = { id: 'c', text: 'C' };

/** Exports both formats, loads each into an empty database, and compares the hashes. */
async function expectRestored(loading: Loading, folder: string): Promise<void> {
  await expectSound(loading.engine);
  const hash = await loading.hash();
  for (const format of ['json', 'jsonl'] as const) {
    let text = '';
    for await (const chunk of exportNative(loading.engine, format)) text += chunk;
    const other = await openLoading(await openEmbedded(), folder);
    try {
      expect(await other.loadText(text, format)).toMatchObject({ state: 'published', errors: { faults: [] } });
      expect(await other.hash()).toBe(hash);
    } finally {
      await other.imports.close();
      await other.engine.close();
    }
  }
}

describeOnEngines('an export of a union', (open: OpenEngine) => {
  const folder = tmpFolder();
  const refused = [
    [
      'aliases',
      [
        { actors: [{ id: 'a', name: 'A', aliases: from(0, 150, (at) => `alias ${at}`) }] },
        { actors: [{ id: 'a', name: 'A', aliases: from(150, 150, (at) => `alias ${at}`) }] },
      ],
    ],
    [
      'speaksFor',
      [
        {
          actors: [
            { id: 'a', name: 'A', speaksFor: from(0, 30, (at) => `b${at}`) },
            ...from(0, 60, (at) => `b${at}`).map((id) => ({ id, name: id })),
          ],
        },
        { actors: [{ id: 'a', name: 'A', speaksFor: from(30, 30, (at) => `b${at}`) }] },
      ],
    ],
    [
      'speaksFor',
      [
        {
          actors: [
            { id: 'a', name: 'A', speaksFor: ['b'] },
            { id: 'b', name: 'B', speaksFor: ['c'] },
            { id: 'c', name: 'C' },
          ],
        },
        { actors: [{ id: 'c', name: 'C', speaksFor: ['a'] }] },
      ],
    ],
  ] as const satisfies readonly (readonly [string, readonly Content[]])[];

  it.each(refused)(
    'loads, because a file that would exceed a limit together with others is refused: %s',
    async (field, files) => {
      const loading = await openLoading(await open(), folder);
      const [first, second] = files;
      expect(await loading.load(first)).toMatchObject({ state: 'published' });
      const before = await loading.hash();
      expect(await loading.load(second)).toMatchObject({
        state: 'failed',
        errors: { total: 1, faults: [{ row: 1, field }] },
      });
      expect(await loading.hash()).toBe(before);
      await expectRestored(loading, folder);
    },
  );
});

describe('limits of a file', () => {
  const folder = tmpFolder();
  const grown: readonly (readonly [string, Content])[] = [
    ['name', { actors: [{ id: 'a', name: GROWING.repeat(300) }] }],
    ['aliases.1', { actors: [{ id: 'a', name: 'A', aliases: ['B', GROWING.repeat(300)] }] }],
    ['text', { claims: [{ id: 'c', text: GROWING.repeat(1_100) }] }],
    ['title', { documents: [{ id: 'd', title: GROWING.repeat(600) }] }],
    ['text', { documents: [{ id: 'd', title: 'D', text: '\u0001'.repeat(405_000) }] }],
  ];

  it.each(grown)('hold for the form that is kept: %s', async (field, content) => {
    const loading = await openLoading(await openEmbedded(), folder);
    expect(await loading.load(content)).toMatchObject({
      state: 'failed',
      errors: { total: 1, faults: [{ row: 1, field, code: 'too-long' }] },
    });
    await loading.imports.close();
    await loading.engine.close();
  });

  it('hold for a title that is made from an address', async () => {
    const loading = await openLoading(await openEmbedded(), folder);
    const address = `http://a.de/${GROWING.repeat(400)}${'x'.repeat(187)}😀😀`;
    const text = `actor,claim,stance,document_url\nA,C,asserts,${address}\n`;
    expect(await loading.loadText(text, 'csv')).toMatchObject({ state: 'published' });
    await expectRestored(loading, folder);
    await loading.imports.close();
    await loading.engine.close();
  });
});

/** What every sequence begins with: files that refer to it are mostly complete. */
const PRINCIPALS = from(0, 110, (at) => `p${at}`);
const actors = ['a0', 'a1', 'a2'];
const BASE: Content = {
  actors: [...actors, ...PRINCIPALS].map((id) => ({ id, name: id })),
  claims: [claim],
  documents: [{ id: 'd', title: 'D' }],
};

/** Files about the same few things. Some exceed a limit together with others, make a cycle, or contradict what is there. */
const Run = fc.record({ first: fc.nat(150), count: fc.constantFrom(0, 1, 60, 110, 200) });
const ActorOf = (id: string) =>
  fc.record(
    {
      id: fc.constant(id),
      name: fc.constantFrom(id, id.toUpperCase()),
      aliases: Run.map(({ first, count }) => from(first, count, (at) => `${id} ${at}`)),
      speaksFor: fc.oneof(
        {
          weight: 3,
          arbitrary: fc
            .tuple(fc.nat(60), fc.constantFrom(1, 20, 50))
            .map(([first, count]) => PRINCIPALS.slice(first, first + count)),
        },
        { weight: 1, arbitrary: fc.constantFrom(...actors.filter((other) => other !== id)).map((other) => [other]) },
      ),
    },
    { requiredKeys: ['id', 'name'] },
  );
const ClaimOf = fc.record(
  {
    topics: fc
      .tuple(fc.nat(40), fc.constantFrom(1, 25, 50))
      .map(([first, count]) => from(first, count, (at) => `T${at}`)),
  },
  { requiredKeys: [] },
);
const DocumentOf = fc.record(
  { text: fc.constantFrom('It is so, he said. It is so.', 'It is so, he said. It is so.', 'No.') },
  { requiredKeys: [] },
);
const Statement = fc.record(
  {
    actor: fc.constantFrom(...actors),
    claim: fc.constant('c'),
    stance: fc.constantFrom('asserts' as const, 'denies' as const, 'neutral' as const),
    document: fc.constant('d'),
    quotation: fc.constantFrom(
      { exact: 'It is so' },
      { exact: 'It is so.' },
      { exact: 'It is so', start: 19, end: 27 },
      { exact: 'is not' },
    ),
  },
  { requiredKeys: ['actor', 'claim', 'stance'] },
);
const File: fc.Arbitrary<Content> = fc.record({
  actors: fc.uniqueArray(fc.oneof(...actors.map(ActorOf)), { maxLength: 2, selector: ({ id }) => id }),
  claims: fc.array(
    ClaimOf.map((more) => ({ ...claim, ...more })),
    { maxLength: 1 },
  ),
  documents: fc.array(
    DocumentOf.map((more) => ({ id: 'd', title: 'D', ...more })),
    { maxLength: 1 },
  ),
  statements: fc.array(Statement, { maxLength: 3 }),
});

describe('any sequence of imports', () => {
  const folder = tmpFolder();

  it('exports to a file that loads into an empty database, with an equal hash', { timeout: 300_000 }, async () => {
    const outcomes = { published: 0, failed: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(File, { minLength: 3, maxLength: 8 }), async (files) => {
        const loading = await openLoading(await openEmbedded({ shuffleUnordered: true }), folder);
        await loading.load(BASE);
        for (const content of files) {
          const { state } = await loading.load(content);
          outcomes[state === 'published' ? 'published' : 'failed'] += 1;
        }
        await expectRestored(loading, folder);
        await loading.imports.close();
        await loading.engine.close();
      }),
      { numRuns: 12 },
    );
    expect(Math.min(outcomes.published, outcomes.failed)).toBeGreaterThan(3);
  });
});
