/** The effective appearance, from the user's and the system's settings, set on the root element for style sheets and canvas. */
import { MEDIA_QUERIES } from '../base/breakpoints.ts';
import { media } from '../base/media.ts';
import { createValueStore } from '../base/value-store.ts';
import type { ValueStore } from '../base/value-store.ts';
import type { ThemeChoice } from '../state/explorer-state.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import { rememberTheme } from '../state/preferences.ts';
import { settings } from '../state/settings.ts';
import type { Settings } from '../state/settings.ts';

export interface Appearance {
  readonly theme: 'light' | 'dark';
  readonly contrast: 'standard' | 'more';
  /** Size of type on the page and on the canvas. */
  readonly type: Settings['type'];
}

/** The system's preferences. */
export interface SystemLook {
  readonly isDark: boolean;
  readonly wantsContrast: boolean;
}

/** The effective theme and contrast. High contrast is dark if the system is dark. */
export function appearanceOf(choice: ThemeChoice, { isDark, wantsContrast }: SystemLook): Omit<Appearance, 'type'> {
  const isChosen = choice === 'light' || choice === 'dark';
  const theme = isChosen ? choice : isDark ? 'dark' : 'light';
  const isStrong = choice === 'contrast' || (choice === 'system' && wantsContrast);
  return { theme, contrast: isStrong ? 'more' : 'standard' };
}

/**
 * Follows the theme of the state, the settings and the system. The root element is updated before the subscribers
 * are notified. Call `startSettings` before: it sets the size of type on the root element.
 */
export function createAppearance(store: ExplorerStore): Pick<ValueStore<Appearance>, 'value' | 'subscribe'> {
  const dark = media(MEDIA_QUERIES.dark);
  const contrast = media(MEDIA_QUERIES.moreContrast);
  const current = (): Appearance => ({
    ...appearanceOf(store.state().theme, { isDark: dark.matches(), wantsContrast: contrast.matches() }),
    type: settings.value().type,
  });
  const appearance = createValueStore(current());
  let remembered = store.state().theme;
  const follow = () => {
    const choice = store.state().theme;
    if (choice !== remembered) rememberTheme(choice);
    remembered = choice;
    const [before, next] = [appearance.value(), current()];
    if (next.theme === before.theme && next.contrast === before.contrast && next.type === before.type) return;
    apply(next);
    appearance.set(next);
  };
  apply(appearance.value());
  for (const source of [store, settings, dark, contrast]) source.subscribe(follow);
  return appearance;
}

function apply({ theme, contrast }: Appearance): void {
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  dataset.contrast = contrast;
}
