/** What the fast painter draws, taken from Cytoscape's elements once for many frames. */
import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';
import type { TypeSizes } from './node-geometry.ts';
import { BADGE } from './node-images.ts';

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
  readonly lines: readonly string[];
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

export interface EdgeInk {
  readonly kind: 'asserts' | 'denies' | 'speaksFor';
  readonly isWeak: boolean;
  readonly isSelected: boolean;
  readonly isOnPath: boolean;
  readonly strength: Strength;
  readonly width: number;
  readonly mark: string;
  /** Share of the way at which the mark stands. */
  readonly markShare: number;
  readonly bend: number;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  /** The middle of the node that the line ends at, and where on its border. */
  readonly target: { readonly x: number; readonly y: number };
}

export interface Ink {
  readonly nodes: readonly NodeInk[];
  readonly edges: readonly EdgeInk[];
}

function strengthOf(element: NodeSingular | EdgeSingular): Strength {
  return element.hasClass('faded') ? 'faded' : element.hasClass('dimmed') ? 'dimmed' : 'full';
}

function text(element: NodeSingular | EdgeSingular, field: string): string {
  const value: unknown = element.data(field);
  return typeof value === 'string' ? value : '';
}

function number(element: NodeSingular | EdgeSingular, field: string): number | undefined {
  const value: unknown = element.data(field);
  return typeof value === 'number' ? value : undefined;
}

function nodeInk(node: NodeSingular, { card, compactCard }: TypeSizes): NodeInk {
  const { x, y } = node.position();
  const isClaim = node.hasClass('claim');
  const isCompact = node.hasClass('compact');
  const [image = '', ...ornaments] = text(node, 'images').split(' ');
  const hasPin = node.hasClass('pinned') || node.hasClass('pinned-badged');
  const hasBadge = node.hasClass('badged') || node.hasClass('pinned-badged');
  const isState = node.hasClass('state');
  return {
    id: node.id(), x, y, isCompact, image,
    kind: isClaim ? 'claim' : 'actor',
    shape: isState ? 'hexagon' : node.hasClass('organisation') ? 'square' : node.hasClass('group') ? 'ring' : 'circle',
    width: isClaim ? (isCompact ? compactCard : card).width : number(node, 'bodyWidth') ?? (isState ? 52 : 44),
    height: isClaim ? (isCompact ? compactCard : card).height : number(node, 'bodyHeight') ?? (isState ? 48 : 44),
    lines: text(node, 'label').split('\n'),
    isContested: node.hasClass('contested'),
    isSelected: node.hasClass('selected'),
    isFocused: node.hasClass('focused'),
    isHovered: node.hasClass('hovered'),
    isOnPath: node.hasClass('path'),
    strength: strengthOf(node),
    paint: node.hasClass('painted') ? text(node, 'paint') : undefined,
    farImage: text(node, 'farImage'),
    pin: hasPin ? ornaments[0] : undefined,
    badge: hasBadge ? ornaments.at(-1) : undefined,
  };
}

/** `12px -3px` as a place; ends that Cytoscape finds itself are the middle. */
function portOf(edge: EdgeSingular): { x: number; y: number } {
  const [x = NaN, y = NaN] = text(edge, 'port').split(' ').map(Number.parseFloat);
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : { x: 0, y: 0 };
}

function edgeInk(edge: EdgeSingular): EdgeInk {
  const [from, target] = [edge.source().position(), edge.target().position()];
  const port = portOf(edge);
  const to = { x: target.x + port.x, y: target.y + port.y };
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    kind: edge.hasClass('speaks-for') ? 'speaksFor' : edge.hasClass('denies') ? 'denies' : 'asserts',
    isWeak: edge.hasClass('hedged') || edge.hasClass('reported'),
    isSelected: edge.hasClass('selected') || edge.hasClass('focused'),
    isOnPath: edge.hasClass('path'),
    strength: strengthOf(edge),
    width: number(edge, 'width') ?? 1.25,
    mark: text(edge, 'mark'),
    // The mark is measured from the actor's border on.
    markShare: Math.min(0.9, ((number(edge, 'markAt') ?? length / 2) + 22) / length),
    bend: number(edge, 'bend') ?? 0,
    from: { x: from.x, y: from.y },
    to,
    target: { x: target.x, y: target.y },
  };
}

/** Everything that is there now. */
export function inkOf(cy: Core, sizes: TypeSizes): Ink {
  return { nodes: cy.nodes().map((node) => nodeInk(node, sizes)), edges: cy.edges().map(edgeInk) };
}

/** Half of an actor's or claim's room on the screen, with what hangs around it. */
export const INK_REACH = { x: 114, y: 60 + BADGE.height } as const;
