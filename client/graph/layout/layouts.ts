/** All layouts by name, for the page and for the worker. Pinned nodes keep their positions. */
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import { disputeLayout } from './dispute-layout.ts';
import { forceSteps } from './force-layout.ts';
import type { LayoutName } from './layout-names.ts';
import type { Point, Size } from '../scene/geometry.ts';
import { concentricLayout, dateLayout, gridLayout } from './plain-layouts.ts';
import { separateBoxes } from './separate-boxes.ts';
import { stepAside } from './step-aside.ts';

/** The input of a layout; plain data, so that it can be sent to a worker. */
export interface LayoutInput {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
  readonly pinned: ReadonlySet<string>;
  readonly selection: ReadonlySet<string>;
  readonly canvas: Size;
  /** Hidden or filtered nodes: they keep their positions unless the layout puts something there. */
  readonly away?: readonly GraphNode[];
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, points.length), y: sum.y / Math.max(1, points.length) };
}

/** Moves the drawing to its pinned nodes and moves other nodes out of their way. */
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

/** Adds positions of hidden nodes: a node that would be covered when it returns moves to a free place, unless it is pinned. */
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

/** Computes a layout in steps; each yields the share that is done. Pinned nodes keep their positions. */
export function* layoutSteps(name: LayoutName, input: LayoutInput): Generator<number, Map<string, Point>> {
  const laid = yield* stepsOf(name, input);
  return besideLaid(aroundPinned(laid, input), input);
}
