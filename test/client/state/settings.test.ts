import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../client/state/settings.ts';

const START = { language: 'system', type: 'standard', motion: 'system', labels: 'tooltips', isTourKnown: false };

describe('settings', () => {
  it('are those of the start where nothing is remembered', () => {
    expect(settingsOf(null)).toEqual(START);
  });

  it('keep what is understood, and put the start in place of what is not', () => {
    expect(settingsOf('{"language":"de","type":"huge","isTourKnown":true,"more":1}')).toEqual({
      ...START,
      language: 'de',
      isTourKnown: true,
    });
  });

  it('come out whole of any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(Object.keys(settingsOf(text)).toSorted()).toEqual(Object.keys(START).toSorted());
      }),
    );
  });

  it('come back as they were stored', () => {
    const stored = { language: 'en', type: 'projector', motion: 'none', labels: 'shown', isTourKnown: true } as const;
    expect(settingsOf(JSON.stringify(stored))).toEqual(stored);
  });
});
