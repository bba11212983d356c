/**
 * Orders of three facing rows (left actors, claims, right actors) in which few lines cross.
 *
 * Barycentre and median sweeps (Sugiyama, Tagawa and Toda 1981; Eades and Wormald 1994) from several
 * starts, then exchanges of neighbours as long as they help. Everything is by index and deterministic.
 */

export interface SideActor {
  /** Indices of the claims that its lines go to, one per line. */
  readonly claims: readonly number[];
  /** It is below the others, whatever its lines. */
  readonly isLast: boolean;
  /** Indices of actors of the same side that it should be next to. */
  readonly companions: readonly number[];
}

export interface Facing {
  readonly claims: number;
  readonly left: readonly SideActor[];
  readonly right: readonly SideActor[];
}

/** Indices from top to bottom. */
export interface FacingOrder {
  readonly left: readonly number[];
  readonly claims: readonly number[];
  readonly right: readonly number[];
}

const SWEEPS = 14;
const EXCHANGE_ROUNDS = 12;

function ranks(order: readonly number[]): number[] {
  const rank: number[] = new Array<number>(order.length).fill(0);
  order.forEach((item, index) => {
    rank[item] = index;
  });
  return rank;
}

/** Counts the crossings of lines between one side and the claims: inversions, with a Fenwick tree. */
function sideCrossings(side: readonly SideActor[], order: readonly number[], claimRank: readonly number[]): number {
  const tree = new Array<number>(claimRank.length + 1).fill(0);
  let [seen, crossings] = [0, 0];
  for (const actor of order) {
    const ends = (side[actor]?.claims ?? []).map((claim) => claimRank[claim] ?? 0);
    for (const end of ends) {
      let before = 0;
      for (let at = end + 1; at > 0; at -= at & -at) before += tree[at] ?? 0;
      crossings += seen - before;
    }
    for (const end of ends) for (let at = end + 1; at < tree.length; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
    seen += ends.length;
  }
  return crossings;
}

/** Counts the pairs of lines that cross. */
export function countCrossings(facing: Facing, order: FacingOrder): number {
  const claimRank = ranks(order.claims);
  return sideCrossings(facing.left, order.left, claimRank) + sideCrossings(facing.right, order.right, claimRank);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

type Centre = (values: readonly number[]) => number;

/** Sorts indices by key; an item without a key keeps about its place. */
function sortedBy(order: readonly number[], key: (item: number) => number | undefined): number[] {
  const keys = new Map(order.map((item, index) => [item, key(item) ?? index]));
  return [...order].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0) || a - b);
}

function orderSide(
  side: readonly SideActor[],
  order: readonly number[],
  claimRank: readonly number[],
  centre: Centre,
): number[] {
  return sortedBy(order, (index) => {
    const actor = side[index];
    if (actor === undefined) return undefined;
    // Without lines of its own, it uses those of its companions.
    const claims =
      actor.claims.length > 0 ? actor.claims : actor.companions.flatMap((other) => side[other]?.claims ?? []);
    if (claims.length === 0) return undefined;
    return centre(claims.map((claim) => claimRank[claim] ?? 0)) + (actor.isLast ? claimRank.length * 2 : 0);
  });
}

/** Returns for each claim the relative heights (0–1) of the starts of its lines, on both sides. */
function heights(facing: Facing, order: Omit<FacingOrder, 'claims'>): number[][] {
  const found: number[][] = Array.from({ length: facing.claims }, () => []);
  for (const [side, sideOrder] of [
    [facing.left, order.left],
    [facing.right, order.right],
  ] as const) {
    sideOrder.forEach((actor, rank) => {
      for (const claim of side[actor]?.claims ?? []) found[claim]?.push((rank + 0.5) / sideOrder.length);
    });
  }
  return found;
}

function sweep(facing: Facing, start: readonly number[]): FacingOrder {
  let order: FacingOrder = { left: facing.left.map((_, i) => i), claims: start, right: facing.right.map((_, i) => i) };
  let [best, fewest] = [order, Infinity];
  for (let turn = 0; turn < SWEEPS; turn += 1) {
    const centre = turn % 3 === 2 ? median : mean;
    const claimRank = ranks(order.claims);
    const sides = {
      left: orderSide(facing.left, order.left, claimRank, centre),
      right: orderSide(facing.right, order.right, claimRank, centre),
    };
    const found = heights(facing, sides);
    for (const candidate of [
      { ...sides, claims: order.claims },
      {
        ...sides,
        claims: sortedBy(order.claims, (claim) => (found[claim]?.length ? centre(found[claim]) : undefined)),
      },
    ]) {
      const crossings = countCrossings(facing, candidate);
      if (crossings < fewest) [best, fewest] = [candidate, crossings];
      order = candidate;
    }
  }
  return best;
}

/** Counts the crossings of the lines of two items, the first one above: pairs with far ends in the opposite order. */
function pairCrossings(upper: readonly number[], lower: readonly number[]): number {
  let [crossings, passed] = [0, 0];
  for (const end of upper) {
    while (passed < lower.length && (lower[passed] ?? 0) < end) passed += 1;
    crossings += passed;
  }
  return crossings;
}

interface RowExchange {
  /** Sorted far ends of the lines of an item, for each facing row. */
  readonly ends: (item: number) => readonly (readonly number[])[];
  /** The gain of an exchange that changes no crossing; `undefined` forbids it. */
  readonly tie: (upper: number, lower: number) => number | undefined;
}

/** Does one pass over the neighbours of a row; returns whether any were exchanged. */
function exchangeRow(row: number[], { ends, tie }: RowExchange): boolean {
  let isChanged = false;
  for (let at = 0; at + 1 < row.length; at += 1) {
    const [upper, lower] = [row[at] ?? 0, row[at + 1] ?? 0];
    const tied = tie(upper, lower);
    if (tied === undefined) continue;
    const [a, b] = [ends(upper), ends(lower)];
    let gain = 0;
    a.forEach((list, far) => {
      gain += pairCrossings(list, b[far] ?? []) - pairCrossings(b[far] ?? [], list);
    });
    if (gain > 0 || (gain === 0 && tied > 0)) {
      row[at] = lower;
      row[at + 1] = upper;
      isChanged = true;
    }
  }
  return isChanged;
}

function sideEnds(side: readonly SideActor[], claimRank: readonly number[]): number[][] {
  return side.map((actor) => actor.claims.map((claim) => claimRank[claim] ?? 0).sort((a, b) => a - b));
}

function claimEnds(claims: number, side: readonly SideActor[], order: readonly number[]): number[][] {
  const found: number[][] = Array.from({ length: claims }, () => []);
  order.forEach((actor, rank) => {
    for (const claim of side[actor]?.claims ?? []) found[claim]?.push(rank);
  });
  return found;
}

/** Returns how much nearer to their companions an exchange brings two neighbours. */
function companionGain(side: readonly SideActor[], order: readonly number[]): (upper: number, lower: number) => number {
  if (side.every((actor) => actor.companions.length === 0)) return () => 0;
  return (upper, lower) => {
    const rank = ranks(order);
    const at = rank[upper] ?? 0;
    const below = (side[upper]?.companions ?? []).filter((c) => c !== lower && (rank[c] ?? 0) > at).length;
    const aboveUpper = (side[upper]?.companions ?? []).filter((c) => (rank[c] ?? 0) < at).length;
    const aboveLower = (side[lower]?.companions ?? []).filter((c) => c !== upper && (rank[c] ?? 0) < at).length;
    const belowLower = (side[lower]?.companions ?? []).filter((c) => (rank[c] ?? 0) > at + 1).length;
    return below - aboveUpper + aboveLower - belowLower;
  };
}

function exchange(facing: Facing, start: FacingOrder): FacingOrder {
  const order = { left: [...start.left], claims: [...start.claims], right: [...start.right] };
  for (let round = 0; round < EXCHANGE_ROUNDS; round += 1) {
    let isChanged = false;
    for (const name of ['left', 'right'] as const) {
      const ends = sideEnds(facing[name], ranks(order.claims));
      const gain = companionGain(facing[name], order[name]);
      const isFixed = (upper: number, lower: number) => facing[name][upper]?.isLast !== facing[name][lower]?.isLast;
      const tie = (upper: number, lower: number) => (isFixed(upper, lower) ? undefined : gain(upper, lower));
      isChanged = exchangeRow(order[name], { ends: (item) => [ends[item] ?? []], tie }) || isChanged;
    }
    const [left, right] = [
      claimEnds(facing.claims, facing.left, order.left),
      claimEnds(facing.claims, facing.right, order.right),
    ];
    const ends = (claim: number) => [left[claim] ?? [], right[claim] ?? []];
    isChanged = exchangeRow(order.claims, { ends, tie: () => 0 }) || isChanged;
    if (!isChanged) break;
  }
  return order;
}

/** Returns the claims in the order of a walk over common actors: claims that share actors are near each other. */
function walkOrder(facing: Facing): number[] {
  const actors = [...facing.left, ...facing.right];
  const byClaim: number[][] = Array.from({ length: facing.claims }, () => []);
  actors.forEach((actor, index) => {
    for (const claim of actor.claims) byClaim[claim]?.push(index);
  });
  const start = byClaim
    .map((list, claim) => ({ claim, size: list.length }))
    .sort((a, b) => a.size - b.size || a.claim - b.claim);
  const order: number[] = [];
  const seen = new Set<number>();
  for (const { claim } of start) {
    const queue = seen.has(claim) ? [] : [claim];
    seen.add(claim);
    for (let at = 0; at < queue.length; at += 1) {
      const current = queue[at] ?? 0;
      order.push(current);
      const next = (byClaim[current] ?? []).flatMap((actor) => actors[actor]?.claims ?? []);
      for (const neighbour of [...next].sort((a, b) => a - b)) {
        if (!seen.has(neighbour)) queue.push(neighbour);
        seen.add(neighbour);
      }
    }
  }
  return order;
}

/** Takes from both ends of the walk alternately: a different start order. */
function alternating(walk: readonly number[]): number[] {
  return walk.map((_, at) => walk[at % 2 === 0 ? at / 2 : walk.length - (at + 1) / 2] ?? 0);
}

/**
 * Returns an order with few crossings, never more than the given order has. Actors that must be last must have the last
 * indices.
 */
export function orderFacing(facing: Facing): FacingOrder {
  const given = Array.from({ length: facing.claims }, (_, index) => index);
  const walk = walkOrder(facing);
  let best: FacingOrder = { left: facing.left.map((_, i) => i), claims: given, right: facing.right.map((_, i) => i) };
  // One more than there are, so that a sorted order with as many crossings is preferred to the given one.
  let fewest = countCrossings(facing, best) + 1;
  for (const start of [given, walk, [...given].reverse(), alternating(walk)]) {
    const candidate = exchange(facing, sweep(facing, start));
    const crossings = countCrossings(facing, candidate);
    if (crossings < fewest) [best, fewest] = [candidate, crossings];
  }
  return best;
}
