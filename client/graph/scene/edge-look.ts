/** What edges look like. Cytoscape's style sheet, the painter and the SVG take it from here, as do legend and thumbnails. */
import type { GraphEdge, PositionEdge } from '../../../server/contract/explorer.ts';
import type { TokenName } from './tokens.ts';

export type EdgeKind = 'asserts' | 'denies' | 'speaksFor';

/** What all edges of a kind have in common. Dashes are in pixels; none for a solid line. */
export interface EdgeForm {
  readonly color: TokenName;
  readonly head: 'triangle' | 'bar' | 'angle';
  readonly dash: readonly number[];
  /** The dashes in the legend, and those on the thumbnail of a saved view. */
  readonly legendDash: readonly number[];
  readonly thumbnailDash: readonly number[];
}

/** The form tells stances apart, the colour only repeats it. */
export const EDGE_FORMS: Readonly<Record<EdgeKind, EdgeForm>> = {
  asserts: { color: 'asserts', head: 'triangle', dash: [], legendDash: [], thumbnailDash: [] },
  denies: { color: 'denies', head: 'bar', dash: [8, 5], legendDash: [7, 4], thumbnailDash: [4, 3] },
  speaksFor: { color: 'control', head: 'angle', dash: [1.25, 3.75], legendDash: [1.6, 3], thumbnailDash: [1, 3] },
};

/** Sizes of heads in model pixels, from the end of the line on. */
export const HEADS = {
  /** `paintedBorder` and `svgBorder` are the widths of its outline. */
  triangle: { length: 11, half: 5, paintedBorder: 1.5, svgBorder: 1.25 },
  /** No longer than the room between the end of a line and the corner of a card. */
  bar: { half: 5.5, width: 3 },
  angle: { length: 7, half: 4 },
} as const;
/** Bars and angles keep this distance from the border of the target. */
export const HEAD_GAP = 2;

export const SPEAKS_FOR_WIDTH = 1.25;
const MAX_WIDTH = 6;
/** Opacity of an edge that is only hedged or reported. */
export const WEAK_OPACITY = 0.55;
/** Opacity of an edge that a filter dims, or that fades while the pointer is on something else. */
export const FAINT_EDGE_OPACITY = 0.18;

/** Wide translucent strokes under an edge, by its state. `padding` is on each side of the line, in model pixels. */
export const EDGE_HALOS = {
  hovered: { color: 'control', opacity: 0.18, padding: 4 },
  selected: { color: 'accent', opacity: 0.28, padding: 5 },
  path: { color: 'accent', opacity: 0.35, padding: 6 },
  /** The painter draws all edges of a colour in one stroke of this width. */
  painted: { opacity: 0.3, width: 13 },
} as const;

/** The text on an edge, on a background `height` pixels high. Below `minSize` pixels of the screen it is not drawn. */
export const MARK = { weight: 600, height: 16, minSize: 7 } as const;

export interface EdgeLook {
  readonly kind: EdgeKind;
  /** In model pixels. */
  readonly width: number;
  /** Hedged or reported only: the line is translucent and its head is hollow. */
  readonly isWeak: boolean;
  /** Empty for none. */
  readonly mark: string;
}

/** `1.25 + 1.1·log2(1 + statements)`, at most 6 px. */
export function lineWidth(statements: number): number {
  return Math.min(MAX_WIDTH, 1.25 + 1.1 * Math.log2(1 + Math.max(1, statements)));
}

/**
 * `✓` for asserts, `✕` for denies; followed by a double prime where all statements are reported, and by the number
 * of statements if there are several.
 */
export function lineMark(edge: PositionEdge): string {
  const stance = edge.stance === 'asserts' ? '✓' : '✕';
  const reported = edge.modality === 'reported' ? '″' : '';
  return stance + reported + (edge.statements > 1 ? ` ${edge.statements}` : '');
}

export function edgeKind(edge: GraphEdge): EdgeKind {
  return edge.type === 'position' ? edge.stance : 'speaksFor';
}

export function edgeLook(edge: GraphEdge): EdgeLook {
  if (edge.type === 'speaksFor') return { kind: 'speaksFor', width: SPEAKS_FOR_WIDTH, isWeak: false, mark: '' };
  return {
    kind: edge.stance,
    width: lineWidth(edge.statements),
    isWeak: edge.modality !== 'stated',
    mark: lineMark(edge),
  };
}
