import { describe, expect, it } from 'vitest';
import { createTypeAheadBuffer } from '../../../client/base/type-ahead-buffer.ts';

describe('characters that are typed before their field has loaded', () => {
  it('are kept in order for that field only', () => {
    const buffer = createTypeAheadBuffer(() => 0);
    expect(buffer.add('x')).toBe(false);
    buffer.expect();
    expect([...'find'].map((character) => buffer.add(character))).toEqual([true, true, true, true]);
    expect(buffer.typed()).toBe('find');
    buffer.end();
    expect(buffer.add('x')).toBe(false);
    expect(buffer.typed()).toBe('');
  });

  it('are shortcuts again when the field does not appear', () => {
    let time = 0;
    const buffer = createTypeAheadBuffer(() => time);
    buffer.expect();
    expect(buffer.add('a')).toBe(true);
    time = 6_000;
    expect(buffer.add('b')).toBe(false);
  });
});
