/** A small picture of the drawing, as a data: URL that a saved view can contain. */
import { isContested } from '../../server/contract/contention.ts';
import type { GraphEdge, GraphNode } from '../../server/contract/explorer.ts';
import { VIEW_LIMITS } from '../../server/contract/views.ts';
import { EDGE_FORMS, edgeKind } from '../graph/scene/edge-look.ts';
import { inkOfMany } from '../graph/scene/level-of-detail.ts';
import { BORDERS } from '../graph/scene/node-look.ts';
import { bodySize, needsCompactCards } from '../graph/scene/node-geometry.ts';
import { boundingBox, boxAt } from '../graph/scene/geometry.ts';
import type { Box } from '../graph/scene/geometry.ts';
import type { Point } from '../graph/scene/geometry.ts';
import type { ExplorerState } from '../state/explorer-state.ts';
import { MEDIA_TYPES } from '../../server/contract/media-types.ts';

/** Twice the displayed size, to be sharp on high-density screens; the smaller one where that exceeds the size limit. */
const SIZES = [
  { width: 480, height: 300 },
  { width: 240, height: 150 },
] as const;
const PADDING = 6;
/** Thumbnails are shown in every theme: no background, and colours with a contrast of 3:1 to the paper of each theme. */
export const SKETCH_COLORS = { asserts: '#2686a8', denies: '#c85f26', speaksFor: '#807d77', ink: '#7b7873' } as const;
const CARD_ALPHA = 0.16;
/** A picture this small is crowded with few lines. */
const CROWD = { few: 60, least: 0.12 } as const;

type Drawable = Pick<ExplorerState, 'nodes' | 'edges' | 'positions' | 'hidden'>;

interface Sketch {
  readonly context: CanvasRenderingContext2D;
  readonly place: (at: Point) => Point;
  readonly scale: number;
  readonly isCompact: boolean;
}

/** The picture; undefined when no node is visible, or when it exceeds the size limit. */
export function thumbnailOf(state: Drawable): string | undefined {
  const nodes = [...state.nodes.values()].filter(({ id }) => !state.hidden.has(id));
  const isCompact = needsCompactCards(nodes, state.positions);
  const box = boundingBox(
    nodes.flatMap((node) => {
      const [at, { width, height }] = [state.positions.get(node.id), bodySize(node, isCompact)];
      return at === undefined
        ? []
        : [boxAt({ left: -width / 2, top: -height / 2, right: width / 2, bottom: height / 2 }, at)];
    }),
  );
  if (box === undefined) return undefined;
  return SIZES.map((size) => sketched({ ...state, box, isCompact, shown: nodes }, size)).find(
    (picture) => picture !== undefined && picture.length <= VIEW_LIMITS.thumbnail,
  );
}

function sketched(
  {
    box,
    isCompact,
    shown,
    edges,
    positions,
  }: Drawable & { readonly box: Box; readonly isCompact: boolean; readonly shown: readonly GraphNode[] },
  size: (typeof SIZES)[number],
): string | undefined {
  const [width, height] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
  const scale = Math.min((size.width - 2 * PADDING) / width, (size.height - 2 * PADDING) / height, 1);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale + 2 * PADDING);
  canvas.height = Math.ceil(height * scale + 2 * PADDING);
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  const place = ({ x, y }: Point) => ({ x: (x - box.left) * scale + PADDING, y: (y - box.top) * scale + PADDING });
  const sketch = { context, place, scale, isCompact };
  const isShown = new Set(shown.map(({ id }) => id));
  context.globalAlpha = inkOfMany(edges.size, CROWD);
  for (const edge of edges.values()) {
    const [from, to] = [positions.get(edge.source), positions.get(edge.target)];
    if (from !== undefined && to !== undefined && isShown.has(edge.source) && isShown.has(edge.target))
      line(sketch, edge, [place(from), place(to)]);
  }
  context.globalAlpha = 1;
  for (const node of shown) {
    const at = positions.get(node.id);
    if (at !== undefined) body(sketch, node, place(at));
  }
  return canvas.toDataURL(MEDIA_TYPES.png);
}

function line({ context, scale }: Sketch, edge: GraphEdge, [from, to]: readonly [Point, Point]): void {
  const kind = edgeKind(edge);
  context.strokeStyle = SKETCH_COLORS[kind];
  context.lineWidth = Math.max(1, (kind === 'speaksFor' ? 1.5 : 4) * scale);
  context.setLineDash([...EDGE_FORMS[kind].thumbnailDash]);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
  context.setLineDash([]);
}

function body({ context, scale, isCompact }: Sketch, node: GraphNode, { x, y }: Point): void {
  const size = bodySize(node, isCompact);
  const [width, height] = [Math.max(3, size.width * scale), Math.max(3, size.height * scale)];
  context.beginPath();
  if (node.type === 'actor') context.arc(x, y, width / 2, 0, 2 * Math.PI);
  else context.roundRect(x - width / 2, y - height / 2, width, height, Math.min(4, height / 2));
  // Lines end at the border of the node: this erases them below it.
  context.globalCompositeOperation = 'destination-out';
  context.fill();
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = SKETCH_COLORS.ink;
  if (node.type === 'actor') {
    context.fill();
    return;
  }
  context.globalAlpha = CARD_ALPHA;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = SKETCH_COLORS.ink;
  context.lineWidth = BORDERS[isContested(node) ? 'contested' : 'claim'].near.width;
  context.stroke();
  balance(context, node, {
    left: x - width / 2,
    top: y + height / 2 - Math.max(1.5, height * 0.12),
    width,
    height: Math.max(1.5, height * 0.12),
  });
}

function balance(
  context: CanvasRenderingContext2D,
  { asserters, deniers }: { readonly asserters: number; readonly deniers: number },
  bar: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): void {
  if (asserters + deniers === 0) return;
  const share = (bar.width * asserters) / (asserters + deniers);
  context.fillStyle = SKETCH_COLORS.asserts;
  context.fillRect(bar.left, bar.top, share, bar.height);
  context.fillStyle = SKETCH_COLORS.denies;
  context.fillRect(bar.left + share, bar.top, bar.width - share, bar.height);
}
