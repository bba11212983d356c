/**
 * The basic schemas: kinds, stances, modalities, ids and partial dates.
 *
 * Written with zod's small build, because the client parses with the same schemas.
 */
import * as z from 'zod/mini';
import { dateProblem } from './date-problem.ts';

/** Kinds of actors. Absent means that the source names none. */
export const ACTOR_KINDS = ['person', 'organisation', 'state', 'media', 'group'] as const;
export const ActorKind = z.enum(ACTOR_KINDS);
export type ActorKind = z.infer<typeof ActorKind>;

/** Only the first two make an edge. */
export const STANCES = ['asserts', 'denies', 'neutral'] as const;
export const Stance = z.enum(STANCES);
export type Stance = z.infer<typeof Stance>;

/** The stances that make an edge, and the relationship of each. */
export const EDGE_STANCES = ['asserts', 'denies'] as const;
export const EdgeStance = z.enum(EDGE_STANCES);
export type EdgeStance = z.infer<typeof EdgeStance>;

/** `stated`; `hedged` (may, could, is believed to); `reported` (somebody says that X says). Strongest first. */
export const MODALITIES = ['stated', 'reported', 'hedged'] as const;
export const Modality = z.enum(MODALITIES);
export type Modality = z.infer<typeof Modality>;

/** 1 to 200 characters without white space or control characters; chosen by the file, never by an engine. */
export const Id = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(200),
    z.regex(/^[^\s\p{C}]+$/u, 'An id holds no spaces and no control characters.'),
  );

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether `text` is a year, a month or a day that exists: `2022`, `2022-09` or `2022-09-22`. */
export function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), match[2], match[3]];
  if (year < 1) return false;
  if (month === undefined) return true;
  const days = DAYS_IN_MONTH[Number(month) - 1];
  if (days === undefined) return false;
  if (day === undefined) return true;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === '02' && !isLeap ? 28 : days;
  return Number(day) >= 1 && Number(day) <= last;
}

/** ISO 8601, as precise as the source is: `2022`, `2022-09` or `2022-09-22`. Sorts as text. */
export const PartialDate = z
  .string()
  .check(z.refine(isPartialDate, { error: ({ input }) => dateProblem(String(input)) }));
export const DATE_PRECISIONS = ['year', 'month', 'day'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** How precise a valid {@link PartialDate} is. */
export function datePrecision(date: string): DatePrecision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

/** An http(s) address; anything else is refused, so that no link on the page can run a script. */
export const WebUrl = z
  .string()
  .check(z.maxLength(2048), z.refine(isWebUrl, 'Not a web address: it must start with http:// or https://.'));

function isWebUrl(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text)) return false;
  return URL.canParse(text);
}
