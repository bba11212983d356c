import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { FileName, fileStem, uploadName } from '../../server/contract/file-names.ts';

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
