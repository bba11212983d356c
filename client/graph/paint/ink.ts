/** What the fast painter draws, taken from the scene: it is there before Cytoscape has a single element. */
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import type { Route } from '../routing/edge-routing.ts';
import { drawnEdges } from '../scene/scene.ts';
import { nodeImages } from '../scene/node-images.ts';
import type { NodeImages } from '../scene/node-images.ts';
import { BADGE, nodeLook } from '../scene/node-look.ts';
import type { NodeLook, NodeState } from '../scene/node-look.ts';
import { edgeLook } from '../scene/edge-look.ts';
import type { EdgeLook } from '../scene/edge-look.ts';
import type { Labels } from '../scene/labels.ts';
import { linePoints, pathLength } from '../routing/line-path.ts';
import type { LineShape } from '../routing/line-path.ts';
import { isCompactScene } from '../scene/node-geometry.ts';
import type { Point } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import { finished } from '../../base/slices.ts';
import type { Tokens } from '../scene/tokens.ts';

/** How much of its ink something has: in full, or stepping back because something else is meant. */
export type Strength = 'full' | 'faded' | 'dimmed';

export interface NodeInk extends NodeLook, NodeImages, NodeState {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Found when they are first drawn. */
  readonly lines: () => readonly string[];
  /** What is read of a claim from afar. */
  readonly farText: () => string;
  readonly isCompact: boolean;
  readonly strength: Strength;
}

export interface EdgeInk extends LineShape, EdgeLook {
  readonly id: string;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly isOnPath: boolean;
  readonly strength: Strength;
  /** Share of the way at which the mark stands. */
  readonly markShare: number;
  readonly from: Point;
  readonly to: Point;
  /** The middle of the node that the line ends at, and where on its border. */
  readonly target: Point;
}

export interface Ink {
  readonly nodes: readonly NodeInk[];
  readonly edges: readonly EdgeInk[];
}

/** What ink is made of, but for the ways of lines. */
export interface ShownState {
  readonly scene: Scene;
  readonly tokens: Tokens;
  readonly labels: Labels;
  readonly hovered: string | undefined;
  readonly focused: string | undefined;
}

export interface InkSource extends ShownState {
  /** A line without one runs from middle to middle. */
  readonly routes: ReadonlyMap<string, Route>;
}

interface Inking extends InkSource {
  readonly isCompact: boolean;
  /** What keeps its full ink while something is pointed at. */
  readonly reach: ReadonlySet<string> | undefined;
}

/** A node with its lines and neighbours, or a line with its two ends. */
function reachOf(id: string, edges: readonly GraphEdge[]): ReadonlySet<string> {
  return new Set([
    id,
    ...edges.flatMap((edge) =>
      edge.id === id || edge.source === id || edge.target === id ? [edge.id, edge.source, edge.target] : [],
    ),
  ]);
}

function stateOf(
  id: string,
  { scene, hovered, reach }: Inking,
): Pick<NodeInk, 'isSelected' | 'isHovered' | 'isOnPath' | 'strength'> {
  return {
    isSelected: scene.selection.has(id),
    isHovered: hovered === id,
    isOnPath: scene.highlight?.has(id) === true,
    strength: reach !== undefined && !reach.has(id) ? 'faded' : scene.dimmed?.has(id) === true ? 'dimmed' : 'full',
  };
}

function nodeInk(node: GraphNode, at: Point, inking: Inking): NodeInk {
  const { scene, labels, focused, isCompact } = inking;
  const look = nodeLook(node, { styles: scene.styles, isCompact, type: scene.type });
  return {
    id: node.id,
    x: at.x,
    y: at.y,
    ...look,
    width: Math.round(look.width),
    height: Math.round(look.height),
    ...nodeImages(node, inking),
    ...stateOf(node.id, inking),
    farText: () => (node.type === 'claim' ? labels.farTextOf(node) : ''),
    lines: () => labels.linesOf(node, { isCompact, type: scene.type }),
    isCompact: node.type === 'claim' && isCompact,
    isFocused: focused === node.id,
  };
}

function edgeInk(edge: GraphEdge, inking: Inking): EdgeInk | undefined {
  const {
    scene: { positions },
    routes,
    focused,
  } = inking;
  const [from, target] = [positions.get(edge.source), positions.get(edge.target)];
  if (!from || !target) return undefined;
  const route = routes.get(edge.id);
  const port = route?.port ?? { x: 0, y: 0 };
  const to = { x: target.x + port.x, y: target.y + port.y };
  const shape: LineShape = { bend: route?.bend ?? 0, ...(route?.via ? { via: route.via } : {}) };
  const length = pathLength(linePoints(from, to, shape)) || 1;
  const state = stateOf(edge.id, inking);
  return {
    id: edge.id,
    ...state,
    isSelected: state.isSelected || focused === edge.id,
    ...edgeLook(edge),
    // The mark is measured from the actor's border on.
    markShare: Math.min(0.9, ((route?.markAt ?? length / 2) + 22) / length),
    ...shape,
    from,
    to,
    target,
  };
}

/** Few enough for a slice to notice when its time is over. */
const INKED_TOGETHER = 60;

/** Everything that is there now, in steps. */
export function* inkSteps(source: InkSource): Generator<undefined, Ink> {
  const { scene, hovered } = source;
  const drawn = drawnEdges(scene);
  yield;
  const inking = {
    ...source,
    isCompact: isCompactScene(scene),
    reach: hovered === undefined ? undefined : reachOf(hovered, drawn),
  };
  const [nodes, edges]: [NodeInk[], EdgeInk[]] = [[], []];
  for (const [index, node] of scene.nodes.entries()) {
    if (index % INKED_TOGETHER === 0) yield;
    const at = scene.positions.get(node.id);
    if (at) nodes.push(nodeInk(node, at, inking));
  }
  for (const [index, edge] of drawn.entries()) {
    if (index % INKED_TOGETHER === 0) yield;
    const ink = edgeInk(edge, inking);
    if (ink) edges.push(ink);
  }
  return { nodes, edges };
}

/** All of it at once. */
export function inkOf(source: InkSource): Ink {
  return finished(inkSteps(source));
}

/** Half of an actor's or claim's room on the screen, with what hangs around it. */
export const INK_REACH = { x: 114, y: 60 + BADGE.height } as const;
