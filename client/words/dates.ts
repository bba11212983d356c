/** Dates as the user's language writes them, never more precise than the source is. */
import { datePrecision } from '../../server/contract/vocabulary.ts';
import type { DatePrecision } from '../../server/contract/vocabulary.ts';

const FORMATS: Readonly<Record<DatePrecision, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
};

/** A partial date for people: “2022”, “September 2022”, “22 Sep 2022”. */
export function dateText(date: string, locale: string = pageLocale()): string {
  const [year, month, day] = date.split('-').map(Number);
  const instant = new Date(0);
  // Date.UTC takes years below 100 for the twentieth century.
  instant.setUTCFullYear(year ?? 1970, (month ?? 1) - 1, day ?? 1);
  return new Intl.DateTimeFormat(locale, { ...FORMATS[datePrecision(date)], timeZone: 'UTC' }).format(instant);
}

/** A moment, such as when an import began: “24 Nov 2026, 14:05”. */
export function momentText(moment: string, locale: string = pageLocale()): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}

/**
 * The language for dates and numbers. The page speaks English, so a reader with another language first
 * gets English in the way of their region's order only if they use an English at all; else British.
 */
export function pageLocale(languages: readonly string[] = navigator.languages): string {
  return languages.find((language) => /^en\b/i.test(language)) ?? 'en-GB';
}
