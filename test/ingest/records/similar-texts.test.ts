import { describe, expect, it } from 'vitest';
import { SimilarTexts } from '../../../server/ingest/records/similar-texts.ts';

/** The text that the second is similar to, when both are new. */
function similarTo(kind: 'names' | 'claims', first: string, second: string): string | undefined {
  const texts = new SimilarTexts(kind);
  expect(texts.add(first, 1, true)).toBe(undefined);
  return texts.add(second, 2, true)?.text;
}

describe('similar names', () => {
  it.each([
    ['Anna Smith', 'A. Smith'],
    ['Anna Smith', 'A Smith'],
    ['Anna Smith', 'A.B. Smith'],
    ['Anna Smith', 'Anna Smyth'],
    ['Anna Smith', 'Ana Smith'],
    ['Anna Smith', 'Anna Smtih'],
    ['Anna Smith', 'Smith, Anna'],
    ['Al-Noor', 'AlNoor'],
    ['Al-Noor', 'Al Noor'],
    ['Müller & Co', 'Muller & Co'],
    ["Fishers' Union", 'Fishers Union'],
    ['می\u200cخواهم', 'میخواهم'],
    ['Анна Каренина', 'Анна Каренена'],
  ])('are %s and %s', (a, b) => {
    expect(similarTo('names', a, b)).toBe(a);
    expect(similarTo('names', b, a)).toBe(b);
  });

  it.each([
    ['Anna Smith', 'Berta Smith'],
    ['Anna Smith', 'B. Smith'],
    ['Anna Smith', 'A. Smythe'],
    ['Iran', 'Iraq'],
    ['Unit 731', 'Unit 732'],
    ['Unit 73', 'Unit 731'],
    ['Smith', 'Anna Smith'],
    ['A. Smith', 'B. Smith'],
  ])('are not %s and %s', (a, b) => {
    expect(similarTo('names', a, b)).toBe(undefined);
    expect(similarTo('names', b, a)).toBe(undefined);
  });

  it('are not told when the database has both', () => {
    const texts = new SimilarTexts('names');
    texts.add('Anna Smith', 1, false);
    expect(texts.add('A. Smith', 2, false)).toBe(undefined);
    expect(texts.add('Anna Smyth', 3, true)).toEqual({
      text: 'Anna Smith',
      row: 1,
      isNew: false,
      parts: expect.anything(),
    });
  });

  it('are found among very many in linear time', () => {
    const texts = new SimilarTexts('names');
    const letters = 'abcdefghij';
    const nameOf = (n: number): string => `Person ${[...String(n)].map((digit) => letters[Number(digit)]).join('')}`;
    let found = 0;
    for (let n = 0; n < 20_000; n += 1) if (texts.add(nameOf(n), n, true) !== undefined) found += 1;
    expect(found).toBeGreaterThan(15_000);
  });
});

describe('similar claims', () => {
  it.each([
    ['The dam is safe for now.', 'The dam is safe for now?'],
    ['The dam is safe for now.', 'The dam is sound for now.'],
    ['The dam is safe for now.', 'The dam is quite safe for now.'],
    ['The dam is safe for now.', 'The old dam is safe for now'],
    ['大坝是很安全的。', '大坝是安全的。'],
  ])('are “%s” and “%s”', (a, b) => {
    expect(similarTo('claims', a, b)).toBe(a);
    expect(similarTo('claims', b, a)).toBe(b);
  });

  it.each([
    ['The dam is safe for now.', 'The weir is sound for now.'],
    ['He fired 3 rockets in May.', 'He fired 4 rockets in May.'],
    ['The dam.', 'The weir.'],
  ])('are not “%s” and “%s”', (a, b) => {
    expect(similarTo('claims', a, b)).toBe(undefined);
  });
});
