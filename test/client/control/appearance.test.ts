import { describe, expect, it } from 'vitest';
import { appearanceOf } from '../../../client/control/appearance.ts';

const LIGHT = { isDark: false, wantsContrast: false };

describe('the look of the page', () => {
  it('is the chosen theme, for any preference of the system', () => {
    expect(appearanceOf('light', { isDark: true, wantsContrast: true })).toEqual({
      theme: 'light',
      contrast: 'standard',
    });
    expect(appearanceOf('dark', LIGHT)).toEqual({ theme: 'dark', contrast: 'standard' });
  });

  it('follows the system where nothing is chosen', () => {
    expect(appearanceOf('system', LIGHT)).toEqual({ theme: 'light', contrast: 'standard' });
    expect(appearanceOf('system', { isDark: true, wantsContrast: true })).toEqual({ theme: 'dark', contrast: 'more' });
  });

  it('is dark in high contrast only where the system is', () => {
    expect(appearanceOf('contrast', LIGHT)).toEqual({ theme: 'light', contrast: 'more' });
    expect(appearanceOf('contrast', { ...LIGHT, isDark: true })).toEqual({ theme: 'dark', contrast: 'more' });
  });
});
