import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Attributes,
  type FileAttributes,
  MAX_ATTRIBUTES,
  attributeType,
  attributeValues,
  fileAttributes,
  isAttributeKey,
  valueOfCell,
} from '../../../server/contract/attributes.ts';
import { normaliseAttributes, uniteAttributes } from '../../../server/ingest/records/unite-attributes.ts';
import { areTooMany } from '../../../server/ingest/records/union-limits.ts';
import { jsonl, validate } from '../validate/support.ts';

const key = fc
  .oneof(
    fc.constantFrom('party', '2020', '10', '9', 'constructor', 'toString', 'a b', 'é', 'e\u0301', '名前', 'v.2'),
    fc.string({ minLength: 1, maxLength: 8 }),
  )
  .filter(isAttributeKey);
const value = fc.oneof(
  fc.constantFrom<string | number>('', ' x', 'x', 'e\u0301', 'é', '2022-09', '12', 12, 0, -0, 1e-7, -0.5, 2 ** 53 - 1),
  fc.double({ noNaN: true, min: -(2 ** 53 - 1), max: 2 ** 53 - 1 }),
  fc.string(),
);
const given: fc.Arbitrary<FileAttributes> = fc
  .array(fc.tuple(key, fc.oneof(value, fc.constant(null), fc.array(value, { maxLength: 4 }))), { maxLength: 6 })
  .map((entries) => Object.fromEntries(entries));
const attributes: fc.Arbitrary<Attributes | undefined> = given.map(normaliseAttributes);

describe('attributes', () => {
  it('have one form, whatever the order of keys and values', () => {
    expect(normaliseAttributes({ b: ['y', 2, 'x', 10, '2'], ' a ': null, c: [], 'e\u0301': ' 1 ', é: '2' })).toEqual({
      b: [2, 10, '2', 'x', 'y'],
      é: ['1', '2'],
    });
    expect(normaliseAttributes({ a: ['', ' ', null] })).toBeUndefined();
  });

  it('are read from a file as they were written', () => {
    fc.assert(
      fc.property(attributes, (one) => {
        if (one === undefined) return;
        const read = normaliseAttributes(JSON.parse(JSON.stringify(fileAttributes(one))) as FileAttributes);
        expect(JSON.stringify(read)).toBe(JSON.stringify(one));
      }),
    );
  });

  it('are united in any order, and twice is once', () => {
    fc.assert(
      fc.property(attributes, attributes, attributes, (a, b, c) => {
        const text = (one: Attributes | undefined): string => JSON.stringify(one) ?? '';
        const all = text(uniteAttributes(uniteAttributes(a, b), c));
        expect(text(uniteAttributes(c, uniteAttributes(b, a)))).toBe(all);
        expect(text(uniteAttributes(uniteAttributes(a, b), uniteAttributes(b, c)))).toBe(all);
      }),
    );
  });

  it('have no values of a prototype', () => {
    expect(attributeValues({ a: ['x'] }, 'constructor')).toEqual([]);
    expect(attributeValues({ constructor: ['x'] }, 'constructor')).toEqual(['x']);
  });

  it('are too many above each limit', () => {
    const numbered = (count: number): Attributes =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, [n]]));
    expect([areTooMany(numbered(MAX_ATTRIBUTES)), areTooMany(numbered(MAX_ATTRIBUTES + 1))]).toEqual([false, true]);
    const values = (count: number) => Array.from({ length: count }, (_, n) => n);
    expect([areTooMany({ a: values(50) }), areTooMany({ a: values(51) })]).toEqual([false, true]);
    const long = (count: number): Attributes => ({
      a: Array.from({ length: 20 }, (_, n) => `${10 + n}`.padEnd(count, 'x')),
    });
    expect([areTooMany(long(999)), areTooMany(long(1_000))]).toEqual([false, true]);
  });

  it('are dates, numbers or texts by their form', () => {
    expect(['2022', '2022-13', '2022-09-22', 'x'].map(attributeType)).toEqual(['date', 'text', 'date', 'text']);
    expect(
      ['12', '007', '1.0', '-0.5', '1e21', 'NaN', 'Infinity', '-0', '9007199254740993', ''].map(valueOfCell),
    ).toEqual([12, '007', '1.0', -0.5, '1e21', 'NaN', 'Infinity', '-0', '9007199254740993', '']);
  });
});

describe('the attributes of a file', () => {
  const actor = (text: string): string => `{"type":"actor","id":"a","name":"A","attributes":${text}}\n`;

  it('belong to actors, claims and documents', async () => {
    const { records, faults } = await validate(
      'jsonl',
      jsonl([
        { type: 'actor', id: 'a', name: 'A', attributes: { party: ['Left', 'Green'], seats: 12, left: '2022-09' } },
        { type: 'claim', id: 'c', text: 'C', attributes: { verdict: 'mixed' } },
        { type: 'document', id: 'd', title: 'D', attributes: { pages: [3, 3], none: null } },
      ]),
    );
    expect(faults.faults).toEqual([]);
    expect(records.actors[0]?.attributes).toEqual({ left: ['2022-09'], party: ['Green', 'Left'], seats: [12] });
    expect(records.claims[0]?.attributes).toEqual({ verdict: ['mixed'] });
    expect(records.documents[0]?.attributes).toEqual({ pages: [3] });
  });

  it.each([
    ['a key with a colon', '{"a:b":1}', 'attributes.a:b', 'bad-value', /visible characters, without colons.*“a:b”/u],
    ['an empty key', '{" ":1}', 'attributes. ', 'bad-value', /Not a key/u],
    ['an invisible key', '{"a\\u200bb":1}', 'attributes.a[U+200B]b', 'bad-value', /Not a key/u],
    [
      'a key that is too long',
      `{"${'k'.repeat(101)}":1}`,
      expect.stringMatching(/^attributes\.k+…$/u),
      'bad-value',
      /Not a key/u,
    ],
    ['a reserved key', '{"a":1,"__proto__":2}', 'attributes.__proto__', 'bad-value', /reserved/u],
    ['a key twice', '{"a":1,"a":2}', 'attributes.a', 'duplicate-field', /twice/u],
    ['a truth value', '{"a":true}', 'attributes.a', 'bad-value', /Not a text, a number or a list/u],
    ['an object', '{"a":{"b":1}}', 'attributes.a', 'bad-value', /Not a text, a number or a list/u],
    ['a list in a list', '{"a":[["b"]]}', 'attributes.a', 'bad-value', /Not a text, a number or a list/u],
    ['a number that is not exact', '{"a":9007199254740993}', 'attributes.a', 'bad-value', /write it as a text/u],
    ['a number without end', '{"a":1e999}', 'attributes.a', 'bad-value', /Not a text, a number or a list/u],
    ['a text that is too long', `{"a":"${'x'.repeat(1_001)}"}`, 'attributes.a', 'too-long', /1000/u],
    ['a text that grows in NFC', `{"a":"${'\u0958'.repeat(501)}"}`, 'attributes.a', 'bad-value', /NFC/u],
    ['half a character', '{"a":"\\ud83d"}', 'attributes.a.0', 'bad-encoding', /surrogate/u],
    [
      'too many together',
      JSON.stringify(Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`k${n}`, 'x'.repeat(1_000)]))),
      'attributes',
      'too-long',
      /20000/u,
    ],
    ['no object', '["a"]', 'attributes', 'bad-value', /object/u],
  ])('are a fault with %s', async (_, text, field, code, reason) => {
    const { faults } = await validate('jsonl', actor(text as string));
    expect(faults.faults).toEqual([
      {
        file: expect.any(String),
        row: 1,
        section: 'actors',
        field,
        code,
        reason: expect.stringMatching(reason as RegExp),
      },
    ]);
  });
});
