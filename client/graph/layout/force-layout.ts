/** A force-directed layout: nodes repel, edges attract. It shows clusters of a large graph. */
import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import { usesCompactCards } from '../scene/node-geometry.ts';
import type { Point, Size } from '../scene/geometry.ts';
import { separateBoxes } from './separate-boxes.ts';

export interface ForceInput {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Current positions: the layout starts from them. */
  readonly positions: ReadonlyMap<string, Point>;
  readonly pinned: ReadonlySet<string>;
  readonly canvas: Size;
}

export const FORCE_TICKS = 300;
const TICKS_A_STEP = 10;

interface Body extends SimulationNodeDatum {
  readonly id: string;
}

/** Returns the start of a node without a position: on a spiral, so that no two start at the same point. */
function spiral(index: number): Point {
  const radius = 60 * Math.sqrt(index + 0.5);
  const angle = index * 2.399963;
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/**
 * Runs in steps. Each step yields the share that is done; at the end it returns the positions. It is deterministic. Pinned
 * nodes attract others but do not move.
 */
export function* forceSteps({
  nodes,
  edges,
  positions,
  pinned,
  canvas,
}: ForceInput): Generator<number, Map<string, Point>> {
  const isCompact = usesCompactCards(nodes);
  const bodies = [...nodes]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id }, index): Body => {
      const at = positions.get(id) ?? spiral(index);
      return { id, x: at.x, y: at.y, ...(pinned.has(id) ? { fx: at.x, fy: at.y } : {}) };
    });
  const ids = new Set(bodies.map(({ id }) => id));
  const links = edges
    .filter(({ source, target }) => ids.has(source) && ids.has(target) && source !== target)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ source, target }): SimulationLinkDatum<Body> => ({ source, target }));
  const middle = { x: 0, y: 0 };
  for (const { x = 0, y = 0 } of bodies) {
    middle.x += x / bodies.length;
    middle.y += y / bodies.length;
  }
  const tall = canvas.width / canvas.height;
  const simulation = forceSimulation(bodies)
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(isCompact ? -700 : -1_400)
        .theta(1)
        .distanceMax(2_400),
    )
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ id }) => id)
        .distance(isCompact ? 150 : 210),
    )
    // The drawing has the proportions of the canvas.
    .force('x', forceX<Body>(middle.x).strength(0.05 / Math.sqrt(tall)))
    .force('y', forceY<Body>(middle.y).strength(0.05 * Math.sqrt(tall)))
    .alphaDecay(1 - 0.001 ** (1 / FORCE_TICKS))
    .stop();
  for (let tick = 0; tick < FORCE_TICKS; tick += TICKS_A_STEP) {
    simulation.tick(TICKS_A_STEP);
    yield (tick + TICKS_A_STEP) / FORCE_TICKS;
  }
  return separateBoxes(nodes, new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }])), pinned);
}
