/**
 * The layout of one connected part of a dispute on a narrow page: claims in one column, actors in the spaces between them,
 * left or right by stance. Its width is that of two names side by side; its height is not limited.
 */
import type { Block, BlockActor } from './block-grid.ts';
import { boxAt } from '../scene/geometry.ts';
import { CARD, roomOf, TYPE_SIZES } from '../scene/node-geometry.ts';
import { orderBlock } from './order-block.ts';
import type { Point } from '../scene/geometry.ts';

/** Distance from the centre of the claims to the centre of an actor: names of both sides do not touch. */
const ASIDE = 158;
/** Free space above and below each row of actors, and between cards with no actor in between. */
const SPACE = 16;
const CARD_GAP = 26;
/** Extra height of a card below its centre at the projector size. */
const CARD_GROWTH = (TYPE_SIZES.projector.card.height - CARD.height) / 2;

/** A space above or below a card, with its actors from top to bottom. */
interface Slot {
  readonly left: BlockActor[];
  readonly right: BlockActor[];
}

/** Returns the best slot of an actor: beside the middle of its claims, the left side above, the right side below. */
function wishOf(claims: readonly number[], side: keyof Slot, rank: ReadonlyMap<number, number>): number | undefined {
  if (claims.length === 0) return undefined;
  const middle = claims.reduce((sum, claim) => sum + (rank.get(claim) ?? 0), 0) / claims.length;
  return side === 'left' ? Math.floor(middle) : Math.ceil(middle) + (Number.isInteger(middle) ? 1 : 0);
}

/** Fills the slots from the top in the given order, none with more than its share. */
function fill(
  slots: readonly Slot[],
  side: keyof Slot,
  actors: readonly BlockActor[],
  rank: ReadonlyMap<number, number>,
): void {
  const share = Math.ceil(actors.length / slots.length);
  // An actor that only speaks for another one is in the same slot.
  const claimsOf = ({ claims, companions }: BlockActor) =>
    claims.length > 0 ? claims : actors.flatMap((other) => (companions.includes(other.actor.id) ? other.claims : []));
  let at = 0;
  actors.forEach((actor, index) => {
    // The remaining actors need room, too.
    const last = slots.length - Math.ceil((actors.length - index) / share);
    at = Math.min(last, Math.max(at, wishOf(claimsOf(actor), side, rank) ?? at));
    while (at < last && (slots[at]?.[side].length ?? 0) >= share) at += 1;
    slots[at]?.[side].push(actor);
  });
}

/** Returns all positions; the centre of the claims is at x = 0. */
export function layoutTall(block: Block): Map<string, Point> {
  const { order, left, right } = orderBlock(block);
  const rank = new Map(order.claims.map((claim, index) => [claim, index]));
  const slots: Slot[] = Array.from({ length: block.claims.length + 1 }, () => ({ left: [], right: [] }));
  fill(slots, 'left', left, rank);
  fill(slots, 'right', right, rank);
  const at = new Map<string, Point>();
  let y = 0;
  slots.forEach((slot, index) => {
    y += Math.max(index === 0 ? 0 : CARD_GAP, placeSlot(slot, y, at));
    const claim = block.claims[order.claims[index] ?? -1];
    if (!claim) return;
    at.set(claim.id, { x: 0, y: y + block.card.height / 2 });
    y += block.card.height;
  });
  return at;
}

/** Places the actors of a slot that starts at `top`; returns its height. */
function placeSlot({ left, right }: Slot, top: number, at: Map<string, Point>): number {
  let y = top;
  for (let row = 0; row < Math.max(left.length, right.length); row += 1) {
    let height = 0;
    for (const [one, x] of [
      [left[row], -ASIDE],
      [right[row], ASIDE],
    ] as const) {
      if (!one) continue;
      const box = roomOf(one.actor, false, SPACE - CARD_GROWTH);
      const middle = y + SPACE - box.top;
      at.set(one.actor.id, { x, y: middle });
      height = Math.max(height, boxAt(box, { x, y: middle }).bottom - y);
    }
    y += height;
  }
  return y === top ? 0 : y - top + SPACE;
}
