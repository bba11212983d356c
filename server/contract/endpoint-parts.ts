/** What many rows of the table of endpoints are made of. */
import * as z from 'zod/mini';
import { Id } from './vocabulary.ts';

/** How many items of a list are asked for: from 1 to `most`, `standard` when it is not told. */
export const limit = (standard: number, most: number) =>
  z._default(z.int().check(z.minimum(1), z.maximum(most)), standard);

/** Where a page ended: the `next` of that page. */
export const Cursor = z.string().check(z.minLength(1), z.maxLength(2_000));

export const byId = z.strictObject({ id: Id });

/** The id of a position, `<actor id> <stance> <claim id>`, as edges and statements bear it. */
export const PositionId = z
  .string()
  .check(
    z.maxLength(420),
    z.regex(
      /^[^\s\p{C}]{1,200} (asserts|denies|neutral) [^\s\p{C}]{1,200}$/u,
      'Not the id of a position: an actor, a stance and a claim.',
    ),
  );
