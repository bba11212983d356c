/** Applies the order with few crossings to actors and claims. */
import type { Block, BlockActor } from './block-grid.ts';
import { orderFacing } from './crossing-order.ts';
import type { FacingOrder, SideActor } from './crossing-order.ts';

function sideActors(actors: readonly BlockActor[]): SideActor[] {
  const index = new Map(actors.map(({ actor }, at) => [actor.id, at]));
  return actors.map(({ claims, companions, place }) => ({
    claims,
    isLast: place.startsWith('below'),
    companions: companions.flatMap((id) => index.get(id) ?? []),
  }));
}

/** Returns the order of the claims, by index, and the ordered actors of both sides; actors that do both are at the end. */
export function orderBlock(block: Block): {
  readonly order: FacingOrder;
  readonly left: BlockActor[];
  readonly right: BlockActor[];
} {
  const of = (side: 'left' | 'right') => [
    ...block.actors.filter((a) => a.place === side),
    ...block.actors.filter((a) => a.place === `below-${side}`),
  ];
  const [left, right] = [of('left'), of('right')];
  const order = orderFacing({ claims: block.claims.length, left: sideActors(left), right: sideActors(right) });
  const sorted = (actors: BlockActor[], indices: readonly number[]) => indices.flatMap((index) => actors[index] ?? []);
  return { order, left: sorted(left, order.left), right: sorted(right, order.right) };
}
