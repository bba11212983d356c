import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentParagraphs, markedPieces } from '../../../client/words/marked-text.ts';

describe('marked pieces', () => {
  it('cut the text at the spans', () => {
    expect(markedPieces('North Korea', [[0, 5]])).toEqual([
      { text: 'North', isMarked: true },
      { text: ' Korea', isMarked: false },
    ]);
    expect(markedPieces('a<b>c', [[1, 4]])).toEqual([
      { text: 'a', isMarked: false },
      { text: '<b>', isMarked: true },
      { text: 'c', isMarked: false },
    ]);
  });

  it('unite spans that overlap, and cut off what lies outside', () => {
    expect(
      markedPieces('abcdef', [
        [3, 99],
        [1, 4],
        [-2, 0],
      ]),
    ).toEqual([
      { text: 'a', isMarked: false },
      { text: 'bcdef', isMarked: true },
    ]);
  });

  it('lose and add nothing, and mark exactly what is in a span', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }))),
        (text, spans) => {
          const pieces = markedPieces(text, spans);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          let at = 0;
          for (const piece of pieces) {
            for (const end = at + piece.text.length; at < end; at += 1) {
              const here = at;
              expect(piece.isMarked).toBe(spans.some(([start, stop]) => start <= here && here < stop));
            }
          }
        },
      ),
    );
  });
});

describe('a document’s paragraphs', () => {
  it('know the quotations over each piece, also where two overlap or cross a line', () => {
    const text = 'one two three\n\nfour five';
    const paragraphs = documentParagraphs(text, [
      { id: 'a', start: 4, end: 13 },
      { id: 'b', start: 8, end: 19 },
    ]);
    expect(paragraphs.map((pieces) => pieces.map(({ text: words, quotations }) => [words, quotations]))).toEqual([
      [
        ['one ', []],
        ['two ', ['a']],
        ['three', ['a', 'b']],
      ],
      [
        ['four', ['b']],
        [' five', []],
      ],
    ]);
  });

  it('leave out a quotation that reaches beyond the text', () => {
    const [pieces] = documentParagraphs('short', [{ id: 'a', start: 2, end: 99 }]);
    expect(pieces).toEqual([{ text: 'short', start: 0, quotations: [] }]);
  });

  it('hold every word of the text at its place, each piece with exactly the quotations over it', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b ', '\n', '\n\n', '한국', 'مرحبا '), { maxLength: 20 })
      .map((parts) => parts.join(''));
    const places = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 6 });
    fc.assert(
      fc.property(words, places, (text, pairs) => {
        const quotations = pairs.map(([start, length], index) => ({ id: String(index), start, end: start + length }));
        const pieces = documentParagraphs(text, quotations).flat();
        const isBlank = (line: string) => line.trim() === '';
        expect(pieces.map((piece) => piece.text).join('')).toBe(
          text
            .split('\n')
            .filter((line) => !isBlank(line))
            .join(''),
        );
        for (const piece of pieces) {
          expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
          const over = quotations.filter(
            ({ start, end }) =>
              start < end && end <= text.length && start < piece.start + piece.text.length && end > piece.start,
          );
          expect([...piece.quotations].toSorted()).toEqual(over.map(({ id }) => id).toSorted());
        }
      }),
    );
  });
});
