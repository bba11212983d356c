/** Who agrees with whom. */
import * as z from 'zod/mini';

const Count = z.int().check(z.nonnegative());

export const AGREEMENT_SORTS = ['contradict', 'agree', 'shared'] as const;

/** The maximum number of nodes that are compared, and the number of their pairs. */
export const MAX_COMPARED = 50;
export const MAX_PAIRS = (MAX_COMPARED * (MAX_COMPARED - 1)) / 2;

/**
 * Two actors and the numbers of claims on which both take a side: `shared` of all, `agree` of those where they take the
 * same side, `contradict` of those where they take opposite sides. An actor that took both sides can do both.
 */
export const AgreementPair = z.object({ a: z.string(), b: z.string(), shared: Count, agree: Count, contradict: Count });
export type AgreementPair = z.infer<typeof AgreementPair>;

/** Pairs with at least one shared claim. Every number counts over all claims of the actors. */
export const Agreement = z.object({
  pairs: z.array(AgreementPair),
  /** Claims on which at least two of the actors take a side; among them those with actors on opposite sides, and the others. */
  claims: Count,
  contradicted: Count,
  agreed: Count,
  total: Count,
  /** The actors have too many positions: those with most are not compared. */
  incomplete: z.boolean(),
  truncated: z.boolean(),
  next: z.optional(z.string()),
});
export type Agreement = z.infer<typeof Agreement>;
