/** The language that the page speaks: chosen, or the first of the browser's that there is. */
import { createValueStore } from '../base/value-store.ts';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words: whoever looks for their language may not read the one shown. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** For dates and numbers, where the browser names no region for the language. */
const REGIONS: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/** The language of the page now; everything that is worded anew listens. */
export const language = createValueStore<Language>('en');

/** The first language of the user's that the page speaks, else English. */
export function languageOf(languages: readonly string[]): Language {
  const spoken = languages.flatMap((one) => LANGUAGES.filter((known) => one.toLowerCase().split('-')[0] === known));
  return spoken[0] ?? 'en';
}

/** The language with the user's region, for `Intl`: `de-AT` for whoever reads German and is from Austria. */
export function localeOf(spoken: Language, languages: readonly string[] = navigator.languages): string {
  return languages.find((one) => one.toLowerCase().startsWith(`${spoken}-`)) ?? REGIONS[spoken];
}
