/** What the fast painter draws, taken from the scene: it is there before Cytoscape has a single element. */
import { isContested } from '../../../server/contract/contention.ts';
import type { ActorNode, ClaimNode, GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import type { Route } from '../routing/edge-routing.ts';
import { drawnEdges } from '../scene/scene.ts';
import { actorIcon, BADGE, balanceBar, EMPTY_BAR, hiddenBadge, pinIcon } from '../scene/node-images.ts';
import { lineMark, lineWidth } from '../scene/edge-look.ts';
import type { Labels } from '../scene/labels.ts';
import { linePoints, pathLength } from '../routing/line-path.ts';
import type { LineShape } from '../routing/line-path.ts';
import { bodySize, isCompactScene } from '../scene/node-geometry.ts';
import type { Point } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import { finished } from '../../base/slices.ts';
import { inkOn } from '../scene/style-colors.ts';
import type { Tokens } from '../scene/tokens.ts';

/** How much of its ink something has: in full, or stepping back because something else is meant. */
export type Strength = 'full' | 'faded' | 'dimmed';

export interface NodeInk {
  readonly id: string;
  readonly kind: 'actor' | 'claim';
  readonly shape: 'circle' | 'hexagon' | 'square' | 'ring';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Found when they are first drawn. */
  readonly lines: () => readonly string[];
  /** What is read of a claim from afar. */
  readonly farText: () => string;
  readonly isCompact: boolean;
  readonly isContested: boolean;
  readonly isSelected: boolean;
  readonly isFocused: boolean;
  readonly isHovered: boolean;
  readonly isOnPath: boolean;
  readonly strength: Strength;
  readonly paint: string | undefined;
  /** Data URIs: the icon or the balance bar, the bar for far away, a pin, a badge. */
  readonly image: string;
  readonly farImage: string;
  readonly pin: string | undefined;
  readonly badge: string | undefined;
}

export interface EdgeInk extends LineShape {
  readonly id: string;
  readonly kind: 'asserts' | 'denies' | 'speaksFor';
  readonly isWeak: boolean;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly isOnPath: boolean;
  readonly strength: Strength;
  readonly width: number;
  readonly mark: string;
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
export interface Shown {
  readonly scene: Scene;
  readonly tokens: Tokens;
  readonly labels: Labels;
  readonly hovered: string | undefined;
  readonly focused: string | undefined;
}

export interface InkSource extends Shown {
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

function actorLook(
  actor: ActorNode,
  { scene, tokens }: Inking,
): Pick<NodeInk, 'kind' | 'shape' | 'width' | 'height' | 'image' | 'farImage' | 'paint' | 'isContested'> {
  const { color, scale = 1 } = scene.styles?.get(actor.id) ?? {};
  const { width, height } = bodySize(actor, false);
  return {
    kind: 'actor',
    isContested: false,
    farImage: '',
    paint: color,
    shape:
      actor.kind === 'state'
        ? 'hexagon'
        : actor.kind === 'organisation'
          ? 'square'
          : actor.kind === 'group'
            ? 'ring'
            : 'circle',
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    image: actorIcon(actor.kind, color === undefined ? tokens.text : inkOn(color)),
  };
}

function claimLook(claim: ClaimNode, { scene, tokens, isCompact }: Inking): ReturnType<typeof actorLook> {
  return {
    kind: 'claim',
    shape: 'square',
    ...bodySize(claim, isCompact, scene.type),
    isContested: isContested(claim),
    image: balanceBar(claim, tokens, isCompact ? 'compact' : 'card') ?? EMPTY_BAR,
    farImage: balanceBar(claim, tokens, 'far') ?? EMPTY_BAR,
    paint: scene.styles?.get(claim.id)?.color,
  };
}

function nodeInk(node: GraphNode, at: Point, inking: Inking): NodeInk {
  const { scene, tokens, labels, focused, isCompact } = inking;
  const hidden = scene.hiddenNeighbours?.get(node.id) ?? 0;
  return {
    id: node.id,
    x: at.x,
    y: at.y,
    ...(node.type === 'actor' ? actorLook(node, inking) : claimLook(node, inking)),
    ...stateOf(node.id, inking),
    farText: () => (node.type === 'claim' ? labels.farTextOf(node) : ''),
    lines: () => labels.linesOf(node, { isCompact, type: scene.type }),
    isCompact: node.type === 'claim' && isCompact,
    isFocused: focused === node.id,
    pin: scene.pinned.has(node.id) ? pinIcon(tokens) : undefined,
    badge: hidden > 0 ? hiddenBadge(hidden, tokens) : undefined,
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
  const isPosition = edge.type === 'position';
  return {
    id: edge.id,
    ...state,
    isSelected: state.isSelected || focused === edge.id,
    kind: isPosition ? edge.stance : 'speaksFor',
    isWeak: isPosition && edge.modality !== 'stated',
    width: isPosition ? lineWidth(edge.statements) : 1.25,
    mark: isPosition ? lineMark(edge) : '',
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
