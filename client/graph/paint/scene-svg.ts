/** A scene as an SVG whose text stays text. Pure: no canvas, no document. */
import { isContested } from '../../../server/contract/contention.ts';
import type { ActorNode, ClaimNode, GraphEdge, GraphNode, PositionEdge } from '../../../server/contract/explorer.ts';
import { lineMark, lineWidth } from '../scene/edge-look.ts';
import type { Measure } from '../scene/fonts.ts';
import { routeEdges } from '../routing/edge-routing.ts';
import type { Route } from '../routing/edge-routing.ts';
import { beforeEnd, controlPoint, cornersOf, linePoints, pathLength, pointAlong } from '../routing/line-path.ts';
import type { LineShape } from '../routing/line-path.ts';
import {
  ACTOR_LABEL,
  actorSize,
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
import { barShapes, hatchPattern, iconStrokes } from '../scene/node-images.ts';
import { drawnEdges } from '../scene/scene.ts';
import type { Scene } from '../scene/scene.ts';
import { inkOn } from '../scene/style-colors.ts';
import { CLAIM_FONT_SIZE, COMPACT_FONT_SIZE, MARK_FONT_SIZE, SANS, SERIF } from '../scene/fonts.ts';
import type { Tokens } from '../scene/tokens.ts';

export interface SvgOptions {
  /** The theme's colours; see `readTokens`. */
  readonly tokens: Tokens;
  /** Text widths; estimated if absent. */
  readonly measure?: Measure;
  readonly background?: 'page' | 'transparent';
  /** Free space around the drawing, in pixels; 24 if absent. */
  readonly padding?: number;
}

/** The parts, for a picture that puts more around the drawing. */
export interface SceneShapes {
  /** SVG elements in model pixels; they use what `defs` defines. */
  readonly content: string;
  readonly defs: string;
  /** What the content covers. */
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

interface Drawing {
  readonly scene: Scene;
  readonly tokens: Tokens;
  readonly isCompact: boolean;
  readonly byId: ReadonlyMap<string, GraphNode>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly measure: Measure;
}

/** Lines of text from the middle of the first line's box on. */
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

function shapeOf(
  actor: ActorNode,
  at: Point,
  size: { readonly width: number; readonly height: number },
  paint: string,
): string {
  const [w, h] = [size.width / 2, size.height / 2];
  if (actor.kind === 'state') {
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
  if (actor.kind === 'organisation')
    return `<rect x="${round(at.x - w)}" y="${round(at.y - h)}" width="${size.width}" height="${size.height}" rx="9" ${paint}/>`;
  const inner =
    actor.kind === 'group' ? `<circle cx="${round(at.x)}" cy="${round(at.y)}" r="${w - 3.5}" ${paint}/>` : '';
  return `<circle cx="${round(at.x)}" cy="${round(at.y)}" r="${w}" ${paint}/>${inner}`;
}

function labelIn(node: GraphNode, { scene, isCompact, measure }: Drawing): string {
  return labelFor(node, { isCompact, type: scene.type }, measure);
}

function actorShapes(actor: ActorNode, at: Point, drawing: Drawing): string {
  const { scene, tokens } = drawing;
  const { color, scale = 1 } = scene.styles?.get(actor.id) ?? {};
  const usual = actorSize(actor);
  const size = { width: usual.width * scale, height: usual.height * scale };
  const border = scene.selection.has(actor.id)
    ? `stroke="${tokens.accent}" stroke-width="2.5"`
    : `stroke="${tokens.control}" stroke-width="1.5"`;
  const icon = `<g transform="translate(${round(at.x - 11)} ${round(at.y - 11)}) scale(${22 / 24})">${iconStrokes(actor.kind, color === undefined ? tokens.text : inkOn(color))}</g>`;
  const first = at.y + size.height / 2 + ACTOR_LABEL.gap + ACTOR_LABEL.lineHeight / 2;
  const label = lines(
    labelIn(actor, drawing),
    { x: at.x, y: first },
    {
      size: ACTOR_LABEL.fontSize,
      lineHeight: ACTOR_LABEL.lineHeight,
      // The same halo as on the canvas, so that lines do not run through names.
      attributes: `class="sans" font-weight="600" fill="${tokens.text}" stroke="${tokens.bg}" stroke-width="3" stroke-opacity=".85" paint-order="stroke"`,
    },
  );
  return shapeOf(actor, at, size, `fill="${color ?? tokens.surface}" ${border}`) + icon + label;
}

function claimShapes(claim: ClaimNode, at: Point, drawing: Drawing): string {
  const { scene, tokens, isCompact } = drawing;
  const { width, height } = bodySize(claim, isCompact);
  const [x, y] = [round(at.x - width / 2), round(at.y - height / 2)];
  const border = scene.selection.has(claim.id)
    ? ([tokens.accent, 2.5] as const)
    : isContested(claim)
      ? ([tokens.text, 2] as const)
      : ([tokens.line, 1] as const);
  const radius = isCompact ? 6 : 8;
  const frame = `x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"`;
  const color = scene.styles?.get(claim.id)?.color;
  const stripe =
    color === undefined ? '' : `<rect width="${round(width * 0.045)}" height="${height}" fill="${color}"/>`;
  const barHeight = isCompact ? 4 : 6;
  const bar =
    claim.asserters + claim.deniers === 0
      ? ''
      : `<g transform="translate(0 ${height - barHeight})">${barShapes(claim, tokens, { width, height: barHeight })}</g>`;
  const inside =
    stripe + bar === '' ? '' : `<g transform="translate(${x} ${y})" clip-path="url(#card)">${stripe}${bar}</g>`;
  const label = labelIn(claim, drawing);
  const size = isCompact ? COMPACT_FONT_SIZE : CLAIM_FONT_SIZE;
  const count = label.split('\n').length;
  return (
    `<rect ${frame} fill="${tokens.surface}"/>${inside}<rect ${frame} fill="none" stroke="${border[0]}" stroke-width="${border[1]}"/>` +
    lines(
      label,
      { x: at.x, y: at.y - 3 - ((count - 1) / 2) * size * 1.2 },
      { size, lineHeight: size * 1.2, attributes: `class="serif" fill="${tokens.text}"` },
    )
  );
}

/** Both ends of a line: on the border of the actor's shape, and at the port on the card or the border of the other's. */
function endsOf(edge: GraphEdge, { scene, byId, routes, isCompact }: Drawing): readonly [Point, Point] | undefined {
  const [from, to] = [scene.positions.get(edge.source), scene.positions.get(edge.target)];
  const [source, target] = [byId.get(edge.source), byId.get(edge.target)];
  if (!from || !to || !source || !target) return undefined;
  const { port, via } = routes.get(edge.id) ?? {};
  const end = port ? { x: to.x + port.x, y: to.y + port.y } : to;
  const next = via?.[0] ?? end;
  const length = Math.hypot(next.x - from.x, next.y - from.y) || 1;
  const along = (at: Point, way: number) => ({
    x: at.x + ((next.x - from.x) / length) * way,
    y: at.y + ((next.y - from.y) / length) * way,
  });
  const reach = (node: GraphNode) => (bodySize(node, isCompact).height / 2) * (scene.styles?.get(node.id)?.scale ?? 1);
  return [along(from, reach(source)), port ? end : along(end, -reach(target) - 2)];
}

/** A filled triangle for asserts, a bar across for denies, an open angle for speaks for; hollow when only hedged or reported. */
function headShapes(edge: GraphEdge, from: Point, to: Point, color: string): string {
  const angle = round((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI);
  const place = `transform="translate(${round(to.x)} ${round(to.y)}) rotate(${angle})"`;
  if (edge.type === 'speaksFor')
    return `<path ${place} d="M-7 -4 0 0-7 4" fill="none" stroke="${color}" stroke-width="1.25"/>`;
  if (edge.stance === 'denies') return `<path ${place} d="M-2-5.5V5.5" stroke="${color}" stroke-width="3"/>`;
  const isHollow = edge.modality !== 'stated';
  return `<path ${place} d="M-11-5 0 0-11 5z" fill="${isHollow ? 'none' : color}" stroke="${color}" stroke-width="1.25" stroke-linejoin="round"/>`;
}

function markShapes(edge: PositionEdge, at: Point, color: string, measured: number, bg: string): string {
  const text = lineMark(edge);
  return (
    `<rect x="${round(at.x - measured / 2 - 2)}" y="${round(at.y - 8)}" width="${round(measured + 4)}" height="16" rx="3" fill="${bg}"/>` +
    lines(text, at, {
      size: MARK_FONT_SIZE,
      lineHeight: 14,
      attributes: `class="sans" font-weight="600" fill="${color}"`,
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
  const color = edge.type === 'speaksFor' ? tokens.control : tokens[edge.stance];
  const shape: LineShape = routes.get(edge.id) ?? { bend: 0 };
  const path = pathOf(from, to, shape);
  const dash =
    edge.type === 'speaksFor'
      ? ' stroke-dasharray="1.25 3.75"'
      : edge.stance === 'denies'
        ? ' stroke-dasharray="8 5"'
        : '';
  const thin = edge.type === 'position' && edge.modality !== 'stated' ? ' stroke-opacity=".55"' : '';
  const width = edge.type === 'speaksFor' ? 1.25 : round(lineWidth(edge.statements));
  const line = `<path d="${path}" fill="none" stroke="${color}" stroke-width="${width}"${dash}${thin}/>`;
  const head = headShapes(edge, beforeEnd(from, to, shape), to, color);
  if (edge.type === 'speaksFor') return line + head;
  const points = linePoints(from, to, shape);
  const length = pathLength(points) || 1;
  const at = pointAlong(points, Math.min(0.9, (routes.get(edge.id)?.markAt ?? length / 2) / length));
  return line + head + markShapes(edge, at, color, measure(lineMark(edge), 'mark'), tokens.bg);
}

const FONT_SIZES = {
  actor: ACTOR_LABEL.fontSize,
  claim: CLAIM_FONT_SIZE,
  compactClaim: COMPACT_FONT_SIZE,
  mark: MARK_FONT_SIZE,
} as const;
const estimate: Measure = (text, face) => estimateTextWidth(text, FONT_SIZES[face]);

function grouped(id: string, scene: Scene, title: string, shapes: string): string {
  const opacity = scene.dimmed?.has(id) === true ? ' opacity=".35"' : '';
  return `<g id="${escapeXml(id)}"${opacity}><title>${escapeXml(title)}</title>${shapes}</g>`;
}

/** What a scene draws, as SVG elements. */
export function sceneShapes(scene: Scene, { tokens, measure = estimate }: SvgOptions): SceneShapes {
  const routes = routeEdges({
    ...scene,
    markWidth: (edge) => (edge.type === 'position' ? measure(lineMark(edge), 'mark') + 6 : 0),
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
  const card = `<clipPath id="card"><rect width="${width}" height="${height}" rx="${drawing.isCompact ? 6 : 8}"/></clipPath>`;
  return {
    content: [...edges, ...nodes].join('\n'),
    defs: hatchPattern(tokens, 6) + card,
    box: boundingBox(boxes) ?? NOTHING,
  };
}

/** The style that the classes of {@link sceneShapes} need. */
export const SVG_FONT_STYLE = `.sans{font-family:${SANS.replace('Gainsay Sans', "'Gainsay Sans',Inter")}}.serif{font-family:${SERIF.replace('Gainsay Serif', "'Gainsay Serif','Source Serif 4'")}}`;

/** A whole SVG document of a scene, as large as the drawing at zoom 1. */
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
