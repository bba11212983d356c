/**
 * Detours through the gaps between cards, for lines that would pass behind cards.
 *
 * A best-first search over gaps, then lanes within each gap, sorted by where its lines come from and go to.
 */
import { chooseRoutes } from './choose-routes.ts';
import type { Candidate } from './choose-routes.ts';
import type { Box, Point } from '../scene/geometry.ts';
import { isCrossedBy } from '../scene/geometry.ts';
import { SpatialGrid } from '../scene/spatial-grid.ts';

export interface StraightLine {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
  /** Ids of the nodes at its ends. */
  readonly source: string;
  readonly target: string;
}

export interface Obstacle {
  readonly id: string;
  readonly box: Box;
}

/** Distance of lines from other cards, and of their corners from the sides of these. */
const MARGIN = 3;
const BESIDE = 9;
/** Minimum height of a gap for a line. */
const MIN_GAP = 10;
/** Distance of lines in one gap if there is room, and distance of the outermost lines from the cards. */
const LANE = 7;
const SHORE = 5;
/** Distance of the first line above or below all cards. */
const OPEN = 12;
const MAX_TURNS = 60;
const MAX_GAPS = 6;
/** Maximum number of candidates that are compared by their crossings. */
const MAX_CANDIDATES = 4;
/** Cost of a gap in addition to its length, and of each line without a lane of its own. */
const GAP_COST = 24;
const CROWD_COST = 30;

interface Gap {
  readonly left: number;
  readonly right: number;
  /** Infinite where there is no card. */
  readonly top: number;
  readonly bottom: number;
  readonly lanes: number;
  readonly passages: Passage[];
}

/** The passage of one line through one gap. */
interface Passage {
  readonly gap: Gap;
  readonly isRightwards: boolean;
  y: number;
}

interface Searched {
  readonly at: Point;
  readonly passages: readonly Passage[];
  readonly cost: number;
  /** The cost plus the straight distance to the end. */
  readonly estimate: number;
}

const middleOf = ({ top, bottom }: Gap): number => {
  if (!Number.isFinite(top)) return Number.isFinite(bottom) ? bottom - OPEN : 0;
  return Number.isFinite(bottom) ? (top + bottom) / 2 : top + OPEN;
};

const entryOf = ({ gap, isRightwards, y }: Passage): Point => ({ x: isRightwards ? gap.left : gap.right, y });
const exitOf = ({ gap, isRightwards, y }: Passage): Point => ({ x: isRightwards ? gap.right : gap.left, y });
const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** The gaps above and below each card. Two cards of one column share the gap between them. */
class Gaps {
  readonly #above = new Map<string, Gap>();
  readonly #below = new Map<string, Gap>();
  readonly #over = new Map<string, Obstacle>();
  readonly #under = new Map<string, Obstacle>();

  constructor(cards: readonly Obstacle[]) {
    for (const card of cards) {
      const sharing = cards.filter(
        ({ id, box }) => id !== card.id && box.left < card.box.right && box.right > card.box.left,
      );
      const over = nearest(
        sharing.filter(({ box }) => box.bottom <= card.box.top),
        ({ box }) => card.box.top - box.bottom,
      );
      const under = nearest(
        sharing.filter(({ box }) => box.top >= card.box.bottom),
        ({ box }) => box.top - card.box.bottom,
      );
      if (over) this.#over.set(card.id, over);
      if (under) this.#under.set(card.id, under);
    }
    for (const card of cards) {
      const [over, under] = [this.#over.get(card.id), this.#under.get(card.id)];
      const known = over && over.box.left === card.box.left ? this.#below.get(over.id) : undefined;
      const above = known ?? gapOf(card.box, over?.box.bottom ?? -Infinity, card.box.top);
      this.#above.set(card.id, above);
      if (over && over.box.left === card.box.left && this.#under.get(over.id) === card) this.#below.set(over.id, above);
      if (!this.#below.has(card.id))
        this.#below.set(card.id, gapOf(card.box, card.box.bottom, under?.box.top ?? Infinity));
    }
  }

  /** Returns the gaps next to a card and those on the far side of its neighbours. */
  around({ id }: Obstacle): Gap[] {
    const [over, under] = [this.#over.get(id), this.#under.get(id)];
    return [
      this.#above.get(id),
      this.#below.get(id),
      over && this.#above.get(over.id),
      under && this.#below.get(under.id),
    ].filter((gap) => gap !== undefined && gap.bottom - gap.top >= MIN_GAP) as Gap[];
  }
}

function nearest(cards: readonly Obstacle[], by: (card: Obstacle) => number): Obstacle | undefined {
  return cards.reduce<Obstacle | undefined>(
    (best, card) => (best === undefined || by(card) < by(best) ? card : best),
    undefined,
  );
}

function gapOf({ left, right }: Box, top: number, bottom: number): Gap {
  const lanes =
    Number.isFinite(top) && Number.isFinite(bottom)
      ? Math.max(1, 1 + Math.floor((bottom - top - 2 * SHORE) / LANE))
      : 12;
  return { left: left - BESIDE, right: right + BESIDE, top, bottom, lanes, passages: [] };
}

class Router {
  readonly #grid = new SpatialGrid<Obstacle>();
  readonly #gaps: Gaps;

  constructor(cards: readonly Obstacle[]) {
    this.#gaps = new Gaps(cards);
    for (const { id, box } of cards) {
      const around = {
        left: box.left - MARGIN,
        top: box.top - MARGIN,
        right: box.right + MARGIN,
        bottom: box.bottom + MARGIN,
      };
      this.#grid.addBox(around, { id, box: around });
    }
  }

  /** Returns the first card that a segment of the line passes behind. */
  blocker(line: StraightLine, a: Point, b: Point): Obstacle | undefined {
    let [first, least]: [Obstacle | undefined, number] = [undefined, Infinity];
    for (const card of this.#grid.nearLine(a, b)) {
      if (card.id === line.source || card.id === line.target || !isCrossedBy(card.box, a, b)) continue;
      const offset = Math.abs((card.box.left + card.box.right) / 2 - a.x);
      if (offset < least) [first, least] = [card, offset];
    }
    return first;
  }

  /** Returns the shortest routes through gaps: none if there is no route, one without passages if the line needs no detour. */
  search(line: StraightLine): Searched[] {
    const found: Searched[] = [];
    const open: Searched[] = [{ at: line.from, passages: [], cost: 0, estimate: distance(line.from, line.to) }];
    const seen = new Set<Gap>();
    for (let turn = 0; turn < MAX_TURNS && open.length > 0; turn += 1) {
      const index = open.reduce(
        (best, { estimate }, at) => (estimate < (open[best]?.estimate ?? Infinity) ? at : best),
        0,
      );
      const [state] = open.splice(index, 1);
      if (!state) break;
      const last = state.passages.at(-1)?.gap;
      if (last && seen.has(last)) continue;
      if (last) seen.add(last);
      const hit = this.blocker(line, state.at, line.to);
      if (!hit) {
        found.push(state);
        if (found.length === MAX_CANDIDATES || state.passages.length === 0) break;
      } else if (state.passages.length < MAX_GAPS)
        open.push(...this.#next(line, state, hit).filter(({ passages }) => !seen.has(passages.at(-1)?.gap as Gap)));
    }
    return found;
  }

  #next(line: StraightLine, { at, passages, cost }: Searched, hit: Obstacle): Searched[] {
    const found: Searched[] = [];
    const cards = [hit];
    for (let index = 0; index < cards.length && index < 3; index += 1) {
      const card = cards[index];
      if (!card) break;
      for (const gap of this.#gaps.around(card)) {
        const passage = { gap, isRightwards: at.x < (gap.left + gap.right) / 2, y: middleOf(gap) };
        const [entry, exit] = [entryOf(passage), exitOf(passage)];
        const before = this.blocker(line, at, entry);
        if (before && !cards.some(({ id }) => id === before.id)) cards.push(before);
        if (before || this.blocker(line, entry, exit)) continue;
        const crowd = Math.max(0, gap.passages.length + 1 - gap.lanes) * CROWD_COST;
        const next = cost + distance(at, entry) + distance(entry, exit) + GAP_COST + crowd;
        found.push({
          at: exit,
          passages: [...passages, passage],
          cost: next,
          estimate: next + distance(exit, line.to),
        });
      }
    }
    return found;
  }
}

interface Routed {
  readonly line: StraightLine;
  readonly passages: readonly Passage[];
}

/** Sort key of a passage: larger the more its line comes from below and continues downwards. */
function fall({ line, passages }: Routed, passage: Passage): number {
  const index = passages.indexOf(passage);
  const [before, after] = [passages[index - 1], passages[index + 1]];
  const [a, b] = [before ? exitOf(before) : line.from, after ? entryOf(after) : line.to];
  const slope = (from: Point, to: Point) => Math.max(-3, Math.min(3, (to.y - from.y) / (Math.abs(to.x - from.x) + 1)));
  return slope(entryOf(passage), a) + slope(exitOf(passage), b);
}

/** Assigns a lane to each line of each gap. */
function spread(routed: readonly Routed[]): void {
  const byGap = new Map<Gap, { readonly passage: Passage; readonly fall: number; readonly id: string }[]>();
  for (const one of routed) {
    for (const passage of one.passages)
      byGap.set(passage.gap, [
        ...(byGap.get(passage.gap) ?? []),
        { passage, fall: fall(one, passage), id: one.line.id },
      ]);
  }
  for (const [gap, lanes] of byGap) {
    lanes.sort((a, b) => a.fall - b.fall || (a.id < b.id ? -1 : 1));
    const isBounded = Number.isFinite(gap.top) && Number.isFinite(gap.bottom);
    const step = isBounded ? Math.min(LANE, (gap.bottom - gap.top - 2 * SHORE) / Math.max(1, lanes.length - 1)) : LANE;
    // If only one side has a card, further lanes are on the open side.
    const first = isBounded
      ? middleOf(gap) - ((lanes.length - 1) / 2) * step
      : Number.isFinite(gap.top)
        ? gap.top + OPEN
        : gap.bottom - OPEN - (lanes.length - 1) * step;
    lanes.forEach(({ passage }, index) => {
      passage.y = first + index * step;
    });
  }
}

function pointsOf({ line, passages }: Routed): Point[] {
  return [line.from, ...passages.flatMap((passage) => [entryOf(passage), exitOf(passage)]), line.to];
}

/** Returns the corners of the detour of each line that would pass behind cards. Yields after each line. */
export function* detoursAround(
  lines: readonly StraightLine[],
  cards: readonly Obstacle[],
): Generator<undefined, Map<string, readonly Point[]>> {
  const router = new Router(cards);
  const found: (readonly Searched[])[] = [];
  for (const line of lines) {
    yield;
    const candidates = router.search(line);
    // The first candidate is likely to be chosen: it counts as traffic for the next lines.
    for (const passage of candidates[0]?.passages ?? []) passage.gap.passages.push(passage);
    found.push(candidates.length > 0 ? candidates : [{ at: line.from, passages: [], cost: 0, estimate: 0 }]);
  }
  const chosen = yield* chooseRoutes(
    found.map((candidates, index) =>
      candidates.flatMap(({ passages, estimate }): Candidate[] => {
        const line = lines[index];
        return line ? [{ points: pointsOf({ line, passages }), cost: estimate }] : [];
      }),
    ),
  );
  const routed = lines.flatMap((line, index): Routed[] => {
    const passages = found[index]?.[chosen[index] ?? 0]?.passages ?? [];
    return passages.length === 0 ? [] : [{ line, passages }];
  });
  spread(routed);
  return new Map(routed.map((one) => [one.line.id, pointsOf(one).slice(1, -1)]));
}
