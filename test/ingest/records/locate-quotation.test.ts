import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateQuotation } from '../../../server/ingest/records/locate-quotation.ts';

const TEXT = 'He said no. She said yes. He said maybe.';

describe('locating a quotation', () => {
  it('keeps a position where the words are', () => {
    expect(locateQuotation({ exact: 'said', start: 16, end: 20 }, TEXT)).toEqual({
      exact: 'said',
      start: 16,
      end: 20,
      location: 'located',
    });
  });

  it('finds words that occur once', () => {
    expect(locateQuotation({ exact: 'said yes' }, TEXT)).toEqual({
      exact: 'said yes',
      start: 16,
      end: 24,
      location: 'located',
    });
  });

  it('drops a wrong position and searches', () => {
    expect(locateQuotation({ exact: 'said yes', start: 0, end: 8 }, TEXT)).toMatchObject({
      start: 16,
      end: 24,
      location: 'located',
    });
    expect(locateQuotation({ exact: 'said yes', start: 16, end: 20 }, TEXT)).toMatchObject({
      start: 16,
      end: 24,
      location: 'located',
    });
    expect(locateQuotation({ exact: 'said so', start: 0, end: 7 }, TEXT)).toEqual({
      exact: 'said so',
      location: 'not-found',
    });
  });

  it('chooses between several places by prefix and suffix', () => {
    expect(locateQuotation({ exact: 'said', prefix: 'She ' }, TEXT)).toMatchObject({
      start: 16,
      prefix: 'She ',
      location: 'located',
    });
    expect(locateQuotation({ exact: 'said', suffix: ' maybe' }, TEXT)).toMatchObject({
      start: 29,
      location: 'located',
    });
    expect(locateQuotation({ exact: 'said', prefix: 'He ', suffix: ' no' }, TEXT)).toMatchObject({
      start: 3,
      location: 'located',
    });
  });

  it('is ambiguous when the context does not decide', () => {
    expect(locateQuotation({ exact: 'said' }, TEXT)).toEqual({ exact: 'said', location: 'ambiguous' });
    expect(locateQuotation({ exact: 'said', prefix: 'He ' }, TEXT)).toEqual({
      exact: 'said',
      prefix: 'He ',
      location: 'ambiguous',
    });
    expect(locateQuotation({ exact: 'said', prefix: 'They ' }, TEXT)).toEqual({
      exact: 'said',
      prefix: 'They ',
      location: 'ambiguous',
    });
    expect(locateQuotation({ exact: 'aa' }, 'aaa').location).toBe('ambiguous');
  });

  it('compares white space, case and punctuation exactly', () => {
    expect(locateQuotation({ exact: 'said  yes' }, TEXT).location).toBe('not-found');
    expect(locateQuotation({ exact: 'Said yes' }, TEXT).location).toBe('not-found');
    expect(locateQuotation({ exact: 'no “yes”' }, 'no "yes"').location).toBe('not-found');
  });

  it('is not located without a text, and loses its position', () => {
    expect(locateQuotation({ exact: 'said', start: 3, end: 7 }, undefined)).toEqual({
      exact: 'said',
      location: 'no-text',
    });
  });

  it('counts in UTF-16 code units', () => {
    expect(locateQuotation({ exact: '조선' }, '🚀 조선')).toMatchObject({ start: 3, end: 5 });
  });

  it('anchors only to exactly these words', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 30 });
    fc.assert(
      fc.property(words, words, words, words, fc.nat(30), fc.nat(30), (text, exact, prefix, suffix, start, end) => {
        const { location, ...quotation } = locateQuotation({ exact: exact || 'a', prefix, suffix, start, end }, text);
        expect(quotation.start === undefined).toBe(location !== 'located');
        expect(location === 'located' ? text.slice(quotation.start, quotation.end) : quotation.exact).toBe(
          quotation.exact,
        );
        expect(text.includes(quotation.exact)).toBe(location !== 'not-found');
      }),
      { numRuns: 500 },
    );
  });
});
