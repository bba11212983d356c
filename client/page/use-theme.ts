import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { rememberTheme } from '../state/preferences.ts';
import { useExplorerState } from './explorer-context.ts';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const onSystemChange = (listener: () => void) => {
  systemIsDark.addEventListener('change', listener);
  return () => systemIsDark.removeEventListener('change', listener);
};

/** The theme in force: the chosen one, or the system's. */
export function useEffectiveTheme(): 'light' | 'dark' {
  const choice = useExplorerState((state) => state.theme);
  const isSystemDark = useSyncExternalStore(onSystemChange, () => systemIsDark.matches);
  if (choice !== 'system') return choice;
  return isSystemDark ? 'dark' : 'light';
}

/** Puts the theme on the root element and remembers the choice. */
export function useTheme(): void {
  const choice = useExplorerState((state) => state.theme);
  const theme = useEffectiveTheme();
  // In a layout effect: the canvas reads the tokens in a later effect of its own, which must see the new ones.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => rememberTheme(choice), [choice]);
}
