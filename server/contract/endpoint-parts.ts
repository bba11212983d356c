/** Schemas that several rows of the table of endpoints share. */
import * as z from 'zod/mini';
import { Id } from './vocabulary.ts';

/** The number of items of a list: from 1 to `max`, by default `standard`. */
export const limit = (standard: number, max: number) =>
  z._default(z.int().check(z.minimum(1), z.maximum(max)), standard);

/** The end of a page: the `next` of that page. */
export const Cursor = z.string().check(z.minLength(1), z.maxLength(2_000));

export const byId = z.strictObject({ id: Id });

/** The id of a position, `<actor id> <stance> <claim id>`, as in edges and statements. */
export const PositionId = z
  .string()
  .check(
    z.maxLength(420),
    z.regex(
      /^[^\s\p{C}]{1,200} (asserts|denies|neutral) [^\s\p{C}]{1,200}$/u,
      'Not the id of a position: an actor, a stance and a claim.',
    ),
  );
