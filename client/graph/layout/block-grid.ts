/** The number of columns of a block's claims, and the space between columns. */
import type { ActorNode, ClaimNode } from '../../../server/contract/explorer.ts';
import { ACTOR_LABEL } from '../scene/node-geometry.ts';
import type { Size } from '../scene/geometry.ts';

export type Place = 'left' | 'right' | 'below-left' | 'below-right';

export interface BlockActor {
  readonly actor: ActorNode;
  readonly place: Place;
  /** Indices of the claims of the block that it has lines to, one per line. */
  readonly claims: readonly number[];
  /** Ids of the actors that it speaks for or that speak for it. */
  readonly companions: readonly string[];
  /** It speaks for an actor of its own side and is placed behind that one. */
  readonly isBehind: boolean;
}

export interface Block {
  readonly claims: readonly ClaimNode[];
  readonly actors: readonly BlockActor[];
  readonly card: Size;
  readonly isCompact: boolean;
  readonly canvas: Size;
  /** There is no other part: it may use the whole canvas. */
  readonly isAlone: boolean;
}

/** Free space between claims, and between claims and actors, for lines, heads and marks. */
const CARD_GAP = { full: 26, compact: 18 } as const;
/** Maximum growth of the space for passing lines, as a share, and the space of each line. */
const MAX_ROW_ROOM = 0.25;
const LANE = 7;
export const COLUMN_GAP = 96;
const GUTTER = 174;
/** Maximum extra width of the gutter if the canvas is wider than the block. */
const WIDER_GUTTER = 64;
/** With more lines per claim than this, the gutter of a side grows. */
const FEW_LINES = 3;
const PER_LINE = 42;
export const BEHIND = 120;
export const RANK = 164;
export const ACTOR_PITCH = 104;
/** Height that a column of actors may have even beside few claims. */
export const ROOMY = 440;

export interface Grid {
  readonly gutter: number;
  readonly columns: number;
  readonly pitch: number;
  readonly width: number;
  readonly height: number;
}

function gridOf(block: Block, columns: number, gap = gapOf(block)): Grid {
  const pitch = block.card.height + gap;
  const rows = Math.ceil(block.claims.length / columns);
  const stagger = columns > 1 && block.claims.length > columns ? pitch * (1 - 1 / columns) : 0;
  const height = (rows - 1) * pitch + stagger + block.card.height;
  return {
    columns,
    pitch,
    gutter: gutterOf(height) + roomForLines(block),
    height,
    width: columns * block.card.width + (columns - 1) * COLUMN_GAP,
  };
}

function gapOf({ isCompact }: Block): number {
  return isCompact ? CARD_GAP.compact : CARD_GAP.full;
}

/** Returns the space between cards of a column, where lines to the columns behind pass. */
function roomyGap(block: Block, columns: number): number {
  const { actors, claims } = block;
  const gap = gapOf(block);
  const lines = actors.reduce((sum, actor) => sum + actor.claims.length, 0);
  // On average, a line passes half of the other columns.
  const passing = (lines * (columns - 1)) / 2 / (claims.length + columns);
  return gap + Math.min(gap * MAX_ROW_ROOM, Math.max(0, passing * LANE - gap));
}

/** Returns the number of columns of actors on a side, so that it is not much taller than the claims. */
export function ranksOf(count: number, height: number): number {
  const tall = Math.max(height * 1.1, ROOMY, 1.5 * Math.sqrt(count * ACTOR_PITCH * RANK));
  return Math.max(1, Math.ceil(count / Math.floor(tall / ACTOR_PITCH)));
}

/** Long columns need a wider gutter; otherwise their lines are too steep to follow. */
function gutterOf(height: number): number {
  return GUTTER + Math.min(260, Math.max(0, height - 900) * 0.16);
}

function roomForLines({ actors, claims }: Block): number {
  const linesOf = (side: 'left' | 'right') =>
    actors.reduce((sum, { place, claims: at }) => sum + (place.endsWith(side) ? at.length : 0), 0);
  return Math.max(0, Math.max(linesOf('left'), linesOf('right')) / Math.max(1, claims.length) - FEW_LINES) * PER_LINE;
}

/** Returns the width of the actors of one side beyond the gutter: half a label and the steps outwards. */
function sideWidth(actors: readonly BlockActor[], ranks: number): number {
  return ACTOR_LABEL.width / 2 + (ranks > 1 ? (ranks - 1) * RANK : actors.some((a) => a.isBehind) ? BEHIND : 0);
}

/** Returns the number of columns of claims at which the canvas shows the block largest; fewer if the gain is small. */
export function bestGrid(block: Block): Grid {
  const sides = (['left', 'right'] as const)
    .map((side) => block.actors.filter((a) => a.place.endsWith(side)))
    .filter((actors) => actors.length > 0);
  let [best, largest] = [gridOf(block, 1), 0];
  for (let columns = 1; columns <= Math.max(1, block.claims.length); columns += 1) {
    const grid = gridOf(block, columns);
    const ranks = sides.map((actors) => ranksOf(actors.length, grid.height));
    const width = sides.reduce((sum, actors, i) => sum + grid.gutter + sideWidth(actors, ranks[i] ?? 1), grid.width);
    const height = Math.max(grid.height, ...sides.map((actors, i) => (actors.length / (ranks[i] ?? 1)) * ACTOR_PITCH));
    const scale = Math.min(1.1, block.canvas.width / width, block.canvas.height / height) * 0.94 ** (columns - 1);
    if (scale <= largest) continue;
    const spare = ((height * block.canvas.width) / block.canvas.height - width) / Math.max(1, sides.length);
    largest = scale;
    best = { ...grid, gutter: grid.gutter + (block.isAlone ? Math.min(WIDER_GUTTER, Math.max(0, spare)) : 0) };
  }
  return { ...gridOf(block, best.columns, roomyGap(block, best.columns)), gutter: best.gutter };
}
