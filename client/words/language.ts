/** The language of the page: the chosen one, or the first language of the browser that the page has. */
import { createValueStore } from '../base/value-store.ts';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each name in its own language, for users who cannot read the current one. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** The regions for dates and numbers, where the browser names none for the language. */
const REGIONS: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/** The current language of the page. Everything that shows text subscribes to it. */
export const language = createValueStore<Language>('en');

/** The user's first language that the page has, otherwise English. */
export function languageOf(languages: readonly string[]): Language {
  const spoken = languages.flatMap((one) => LANGUAGES.filter((known) => one.toLowerCase().split('-')[0] === known));
  return spoken[0] ?? 'en';
}

/** The language with the user's region, for `Intl`: `de-AT` for a German-speaking user in Austria. */
export function localeOf(spoken: Language, languages: readonly string[] = navigator.languages): string {
  return languages.find((one) => one.toLowerCase().startsWith(`${spoken}-`)) ?? REGIONS[spoken];
}
