/** Draws actors and claims on a 2D canvas; nodes with the same style share a path. */
import type { NodeInk } from './ink.ts';
import { INK_REACH } from './ink.ts';
import { FAR_FONT } from '../scene/level-of-detail.ts';
import { ACTOR_LABEL } from '../scene/node-geometry.ts';
import type { TypeSizes } from '../scene/node-geometry.ts';
import {
  BADGE,
  badgePlace,
  BARS,
  borderIn,
  CLAIM_TEXT,
  FAINT,
  ICON,
  NAME,
  OUTLINES,
  PIN,
  PIN_PLACES,
  RADII,
  RING,
  STRIPE_SHARE,
  strokeColor,
} from '../scene/node-look.ts';
import type { PaintSettings } from './paint-edges.ts';
import type { Sprites } from './sprites.ts';

export interface NodePaint extends PaintSettings {
  /** At the far levels with many lines: nodes need a margin of background. */
  readonly isCrowded: boolean;
  readonly sprites: Sprites;
  /** Ids of nodes that are named at the far levels. */
  readonly named: ReadonlySet<string>;
  /** Widths of names at the standard size, kept between frames, so that no size is measured again. */
  readonly widths: Map<string, number>;
  readonly sizes: TypeSizes;
  readonly fonts: { readonly sans: string; readonly serif: string };
}

/** Nodes per step. */
const STEP = 60;
const ICON_SIZE = { width: ICON, height: ICON } as const;
const PIN_SIZE = { width: PIN, height: PIN } as const;

function bodyPath(
  context: CanvasRenderingContext2D,
  { shape, x, y, width, height, radius }: NodeInk,
  detail: NodePaint['detail'],
): void {
  const [w, h] = [width / 2, height / 2];
  if (shape === 'card' && detail !== 'near') {
    const bar = BARS.far;
    context.roundRect(x - bar.width / 2, y - bar.height / 2, bar.width, bar.height, RADII.farCard);
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
  } else if (shape === 'card' || shape === 'square') context.roundRect(x - w, y - h, width, height, radius);
  else {
    context.moveTo(x + w, y);
    context.arc(x, y, w, 0, 2 * Math.PI);
    if (shape === 'ring' && detail === 'near') {
      const inner = w - RING.paintedInset;
      context.moveTo(x + inner, y);
      context.arc(x, y, inner, 0, 2 * Math.PI);
    }
  }
}

/** Fill and border of nodes that are drawn in one path. */
interface Look {
  readonly fill: string;
  readonly border: string;
  readonly width: number;
  readonly alpha: number;
}

function lookOf(node: NodeInk, { tokens, detail }: NodePaint): Look {
  const border = borderIn(node, node);
  const stroke = detail === 'near' ? border.near : border.far;
  // A selected, focused or hovered node, or one on a path, is not faint.
  const alpha = node.strength === 'full' || border !== node.border ? 1 : FAINT.painted.border;
  const dot = node.strength === 'full' ? tokens.muted : tokens.line;
  const plain = node.kind === 'actor' && detail === 'dot' ? dot : tokens.surface;
  const fill = node.kind === 'actor' ? (node.paint ?? plain) : plain;
  return { fill, border: strokeColor(stroke, node.paint, tokens), width: stroke.width, alpha };
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

/** Margin of background around nodes among many lines, so that a bar differs from lines of the same colour. In model pixels. */
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
    context.globalAlpha = node.strength === 'full' ? 1 : FAINT.painted.image;
    if (kind === 'claim' && detail !== 'near')
      draw(node.farImage, x - BARS.far.width / 2, y - BARS.far.height / 2, BARS.far);
    else if (kind === 'claim') {
      const bar = { width, height: (node.isCompact ? BARS.compact : BARS.card).height };
      draw(node.image, x - bar.width / 2, y + height / 2 - bar.height, bar);
      if (node.paint !== undefined) {
        context.fillStyle = node.paint;
        context.fillRect(x - width / 2, y - height / 2, width * STRIPE_SHARE, height);
      }
    } else if (detail !== 'dot') draw(node.image, x - ICON / 2, y - ICON / 2, ICON_SIZE);
    if (detail !== 'near' || zoom < 0.3) continue;
    const [left, top] = [x - width / 2, y - height / 2];
    draw(node.pin, left + PIN_PLACES.painted.x, top + PIN_PLACES.painted.y, PIN_SIZE);
    if (node.badge === undefined) continue;
    const place = badgePlace(kind, width);
    draw(node.badge, left + place.x, top + place.y, BADGE);
  }
  context.globalAlpha = 1;
}

function measureNames(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeInk[],
  { widths, fonts }: NodePaint,
): void {
  context.font = `${NAME.weight} ${ACTOR_LABEL.fontSize}px ${fonts.sans}`;
  for (const { lines } of nodes) {
    for (const line of lines()) if (!widths.has(line)) widths.set(line, context.measureText(line).width);
  }
}

/**
 * Draws names in pixels of the screen: at the far levels they have one size, so that the browser shapes no text again
 * while the camera zooms. Each name has a background, so that lines do not cross it.
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
  context.font = `${NAME.weight} ${Math.round(size * 4) / 4}px ${fonts.sans}`;
  for (const [index, node] of shown.entries()) {
    if (index % STEP === 0) yield;
    const [x, first] = [node.x * zoom, (node.y + node.height / 2 + ACTOR_LABEL.gap) * zoom + lineHeight / 2];
    node.lines().forEach((line, row) => {
      const width = ((widths.get(line) ?? 0) * size) / ACTOR_LABEL.fontSize;
      context.globalAlpha = NAME.backgroundOpacity;
      context.fillStyle = tokens.bg;
      context.fillRect(x - width / 2 - 1, first + (row - 0.5) * lineHeight, width + 2, lineHeight);
      context.globalAlpha = node.strength === 'full' ? 1 : FAINT.painted.text;
      context.fillStyle = tokens.text;
      context.fillText(line, x, first + row * lineHeight);
    });
  }
  context.restore();
}

/** Draws the first words of claims above their bars, in pixels of the screen, like names. */
function farClaimTexts(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeInk[],
  { tokens, fonts, named, zoom, sizes, widths }: NodePaint,
): void {
  const size = FAR_FONT * sizes.far;
  const { a: scale, e: panX, f: panY } = context.getTransform();
  context.save();
  context.setTransform(scale / zoom, 0, 0, scale / zoom, panX, panY);
  context.font = `${CLAIM_TEXT.weight} ${size}px ${fonts.serif}`;
  for (const node of nodes) {
    if (node.kind === 'actor' || node.isHovered || node.isFocused || !named.has(node.id)) continue;
    const text = node.farText();
    const key = `${size} ${text}`;
    const known = widths.get(key) ?? context.measureText(text).width;
    widths.set(key, known);
    const [x, width, middle] = [node.x * zoom, known + size / 4, (node.y - BARS.far.height / 2) * zoom - size * 0.65];
    context.globalAlpha = NAME.backgroundOpacity;
    context.fillStyle = tokens.bg;
    context.fillRect(x - width / 2, middle - size * 0.6, width, size * 1.2);
    context.globalAlpha = node.strength === 'full' ? 1 : FAINT.painted.text;
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
    const lineHeight = size * CLAIM_TEXT.lineHeight;
    const middle = isNear
      ? node.y - CLAIM_TEXT.rise[node.isCompact ? 'compact' : 'card']
      : node.y - BARS.far.height / 2 - (node.lines().length * lineHeight) / 2 - size / 2;
    const first = middle - ((node.lines().length - 1) / 2) * lineHeight;
    context.font = `${CLAIM_TEXT.weight} ${size}px ${fonts.serif}`;
    if (!isNear) {
      const width = Math.max(...node.lines().map((line) => context.measureText(line).width)) + size;
      context.fillStyle = tokens.surface;
      context.fillRect(node.x - width / 2, first - lineHeight, width, (node.lines().length + 0.8) * lineHeight);
    }
    context.fillStyle = tokens.text;
    context.globalAlpha = node.strength === 'full' ? 1 : FAINT.painted.text;
    node.lines().forEach((line, row) => context.fillText(line, node.x, first + row * lineHeight));
  }
  context.globalAlpha = 1;
}

/** Paints all visible nodes in steps. The context has the scale of the drawing. */
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
    context.globalAlpha = OUTLINES.selected.opacity;
    context.strokeStyle = paint.tokens[OUTLINES.selected.color];
    context.lineWidth = 2 * (paint.detail === 'near' ? OUTLINES.selected.near : OUTLINES.selected.far);
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
