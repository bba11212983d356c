/** Dates in the format of the page's language, never more precise than the source. */
import { datePrecision } from '../../server/contract/vocabulary.ts';
import type { DatePrecision } from '../../server/contract/vocabulary.ts';
import { language, localeOf } from './language.ts';

const FORMATS: Readonly<Record<DatePrecision, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
};

/** A partial date for people: “2022”, “September 2022”, “22 Sep 2022”. */
export function dateText(date: string, locale: string = pageLocale()): string {
  const [year, month, day] = date.split('-').map(Number);
  const instant = new Date(0);
  // Date.UTC reads years below 100 as years of the twentieth century.
  instant.setUTCFullYear(year ?? 1970, (month ?? 1) - 1, day ?? 1);
  return formatOf(datePrecision(date), locale).format(instant);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are cached: a table formats hundreds of dates on every scroll step, and creating a format is slow. */
function formatOf(precision: DatePrecision, locale: string): Intl.DateTimeFormat {
  const key = `${precision} ${locale}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...FORMATS[precision], timeZone: 'UTC' });
  formats.set(key, known);
  return known;
}

/** A moment, such as when an import began: “24 Nov 2026, 14:05”. */
export function momentText(moment: string, locale: string = pageLocale()): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}

/** The page's language in the user's region, for dates and numbers. */
export function pageLocale(languages: readonly string[] = navigator.languages): string {
  return localeOf(language.value(), languages);
}
