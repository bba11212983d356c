/** Stored in the browser between visits: the theme and the width of the panel. */
import * as z from 'zod/mini';
import { storedText, storeText } from '../base/local-storage.ts';
import { THEMES } from './explorer-state.ts';
import type { ThemeChoice } from './explorer-state.ts';

export const PANEL_WIDTH = { min: 320, standard: 400, max: 640 } as const;
/** public/theme.js reads this key too, before the first paint. */
const THEME_KEY = 'gainsay.theme';
const PANEL_KEY = 'gainsay.panelWidth';

const StoredTheme = z.catch(z.enum(THEMES), 'system');
const StoredWidth = z.catch(
  z.coerce.number().check(z.minimum(PANEL_WIDTH.min), z.maximum(PANEL_WIDTH.max)),
  PANEL_WIDTH.standard,
);

export function rememberedTheme(): ThemeChoice {
  return z.parse(StoredTheme, storedText(THEME_KEY));
}

export function rememberTheme(theme: ThemeChoice): void {
  storeText(THEME_KEY, theme);
}

export function rememberedPanelWidth(): number {
  return z.parse(StoredWidth, storedText(PANEL_KEY) ?? PANEL_WIDTH.standard);
}

export function rememberPanelWidth(width: number): void {
  storeText(PANEL_KEY, String(width));
}
