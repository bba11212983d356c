/** Chooses one of several routes for each line, so that lines cross little. */
import type { Box, Point } from '../scene/geometry.ts';
import { isOverlapping } from '../scene/geometry.ts';

export interface Candidate {
  /** From start to end. */
  readonly points: readonly Point[];
  /** Length in pixels plus the cost of turns. */
  readonly cost: number;
}

const ROUNDS = 2;
/** Cost of a crossing, in pixels. */
const CROSSING = 40;

/** A candidate as plain numbers: crossings are tested some hundred thousand times. */
interface Measured {
  readonly cost: number;
  /** x and y alternate. */
  readonly at: Float64Array;
  readonly box: Box;
}

function measured({ points, cost }: Candidate): Measured {
  const at = new Float64Array(2 * points.length);
  points.forEach(({ x, y }, index) => at.set([x, y], 2 * index));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    cost,
    at,
    box: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
  };
}

function areCrossing(a: Measured, b: Measured): boolean {
  if (!isOverlapping(a.box, b.box)) return false;
  for (let i = 2; i < a.at.length; i += 2) {
    const px = a.at[i - 2] ?? 0;
    const py = a.at[i - 1] ?? 0;
    const dx = (a.at[i] ?? 0) - px;
    const dy = (a.at[i + 1] ?? 0) - py;
    const left = Math.min(px, px + dx);
    const right = Math.max(px, px + dx);
    for (let k = 2; k < b.at.length; k += 2) {
      const rx = b.at[k - 2] ?? 0;
      const sx = b.at[k] ?? 0;
      if ((rx > right && sx > right) || (rx < left && sx < left)) continue;
      const ry = b.at[k - 1] ?? 0;
      const sy = b.at[k + 1] ?? 0;
      if ((dx * (ry - py) - dy * (rx - px)) * (dx * (sy - py) - dy * (sx - px)) >= 0) continue;
      const ex = sx - rx;
      const ey = sy - ry;
      if ((ex * (py - ry) - ey * (px - rx)) * (ex * (py + dy - ry) - ey * (px + dx - rx)) < 0) return true;
    }
  }
  return false;
}

/** Returns the index of the cheapest candidate of a line, given the choices of the others. */
function bestOf(line: number, candidates: readonly (readonly Measured[])[], chosen: readonly number[]): number {
  let [best, least] = [chosen[line] ?? 0, Infinity];
  candidates[line]?.forEach((candidate, index) => {
    let cost = candidate.cost;
    for (let other = 0; other < candidates.length && cost < least; other += 1) {
      const rival = candidates[other]?.[chosen[other] ?? 0];
      if (other !== line && rival && areCrossing(candidate, rival)) cost += CROSSING;
    }
    if (cost < least - 0.01) [best, least] = [index, cost];
  });
  return best;
}

/** Returns the index of the chosen candidate of each line. The search starts with the first ones. Yields after each line. */
export function* chooseRoutes(lines: readonly (readonly Candidate[])[]): Generator<undefined, number[]> {
  const candidates = lines.map((choices) => choices.map(measured));
  const chosen = lines.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    let isChanged = false;
    for (const [line, choices] of candidates.entries()) {
      if (choices.length < 2) continue;
      yield;
      const best = bestOf(line, candidates, chosen);
      if (best === chosen[line]) continue;
      chosen[line] = best;
      isChanged = true;
    }
    if (!isChanged) break;
  }
  return chosen;
}
