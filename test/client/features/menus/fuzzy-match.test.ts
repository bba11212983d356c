import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyMatch } from '../../../../client/features/menus/fuzzy-match.ts';

const marked = (text: string, typed: string) =>
  fuzzyMatch(text, typed)?.spans.map(([start, end]) => text.slice(start, end));
const order = (typed: string, ...texts: readonly string[]) =>
  texts
    .flatMap((text) => {
      const match = fuzzyMatch(text, typed);
      return match === undefined ? [] : [{ text, cost: match.cost }];
    })
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ text }) => text);

describe('matching a name by some of its characters', () => {
  it('takes the characters in their order, and marks beginnings of words rather than what lies inside', () => {
    expect(marked('Select neighbours', 'sn')).toEqual(['S', 'n']);
    expect(marked('Show neighbours', 'neigh')).toEqual(['neigh']);
    expect(marked('Undo', 'od')).toBeUndefined();
    expect(marked('Zoom in', 'Zoom  IN')).toEqual(['Zoom', 'in']);
  });

  it('puts words that begin so before words that hold it', () => {
    expect(order('re', 'Zoom here', 'Reset', 'Select the rest', 'Pin')).toEqual([
      'Reset',
      'Select the rest',
      'Zoom here',
    ]);
    expect(order('find', 'Find paths', 'Fit in the old window')).toEqual(['Find paths', 'Fit in the old window']);
  });

  it('ignores diacritics, but reads ß as one character', () => {
    expect(marked('Auswahl umkehren: größer', 'grosser')).toBeUndefined();
    expect(marked('größer', 'gro')).toEqual(['grö']);
  });

  it('finds every subsequence, with spans that spell what was typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'abc de'), { maxLength: 14 }),
        fc.infiniteStream(fc.boolean()),
        (characters, picks) => {
          const text = characters.join('');
          const typed = characters.filter((character) => character !== ' ' && picks.next().value === true).join('');
          expect(marked(text, typed)?.join('')).toBe(typed);
        },
      ),
    );
  });
});
