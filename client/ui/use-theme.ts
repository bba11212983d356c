import { useEffect, useLayoutEffect } from 'react';
import { rememberTheme } from '../state/preferences.ts';
import { settings } from '../state/settings.ts';
import { useExplorerState, useValue } from './explorer-context.ts';
import { media, useMedia } from './use-media.ts';
import { MEDIA_QUERIES } from '../base/breakpoints.ts';

const systemIsDark = media(MEDIA_QUERIES.dark);
const systemWantsContrast = media(MEDIA_QUERIES.moreContrast);

/** The theme in force: the chosen one, or the system's. High contrast is dark where the system is. */
export function useEffectiveTheme(): 'light' | 'dark' {
  const choice = useExplorerState((state) => state.theme);
  const isSystemDark = useMedia(systemIsDark);
  if (choice === 'light' || choice === 'dark') return choice;
  return isSystemDark ? 'dark' : 'light';
}

function useHighContrast(): boolean {
  const choice = useExplorerState((state) => state.theme);
  const isWished = useMedia(systemWantsContrast);
  return choice === 'contrast' || (choice === 'system' && isWished);
}

/** What the drawing on the canvas depends on beside the theme: another text, another look. */
export function useLook(): string {
  const { type } = useValue(settings);
  return `${useHighContrast() ? 'more' : 'standard'} ${type}`;
}

/** Puts the theme on the root element and remembers the choice. */
export function useTheme(): void {
  const choice = useExplorerState((state) => state.theme);
  const theme = useEffectiveTheme();
  const isStrong = useHighContrast();
  // In a layout effect: the canvas reads the tokens in a later effect of its own, which must see the new ones.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.theme = theme;
    dataset.contrast = isStrong ? 'more' : 'standard';
  }, [theme, isStrong]);
  useEffect(() => rememberTheme(choice), [choice]);
}
