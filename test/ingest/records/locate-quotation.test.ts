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

  it('compares case, letters and punctuation exactly', () => {
    expect(locateQuotation({ exact: 'Said yes' }, TEXT).location).toBe('not-found');
    expect(locateQuotation({ exact: 'said, yes' }, TEXT).location).toBe('not-found');
    expect(locateQuotation({ exact: 'saidyes' }, TEXT).location).toBe('not-found');
    expect(locateQuotation({ exact: 'cafe' }, 'a café').location).toBe('not-found');
    expect(locateQuotation({ exact: ' \u200b ' }, TEXT).location).toBe('not-found');
  });

  it.each([
    ['line ends', 'The wall is\nsound', 'First.\r\nThe wall is\r\nsound and dry.', 'The wall is\r\nsound'],
    ['a space for a line end', 'The wall is sound', 'The wall is\r\n  sound.', 'The wall is\r\n  sound'],
    ['no-break spaces', 'wall is sound', 'The wall\u00a0is\u2009sound.', 'wall\u00a0is\u2009sound'],
    ['soft hyphens in the text', 'embankment is', 'The embank\u00adment is sound.', 'embank\u00adment is'],
    ['soft hyphens in the words', 'embank\u00adment is', 'The embankment is sound.', 'embankment is'],
    ['zero width characters', 'is sound', 'It is\u200b so\u2060und\u200e.', 'is\u200b so\u2060und'],
    ['a decomposed letter', 'Le Café', 'Au: Le Cafe\u0301 ici', 'Le Cafe\u0301'],
    ['a composed letter', 'Cafe\u0301 ici', 'Au Café ici.', 'Café ici'],
    ['the order of marks', 'a\u0323\u0301b', 'xa\u0301\u0323by', 'a\u0301\u0323b'],
    ['Hangul letters', '한국', 'In \u1112\u1161\u11ab\u1100\u116e\u11a8.', '\u1112\u1161\u11ab\u1100\u116e\u11a8'],
    ['white space around the words', '  said yes ', TEXT, 'said yes'],
  ])('locates in spite of %s, with offsets in the text as stored', (_, exact, text, words) => {
    const { start, end, location } = locateQuotation({ exact }, text);
    expect([location, text.slice(start, end)]).toEqual(['located', words]);
    expect(locateQuotation({ exact, start: start ?? 0, end: end ?? 0 }, text)).toEqual({ exact, start, end, location });
  });

  it.each([
    ['quotation marks', 'is “sound” and', 'It is "sound" and dry.', 'is "sound" and'],
    ['an apostrophe', "town's dam", 'The town’s dam.', 'town’s dam'],
    ['a dash', 'safe - for', 'It is safe – for now.', 'safe – for'],
    ['a hyphen', 'well-known', 'A well‑known dam.', 'well‑known'],
    ['a ligature', 'first finding', 'The \ufb01rst \ufb01nding.', '\ufb01rst \ufb01nding'],
    ['an ellipsis', 'wait...', 'They wait…', 'wait…'],
    ['a dash and a line end', 'safe - for', 'It is safe –\r\nfor now.', 'safe –\r\nfor'],
  ])('says that only the typography differs: %s', (_, exact, text, words) => {
    const { start, end, location } = locateQuotation({ exact }, text);
    expect([location, text.slice(start, end)]).toEqual(['typography', words]);
    expect(locateQuotation({ exact, start: start ?? 0, end: end ?? 0 }, text)).toEqual({ exact, start, end, location });
  });

  it('prefers the place with the same typography', () => {
    const text = "The town’s dam. The town's dam.";
    expect(locateQuotation({ exact: "town's dam" }, text)).toMatchObject({ start: 20, location: 'located' });
  });

  it.each([
    [{ prefix: 'she said' }],
    [{ prefix: 'she said ' }],
    [{ prefix: ' she\nsaid' }],
    [{ prefix: '...she said ' }],
    [{ prefix: '[…] Then she said' }],
    [{ suffix: '.', prefix: 'Then she said' }],
  ])('does not need the white space between words and context: %j', (context) => {
    expect(locateQuotation({ exact: 'yes', ...context }, 'He said yes. Then she said yes.')).toMatchObject({
      start: 27,
      end: 30,
      location: 'located',
    });
  });

  it('finds a place by context that differs in typography', () => {
    const text = 'A “no” – yes. Then yes.';
    expect(locateQuotation({ exact: 'yes', prefix: '"no" -' }, text)).toMatchObject({ start: 9, location: 'located' });
  });

  it('folds long texts in linear time', () => {
    const text = 'a\u0301\u0323 \u00ad’'.repeat(200_000);
    expect(locateQuotation({ exact: `${"a\u0301\u0323 '".repeat(4_000)}x` }, text).location).toBe('not-found');
    expect(locateQuotation({ exact: 'e' }, `x${'\u0301'.repeat(400_000)}`).location).toBe('not-found');
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

  it('anchors only to exactly these words, apart from white space', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 30 });
    const plain = (text: string): string => text.trim().replace(/ +/g, ' ');
    fc.assert(
      fc.property(words, words, words, words, fc.nat(30), fc.nat(30), (text, exact, prefix, suffix, start, end) => {
        const { location, ...quotation } = locateQuotation({ exact: exact || 'a', prefix, suffix, start, end }, text);
        expect(quotation.start === undefined).toBe(location !== 'located');
        const found = location === 'located' ? text.slice(quotation.start, quotation.end) : quotation.exact;
        expect(plain(found)).toBe(plain(quotation.exact));
        const isThere =
          text.includes(quotation.exact) ||
          (plain(quotation.exact) !== '' && plain(text).includes(plain(quotation.exact)));
        expect(location !== 'not-found').toBe(isThere);
      }),
      { numRuns: 500 },
    );
  });
});
