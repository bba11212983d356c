/** Ink: the data that the painter draws. It is made from the scene, before Cytoscape has elements. */
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

/** Strength of a node or an edge: full, faded while the pointer is on something else, or dimmed by a filter. */
export type Strength = 'full' | 'faded' | 'dimmed';

export interface NodeInk extends NodeLook, NodeImages, NodeState {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Computed when they are first drawn. */
  readonly lines: () => readonly string[];
  /** The text of a claim at the far levels. */
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
  /** Position of the mark as a share of the length. */
  readonly markShare: number;
  readonly from: Point;
  readonly to: Point;
  /** The centre of the target node. */
  readonly target: Point;
}

export interface Ink {
  readonly nodes: readonly NodeInk[];
  readonly edges: readonly EdgeInk[];
}

/** The input of ink, without the routes. */
export interface ShownState {
  readonly scene: Scene;
  readonly tokens: Tokens;
  readonly labels: Labels;
  readonly hovered: string | undefined;
  readonly focused: string | undefined;
}

export interface InkSource extends ShownState {
  /** A line without a route is drawn from centre to centre. */
  readonly routes: ReadonlyMap<string, Route>;
}

interface Inking extends InkSource {
  readonly isCompact: boolean;
  /** What is not faded while the pointer is on something. */
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
    // The route measures the mark from the border of the actor.
    markShare: Math.min(0.9, ((route?.markAt ?? length / 2) + 22) / length),
    ...shape,
    from,
    to,
    target,
  };
}

/** Items per step. A small number, so that a slice can stop in time. */
const INKED_TOGETHER = 60;

/** Makes the ink of a scene in steps. */
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

/** Makes the ink of a scene at once. */
export function inkOf(source: InkSource): Ink {
  return finished(inkSteps(source));
}

/** Half the size of the largest node, with label, pin and badge, in model pixels. */
export const INK_REACH = { x: 114, y: 60 + BADGE.height } as const;
