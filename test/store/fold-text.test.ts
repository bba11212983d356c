import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWords, originalSpan } from '../../server/store/fold-text.ts';

describe('foldText', () => {
  it.each([
    ['North  KOREA', 'north korea'],
    ['Pjöngjang', 'pjongjang'],
    ['e\u0301cole', 'ecole'],
    ['Łódź, Großbritannien', 'lodz grossbritannien'],
    ['Þór Ærø', 'thor aero'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['U.S. officials said so.', 'us officials said so'],
    ['D.P.R.K.', 'dprk'],
    ['end. Next', 'end next'],
    ["O'Brien’s state-run", 'o brien s state run'],
    ['ＤＰＲＫ ﬁnd', 'dprk find'],
    ['co\u00adop\u200dted', 'coopted'],
    ['Киёв Ёлка', 'киев елка'],
    ['Ἀθῆναι ΣΟΦΟΣ', 'αθηναι σοφοσ'],
    ['رُوسِيَا ســلام أحمد إيران', 'روسيا سلام احمد ايران'],
    ['ایران', 'ايران'],
    ['שָׁלוֹם', 'שלום'],
    ['한국', '한국'],
    ['\u1112\u1161\u11ab\u1100\u116e\u11a8', '한국'],
    ['ｶﾞｽ', 'ガス'],
    ['हिन्दी', 'हिन्दी'],
    ['COVID新型', 'covid 新型'],
    ['½ …', '12'],
    ['😀 —', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing when it folds again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('foldWords', () => {
  it('keeps the place of each word, in order and not overlapping', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        let last = 0;
        for (const word of foldWords(text)) {
          expect(word.folded).not.toBe('');
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(word.end).toBeGreaterThan(word.start);
          last = word.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for a plain text with and without a full stop, which takes the slow way', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('aZ09 -_')) }), (text) => {
        expect(foldWords(text)).toEqual(foldWords(`${text} .`));
      }),
    );
  });
});

describe('originalSpan', () => {
  const spanOf = (text: string, from: number, to: number): string => {
    const [word] = foldWords(text);
    return word ? text.slice(...originalSpan(text, word, from, to)) : '';
  };
  it('returns whole characters with their marks', () => {
    expect(spanOf('Großstadt', 0, 5)).toBe('Groß');
    expect(spanOf('Großstadt', 4, 6)).toBe('ßs');
    expect(spanOf('e\u0301cole', 0, 1)).toBe('e\u0301');
    expect(spanOf('U.S.A. et al', 0, 2)).toBe('U.S');
    expect(spanOf('北朝鮮', 1, 3)).toBe('朝鮮');
  });
});
