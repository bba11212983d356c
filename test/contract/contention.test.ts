import { describe, expect, test } from 'vitest';
import { contentionOf, isContested } from '../../server/contract/contention.ts';
import { actor, claim } from '../client/support.ts';

describe('contention', () => {
  test('calls a claim contested only when at least one actor asserts it and at least one denies it', () => {
    expect(isContested(claim('c', { asserters: 1, deniers: 2 }))).toBe(true);
    expect(isContested(claim('c', { asserters: 2, deniers: 0 }))).toBe(false);
    expect(isContested(claim('c', { asserters: 0, deniers: 2 }))).toBe(false);
    expect(isContested({ asserters: 1, deniers: 1 })).toBe(true);
  });

  test('never calls an actor contested', () => {
    expect(isContested(actor('a', { asserts: 1, denies: 1 }))).toBe(false);
  });

  test('counts the smaller side', () => {
    expect(contentionOf({ asserters: 3, deniers: 2 })).toBe(2);
    expect(contentionOf({ asserters: 0, deniers: 2 })).toBe(0);
  });
});
