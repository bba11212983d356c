import { describe, expect, it } from 'vitest';
import { PartialDate } from '../../server/contract/vocabulary.ts';

function reason(text: string): string | undefined {
  return PartialDate.safeParse(text).error?.issues[0]?.message;
}

describe('a date', () => {
  it.each(['0001', '0044-03', '0099-12-31', '2022', '2022-09', '2024-02-29', '9999'])('can be %s', (text) => {
    expect(reason(text)).toBeUndefined();
  });

  it.each(['-0044', '-0044-03-15', '0000', '0000-05', '44 BC', '44 BCE', '44 b.c.', '44 B.C.E.', '300 v. Chr.', '−44'])(
    'that is before the year 1, as %s, is refused as such',
    (text) => {
      expect(reason(text)).toMatch(/^BCE dates are not supported\. /);
    },
  );

  it.each(['2022~', '2022-09?', '2022%', '199X', '19XX', '2022-XX', 'c. 1850', 'ca 1850', 'circa 1850', '~1850'])(
    'that is approximate, as %s, is refused as such',
    (text) => {
      expect(reason(text)).toMatch(/^This is an approximate date, and an approximate date is not supported\. /);
    },
  );
  it.each(['about 1850', 'um 1850', '1990s', "1990's", '1990er', 'early 2022', '?', '2022-?-01', 'Around May 2022'])(
    'that is approximate, as “%s”, is refused as such',
    (text) => {
      expect(reason(text)).toMatch(/^This is an approximate date, and an approximate date is not supported\. /);
    },
  );

  it.each([
    '2020/2022',
    '2020-2022',
    '2020 – 2022',
    '2020-01/2020-03',
    '2020-01-01/2020-01-05',
    '2020..2022',
    '2020/..',
  ])('that is a range, as %s, is refused as such', (text) => {
    expect(reason(text)).toMatch(/^This is a range, and a range is not supported\. /);
  });
  it.each([
    '/2022',
    '2020/',
    '2020 to 2022',
    'before 1850',
    'since 2020',
    'between 2020 and 2022',
    '2020~/2022',
    '<1850',
  ])('that is a range, as “%s”, is refused as such', (text) => {
    expect(reason(text)).toMatch(/^This is a range, and a range is not supported\. /);
  });

  it.each([
    ['99', 'A year has four digits: write 0099 for the year 99.'],
    ['44-03-15', 'A year has four digits: write 0044-03-15 for the year 44.'],
    ['2022-21', 'This is a season, and a season is not supported. Write the year, and the season in the note.'],
    ['12022', 'Years after 9999 are not supported. Leave the date empty, and write it in the note.'],
    ['2022-09-22T14:05:00Z', 'A date has no time of day: write 2022-09-22.'],
    ['2022-09-22 14:05', 'A date has no time of day: write 2022-09-22.'],
    [
      '2023-02-29',
      'There is no such month or day, or it has not two digits. Write a year, a month or a day: 2022, 2022-09 or 2022-09-22.',
    ],
    [
      '2023-2-9',
      'There is no such month or day, or it has not two digits. Write a year, a month or a day: 2022, 2022-09 or 2022-09-22.',
    ],
  ])('of another kind, %s, says what to write', (text, words) => {
    expect(reason(text)).toBe(words);
  });

  it.each(['22.9.2022', '9/22/2022', '2022/09/22', '09/2022', 'yesterday', '20220922', 'March 2022', ''])(
    'that cannot be read, “%s”, says how a date is written',
    (text) => {
      expect(reason(text)).toBe('Not a date. Write a year, a month or a day: 2022, 2022-09 or 2022-09-22.');
    },
  );
});
