/** Actors and claims on a 2D canvas, many alike in one path. */
import type { NodeInk } from './ink.ts';
import { INK_REACH } from './ink.ts';
import { FAR_FONT } from '../scene/level-of-detail.ts';
import { ACTOR_LABEL } from '../scene/node-geometry.ts';
import type { TypeSizes } from '../scene/node-geometry.ts';
import { BADGE, BARS } from '../scene/node-images.ts';
import type { PaintSettings } from './paint-edges.ts';
import type { Sprites } from './sprites.ts';

export interface NodePaint extends PaintSettings {
  /** Seen from afar among so many lines that nodes need paper around them. */
  readonly isCrowded: boolean;
  readonly sprites: Sprites;
  /** Those whose names are shown from afar. */
  readonly named: ReadonlySet<string>;
  /** Widths of names at their usual size, kept from frame to frame: each size would be measured anew. */
  readonly widths: Map<string, number>;
  readonly sizes: TypeSizes;
  readonly fonts: { readonly sans: string; readonly serif: string };
}

/** Nodes of one step. */
const STEP = 60;
const ICON = 22;
const PIN = 15;

function bodyPath(
  context: CanvasRenderingContext2D,
  { shape, kind, x, y, width, height, isCompact }: NodeInk,
  detail: NodePaint['detail'],
): void {
  const [w, h] = [width / 2, height / 2];
  if (kind === 'claim') {
    if (detail === 'near') context.roundRect(x - w, y - h, width, height, isCompact ? 6 : 8);
    else context.roundRect(x - BARS.far.width / 2, y - BARS.far.height / 2, BARS.far.width, BARS.far.height, 6);
  } else if (shape === 'hexagon') {
    context.moveTo(x - w, y);
    for (const [dx, dy] of [
      [-0.5, -1],
      [0.5, -1],
      [1, 0],
      [0.5, 1],
      [-0.5, 1],
    ] as const)
      context.lineTo(x + dx * w, y + dy * h);
    context.closePath();
  } else if (shape === 'square') context.roundRect(x - w, y - h, width, height, 9);
  else {
    context.moveTo(x + w, y);
    context.arc(x, y, w, 0, 2 * Math.PI);
    if (shape === 'ring' && detail === 'near') {
      context.moveTo(x + w - 4, y);
      context.arc(x, y, w - 4, 0, 2 * Math.PI);
    }
  }
}

/** Fill and border of nodes that look alike. */
interface Look {
  readonly fill: string;
  readonly border: string;
  readonly width: number;
  readonly alpha: number;
}

function lookOf(node: NodeInk, { tokens, detail }: NodePaint): Look {
  const isFar = detail !== 'near';
  const alpha = node.strength === 'full' ? 1 : 0.3;
  const dot = node.strength === 'full' ? tokens.muted : tokens.line;
  const plain = node.kind === 'actor' && detail === 'dot' ? dot : tokens.surface;
  const fill = node.kind === 'actor' ? (node.paint ?? plain) : plain;
  if (node.isSelected || node.isFocused || node.isOnPath)
    return { fill, border: tokens.accent, width: isFar ? 5 : 2.5, alpha: 1 };
  if (node.isHovered) return { fill, border: tokens.text, width: isFar ? 4 : 2, alpha: 1 };
  if (node.kind === 'actor') return { fill, border: tokens.control, width: isFar ? 3 : 1.5, alpha };
  if (node.paint !== undefined && isFar) return { fill, border: node.paint, width: 6, alpha };
  if (node.isContested) return { fill, border: tokens.text, width: isFar ? 4 : 2, alpha };
  return { fill, border: isFar ? tokens.control : tokens.line, width: isFar ? 1.5 : 1, alpha };
}

function* bodies(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeInk[],
  paint: NodePaint,
): Generator<undefined, void> {
  const alike = new Map<string, { readonly look: Look; readonly nodes: NodeInk[] }>();
  for (const node of nodes) {
    const look = lookOf(node, paint);
    const key = `${look.fill} ${look.border} ${look.width} ${look.alpha}`;
    const group = alike.get(key);
    if (group) group.nodes.push(node);
    else alike.set(key, { look, nodes: [node] });
  }
  for (const { look, nodes: members } of alike.values()) {
    context.fillStyle = look.fill;
    context.strokeStyle = look.border;
    context.lineWidth = look.width;
    for (let first = 0; first < members.length; first += STEP) {
      context.beginPath();
      for (const node of members.slice(first, first + STEP)) bodyPath(context, node, paint.detail);
      context.fill();
      context.globalAlpha = look.alpha;
      context.stroke();
      context.globalAlpha = 1;
      yield;
    }
  }
}

/** Paper around what stands among many lines, so that a bar can be told from the lines of its colour. In the drawing's pixels. */
const MARGIN = 16;

function* margins(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeInk[],
  { tokens, detail }: NodePaint,
): Generator<undefined, void> {
  context.strokeStyle = tokens.bg;
  context.lineWidth = MARGIN;
  for (let first = 0; first < nodes.length; first += STEP) {
    context.beginPath();
    for (const node of nodes.slice(first, first + STEP)) bodyPath(context, node, detail);
    context.stroke();
    yield;
  }
}

function* pictures(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeInk[],
  { detail, sprites, zoom }: NodePaint,
): Generator<undefined, void> {
  const draw = (
    uri: string | undefined,
    x: number,
    y: number,
    size: { readonly width: number; readonly height: number },
  ) => {
    const sprite = uri === undefined || uri === '' ? undefined : sprites.get(uri, size.width, size.height);
    if (sprite) context.drawImage(sprite, x, y, size.width, size.height);
  };
  for (const [index, node] of nodes.entries()) {
    if (index % STEP === 0) yield;
    const { kind, x, y, width, height } = node;
    context.globalAlpha = node.strength === 'full' ? 1 : 0.3;
    if (kind === 'claim' && detail !== 'near')
      draw(node.farImage, x - BARS.far.width / 2, y - BARS.far.height / 2, BARS.far);
    else if (kind === 'claim') {
      const bar = { width, height: (node.isCompact ? BARS.compact : BARS.card).height };
      draw(node.image, x - bar.width / 2, y + height / 2 - bar.height, bar);
      if (node.paint !== undefined) {
        context.fillStyle = node.paint;
        context.fillRect(x - width / 2, y - height / 2, width * 0.045, height);
      }
    } else if (detail !== 'dot') draw(node.image, x - ICON / 2, y - ICON / 2, { width: ICON, height: ICON });
    if (detail !== 'near' || zoom < 0.3) continue;
    draw(node.pin, x - width / 2 - 6, y - height / 2 - 6, { width: PIN, height: PIN });
    draw(node.badge, x - width / 2 + (kind === 'claim' ? width - 26 : 30), y - height / 2 - 7, BADGE);
  }
  context.globalAlpha = 1;
}

function measureNames(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeInk[],
  { widths, fonts }: NodePaint,
): void {
  context.font = `600 ${ACTOR_LABEL.fontSize}px ${fonts.sans}`;
  for (const { lines } of nodes) {
    for (const line of lines()) if (!widths.has(line)) widths.set(line, context.measureText(line).width);
  }
}

/**
 * Names are drawn in the screen's pixels: at one size from afar, so that no letter has to be shaped anew
 * while the camera zooms. Behind each is paper, so that lines do not run through it.
 */
function* names(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeInk[],
  paint: NodePaint,
): Generator<undefined, void> {
  const shown = nodes.filter(
    (node) =>
      node.kind === 'actor' &&
      (paint.detail === 'near' || paint.named.has(node.id) || node.isHovered || node.isFocused),
  );
  measureNames(context, shown, paint);
  const { widths, detail, tokens, zoom, fonts, sizes } = paint;
  const isNear = detail === 'near';
  const size = isNear ? sizes.actorFont * zoom : FAR_FONT * sizes.far;
  const lineHeight = size * 1.25;
  const { a: scale, e: panX, f: panY } = context.getTransform();
  context.save();
  context.setTransform(scale / zoom, 0, 0, scale / zoom, panX, panY);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 ${Math.round(size * 4) / 4}px ${fonts.sans}`;
  for (const [index, node] of shown.entries()) {
    if (index % STEP === 0) yield;
    const [x, first] = [node.x * zoom, (node.y + node.height / 2 + ACTOR_LABEL.gap) * zoom + lineHeight / 2];
    node.lines().forEach((line, row) => {
      const width = ((widths.get(line) ?? 0) * size) / ACTOR_LABEL.fontSize;
      context.globalAlpha = 0.85;
      context.fillStyle = tokens.bg;
      context.fillRect(x - width / 2 - 1, first + (row - 0.5) * lineHeight, width + 2, lineHeight);
      context.globalAlpha = node.strength === 'full' ? 1 : 0.5;
      context.fillStyle = tokens.text;
      context.fillText(line, x, first + row * lineHeight);
    });
  }
  context.restore();
}

/** The first words of a claim above the bar that stands for it; in the screen's pixels, as names are. */
function farClaimTexts(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeInk[],
  { tokens, fonts, named, zoom, sizes, widths }: NodePaint,
): void {
  const size = FAR_FONT * sizes.far;
  const { a: scale, e: panX, f: panY } = context.getTransform();
  context.save();
  context.setTransform(scale / zoom, 0, 0, scale / zoom, panX, panY);
  context.font = `400 ${size}px ${fonts.serif}`;
  for (const node of nodes) {
    if (node.kind === 'actor' || node.isHovered || node.isFocused || !named.has(node.id)) continue;
    const text = node.farText();
    const key = `${size} ${text}`;
    const known = widths.get(key) ?? context.measureText(text).width;
    widths.set(key, known);
    const [x, width, middle] = [node.x * zoom, known + size / 4, (node.y - BARS.far.height / 2) * zoom - size * 0.65];
    context.globalAlpha = 0.85;
    context.fillStyle = tokens.bg;
    context.fillRect(x - width / 2, middle - size * 0.6, width, size * 1.2);
    context.globalAlpha = node.strength === 'full' ? 1 : 0.5;
    context.fillStyle = tokens.text;
    context.fillText(text, x, middle);
  }
  context.restore();
}

function* claimTexts(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeInk[],
  paint: NodePaint,
): Generator<undefined, void> {
  const { tokens, fonts, detail, zoom, sizes } = paint;
  const isNear = detail === 'near';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  if (!isNear) farClaimTexts(context, nodes, paint);
  for (const [index, node] of nodes.entries()) {
    if (index % STEP === 0) yield;
    if (node.kind === 'actor' || !(isNear || node.isHovered || node.isFocused)) continue;
    const size = isNear ? (node.isCompact ? sizes.compactFont : sizes.claimFont) : (FAR_FONT * sizes.far) / zoom;
    const lineHeight = size * 1.2;
    const middle = isNear
      ? node.y - (node.isCompact ? 2 : 3)
      : node.y - BARS.far.height / 2 - (node.lines().length * lineHeight) / 2 - size / 2;
    const first = middle - ((node.lines().length - 1) / 2) * lineHeight;
    context.font = `400 ${size}px ${fonts.serif}`;
    if (!isNear) {
      const width = Math.max(...node.lines().map((line) => context.measureText(line).width)) + size;
      context.fillStyle = tokens.surface;
      context.fillRect(node.x - width / 2, first - lineHeight, width, (node.lines().length + 0.8) * lineHeight);
    }
    context.fillStyle = tokens.text;
    context.globalAlpha = node.strength === 'full' ? 1 : 0.5;
    node.lines().forEach((line, row) => context.fillText(line, node.x, first + row * lineHeight));
  }
  context.globalAlpha = 1;
}

/** Paints all nodes that can be seen, in steps; the canvas is in the drawing's pixels. */
export function* paintNodes(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeInk[],
  paint: NodePaint,
): Generator<undefined, void> {
  const { left, top, right, bottom } = paint.seen;
  const seen = nodes.filter(
    ({ x, y }) =>
      x + INK_REACH.x >= left && x - INK_REACH.x <= right && y + INK_REACH.y >= top && y - INK_REACH.y <= bottom,
  );
  const halo = seen.filter(({ isSelected }) => isSelected);
  if (halo.length > 0) {
    context.beginPath();
    for (const node of halo) bodyPath(context, node, paint.detail);
    context.globalAlpha = 0.26;
    context.strokeStyle = paint.tokens.accent;
    context.lineWidth = paint.detail === 'near' ? 14 : 28;
    context.stroke();
    context.globalAlpha = 1;
  }
  if (paint.isCrowded)
    yield* margins(
      context,
      seen.filter(({ isSelected }) => !isSelected),
      paint,
    );
  yield* bodies(context, seen, paint);
  yield* pictures(context, seen, paint);
  yield* names(context, seen, paint);
  yield* claimTexts(context, seen, paint);
}
