import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { dateText, pageLocale } from '../../../client/words/dates.ts';
import { edgeText, nodeSummary, notLocatedReason } from '../../../client/words/names.ts';
import { durationText } from '../../../client/words/numbers.ts';
import { firstWords, lastWords } from '../../../client/words/shorten.ts';
import { actor, claim, nodeMap, position, statement } from '../support.ts';

// The browser's `navigator`: Node 20 has none, and Node 22 fills it from the machine.
beforeAll(() => void vi.stubGlobal('navigator', { languages: ['en-GB'] }));

describe('dates', () => {
  it('are as precise as the source, in the order of the reader’s English', () => {
    expect(dateText('2022', 'en-GB')).toBe('2022');
    expect(dateText('2022-09', 'en-GB')).toBe('September 2022');
    expect(dateText('2022-09-22', 'en-GB')).toBe('22 Sept 2022');
    expect(dateText('2022-09-22', 'en-US')).toBe('Sep 22, 2022');
  });

  it('do not slip a day, month or year in any time zone, also long ago', () => {
    expect(dateText('2022-01-01', 'en-GB')).toBe('1 Jan 2022');
    expect(dateText('0099', 'en-GB')).toBe('99');
  });

  it('follow the reader’s own English, and British English where there is none', () => {
    expect(pageLocale(['de-DE', 'en-CA'])).toBe('en-CA');
    expect(pageLocale(['ko-KR'])).toBe('en-GB');
  });
});

describe('times', () => {
  it('tell time left as one would say it', () => {
    expect([1, 40.4, 125].map(durationText)).toEqual(['a moment', '40 s', '2 min']);
  });
});

describe('names', () => {
  it('say an edge as a sentence', () => {
    const nodes = nodeMap(actor('kp', { name: 'North Korea' }), claim('deal', { text: 'A deal is under way' }));
    expect(edgeText(position('kp', 'denies', 'deal', { statements: 2 }), nodes)).toBe(
      'North Korea denies: A deal is under way (2 statements)',
    );
    expect(edgeText(position('kp', 'asserts', 'deal', { modality: 'hedged' }), nodes)).toBe(
      'North Korea asserts: A deal is under way (1 statement, hedged)',
    );
  });

  it('sum up a node', () => {
    expect(nodeSummary(actor('kp', { kind: 'state', asserts: 1, denies: 2 }))).toBe(
      'State, asserts 1 claim, denies 2 claims',
    );
    expect(nodeSummary(claim('c', { asserters: 1, deniers: 2 }))).toBe('Claim, contested, asserted by 1, denied by 2');
  });

  it('give a reason for a quotation that is not located, and none for one that is', () => {
    const quoted = (location: 'located' | 'not-found') => statement('s', { quotation: { exact: 'x', location } });
    expect(notLocatedReason(quoted('located'))).toBeUndefined();
    expect(notLocatedReason(statement('s'))).toBeUndefined();
    expect(notLocatedReason(quoted('not-found'))).toBe(
      'These words do not stand in the document’s text as it was loaded.',
    );
  });
});

describe('shortening', () => {
  it('keeps whole words at either end', () => {
    expect(firstWords('one two three', 9)).toBe('one two …');
    expect(lastWords('one two three', 9)).toBe('… three');
    expect(firstWords('short', 9)).toBe('short');
  });

  it('never exceeds the limit, except for the ellipsis', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (text, most) => {
        expect(firstWords(text, most).length).toBeLessThanOrEqual(most + 2);
        expect(lastWords(text, most).length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });
});
