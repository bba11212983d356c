/** Numbers and counted things for people. */
import { pageLocale } from './dates.ts';

/** Grouped as the reader writes it: 12,345. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(pageLocale()).format(value);
}

/** “1 statement”, “2 statements”; an irregular plural is given. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${numberText(count)} ${count === 1 ? noun : plural}`;
}

/** Time left for people, rounded as one would say it: “a moment”, “40 s”, “3 min”. */
export function durationText(seconds: number): string {
  if (seconds < 3) return 'a moment';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${numberText(Math.round(seconds / 60))} min`;
}
