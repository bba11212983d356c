/** Draws edges on a 2D canvas, grouped by kind. */
import type { EdgeInk } from './ink.ts';
import { FAR, inkOfMany } from '../scene/level-of-detail.ts';
import type { Detail } from '../scene/level-of-detail.ts';
import { beforeEnd, controlPoint, cornersOf, linePoints, pointAlong } from '../routing/line-path.ts';
import { BARS } from '../scene/node-look.ts';
import { EDGE_FORMS, EDGE_HALOS, FAINT_EDGE_OPACITY, HEAD_GAP, HEADS, MARK, WEAK_OPACITY } from '../scene/edge-look.ts';
import { MARK_FONT_SIZE } from '../scene/fonts.ts';
import { isSidePort } from '../routing/card-ports.ts';
import type { Tokens } from '../scene/tokens.ts';

export interface PaintSettings {
  readonly tokens: Tokens;
  readonly detail: Detail;
  readonly zoom: number;
  /** The visible part of the drawing, in model pixels. */
  readonly seen: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** False while the camera moves over many lines: dashes and heads would take too long. */
  readonly isFine: boolean;
}

function isSeen({ from, to, bend, via = [] }: EdgeInk, { left, top, right, bottom }: PaintSettings['seen']): boolean {
  const points = [from, ...via, to];
  const [xs, ys, reach] = [points.map(({ x }) => x), points.map(({ y }) => y), Math.abs(bend)];
  return (
    Math.max(...xs) + reach >= left &&
    Math.min(...xs) - reach <= right &&
    Math.max(...ys) + reach >= top &&
    Math.min(...ys) - reach <= bottom
  );
}

/** Returns where the line ends: on the border of the card, or of the bar that is drawn instead at the far levels. */
export function endOf(edge: EdgeInk, detail: Detail): { readonly x: number; readonly y: number } {
  if (detail === 'near' || edge.kind === 'speaksFor') return edge.to;
  const port = { x: edge.to.x - edge.target.x, y: edge.to.y - edge.target.y };
  if (isSidePort(port)) return { x: edge.target.x + Math.sign(port.x) * (BARS.far.width / 2), y: edge.target.y };
  return { x: edge.target.x, y: edge.target.y + Math.sign(port.y) * (BARS.far.height / 2) };
}

/** The style of lines that are drawn in one stroke. */
interface Pen {
  readonly color: string;
  readonly alpha: number;
  readonly width: number;
  readonly dash: readonly number[];
}

const isPointedOut = ({ isSelected, isHovered, isOnPath }: EdgeInk): boolean => isSelected || isHovered || isOnPath;

/** Widths are rounded, so that lines of similar width share a stroke. */
function penOf(edge: EdgeInk, { tokens, isFine, zoom }: PaintSettings, thinned: number): Pen {
  const form = EDGE_FORMS[edge.kind];
  // At the far levels dashes keep their size on the screen: smaller ones are not visible and take longest to draw.
  const stretch = Math.max(1, FAR / zoom);
  const dash = isFine ? form.dash.map((part) => part * stretch) : [];
  return { color: tokens[form.color], dash, alpha: opacityOf(edge, thinned), width: Math.round(edge.width) || 1 };
}

function opacityOf(edge: EdgeInk, thinned: number): number {
  const own = edge.isWeak ? WEAK_OPACITY : 1;
  return edge.strength === 'full' ? own * (isPointedOut(edge) ? 1 : thinned) : own * FAINT_EDGE_OPACITY;
}

/** Lines per step. */
const STEP = 64;

function trace(context: CanvasRenderingContext2D, edge: EdgeInk, detail: Detail): void {
  const end = endOf(edge, detail);
  context.moveTo(edge.from.x, edge.from.y);
  if (edge.bend !== 0) {
    const { x, y } = controlPoint(edge.from, end, edge.bend);
    context.quadraticCurveTo(x, y, end.x, end.y);
    return;
  }
  for (const { begin, at, end: after } of cornersOf(edge.from, end, edge.via ?? [])) {
    context.lineTo(begin.x, begin.y);
    context.quadraticCurveTo(at.x, at.y, after.x, after.y);
  }
  context.lineTo(end.x, end.y);
}

function* strokeAll(
  context: CanvasRenderingContext2D,
  edges: readonly EdgeInk[],
  settings: PaintSettings,
  thinned: number,
): Generator<undefined, void> {
  const strokes = new Map<string, { readonly pen: Pen; readonly edges: EdgeInk[] }>();
  for (const edge of edges) {
    const pen = penOf(edge, settings, thinned);
    const key = `${edge.kind} ${pen.alpha} ${pen.width}`;
    const stroke = strokes.get(key);
    if (stroke) stroke.edges.push(edge);
    else strokes.set(key, { pen, edges: [edge] });
  }
  for (const { pen, edges: members } of strokes.values()) {
    context.setLineDash([...pen.dash]);
    context.strokeStyle = pen.color;
    context.globalAlpha = pen.alpha;
    context.lineWidth = pen.width;
    for (const [index, edge] of members.entries()) {
      context.beginPath();
      trace(context, edge, settings.detail);
      context.stroke();
      if (index % STEP === STEP - 1) yield;
    }
    yield;
  }
  context.setLineDash([]);
}

const HEADED = [
  ['asserts', false],
  ['asserts', true],
  ['denies', false],
  ['denies', true],
] as const;

function head(context: CanvasRenderingContext2D, edge: EdgeInk, detail: Detail): void {
  const end = endOf(edge, detail);
  const start = beforeEnd(edge.from, end, edge);
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const [x, y] = [(end.x - start.x) / length, (end.y - start.y) / length];
  if (edge.kind === 'denies') {
    const { half } = HEADS.bar;
    context.moveTo(end.x - HEAD_GAP * x - half * y, end.y - HEAD_GAP * y + half * x);
    context.lineTo(end.x - HEAD_GAP * x + half * y, end.y - HEAD_GAP * y - half * x);
  } else {
    const { length: reach, half } = HEADS.triangle;
    context.moveTo(end.x, end.y);
    context.lineTo(end.x - reach * x - half * y, end.y - reach * y + half * x);
    context.lineTo(end.x - reach * x + half * y, end.y - reach * y - half * x);
    context.closePath();
  }
}

/** Draws the heads: a triangle for asserts, hollow if only hedged or reported; a bar for denies. */
function* heads(
  context: CanvasRenderingContext2D,
  edges: readonly EdgeInk[],
  settings: PaintSettings,
): Generator<undefined, void> {
  for (const [kind, isWeak] of HEADED) {
    const members = edges.filter((edge) => edge.kind === kind && edge.isWeak === isWeak && edge.strength === 'full');
    context.globalAlpha = 1;
    const color = settings.tokens[EDGE_FORMS[kind].color];
    context.fillStyle = isWeak ? settings.tokens.bg : color;
    context.strokeStyle = color;
    context.lineWidth = kind === 'denies' ? HEADS.bar.width : HEADS.triangle.paintedBorder;
    for (let first = 0; first < members.length; first += STEP) {
      context.beginPath();
      for (const edge of members.slice(first, first + STEP)) head(context, edge, settings.detail);
      if (kind === 'asserts') context.fill();
      if (kind === 'denies' || isWeak) context.stroke();
      yield;
    }
  }
}

function* marks(
  context: CanvasRenderingContext2D,
  edges: readonly EdgeInk[],
  { tokens, detail }: PaintSettings,
): Generator<undefined, void> {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [index, edge] of edges.entries()) {
    if (index % STEP === 0) yield;
    if (edge.mark === '' || edge.strength !== 'full' || edge.kind === 'speaksFor') continue;
    const end = endOf(edge, detail);
    const { x, y } = pointAlong(linePoints(edge.from, end, edge), edge.markShare);
    const width = 8 + edge.mark.length * 6;
    context.fillStyle = tokens.bg;
    context.fillRect(x - width / 2, y - MARK.height / 2, width, MARK.height);
    context.fillStyle = tokens[EDGE_FORMS[edge.kind].color];
    context.fillText(edge.mark, x, y);
  }
}

/** Draws a wide translucent stroke under lines that are selected, hovered or on a path. */
function glow(
  context: CanvasRenderingContext2D,
  edges: readonly EdgeInk[],
  { detail }: PaintSettings,
  color: string,
): void {
  if (edges.length === 0) return;
  context.beginPath();
  for (const edge of edges) trace(context, edge, detail);
  context.strokeStyle = color;
  context.globalAlpha = EDGE_HALOS.painted.opacity;
  context.lineWidth = EDGE_HALOS.painted.width;
  context.stroke();
}

/** Paints all visible lines in steps. The context has the scale of the drawing. */
export function* paintEdges(
  context: CanvasRenderingContext2D,
  edges: readonly EdgeInk[],
  settings: PaintSettings,
  font: string,
): Generator<undefined, void> {
  const seen = edges.filter((edge) => isSeen(edge, settings.seen));
  glow(
    context,
    seen.filter((edge) => edge.isHovered && !edge.isSelected),
    settings,
    settings.tokens[EDGE_HALOS.hovered.color],
  );
  glow(
    context,
    seen.filter((edge) => edge.isSelected || edge.isOnPath),
    settings,
    settings.tokens[EDGE_HALOS.selected.color],
  );
  yield;
  yield* strokeAll(
    context,
    seen,
    settings,
    settings.detail === 'near' ? 1 : inkOfMany(edges.length, { least: settings.tokens.leastInk ?? 1 }),
  );
  if (settings.isFine && settings.zoom > 0.2) yield* heads(context, seen, settings);
  if (settings.detail === 'near' && MARK_FONT_SIZE * settings.zoom >= MARK.minSize) {
    context.font = font;
    yield* marks(context, seen, settings);
  }
  context.globalAlpha = 1;
}
