/** The user's settings for this browser: stored in it, never part of a link or a view. The theme is in the explorer's state instead. */
import * as z from 'zod/mini';
import { storedText, storeText } from '../base/local-storage.ts';
import { parseJson } from '../base/parse-json.ts';
import { language, LANGUAGES, languageOf } from '../words/language.ts';
import { createValueStore } from '../base/value-store.ts';
import type { ValueStore } from '../base/value-store.ts';
import { MEDIA_QUERIES } from '../base/breakpoints.ts';

export const LANGUAGE_CHOICES = ['system', ...LANGUAGES] as const;
export const TYPE_CHOICES = ['standard', 'projector'] as const;
export const MOTION_CHOICES = ['system', 'none'] as const;
export const SINGLE_KEY_CHOICES = ['on', 'off'] as const;
export const LABEL_CHOICES = ['tooltips', 'shown'] as const;

const Settings = z.object({
  language: z.catch(z.enum(LANGUAGE_CHOICES), 'system'),
  /** `projector`: larger type on the page and on the canvas. */
  type: z.catch(z.enum(TYPE_CHOICES), 'standard'),
  motion: z.catch(z.enum(MOTION_CHOICES), 'system'),
  /** Whether the names of the screens are below their icons, or only in tooltips. */
  labels: z.catch(z.enum(LABEL_CHOICES), 'tooltips'),
  /** Whether shortcuts of one character are on. Those with Ctrl or Cmd always are. */
  singleKeys: z.catch(z.enum(SINGLE_KEY_CHOICES), 'on'),
  /** Shortcuts that the user has chosen, by the id of their action; an empty list is none. */
  keys: z.catch(z.record(z.string(), z.array(z.string().check(z.minLength(1), z.maxLength(40)))), {}),
  /** Whether the user has taken or declined the tour. */
  isTourKnown: z.catch(z.boolean(), false),
});
export type Settings = z.infer<typeof Settings>;

/** public/theme.js reads this key too, before the first paint. */
const KEY = 'gainsay.settings';

/** Parses stored settings; a missing or invalid field gets its default. */
export function settingsOf(text: string | null): Settings {
  const parsed = z.safeParse(Settings, parseJson(text ?? '{}'));
  return parsed.success ? parsed.data : z.parse(Settings, {});
}

/** The settings of the page. */
export const settings: ValueStore<Settings> = createValueStore(settingsOf(null));

/** Loads the stored settings, applies them, and stores each change. Call it once, before the page is rendered. */
export function startSettings(): void {
  settings.set(settingsOf(storedText(KEY)));
  apply(settings.value());
  settings.subscribe(() => {
    apply(settings.value());
    storeText(KEY, JSON.stringify(settings.value()));
  });
}

export function changeSettings(changed: Partial<Settings>): void {
  settings.set({ ...settings.value(), ...changed });
}

/** Whether animations are off, by this setting or by the system's. */
export function isMotionReduced(): boolean {
  return settings.value().motion === 'none' || matchMedia(MEDIA_QUERIES.lessMotion).matches;
}

function apply({ language: choice, type, motion, labels }: Settings): void {
  const root = document.documentElement;
  const spoken = choice === 'system' ? languageOf(navigator.languages) : choice;
  root.lang = spoken;
  root.dataset.type = type;
  root.dataset.motion = motion;
  root.dataset.labels = labels;
  language.set(spoken);
}

/** Whether the settings or the tour are open. */
export const isSettingsOpen: ValueStore<boolean> = createValueStore(false);
export const isTourOpen: ValueStore<boolean> = createValueStore(false);
