/** When a claim is contested, and how much. The queries keep the same number as a claim's property `contention`. */
import type { ActorNode, ClaimNode } from './explorer.ts';

type Sides = Pick<ClaimNode, 'asserters' | 'deniers'>;

/** The number of actors on the smaller side of a claim. */
export function contentionOf({ asserters, deniers }: Sides): number {
  return Math.min(asserters, deniers);
}

/** Whether at least one actor asserts the claim and at least one denies it, counted over the whole database. An actor is never contested. */
export function isContested(node: Sides | ActorNode): boolean {
  return 'asserters' in node && contentionOf(node) > 0;
}
