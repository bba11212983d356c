/** The input of the canvas, and its handlers for the user's gestures. Without Cytoscape and React. */
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import type { CameraView } from './camera-view.ts';
import type { Point, Rect, Size, Viewport } from './geometry.ts';
import type { TypeSize } from './node-geometry.ts';
import type { NodeStyle } from './style-rules.ts';

/** Pixels of the container that legend, chips and panels cover: a fit avoids them. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** One state of the drawing. A node without a position gets one beside a neighbour. */
export interface Scene {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly positions: ReadonlyMap<string, Point>;
  readonly selection: ReadonlySet<string>;
  readonly pinned: ReadonlySet<string>;
  /** Number of neighbours of a node that are not on the canvas, drawn as `+12`. */
  readonly hiddenNeighbours?: ReadonlyMap<string, number>;
  /** Nodes and edges that filters dim. */
  readonly dimmed?: ReadonlySet<string>;
  /** Nodes and edges of a highlighted path. */
  readonly highlight?: ReadonlySet<string>;
  /** Styles of nodes by style rules; see `applyStyleRules`. */
  readonly styles?: ReadonlyMap<string, NodeStyle>;
  readonly theme: 'light' | 'dark';
  /** Whether claims are cards of one line; absent: by their number. */
  readonly isCompact?: boolean;
  /** Other settings of the page that change colours: the canvas reads the colours again when this text changes. */
  readonly look?: string;
  /** Size of the type; absent: standard. Exports are always standard. */
  readonly type?: TypeSize;
}

/** Returns the edges that are drawn: both ends exist and differ. */
export function drawnEdges({ nodes, edges }: Pick<Scene, 'nodes' | 'edges'>): GraphEdge[] {
  const ids = new Set(nodes.map((node) => node.id));
  return edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target) && edge.source !== edge.target);
}

export interface PictureOptions {
  /** Pixels of the picture per model pixel; less if the picture would exceed the limits of browsers. */
  readonly scale: number;
  /** The colour of the page, or transparent. */
  readonly background: 'page' | 'transparent';
  /** Whether to show what is useful on the page only: selection, pins, numbers of hidden neighbours. */
  readonly hasMarks: boolean;
}

/** Returns the scene without the marks that are useful on the page only. */
export function withoutMarks({ hiddenNeighbours: _, ...scene }: Scene): Scene {
  return { ...scene, selection: new Set(), pinned: new Set() };
}

export interface MenuTarget {
  readonly kind: 'node' | 'edge' | 'canvas';
  readonly id?: string;
  /** Client coordinates. */
  readonly at: Point;
}

export interface GraphHandlers {
  /** A click replaces the selection (by nothing, on the background), with Ctrl, Cmd or Shift it toggles. */
  onSelect(ids: readonly string[], how: 'replace' | 'toggle'): void;
  /** A double click on a node. */
  onExpand(nodeId: string): void;
  /** After a drag: the new positions of all that was dragged. */
  onMove(moved: ReadonlyMap<string, Point>): void;
  onHover(id: string | undefined): void;
  /** At most once a frame while the camera moves. */
  onViewport(viewport: Viewport): void;
  /** Right click, or a long press. */
  onMenu(target: MenuTarget): void;
}

/**
 * The handle on a mounted canvas. The camera moves only by these calls, by the user's own gestures,
 * and once when the first scene with nodes is drawn.
 */
export interface GraphController {
  /** Draws the difference to the scene before. What is there moves only where `positions` says so. */
  render(scene: Scene): void;
  /** Shows everything within what the insets leave free; on a narrow page only its top, unless the `whole` is asked for, where nothing could be read otherwise. */
  fit(how?: 'readable' | 'whole'): void;
  zoomBy(factor: number): void;
  zoomTo(level: number): void;
  setInsets(insets: Insets): void;
  /** Pans as little as needed to bring a node or an edge into the free part. */
  reveal(id: string): void;
  /** Draws the keyboard's focus around a node or an edge; `undefined` takes it away. */
  focus(id: string | undefined): void;
  viewport(): Viewport;
  /** Puts the camera there at once. */
  setViewport(viewport: Viewport): void;
  /** Shows what a camera saw, on a canvas of any size, at once: for a link or a saved view. */
  see(view: CameraView): void;
  /** The size of the canvas in CSS pixels. */
  size(): Size;
  /** Where a node's body, or the mark of an edge, is on the screen, in client coordinates; undefined when it is not drawn. */
  placeOf(id: string): Rect | undefined;
  /** Everything that is drawn, with all its text however far away the camera is, as PNG; undefined when nothing is drawn. */
  picture(options: PictureOptions): Promise<Blob | undefined>;
  destroy(): void;
}
