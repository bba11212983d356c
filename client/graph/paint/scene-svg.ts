/** A scene as an SVG whose text stays text. Pure: no canvas, no document. */
import type { ActorNode, ClaimNode, GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import { EDGE_FORMS, edgeLook, HEAD_GAP, HEADS, MARK, SPEAKS_FOR_WIDTH, WEAK_OPACITY } from '../scene/edge-look.ts';
import type { EdgeLook } from '../scene/edge-look.ts';
import {
  BARS,
  BORDERS,
  CLAIM_TEXT,
  FAINT,
  ICON,
  NAME,
  nodeLook,
  RADII,
  RING,
  STRIPE_SHARE,
  strokeColor,
} from '../scene/node-look.ts';
import type { NodeLook } from '../scene/node-look.ts';
import type { Measure } from '../scene/fonts.ts';
import { routeEdges } from '../routing/edge-routing.ts';
import type { Route } from '../routing/edge-routing.ts';
import { beforeEnd, controlPoint, cornersOf, linePoints, pathLength, pointAlong } from '../routing/line-path.ts';
import type { LineShape } from '../routing/line-path.ts';
import {
  ACTOR_LABEL,
  bodySize,
  CARD,
  COMPACT_CARD,
  estimateTextWidth,
  extent,
  isCompactScene,
} from '../scene/node-geometry.ts';
import { boundingBox, boxAt } from '../scene/geometry.ts';
import type { Box, Point } from '../scene/geometry.ts';
import { labelFor } from '../scene/labels.ts';
import { barShapes, hatchPattern, iconColor, iconStrokes } from '../scene/node-images.ts';
import { drawnEdges } from '../scene/scene.ts';
import type { Scene } from '../scene/scene.ts';
import { CLAIM_FONT_SIZE, COMPACT_FONT_SIZE, MARK_FONT_SIZE, SANS, SERIF } from '../scene/fonts.ts';
import type { Tokens } from '../scene/tokens.ts';

export interface SvgOptions {
  /** The theme's colours; see `readTokens`. */
  readonly tokens: Tokens;
  /** Measures text; estimated if absent. */
  readonly measure?: Measure;
  readonly background?: 'page' | 'transparent';
  /** Free space around the drawing, in pixels; 24 if absent. */
  readonly padding?: number;
}

/** The parts of an SVG, for a picture with more around the drawing. */
export interface SceneShapes {
  /** SVG elements in model pixels; they use what `defs` defines. */
  readonly content: string;
  readonly defs: string;
  /** The box that the content covers. */
  readonly box: Box;
}

const PADDING = 24;
const NOTHING: Box = { left: 0, top: 0, right: 1, bottom: 1 };

/** Text and attribute values as XML; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const round = (value: number): number => Math.round(value * 10) / 10;
/** A share without the leading zero: `.35`. */
const bare = (share: number): string => String(share).replace(/^0/, '');

interface Drawing {
  readonly scene: Scene;
  readonly tokens: Tokens;
  readonly isCompact: boolean;
  readonly byId: ReadonlyMap<string, GraphNode>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly measure: Measure;
}

/** Returns lines of text; `at` is the middle of the first line. */
function lines(
  label: string,
  at: Point,
  look: { readonly size: number; readonly lineHeight: number; readonly attributes: string },
): string {
  const spans = label
    .split('\n')
    .map(
      (line, index) =>
        `<tspan x="${round(at.x)}" y="${round(at.y + index * look.lineHeight + look.size * 0.35)}">${escapeXml(line)}</tspan>`,
    );
  return `<text text-anchor="middle" font-size="${look.size}" ${look.attributes}>${spans.join('')}</text>`;
}

function shapeOf({ shape, width, height, radius }: NodeLook, at: Point, paint: string): string {
  const [w, h] = [width / 2, height / 2];
  if (shape === 'hexagon') {
    const corners = [
      [-w, 0],
      [-w / 2, -h],
      [w / 2, -h],
      [w, 0],
      [w / 2, h],
      [-w / 2, h],
    ] as const;
    return `<polygon points="${corners.map(([x, y]) => `${round(at.x + x)},${round(at.y + y)}`).join(' ')}" stroke-linejoin="round" ${paint}/>`;
  }
  if (shape === 'square')
    return `<rect x="${round(at.x - w)}" y="${round(at.y - h)}" width="${width}" height="${height}" rx="${radius}" ${paint}/>`;
  const inner =
    shape === 'ring' ? `<circle cx="${round(at.x)}" cy="${round(at.y)}" r="${w - RING.svgInset}" ${paint}/>` : '';
  return `<circle cx="${round(at.x)}" cy="${round(at.y)}" r="${w}" ${paint}/>${inner}`;
}

/** The border of a node. The selection is the only state that an SVG shows. */
function borderOf(id: string, look: NodeLook, { scene, tokens }: Drawing): string {
  const { near } = scene.selection.has(id) ? BORDERS.selected : look.border;
  return `stroke="${strokeColor(near, look.paint, tokens)}" stroke-width="${near.width}"`;
}

function labelIn(node: GraphNode, { scene, isCompact, measure }: Drawing): string {
  return labelFor(node, { isCompact, type: scene.type }, measure);
}

function actorShapes(actor: ActorNode, at: Point, drawing: Drawing): string {
  const { scene, tokens } = drawing;
  const look = nodeLook(actor, { styles: scene.styles, isCompact: false });
  const border = borderOf(actor.id, look, drawing);
  const icon = `<g transform="translate(${round(at.x - ICON / 2)} ${round(at.y - ICON / 2)}) scale(${ICON / 24})">${iconStrokes(actor.kind, iconColor(look.paint, tokens))}</g>`;
  const first = at.y + look.height / 2 + ACTOR_LABEL.gap + ACTOR_LABEL.lineHeight / 2;
  const label = lines(
    labelIn(actor, drawing),
    { x: at.x, y: first },
    {
      size: ACTOR_LABEL.fontSize,
      lineHeight: ACTOR_LABEL.lineHeight,
      // A stroke in the colour of the background, so that lines do not cross names.
      attributes: `class="sans" font-weight="${NAME.weight}" fill="${tokens.text}" stroke="${tokens.bg}" stroke-width="3" stroke-opacity="${bare(NAME.backgroundOpacity)}" paint-order="stroke"`,
    },
  );
  return shapeOf(look, at, `fill="${look.paint ?? tokens.surface}" ${border}`) + icon + label;
}

function claimShapes(claim: ClaimNode, at: Point, drawing: Drawing): string {
  const { scene, tokens, isCompact } = drawing;
  const look = nodeLook(claim, { styles: scene.styles, isCompact });
  const { width, height, radius, paint } = look;
  const [x, y] = [round(at.x - width / 2), round(at.y - height / 2)];
  const frame = `x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"`;
  const stripe =
    paint === undefined ? '' : `<rect width="${round(width * STRIPE_SHARE)}" height="${height}" fill="${paint}"/>`;
  const barHeight = BARS[isCompact ? 'compact' : 'card'].height;
  const bar =
    claim.asserters + claim.deniers === 0
      ? ''
      : `<g transform="translate(0 ${height - barHeight})">${barShapes(claim, tokens, { width, height: barHeight })}</g>`;
  const inside =
    stripe + bar === '' ? '' : `<g transform="translate(${x} ${y})" clip-path="url(#card)">${stripe}${bar}</g>`;
  const label = labelIn(claim, drawing);
  const size = isCompact ? COMPACT_FONT_SIZE : CLAIM_FONT_SIZE;
  const lineHeight = size * CLAIM_TEXT.lineHeight;
  const count = label.split('\n').length;
  return (
    `<rect ${frame} fill="${tokens.surface}"/>${inside}<rect ${frame} fill="none" ${borderOf(claim.id, look, drawing)}/>` +
    lines(
      label,
      { x: at.x, y: at.y - CLAIM_TEXT.rise.card - ((count - 1) / 2) * lineHeight },
      { size, lineHeight, attributes: `class="serif" fill="${tokens.text}"` },
    )
  );
}

/** Returns both ends of a line: on the border of the actor, and at the port of the card or on the border of the other actor. */
function endsOf(edge: GraphEdge, { scene, byId, routes, isCompact }: Drawing): readonly [Point, Point] | undefined {
  const [from, to] = [scene.positions.get(edge.source), scene.positions.get(edge.target)];
  const [source, target] = [byId.get(edge.source), byId.get(edge.target)];
  if (!from || !to || !source || !target) return undefined;
  const { port, via } = routes.get(edge.id) ?? {};
  const end = port ? { x: to.x + port.x, y: to.y + port.y } : to;
  const next = via?.[0] ?? end;
  const length = Math.hypot(next.x - from.x, next.y - from.y) || 1;
  const along = (at: Point, distance: number) => ({
    x: at.x + ((next.x - from.x) / length) * distance,
    y: at.y + ((next.y - from.y) / length) * distance,
  });
  const reach = (node: GraphNode) => (bodySize(node, isCompact).height / 2) * (scene.styles?.get(node.id)?.scale ?? 1);
  return [along(from, reach(source)), port ? end : along(end, -reach(target) - HEAD_GAP)];
}

/** Returns the head: a triangle for asserts, hollow if only hedged or reported; a bar for denies; an angle for speaks for. */
function headShapes({ kind, isWeak }: EdgeLook, from: Point, to: Point, color: string): string {
  const angle = round((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI);
  const place = `transform="translate(${round(to.x)} ${round(to.y)}) rotate(${angle})"`;
  switch (EDGE_FORMS[kind].head) {
    case 'angle': {
      const { length, half } = HEADS.angle;
      return `<path ${place} d="M-${length} -${half} 0 0-${length} ${half}" fill="none" stroke="${color}" stroke-width="${SPEAKS_FOR_WIDTH}"/>`;
    }
    case 'bar': {
      const { half, width } = HEADS.bar;
      return `<path ${place} d="M-${HEAD_GAP}-${half}V${half}" stroke="${color}" stroke-width="${width}"/>`;
    }
    case 'triangle': {
      const { length, half, svgBorder } = HEADS.triangle;
      return `<path ${place} d="M-${length}-${half} 0 0-${length} ${half}z" fill="${isWeak ? 'none' : color}" stroke="${color}" stroke-width="${svgBorder}" stroke-linejoin="round"/>`;
    }
    default:
      return EDGE_FORMS[kind].head satisfies never;
  }
}

function markShapes(text: string, at: Point, color: string, measured: number, bg: string): string {
  return (
    `<rect x="${round(at.x - measured / 2 - 2)}" y="${round(at.y - MARK.height / 2)}" width="${round(measured + 4)}" height="${MARK.height}" rx="3" fill="${bg}"/>` +
    lines(text, at, {
      size: MARK_FONT_SIZE,
      lineHeight: 14,
      attributes: `class="sans" font-weight="${MARK.weight}" fill="${color}"`,
    })
  );
}

function pathOf(from: Point, to: Point, { bend, via = [] }: LineShape): string {
  const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
  if (bend !== 0) return `M${at(from)}Q${at(controlPoint(from, to, bend))} ${at(to)}`;
  return `M${at(from)}${cornersOf(from, to, via)
    .map((corner) => `L${at(corner.begin)}Q${at(corner.at)} ${at(corner.end)}`)
    .join('')}L${at(to)}`;
}

function edgeShapes(edge: GraphEdge, drawing: Drawing): string {
  const ends = endsOf(edge, drawing);
  if (!ends) return '';
  const [from, to] = ends;
  const { tokens, routes, measure } = drawing;
  const look = edgeLook(edge);
  const form = EDGE_FORMS[look.kind];
  const color = tokens[form.color];
  const shape: LineShape = routes.get(edge.id) ?? { bend: 0 };
  const path = pathOf(from, to, shape);
  const dash = form.dash.length === 0 ? '' : ` stroke-dasharray="${form.dash.join(' ')}"`;
  const thin = look.isWeak ? ` stroke-opacity="${bare(WEAK_OPACITY)}"` : '';
  const line = `<path d="${path}" fill="none" stroke="${color}" stroke-width="${look.kind === 'speaksFor' ? look.width : round(look.width)}"${dash}${thin}/>`;
  const head = headShapes(look, beforeEnd(from, to, shape), to, color);
  if (look.mark === '') return line + head;
  const points = linePoints(from, to, shape);
  const length = pathLength(points) || 1;
  const at = pointAlong(points, Math.min(0.9, (routes.get(edge.id)?.markAt ?? length / 2) / length));
  return line + head + markShapes(look.mark, at, color, measure(look.mark, 'mark'), tokens.bg);
}

const FONT_SIZES = {
  actor: ACTOR_LABEL.fontSize,
  claim: CLAIM_FONT_SIZE,
  compactClaim: COMPACT_FONT_SIZE,
  mark: MARK_FONT_SIZE,
} as const;
const estimate: Measure = (text, face) => estimateTextWidth(text, FONT_SIZES[face]);

function grouped(id: string, scene: Scene, title: string, shapes: string): string {
  const opacity = scene.dimmed?.has(id) === true ? ` opacity="${bare(FAINT.svg)}"` : '';
  return `<g id="${escapeXml(id)}"${opacity}><title>${escapeXml(title)}</title>${shapes}</g>`;
}

/** Returns a scene as SVG elements. */
export function sceneShapes(scene: Scene, { tokens, measure = estimate }: SvgOptions): SceneShapes {
  const routes = routeEdges({
    ...scene,
    markWidth: (edge) => (edge.type === 'position' ? measure(edgeLook(edge).mark, 'mark') + 6 : 0),
  });
  const byId = new Map(scene.nodes.map((node) => [node.id, node]));
  const drawing: Drawing = { scene, tokens, byId, routes, measure, isCompact: isCompactScene(scene) };
  const boxes: Box[] = [];
  const nodes = scene.nodes.flatMap((node) => {
    const at = scene.positions.get(node.id);
    if (!at) return [];
    boxes.push(boxAt(extent(node, drawing.isCompact), at));
    const shapes = node.type === 'actor' ? actorShapes(node, at, drawing) : claimShapes(node, at, drawing);
    return [grouped(node.id, scene, node.type === 'actor' ? node.name : node.text, shapes)];
  });
  const edges = drawnEdges(scene).map((edge) => {
    const title = [edge.source, edge.target].map((id) => {
      const node = byId.get(id);
      return node?.type === 'claim' ? node.text : (node?.name ?? id);
    });
    return grouped(
      edge.id,
      scene,
      title.join(edge.type === 'speaksFor' ? ' → ' : edge.stance === 'asserts' ? ' ✓ ' : ' ✕ '),
      edgeShapes(edge, drawing),
    );
  });
  const { width, height } = drawing.isCompact ? COMPACT_CARD : CARD;
  const card = `<clipPath id="card"><rect width="${width}" height="${height}" rx="${drawing.isCompact ? RADII.compactCard : RADII.card}"/></clipPath>`;
  return {
    content: [...edges, ...nodes].join('\n'),
    defs: hatchPattern(tokens, 6) + card,
    box: boundingBox(boxes) ?? NOTHING,
  };
}

/** The style that the classes of {@link sceneShapes} need. */
export const SVG_FONT_STYLE = `.sans{font-family:${SANS.replace('Gainsay Sans', "'Gainsay Sans',Inter")}}.serif{font-family:${SERIF.replace('Gainsay Serif', "'Gainsay Serif','Source Serif 4'")}}`;

/** Returns a scene as an SVG document, with the size of the drawing at zoom 1. */
export function sceneToSvg(scene: Scene, options: SvgOptions): string {
  const { content, defs, box } = sceneShapes(scene, options);
  const padding = options.padding ?? PADDING;
  const [x, y] = [Math.floor(box.left - padding), Math.floor(box.top - padding)];
  const [width, height] = [
    Math.ceil(box.right - box.left + 2 * padding),
    Math.ceil(box.bottom - box.top + 2 * padding),
  ];
  const background =
    options.background === 'transparent'
      ? ''
      : `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${options.tokens.bg}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}"><defs><style>${SVG_FONT_STYLE}</style>${defs}</defs>${background}\n${content}\n</svg>\n`;
}
