/** Numbers and lists for people. */
import { pageLocale } from './dates.ts';
import { messageText } from './define-messages.ts';
import { DURATIONS } from './messages/durations.ts';

/** Grouped as the reader writes it: 12,345. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(pageLocale()).format(value);
}

/** “A, B and C”. */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(pageLocale(), { type: 'conjunction' }).format(items);
}

/** A share from 0 to 1, as percent. */
export function percentText(share: number): string {
  return new Intl.NumberFormat(pageLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** @deprecated Give the words a message with a plural, such as those of `COMMON`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${numberText(count)} ${count === 1 ? noun : plural}`;
}

/** Time left for people, rounded as one would say it: “a moment”, “40 s”, “3 min”. */
export function durationText(seconds: number): string {
  if (seconds < 3) return messageText(DURATIONS, 'moment');
  if (seconds < 90) return messageText(DURATIONS, 'seconds', { count: Math.round(seconds) });
  return messageText(DURATIONS, 'minutes', { count: Math.round(seconds / 60) });
}
