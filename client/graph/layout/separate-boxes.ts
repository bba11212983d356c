/** Pushes nodes apart until none covers another node or its label. */
import type { GraphNode } from '../../../server/contract/explorer.ts';
import { roomOf, usesCompactCards } from '../scene/node-geometry.ts';
import type { Box, Point } from '../scene/geometry.ts';

const MARGIN = 14;
const ROUNDS = 24;
/** Factor by which everything is stretched between rounds, if pushing was not enough. */
const STRETCH = 1.06;
const MAX_STRETCHES = 60;

interface Body {
  readonly id: string;
  readonly box: Box;
  readonly isFixed: boolean;
  x: number;
  y: number;
}

/** Groups bodies by the cells of a grid that their boxes touch; bodies that may overlap share a cell. */
function cellsOf(bodies: readonly Body[], size: number): Map<number, number[]> {
  const cells = new Map<number, number[]>();
  bodies.forEach(({ box, x, y }, index) => {
    for (
      let column = Math.floor((x + box.left) / size);
      column <= Math.floor((x + box.right + MARGIN) / size);
      column += 1
    ) {
      for (let row = Math.floor((y + box.top) / size); row <= Math.floor((y + box.bottom + MARGIN) / size); row += 1) {
        const key = column * 1_000_003 + row;
        const cell = cells.get(key);
        if (cell) cell.push(index);
        else cells.set(key, [index]);
      }
    }
  });
  return cells;
}

/** Moves two overlapping bodies apart along the shorter axis; returns whether they overlapped. */
function part(a: Body, b: Body): boolean {
  if (a.isFixed && b.isFixed) return false;
  const x = Math.min(a.x + a.box.right, b.x + b.box.right) - Math.max(a.x + a.box.left, b.x + b.box.left) + MARGIN;
  const y = Math.min(a.y + a.box.bottom, b.y + b.box.bottom) - Math.max(a.y + a.box.top, b.y + b.box.top) + MARGIN;
  if (x <= 0.01 || y <= 0.01) return false;
  const [share, other] = a.isFixed ? [0, 1] : b.isFixed ? [1, 0] : [0.5, 0.5];
  // If both have the same position, ids decide, so that the result is deterministic.
  const isBefore = (from: number, to: number) => (from === to ? a.id < b.id : from < to);
  if (x < y) {
    const shift = (x + 0.5) * (isBefore(a.x, b.x) ? -1 : 1);
    a.x += shift * share;
    b.x -= shift * other;
  } else {
    const shift = (y + 0.5) * (isBefore(a.y, b.y) ? -1 : 1);
    a.y += shift * share;
    b.y -= shift * other;
  }
  return true;
}

function pushOnce(bodies: readonly Body[], size: number): boolean {
  let isPushed = false;
  for (const cell of cellsOf(bodies, size).values()) {
    for (let i = 0; i < cell.length; i += 1) {
      for (let j = i + 1; j < cell.length; j += 1) {
        const [a, b] = [bodies[cell[i] ?? -1], bodies[cell[j] ?? -1]];
        if (a && b && part(a, b)) isPushed = true;
      }
    }
  }
  return isPushed;
}

function stretch(bodies: readonly Body[]): void {
  const middle = { x: 0, y: 0 };
  for (const { x, y } of bodies) {
    middle.x += x / bodies.length;
    middle.y += y / bodies.length;
  }
  for (const body of bodies) {
    if (body.isFixed) continue;
    body.x = middle.x + (body.x - middle.x) * STRETCH;
    body.y = middle.y + (body.y - middle.y) * STRETCH;
  }
}

/**
 * Returns positions near the given ones without overlaps. Nodes in `fixed` keep their positions, even if they overlap.
 * Nodes without a position are omitted.
 */
export function separateBoxes(
  nodes: readonly GraphNode[],
  positions: ReadonlyMap<string, Point>,
  fixed: ReadonlySet<string> = new Set(),
): Map<string, Point> {
  const isCompact = usesCompactCards(nodes);
  const bodies = [...nodes]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((node): Body[] => {
      const at = positions.get(node.id);
      return at
        ? [{ id: node.id, box: roomOf(node, isCompact, MARGIN), isFixed: fixed.has(node.id), x: at.x, y: at.y }]
        : [];
    });
  const size = 240;
  for (let stretched = 0; stretched < MAX_STRETCHES; stretched += 1) {
    let isPushed = true;
    for (let round = 0; round < ROUNDS && isPushed; round += 1) isPushed = pushOnce(bodies, size);
    if (!isPushed) break;
    stretch(bodies);
  }
  return new Map(bodies.map(({ id, x, y }) => [id, { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }]));
}
