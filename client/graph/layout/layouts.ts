/** All layouts by name, the same for a page and for a worker. Pinned nodes stay under each of them. */
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import { disputeLayout } from './dispute-layout.ts';
import { forceSteps } from './force-layout.ts';
import type { LayoutName } from './layout-names.ts';
import type { Point, Size } from '../scene/geometry.ts';
import { concentricLayout, dateLayout, gridLayout } from './plain-layouts.ts';
import { separateBoxes } from './separate-boxes.ts';
import { stepAside } from './step-aside.ts';

/** What a layout is given; plain data, so that it can be handed to a worker. */
export interface LayoutInput {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
  readonly pinned: ReadonlySet<string>;
  readonly selection: ReadonlySet<string>;
  readonly canvas: Size;
  /** What is hidden or filtered away: it keeps its place, unless something was laid out there. */
  readonly away?: readonly GraphNode[];
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, points.length), y: sum.y / Math.max(1, points.length) };
}

/** The whole drawing is brought to where its pinned nodes are, and the others make room for them. */
function aroundPinned(laid: Map<string, Point>, { nodes, positions, pinned }: LayoutInput): Map<string, Point> {
  const held = nodes.flatMap(({ id }) => {
    const [now, at] = [pinned.has(id) ? positions.get(id) : undefined, laid.get(id)];
    return now && at ? [{ id, now, at }] : [];
  });
  if (held.length === 0) return laid;
  const [to, from] = [mean(held.map(({ now }) => now)), mean(held.map(({ at }) => at))];
  const moved = new Map([...laid].map(([id, { x, y }]) => [id, { x: x + to.x - from.x, y: y + to.y - from.y }]));
  for (const { id, now } of held) moved.set(id, now);
  const separated = separateBoxes(nodes, moved, pinned);
  for (const { id, now } of held) separated.set(id, now);
  return separated;
}

/** With what is away: whatever would be covered when it comes back steps aside, unless it is pinned. */
function besideLaid(
  laid: Map<string, Point>,
  { nodes, away = [], positions, pinned }: LayoutInput,
): Map<string, Point> {
  const [staying, free] = [away.filter(({ id }) => pinned.has(id)), away.filter(({ id }) => !pinned.has(id))];
  return new Map([...laid, ...stepAside(free, [...nodes, ...staying], new Map([...positions, ...laid]))]);
}

function* stepsOf(name: LayoutName, input: LayoutInput): Generator<number, Map<string, Point>> {
  const { nodes, edges, canvas, selection } = input;
  switch (name) {
    case 'dispute':
      return disputeLayout(nodes, edges, { canvas });
    case 'force':
      return yield* forceSteps(input);
    case 'concentric':
      return concentricLayout(nodes, edges, selection);
    case 'date':
      return dateLayout(nodes, edges, canvas);
    case 'grid':
      return gridLayout(nodes, canvas);
    default:
      return name satisfies never;
  }
}

/** Computes a layout in steps; each yields the share that is done. Pinned nodes are given back where they are. */
export function* layoutSteps(name: LayoutName, input: LayoutInput): Generator<number, Map<string, Point>> {
  const laid = yield* stepsOf(name, input);
  return besideLaid(aroundPinned(laid, input), input);
}
