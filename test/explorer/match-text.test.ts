import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../server/explorer/edit-distance.ts';
import { excerptOf } from '../../server/explorer/excerpt.ts';
import { matchText } from '../../server/explorer/match-text.ts';
import { foldWords } from '../../server/store/fold-text.ts';

const match = (query: string, text: string): readonly unknown[] | undefined => {
  const found = matchText(foldWords(query), { text, words: foldWords(text) });
  return found && [found.sort, found.penalty, ...found.hits.map(([start, end]) => text.slice(start, end))];
};

describe('matchText', () => {
  it.each([
    ['north korea', 'North-Korea', ['exact', 0, 'North', 'Korea']],
    ['north kor', 'North Korea', ['prefix', 0, 'North', 'Kor']],
    ['nor kor', 'North Korea', ['allWords', 0, 'Nor', 'Kor']],
    ['korea', 'North Korea', ['wordPrefix', 0, 'Korea']],
    ['korea north', 'North Korea', ['allWords', 0, 'North', 'Korea']],
    ['nroth korae', 'North Korea', ['slips', 2, 'North', 'Korea']],
    ['korea arms', 'North Korea', ['partial', 4, 'Korea']],
    ['korea armaments', 'North Korea', undefined],
    ['iarn', 'Iran', ['slips', 1, 'Iran']],
    ['irn', 'Iran', undefined],
    ['ammunitoin', 'ammunition', ['slips', 1, 'ammunition']],
    ['amunitoin', 'ammunition', ['slips', 2, 'ammunition']],
    ['groß', 'Grossstadt', ['prefix', 0, 'Gross']],
    ['北朝', '北朝鮮', ['prefix', 0, '北朝']],
    ['朝鮮', '北朝鮮', ['wordPrefix', 0, '朝鮮']],
    ['北朝鮮政府', '北朝鮮', ['partial', 2, '北朝鮮']],
    ['x', '', undefined],
  ])('compares %j with %j', (query, text, expected) => {
    expect(match(query, text)).toEqual(expected);
  });

  it('finds every text by itself, marked from its first to its last letter', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        const words = foldWords(text);
        const found = matchText(words, { text, words });
        const expected = words.length === 0 ? undefined : ['exact', words[0]?.start, words.at(-1)?.end];
        expect(found && [found.sort, found.hits[0]?.[0], found.hits.at(-1)?.[1]]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('editDistance', () => {
  it('counts insertions, deletions, substitutions and swaps of neighbours', () => {
    expect(['kora', 'koreas', 'karea', 'korae', 'korea'].map((other) => editDistance('korea', other, 2))).toEqual([
      1, 1, 1, 1, 0,
    ]);
    expect(editDistance('korea', 'russia', 2)).toBeUndefined();
    expect(editDistance('ca', 'abc', 3)).toBe(3);
  });

  it('is the same both ways, and at most the number of slips made', () => {
    const slips = fc.array(
      fc.tuple(fc.constantFrom('insert', 'delete', 'replace'), fc.nat(), fc.constantFrom(...Array.from('abc'))),
      { maxLength: 2 },
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('abc')), maxLength: 9 }), slips, (word, made) => {
        const other = made.reduce((text, [kind, place, letter]) => {
          const at = place % (text.length + 1);
          return text.slice(0, at) + (kind === 'delete' ? '' : letter) + text.slice(kind === 'insert' ? at : at + 1);
        }, word);
        const distance = editDistance(word, other, 2);
        expect(distance).toBeLessThanOrEqual(made.length);
        expect(editDistance(other, word, 2)).toBe(distance);
      }),
    );
  });
});

/** Holds no half of a surrogate pair. */
const isWellFormed = (text: string): boolean => !/\p{Cs}/u.test(text);

describe('excerptOf', () => {
  it('leaves a short text as it is', () => {
    expect(excerptOf('short text', [[0, 5]])).toEqual({ text: 'short text', hits: [[0, 5]] });
  });

  it('keeps the first hit marked, and cuts no letter in two', () => {
    const unit = fc.constantFrom('a', ' ', '😀', 'word ');
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 200, maxLength: 900 }),
        fc.nat(),
        fc.nat({ max: 40 }),
        (text, place, length) => {
          const start = place % text.length;
          const hit: [number, number] = [start, Math.min(text.length, start + 1 + length)];
          fc.pre(isWellFormed(text.slice(...hit)) && isWellFormed(text.slice(0, start)));
          const excerpt = excerptOf(text, [hit]);
          const [shown] = excerpt.hits;
          expect(shown && excerpt.text.slice(...shown)).toBe(text.slice(...hit));
          expect(isWellFormed(excerpt.text)).toBe(true);
          expect(excerpt.text.length).toBeLessThanOrEqual(390);
        },
      ),
    );
  });
});
