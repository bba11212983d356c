/** What is exported as CSV comes back as it was. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nativeCsv } from '../../../client/features/export/native-csv.ts';
import { fileAttributes, isAttributeKey } from '../../../server/contract/attributes.ts';
import type { NativeFile } from '../../../server/contract/native.ts';
import { entriesOf, guarded, joinedNames, unguarded } from '../../../server/contract/csv-cells.ts';
import { validate } from './support.ts';

/** Beginnings of formulas, apostrophes, marks for missing values, separators, spaces, quotes and line ends. */
const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom("'", "''", '=', '+', '-', '@', '\t', '\r', '\n', '\r\n', ';', '\\', ',', '"', ' '),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('NA', 'N/A', 'null', '–', 'NaN', '\\N', '.', '\u00a0', '\ufeff', '\u200b', '＝'),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
);
const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
const name = text.filter((one) => one.trim() !== '');
const id = fc
  .tuple(fc.constantFrom('', '=', '-', "'", '@', ';', '\\', 'NA;', ','), fc.nat(30))
  .map(([sign, number]) => `${sign}${number}`);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const someAttributes = maybe(
  fc.dictionary(
    fc.oneof(
      fc.constantFrom('party', '2020', 'constructor', 'a b', '=1', 'x.y', '"'),
      fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }).filter(isAttributeKey),
    ),
    fc.array(
      fc.oneof(
        fc.constantFrom<string | number>(
          '12',
          '007',
          "'-5",
          "''=x",
          'NA',
          "'NA",
          'a; b\\',
          '\\;',
          '2022',
          -5,
          0.1,
          1e-7,
        ),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.integer(),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    { maxKeys: 3 },
  ),
);

const entities = fc.record({
  actors: fc.uniqueArray(
    fc.record(
      {
        id: id.map((one) => `${one}a`),
        name,
        kind: maybe(fc.constantFrom('person', 'media')),
        aliases: fc.array(name, { maxLength: 3 }),
        description: maybe(text),
        attributes: someAttributes,
      },
      { requiredKeys: ['id', 'name'] },
    ),
    { minLength: 2, maxLength: 5, selector: (actor) => actor.id },
  ),
  claims: fc.uniqueArray(
    fc.record({
      id: id.map((one) => `${one}c`),
      text: name,
      topics: fc.array(name, { maxLength: 3 }),
      scope: maybe(text),
      attributes: someAttributes,
    }),
    { minLength: 1, maxLength: 4, selector: (claim) => claim.id },
  ),
  documents: fc.uniqueArray(
    fc.record({
      id,
      title: name,
      url: maybe(fc.constantFrom('https://example.org/a', 'http://example.org/?q=1;2')),
      publishedAt: maybe(fc.constantFrom('0044', '2022-09', '2022-09-22')),
      language: maybe(fc.constantFrom('en', 'pt-BR')),
      attributes: someAttributes,
      text: maybe(text.map((one) => `${one}NA${one}`)),
    }),
    { minLength: 1, maxLength: 3, selector: (document) => document.id },
  ),
});

const dispute = entities.chain(({ actors, claims, documents }) => {
  const actor = fc.constantFrom(...actors.map((one) => one.id));
  const statement = fc.record({
    id: maybe(id),
    actor,
    claim: fc.constantFrom(...claims.map((one) => one.id)),
    stance: fc.constantFrom('asserts', 'denies', 'neutral'),
    date: maybe(fc.constantFrom('2022', '0099-01-01')),
    modality: maybe(fc.constantFrom('stated', 'hedged')),
    document: maybe(fc.constantFrom(...documents.map((one) => one.id))),
    quotation: maybe(fc.record({ exact: fc.oneof(text, fc.constant('NA')), prefix: maybe(text), suffix: maybe(text) })),
    reportedBy: fc.uniqueArray(actor, { maxLength: 3 }),
    note: maybe(text),
  });
  return fc.record({
    format: fc.constant('gainsay/1'),
    // The first actor speaks for no one, so there is no cycle.
    actors: fc.constant(actors.map((one, index) => (index === 0 ? one : { ...one, speaksFor: [actors[0]?.id] }))),
    claims: fc.constant(claims),
    documents: fc
      .array(maybe(actor), { minLength: documents.length, maxLength: documents.length })
      .map((publishers) => documents.map((one, index) => ({ ...one, publisher: publishers[index] }))),
    statements: fc.array(statement, { maxLength: 6 }),
  });
});

/** The records in order of id: what a database would hold. */
function sorted(records: Awaited<ReturnType<typeof validate>>['records']) {
  const inOrder = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    actors: inOrder(records.actors),
    claims: inOrder(records.claims),
    documents: inOrder(records.documents),
    statements: inOrder(records.statements),
  };
}

/** The canonical native file of some records, as an export has it. */
function nativeOf(records: ReturnType<typeof sorted>): NativeFile {
  return {
    format: 'gainsay/1',
    actors: records.actors.map(({ aliases, speaksFor, attributes, ...one }) => ({
      ...one,
      ...(attributes && { attributes: fileAttributes(attributes) }),
      aliases: [...aliases],
      speaksFor: [...speaksFor],
    })),
    claims: records.claims.map(({ topics, attributes, ...one }) => ({
      ...one,
      ...(topics && { topics: [...topics] }),
      ...(attributes && { attributes: fileAttributes(attributes) }),
    })),
    documents: records.documents.map(({ sha256: _, attributes, ...one }) => ({
      ...one,
      ...(attributes && { attributes: fileAttributes(attributes) }),
    })),
    statements: records.statements.map(({ positionId: _p, datePrecision: _d, quotation, reportedBy, ...one }) => {
      const { location: _l, ...words } = quotation ?? {};
      return {
        ...one,
        ...(quotation && { quotation: { exact: quotation.exact, ...words } }),
        reportedBy: [...reportedBy],
      };
    }),
  };
}

describe('a dispute as CSV', () => {
  it('gives the same records when it is imported, whatever it contains', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(dispute, async (file) => {
        const first = await validate('json', JSON.stringify(file));
        if (first.faults.total > 0) return;
        accepted += 1;
        const records = sorted(first.records);
        const csv = nativeCsv(nativeOf(records));
        const second = await validate('csv', `\ufeff${csv}`);
        expect(second.faults.faults).toEqual([]);
        expect(sorted(second.records)).toEqual(records);
        expect(second.warnings.faults.filter(({ code }) => code === 'missing-value')).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  it('has no cell that a spreadsheet would compute', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(unguarded(guarded(one))).toBe(one);
        expect(guarded(one)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
      }),
    );
  });

  it('keeps names apart in one cell', () => {
    fc.assert(
      fc.property(
        fc.array(
          name.map((one) => one.trim()),
          { maxLength: 4 },
        ),
        (names) => {
          expect(entriesOf(unguarded(guarded(joinedNames(names)))).map(unguarded)).toEqual(names);
        },
      ),
    );
  });

  it.each(["'twas", "'", "''", "O'Neil", "'Brien"])('leaves the apostrophe of %s', (one) => {
    expect(guarded(one)).toBe(one);
    expect(unguarded(one)).toBe(one);
  });

  it('refers by ids, and refuses ids that are not one for each name', async () => {
    const header =
      'actor,claim,stance,reporter,reporter_ids,speaks_for,speaks_for_ids,document_title,publisher,publisher_id';
    const same = await validate('csv', `${header}\nA,c,asserts,Post; Post,post-1;post-2,Town,t,D,Post,post-1\n`);
    expect(same.faults.faults).toEqual([]);
    expect(same.records.statements[0]?.reportedBy).toEqual(['post-1', 'post-2']);
    expect(same.records.actors.find((one) => one.name === 'A')?.speaksFor).toEqual(['t']);
    expect(same.records.documents[0]?.publisher).toBe('post-1');
    const other = await validate('csv', `${header}\nA,c,asserts,Post; Echo,post-1,,,,,\n`);
    expect(other.faults.faults).toMatchObject([
      {
        row: 2,
        field: 'reporter_ids',
        code: 'bad-value',
        reason: 'The cell has 1 ids, and reporter has 2 names. Write one id for each name, in the same order.',
      },
    ]);
  });

  it('has rows that only describe, which state nothing', async () => {
    const { records, faults } = await validate(
      'csv',
      'record,actor,claim,stance,actor_description\nactor,Iva,,,An engineer\nclaim,,The lock is open.,,\n,Jon,The lock is open.,denies,\n',
    );
    expect(faults.faults).toEqual([]);
    expect(records.actors.map(({ name: one, description }) => [one, description])).toEqual([
      ['Iva', 'An engineer'],
      ['Jon', undefined],
    ]);
    expect(records.statements).toHaveLength(1);
    const wrong = await validate('csv', 'record,actor,claim,stance\nactor,Iva,,asserts\nthing,Iva,c,asserts\n');
    expect(wrong.faults.faults.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, 'stance', 'unknown-field'],
      [3, 'record', 'bad-value'],
    ]);
  });
});
