import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelOf, wrapLines } from '../../../../client/graph/scene/text-wrap.ts';

const measure = (text: string): number => [...text].length;
const wrap = (text: string, maxWidth: number, maxLines = 3): string[] =>
  wrapLines(text, { maxWidth, maxLines, measure });

describe('breaking labels into lines', () => {
  it('breaks between words', () => {
    expect(wrap('North Korea has supplied arms', 12)).toEqual(['North Korea', 'has supplied', 'arms']);
  });

  it('ends in an ellipsis if the text exceeds the lines', () => {
    expect(wrap('one two three four five six', 9, 2)).toEqual(['one two', 'three…']);
    expect(wrap('one two, three four', 8, 1)).toEqual(['one two…']);
    expect(wrap('one incomprehensible', 12, 1)).toEqual(['one incompr…']);
  });

  it('cuts a word that is longer than a line, with a hyphen', () => {
    expect(wrap('Rüstungskontrolle', 8)).toEqual(['Rüstung-', 'skontro-', 'lle']);
  });

  it('breaks Chinese between any two characters, but not before a full stop', () => {
    expect(wrap('美国应对危机负责。俄罗斯', 8)).toEqual(['美国应对危机负', '责。俄罗斯']);
  });

  it('does not break Korean words', () => {
    expect(wrap('러시아는 북한에서 포탄', 9)).toEqual(['러시아는 북한에서', '포탄']);
  });

  it('never cuts a character of several code points', () => {
    expect(wrap('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 6, 1).join('')).toBe('👩‍👩‍👧…');
  });

  it('returns one empty line for an empty text', () => {
    expect(wrap('  ', 10)).toEqual(['']);
  });

  it('respects the width and the number of lines, and drops no characters without an ellipsis', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 4, max: 20 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        const characters = (s: string) => s.replace(/[\s-]/gu, '');
        const [kept, all] = [characters(lines.join('')), characters(text)];
        expect(kept).toBe(kept.endsWith('…') ? `${all.slice(0, kept.length - 1)}…` : all);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a label', () => {
  it('isolates the lines of a right-to-left text, and no others', () => {
    expect(labelOf('نعم (لا).', ['نعم', '(لا).'])).toBe('\u2067نعم\u2069\n\u2067(لا).\u2069');
    expect(labelOf('2022: לא', ['2022: לא'])).toBe('\u20672022: לא\u2069');
    expect(labelOf('The word لا', ['The word', 'لا'])).toBe('The word\nلا');
    expect(labelOf('조선', ['조선'])).toBe('조선');
  });
});
