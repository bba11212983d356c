import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTerms, queryTerms, slipTerms } from '../../server/store/text-terms.ts';

const share = (index: string, query: readonly string[]): boolean => {
  const indexed = new Set(index.split(' '));
  return query.some((term) => indexed.has(term));
};
const characters = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzéñжшкасмرويقδθ'));
const word = (minLength: number, maxLength: number) => fc.string({ unit: characters, minLength, maxLength });
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('terms of a text', () => {
  it('are distinct words of ASCII letters and digits, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 4 }),
        fc.constantFrom('grams' as const, 'words' as const),
        (texts, depth) => {
          const terms = indexTerms(texts, depth)
            .split(' ')
            .filter((term) => term !== '');
          expect(terms.filter((term) => !/^[a-z0-9]+$/.test(term))).toEqual([]);
          expect(new Set(terms).size).toBe(terms.length);
          for (const query of texts.flatMap((text) => [...queryTerms(text, depth), ...slipTerms(text)]))
            expect(query).toMatch(/^[a-z0-9]+$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('hold whole words, beginnings, and what typing errors leave', () => {
    const [whole, ...rest] = indexTerms(['Iran'], 'grams').split(' ');
    expect(whole).toMatch(/^e[a-z0-9]{1,7}$/);
    expect(rest).toEqual(['wiran', 'pi', 'pir', 'pira', 'diran', 'dran', 'dian', 'dirn', 'dira']);
    expect(indexTerms(['Iran', 'Rocket-launch'], 'words')).toBe('wiran wrocket wlaunch');
    expect(indexTerms(['北朝鮮'], 'words').split(' ')).toHaveLength(5);
    expect(indexTerms([], 'grams')).toBe('');
    expect(indexTerms(['…'], 'grams')).toBe('');
  });

  it('are found by each whole word of the text', () => {
    fc.assert(
      fc.property(
        fc.array(word(1, 12), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('grams' as const, 'words' as const),
        (words, depth) => {
          const index = indexTerms([words.join(' ')], depth);
          for (const one of words) expect(share(index, queryTerms(one, depth))).toBe(true);
        },
      ),
    );
  });

  it('are found by each beginning of a word; in a sentence, from its second character', () => {
    fc.assert(
      fc.property(fc.array(word(1, 12), { minLength: 1, maxLength: 12 }), (words) => {
        const index = indexTerms([words.join(' ')], 'grams');
        const least = words.length <= 6 ? 1 : 2;
        for (const one of words) {
          for (let length = least; length <= one.length; length++)
            expect(share(index, queryTerms(one.slice(0, length), 'grams'))).toBe(true);
        }
      }),
    );
  });

  it('are found by any part of a text without spaces', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from('北朝鮮韓国東京ソウル한국어ไทย')),
          minLength: 1,
          maxLength: 12,
        }),
        fc.nat(),
        fc.nat(),
        (text, from, length) => {
          const start = from % text.length;
          const part = text.slice(start, start + 1 + (length % (text.length - start)));
          expect(share(indexTerms([text], 'words'), queryTerms(part, 'words'))).toBe(true);
        },
      ),
    );
  });

  it('are found by a word of 4 to 7 characters with one slip: a character more, less, another, or two swapped', () => {
    const slip = fc.constantFrom('insert', 'delete', 'replace', 'swap');
    fc.assert(
      fc.property(word(4, 7), slip, fc.nat(), characters, (one, kind, place, character) => {
        const at = place % one.length;
        const [head, tail] = [one.slice(0, at), one.slice(at)];
        const wrong =
          kind === 'insert'
            ? head + character + tail
            : kind === 'delete'
              ? head + tail.slice(1)
              : kind === 'replace'
                ? head + character + tail.slice(1)
                : head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2);
        fc.pre(wrong.length >= 4);
        expect(share(indexTerms([one], 'grams'), slipTerms(wrong))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
