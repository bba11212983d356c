import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  FILE_ENDINGS,
  FileName,
  fileStem,
  formatOfName,
  localDay,
  uploadName,
} from '../../server/contract/file-names.ts';

describe('the name of an upload', () => {
  test.each([
    ['claims.csv', 'claims.csv'],
    ['folder/claims\\of\u0000us.csv', 'folder_claims_of_us.csv'],
    ['', 'file'],
  ])('of %j is %j', (name, expected) => {
    expect(uploadName(name)).toBe(expected);
    expect(z.safeParse(FileName, uploadName(name)).success).toBe(true);
  });

  test('keeps the end of a long name, and cuts no character in half', () => {
    const name = uploadName(`${'𝄞'.repeat(200)}.csv`);
    expect(name).toHaveLength(255);
    expect(name.endsWith('𝄞.csv')).toBe(true);
    expect(z.safeParse(FileName, name).success).toBe(true);
  });
});

describe('the name of a download', () => {
  test.each([
    ['Who denies? / 북한: „так“', 'Who-denies-북한-так'],
    ['???', 'view'],
    ['', 'view'],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ])('of %j is %j', (title, stem) => {
    expect(fileStem(title, 'view')).toBe(stem);
  });

  test('has at most 60 characters, each of them whole', () => {
    expect(fileStem('𠀀'.repeat(61), 'view')).toBe('𠀀'.repeat(60));
  });
});

describe('the format of a file', () => {
  test.each([
    ['dispute.JSON', 'json'],
    ['lines.jsonl', 'jsonl'],
    ['lines.ndjson.gz', 'jsonl'],
    ['rows.csv', 'csv'],
    ['rows.csv.GZ', 'csv'],
    ['rows.tsv', 'csv'],
    ['rows.tab', 'csv'],
    ['notes.2022.txt', 'csv'],
    ['rows.tsv.gz', 'csv'],
    ['photo.png', undefined],
    ['json', undefined],
    ['rows.csv.bak', undefined],
    ['rows.csv.gz.gz', undefined],
    ['rows.gz', undefined],
    ['i.constructor', undefined],
  ] as const)('of %s is %s', (name, format) => {
    expect(formatOfName(name)).toBe(format);
  });

  test('is known for every ending that the page offers', () => {
    expect(FILE_ENDINGS).toEqual(['.csv', '.tsv', '.tab', '.txt', '.json', '.jsonl', '.ndjson']);
    for (const ending of FILE_ENDINGS) expect(formatOfName(`x${ending}`)).toBeDefined();
  });
});

test('the day of a moment is that of the place, not of UTC', () => {
  // Half past midnight of 2 January east of Greenwich, which is 1 January in UTC.
  const moment = new Date(Date.UTC(2026, 0, 1, 23, 30));
  moment.getFullYear = () => 2026;
  moment.getMonth = () => 0;
  moment.getDate = () => 2;
  expect(localDay(moment)).toBe('2026-01-02');
});
