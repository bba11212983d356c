/** The layout of one connected part of a dispute around its claims. */
import { ACTOR_PITCH, BEHIND, bestGrid, COLUMN_GAP, RANK, ranksOf, ROOMY } from './block-grid.ts';
import type { Block, BlockActor, Grid } from './block-grid.ts';
import { boxAt, isOverlapping } from '../scene/geometry.ts';
import { roomOf } from '../scene/node-geometry.ts';
import type { Box, Point } from '../scene/geometry.ts';
import { orderBlock } from './order-block.ts';
import { spreadHeights } from './spread-heights.ts';
import type { HeightItem } from './spread-heights.ts';
import { MAX_UNTANGLED, untangled } from './untangle.ts';

/** Minimum space between actors, and the space they use if there is room. */
const MARGIN = 20;
const MAX_MARGIN = 40;

/** The side of the lines of a claim: −1 all from the left, 1 all from the right. */
function pulls(block: Block): number[] {
  const [sum, count] = [block.claims.map(() => 0), block.claims.map(() => 0)];
  for (const { place, claims } of block.actors) {
    for (const claim of claims) {
      sum[claim] = (sum[claim] ?? 0) + (place === 'left' || place === 'below-left' ? -1 : 1);
      count[claim] = (count[claim] ?? 0) + 1;
    }
  }
  return sum.map((value, index) => value / Math.max(1, count[index] ?? 1));
}

/**
 * Places claims from top to bottom. With several columns, claims of one side are nearer to it, and each column starts a
 * little lower than the previous one, so that lines can pass between cards.
 */
function placeClaims(block: Block, grid: Grid, order: readonly number[]): Point[] {
  const pull = pulls(block);
  const at: Point[] = block.claims.map(() => ({ x: 0, y: 0 }));
  for (let row = 0; row * grid.columns < order.length; row += 1) {
    const group = order.slice(row * grid.columns, (row + 1) * grid.columns);
    const across = [...group].sort((a, b) => (pull[a] ?? 0) - (pull[b] ?? 0) || a - b);
    // An incomplete last row is centred.
    const shift = (grid.columns - group.length) / 2;
    across.forEach((claim, index) => {
      const column = index + Math.floor(shift);
      at[claim] = {
        x: (column - (grid.columns - 1) / 2) * (block.card.width + COLUMN_GAP),
        y: block.card.height / 2 + (row + column / grid.columns) * grid.pitch,
      };
    });
  }
  return at;
}

function meanHeight(claims: readonly number[], at: readonly Point[]): number | undefined {
  if (claims.length === 0) return undefined;
  return claims.reduce((sum, claim) => sum + (at[claim]?.y ?? 0), 0) / claims.length;
}

interface SideRoom {
  readonly direction: -1 | 1;
  readonly grid: Grid;
  readonly claimsAt: readonly Point[];
}

/** Places the actors of one side in their order: in one column, those behind one step further out, or in several columns. */
function placeSide(actors: readonly BlockActor[], room: SideRoom): Map<string, Point> {
  const { direction, grid, claimsAt } = room;
  const ranks = ranksOf(actors.length, grid.height);
  const inner = grid.width / 2 + grid.gutter;
  const heightOf = new Map(actors.map((a) => [a.actor.id, meanHeight(a.claims, claimsAt)]));
  const isUndecided = actors.every(isBelow);
  const items: HeightItem[] = actors.map((a, index) => {
    const companion = a.companions.map((id) => heightOf.get(id)).find((height) => height !== undefined);
    const depth = ranks > 1 ? (index % ranks) * RANK : a.isBehind ? BEHIND : 0;
    return {
      id: a.actor.id,
      x: direction * (inner + depth),
      wanted: isBelow(a) && !isUndecided ? grid.height : (heightOf.get(a.actor.id) ?? companion ?? grid.height / 2),
      extent: roomOf(a.actor, false, MARGIN),
    };
  });
  const full = items.reduce((sum, item) => sum + item.extent.bottom - item.extent.top, 0);
  const spare = (grid.height * ranks - full) / Math.max(1, items.length);
  const margin = Math.min(MAX_MARGIN, Math.max(MARGIN, spare * 0.7));
  // With enough room, lines of actors behind pass between the others, not through their names.
  const isRoomy = full + items.length * MARGIN <= Math.max(grid.height, ROOMY);
  const share = ranks > 1 ? 1 / ranks : isRoomy ? 1 : 0.5;
  return spreadHeights(items, {
    margin,
    share,
    room: { top: 0, bottom: grid.height + (!isUndecided && actors.some(isBelow) ? ACTOR_PITCH : 0) },
  });
}

/** Actors that do both are below the others of a side, not below the claims: there, their lines would pass behind cards. */
function placeBelow(
  actors: readonly BlockActor[],
  beside: readonly BlockActor[],
  { grid, at }: { readonly grid: Grid; readonly at: Map<string, Point> },
): void {
  const placed: Box[] = beside.flatMap(({ actor }) => {
    const point = at.get(actor.id);
    return point ? [boxAt(roomOf(actor, false, MARGIN), point)] : [];
  });
  for (const side of ['below-left', 'below-right'] as const) {
    actors
      .filter((a) => a.place === side)
      .forEach(({ actor }, index) => {
        const x = (side === 'below-left' ? -1 : 1) * (grid.width / 2 + grid.gutter + (index % 3) * RANK);
        const box = roomOf(actor, false, MARGIN);
        let y = grid.height - 56 + Math.floor(index / 3) * ACTOR_PITCH;
        for (
          let hit: Box | undefined;
          (hit = placed.find((other) => isOverlapping(boxAt(box, { x, y }), other, MARGIN))) !== undefined;
        ) {
          y = hit.bottom + MARGIN + 1 - box.top;
        }
        placed.push(boxAt(box, { x, y }));
        at.set(actor.id, { x, y });
      });
  }
}

/** Returns the positions of a connected part with claims; the centre of its claims is at x = 0. */
export function layoutBlock(block: Block): Map<string, Point> {
  const grid = bestGrid(block);
  const { order, left, right } = orderBlock(block);
  const first: Placing = { left, right, claimsAt: placeClaims(block, grid, order.claims) };
  const at = placeActors(block, grid, first);
  if (grid.columns === 1 || block.actors.reduce((sum, { claims }) => sum + claims.length, 0) > MAX_UNTANGLED) return at;
  return placeActors(block, grid, lessTangled(block, first, at));
}

/** The order of both sides and the positions of the claims. */
interface Placing {
  readonly left: readonly BlockActor[];
  readonly right: readonly BlockActor[];
  readonly claimsAt: readonly Point[];
}

function lessTangled(block: Block, { left, right, claimsAt }: Placing, at: ReadonlyMap<string, Point>): Placing {
  const all = [...left, ...right];
  const actors = all.map(({ actor }) => at.get(actor.id) ?? { x: 0, y: 0 });
  const lines = all.flatMap(({ claims }, actor) => claims.map((claim) => ({ actor, claim })));
  // An actor that speaks for another one is beside it.
  const groups = all.map((one, index) =>
    one.companions.length > 0 || isBelow(one) ? undefined : index < left.length ? 0 : 1,
  );
  const found = untangled({ claims: claimsAt, actors, groups, lines, half: block.card.width / 2 });
  const sorted = (from: number, to: number) =>
    all
      .map((one, index) => ({ one, y: found.actors[index]?.y ?? 0 }))
      .slice(from, to)
      .sort((a, b) => Number(isBelow(a.one)) - Number(isBelow(b.one)) || a.y - b.y)
      .map(({ one }) => one);
  return { left: sorted(0, left.length), right: sorted(left.length, all.length), claimsAt: found.claims };
}

/** Returns all positions, given those of the claims. */
function placeActors(block: Block, grid: Grid, { left, right, claimsAt }: Placing): Map<string, Point> {
  const at = new Map(block.claims.map((claim, index) => [claim.id, claimsAt[index] ?? { x: 0, y: 0 }]));
  const below: BlockActor[] = [];
  for (const [actors, direction] of [
    [left, -1],
    [right, 1],
  ] as const) {
    const column = hasRoomForAll(actors, grid) ? actors : actors.filter((a) => !isBelow(a));
    below.push(...actors.filter((a) => !column.includes(a)));
    for (const [id, point] of placeSide(column, { direction, grid, claimsAt })) at.set(id, point);
  }
  placeBelow(below, block.actors, { grid, at });
  return at;
}

function isBelow({ place }: BlockActor): boolean {
  return place.startsWith('below');
}

/** Actors that do both are then at the end of the column of their side: from a row below, their lines would cross. */
function hasRoomForAll(actors: readonly BlockActor[], grid: Grid): boolean {
  return actors.length * ACTOR_PITCH <= Math.max(grid.height, ROOMY);
}
