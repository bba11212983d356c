import { describe, expect, it } from 'vitest';
import { attributeChoice, readAttributeChoice } from '../../../client/state/attribute-choices.ts';

describe('the choice of a value of an attribute', () => {
  it.each([
    [{ owner: 'actor', key: 'party', value: 'Left' }, 'actor.party:"Left"'],
    [{ owner: 'claim', key: 'v.2 = "x"', value: 'a:b\n' }, 'claim.v.2 = "x":"a:b\\n"'],
    [{ owner: 'actor', key: 'seats', value: -0.5 }, 'actor.seats:-0.5'],
  ] as const)('%o is a text, and is read from it', (choice, text) => {
    expect(attributeChoice(choice)).toBe(text);
    expect(readAttributeChoice(text)).toEqual(choice);
  });

  it.each(['', 'actor.party', 'document.pages:3', 'actor.:1', 'actor.party:', 'actor.party:true', 'actor.__proto__:1'])(
    'is not “%s”',
    (text) => {
      expect(readAttributeChoice(text)).toBeUndefined();
    },
  );
});
