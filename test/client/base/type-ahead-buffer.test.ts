import { describe, expect, it } from 'vitest';
import { createEarlyTyping } from '../../../client/base/type-ahead-buffer.ts';

describe('letters that are typed before their field is there', () => {
  it('are kept for it, in their order, and for no other', () => {
    const early = createEarlyTyping(() => 0);
    expect(early.add('x')).toBe(false);
    early.expect();
    expect([...'find'].map((letter) => early.add(letter))).toEqual([true, true, true, true]);
    expect(early.typed()).toBe('find');
    early.end();
    expect(early.add('x')).toBe(false);
    expect(early.typed()).toBe('');
  });

  it('are shortcuts again when the field does not come', () => {
    let time = 0;
    const early = createEarlyTyping(() => time);
    early.expect();
    expect(early.add('a')).toBe(true);
    time = 6_000;
    expect(early.add('b')).toBe(false);
  });
});
