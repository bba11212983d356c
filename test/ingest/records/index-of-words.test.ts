import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOfWords } from '../../../server/ingest/records/index-of-words.ts';

/** Texts of two characters repeat themselves, so that words nearly match at many places. */
const repetitive = (lengths: { minLength?: number; maxLength: number }): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'ab', 'aab'), fc.nat(60)), lengths)
    .map((runs) => runs.map(([piece, times]) => piece.repeat(times)).join(''));

describe('the index of words', () => {
  it('is that of the native search, at every place', () => {
    fc.assert(
      fc.property(repetitive({ maxLength: 12 }), repetitive({ maxLength: 4 }), fc.nat(200), (text, words, from) => {
        expect(indexOfWords(text, words, from)).toBe(text.indexOf(words, from));
      }),
      { numRuns: 500 },
    );
  });

  it('finds a part of the text, with the words that nearly match before it', () => {
    fc.assert(
      fc.property(repetitive({ minLength: 2, maxLength: 30 }), fc.nat(1_000), fc.nat(200), (text, start, length) => {
        const words = text.slice(start % Math.max(1, text.length), (start % Math.max(1, text.length)) + length);
        expect(indexOfWords(text, words)).toBe(text.indexOf(words));
      }),
      { numRuns: 500 },
    );
  });

  const NEARLY = [
    ['the end differs', `${'a'.repeat(19_999)}b`],
    ['the beginning differs', `b${'a'.repeat(19_999)}`],
    ['the middle differs', `${'a'.repeat(10_000)}b${'a'.repeat(9_999)}`],
  ] as const;

  it.each(NEARLY)('takes linear time when %s', (_, words) => {
    const text = 'a'.repeat(2_000_000);
    const least = fastest(() => sumOfUnits(text));
    // A quadratic search takes more than a thousand times as long.
    expect(fastest(() => expect(indexOfWords(text, words)).toBe(-1))).toBeLessThan(60 * least + 20);
  });
});

function sumOfUnits(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  return sum;
}

/** Milliseconds of the fastest of three runs. */
function fastest(run: () => void): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}
