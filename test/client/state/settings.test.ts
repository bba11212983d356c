import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../client/state/settings.ts';

const START = {
  language: 'system',
  type: 'standard',
  motion: 'system',
  labels: 'tooltips',
  singleKeys: 'on',
  keys: {},
  isTourKnown: false,
};

describe('settings', () => {
  it('have defaults when nothing is stored', () => {
    expect(settingsOf(null)).toEqual(START);
  });

  it('keep valid fields, and replace invalid ones by their defaults', () => {
    expect(settingsOf('{"language":"de","type":"huge","isTourKnown":true,"more":1}')).toEqual({
      ...START,
      language: 'de',
      isTourKnown: true,
    });
  });

  it('are complete for any stored text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(Object.keys(settingsOf(text)).toSorted()).toEqual(Object.keys(START).toSorted());
      }),
    );
  });

  it('are read as they were stored', () => {
    const stored = {
      language: 'en',
      type: 'projector',
      motion: 'none',
      labels: 'shown',
      singleKeys: 'off',
      keys: { pin: ['Shift+Y'], hide: [] },
      isTourKnown: true,
    } as const;
    expect(settingsOf(JSON.stringify(stored))).toEqual(stored);
  });
});
