/**
 * What nodes look like: shapes, borders, the places of pictures, and what a state changes. Cytoscape's style sheet, the
 * painter and the SVG take it from here; sizes of bodies and of type are in node-geometry.ts, pictures in node-images.ts.
 * `near` is with all text; `far` is below a zoom of about a half, where a balance bar is drawn instead of a card.
 */
import { isContested } from '../../../server/contract/contention.ts';
import type { GraphNode } from '../../../server/contract/explorer.ts';
import type { ActorKind } from '../../../server/contract/vocabulary.ts';
import type { Point, Size } from './geometry.ts';
import { bodySize } from './node-geometry.ts';
import type { TypeSize } from './node-geometry.ts';
import type { Scene } from './scene.ts';
import type { TokenName, Tokens } from './tokens.ts';

export type NodeShape = 'circle' | 'hexagon' | 'square' | 'ring' | 'card';

export const ACTOR_SHAPES: Readonly<Record<ActorKind, NodeShape>> = {
  state: 'hexagon',
  organisation: 'square',
  group: 'ring',
  person: 'circle',
  media: 'circle',
};

/** Radii of corners, in model pixels. */
export const RADII = { square: 9, card: 8, compactCard: 6, farCard: 6 } as const;
/** A ring is a circle with a double border: Cytoscape draws one of this width, the others a second circle further in. */
export const RING = { border: 4, paintedInset: 4, svgInset: 3.5 } as const;

/** A line around a node: a colour of the theme, or `own` for the colour that a style rule gives. */
export interface Stroke {
  readonly color: TokenName | 'own';
  readonly width: number;
}

export interface Border {
  readonly near: Stroke;
  readonly far: Stroke;
}

const PLAIN_CLAIM: Stroke = { color: 'line', width: 1 };
const CONTESTED: Stroke = { color: 'text', width: 2 };
/** Near, a card shows the colour of a style rule as a stripe; far, the bar shows it as its border. */
const OWN_COLOR: Stroke = { color: 'own', width: 6 };

export const BORDERS = {
  actor: { near: { color: 'control', width: 1.5 }, far: { color: 'control', width: 3 } },
  claim: { near: PLAIN_CLAIM, far: { color: 'control', width: 1.5 } },
  contested: { near: CONTESTED, far: { color: 'text', width: 4 } },
  coloredClaim: { near: PLAIN_CLAIM, far: OWN_COLOR },
  coloredContested: { near: CONTESTED, far: OWN_COLOR },
  /** Of nodes that are selected or on a path. The painter draws the keyboard focus the same way. */
  selected: { near: { color: 'accent', width: 2.5 }, far: { color: 'accent', width: 5 } },
  /** Of the node under the pointer. Cytoscape takes the colour only. */
  hovered: { near: { color: 'text', width: 2 }, far: { color: 'text', width: 4 } },
} as const satisfies Readonly<Record<string, Border>>;

/** Outlines beyond the border, in model pixels. */
export const OUTLINES = {
  selected: { color: 'accent', opacity: 0.26, near: 7, far: 14 },
  focused: { color: 'accent', near: { width: 2.5, offset: 4 }, far: { width: 7, offset: 8 } },
  /** Far, around a bar whose border has the colour of a style rule. */
  coloredContested: { color: 'text', width: 3 },
} as const;

/** Opacities of the parts of a node that a filter dims, or that fades while the pointer is on something else. */
export const FAINT = {
  dimmed: { body: 0.35, border: 0.3, image: 0.25, text: 0.5 },
  faded: { border: 0.25, image: 0.25, text: 0.5 },
  /** The painter draws both states alike. */
  painted: { border: 0.3, image: 0.3, text: 0.5 },
  /** An SVG has one opacity for all parts of a node, and for an edge. */
  svg: 0.35,
} as const;

/** Balance bars: on the lower edge of a card, of a compact card, and instead of the card at the far levels. */
export const BARS = {
  card: { width: 212, height: 6 },
  compact: { width: 212, height: 4 },
  far: { width: 150, height: 22 },
} as const;
export type BarName = keyof typeof BARS;
/** Sides of the icon in an actor and of the pin. */
export const ICON = 22;
export const PIN = 15;
/** Size of the badge, which has room for four characters. */
export const BADGE = { width: 34, height: 15 } as const;
/** Width of the stripe along the left side of a card, as a share of the card's. */
export const STRIPE_SHARE = 0.045;

/** Position of the pin from the upper left corner of the body. Cytoscape's corner lies on the outer side of a border. */
export const PIN_PLACES = {
  actor: { x: -6, y: -5 },
  claim: { x: -7, y: -8 },
  painted: { x: -6, y: -6 },
} as const satisfies Readonly<Record<string, Point>>;

/** Position of the badge from the upper left corner of the body: on the right, half outside. */
export function badgePlace(kind: NodeLook['kind'], width: number): Point {
  return { x: kind === 'claim' ? width - 26 : 30, y: -7 };
}

/** Names of actors. They have a background, so that lines do not cross the text. */
export const NAME = { weight: 600, backgroundOpacity: 0.85 } as const;
/** Text on cards. It is a little above the middle, because of the bar below it. `lineHeight` is a multiple of the size. */
export const CLAIM_TEXT = { weight: 400, lineHeight: 1.2, rise: { card: 3, compact: 2 } } as const;

/** What a node looks like apart from its state and its pictures. */
export interface NodeLook {
  readonly kind: 'actor' | 'claim';
  readonly shape: NodeShape;
  /** Size of the body when near, in model pixels. */
  readonly width: number;
  readonly height: number;
  /** Radius of the corners; 0 where the shape has none. */
  readonly radius: number;
  readonly border: Border;
  /** The colour of a style rule. */
  readonly paint: string | undefined;
}

export interface LookOptions {
  readonly styles: Scene['styles'];
  readonly isCompact: boolean;
  readonly type?: TypeSize | undefined;
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: width * scale, height: height * scale };
}

export function nodeLook(node: GraphNode, { styles, isCompact, type = 'standard' }: LookOptions): NodeLook {
  const style = styles?.get(node.id);
  const size = bodySize(node, isCompact, type);
  const paint = style?.color;
  if (node.type === 'actor') {
    const shape = node.kind === undefined ? 'circle' : ACTOR_SHAPES[node.kind];
    return {
      kind: 'actor',
      shape,
      ...(style?.scale === undefined ? size : scaled(size, style.scale)),
      radius: shape === 'square' ? RADII.square : 0,
      border: BORDERS.actor,
      paint,
    };
  }
  const isOpen = isContested(node);
  return {
    kind: 'claim',
    shape: 'card',
    ...size,
    radius: isCompact ? RADII.compactCard : RADII.card,
    border:
      paint === undefined
        ? isOpen
          ? BORDERS.contested
          : BORDERS.claim
        : isOpen
          ? BORDERS.coloredContested
          : BORDERS.coloredClaim,
    paint,
  };
}

export interface NodeState {
  readonly isSelected: boolean;
  readonly isFocused: boolean;
  readonly isHovered: boolean;
  readonly isOnPath: boolean;
}

/** Returns the border of a node in a state. */
export function borderIn(
  { isSelected, isFocused, isHovered, isOnPath }: NodeState,
  { border }: Pick<NodeLook, 'border'>,
): Border {
  if (isSelected || isFocused || isOnPath) return BORDERS.selected;
  return isHovered ? BORDERS.hovered : border;
}

/** Returns the colour of a stroke in a theme. */
export function strokeColor({ color }: Stroke, paint: string | undefined, tokens: Tokens): string {
  return color === 'own' ? (paint ?? tokens.control) : tokens[color];
}
