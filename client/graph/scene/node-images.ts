/** Pictures inside nodes, as SVG data URIs: icons of actors, balance bars of claims, pin and badge. */
import { isContested } from '../../../server/contract/contention.ts';
import type { GraphNode } from '../../../server/contract/explorer.ts';
import type { ActorKind } from '../../../server/contract/vocabulary.ts';
import { BADGE, BARS, ICON, PIN } from './node-look.ts';
import type { BarName } from './node-look.ts';
import type { Scene } from './scene.ts';
import { inkOn } from './style-colors.ts';
import type { Tokens } from './tokens.ts';

/** Strokes on a grid of 24, drawn for 22 px. Without a kind: a speech bubble. */
const ICON_STROKES = {
  state: '<path d="M3.2 8.6 12 3.8l8.8 4.8z"/><path d="M6 11.8v6M10 11.8v6M14 11.8v6M18 11.8v6M3.2 20.8h17.6"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4.6 20.6c.5-4 3.4-6.1 7.4-6.1s6.9 2.1 7.4 6.1"/>',
  group:
    '<circle cx="9" cy="8.2" r="3.6"/><path d="M2.4 20.2c.4-3.7 2.9-5.7 6.6-5.7s6.2 2 6.6 5.7"/><path d="M15.6 4.9a3.6 3.6 0 0 1 0 6.6M17.9 14.9c2.1.8 3.4 2.6 3.7 5.3"/>',
  organisation:
    '<rect x="5.5" y="3.2" width="13" height="17.6" rx="1.6"/><path d="M9.6 7.4h.01M14.4 7.4h.01M9.6 11.2h.01M14.4 11.2h.01"/><path d="M9.8 20.6v-4.8h4.4v4.8"/>',
  media:
    '<path d="M7.2 4h12.2a1.4 1.4 0 0 1 1.4 1.4v12.4a2.2 2.2 0 0 1-2.2 2.2H5.4a2.2 2.2 0 0 1-2.2-2.2V9.6h4"/><path d="M7.2 4v13.8A2.2 2.2 0 0 1 5.4 20M11 8.4h6M11 12.2h6M11 16h3.6"/>',
  unknown:
    '<path d="M5 4.6h14a1.6 1.6 0 0 1 1.6 1.6v8.6a1.6 1.6 0 0 1-1.6 1.6h-6.4l-4.4 4v-4H5a1.6 1.6 0 0 1-1.6-1.6V6.2A1.6 1.6 0 0 1 5 4.6z"/><path d="M8 10.6h.01M12 10.6h.01M16 10.6h.01"/>',
} as const;
const PIN_STROKES = '<path d="M12 16.6v5.2M8.4 3.4h7.2M9.4 3.4v6.2L6 14v2.4h12V14l-3.4-4.4V3.4"/>';

/** Number of steps of a balance bar: few different pictures, and no visible step. */
const BAR_STEPS = 104;
const cache = new Map<string, string>();
const MAX_CACHED = 4_000;

function cached(key: string, draw: () => string): string {
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= MAX_CACHED) cache.clear();
  const uri = `data:image/svg+xml;utf8,${encodeURIComponent(draw())}`;
  cache.set(key, uri);
  return uri;
}

function svg(
  size: { readonly width: number; readonly height: number; readonly view: string },
  content: string,
): string {
  // Drawn at four times its size, because some browsers keep the raster image and blur it when zooming in.
  const [width, height] = [size.width * 4, size.height * 4];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${size.view}" preserveAspectRatio="none">${content}</svg>`;
}

function strokes(content: string, color: string, width: number): string {
  return `<g fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${content}</g>`;
}

/** The strokes of an actor's icon on a grid of 24, as SVG. */
export function iconStrokes(kind: ActorKind | undefined, ink: string): string {
  return strokes(ICON_STROKES[kind ?? 'unknown'], ink, 1.75);
}

/** An actor's icon, 22 px, in the colour given. */
export function actorIcon(kind: ActorKind | undefined, ink: string): string {
  return cached(`icon ${kind ?? 'unknown'} ${ink}`, () =>
    svg({ width: ICON, height: ICON, view: '0 0 24 24' }, iconStrokes(kind, ink)),
  );
}

/** The icon of a pinned node, 15 px. */
export function pinIcon(tokens: Tokens): string {
  return cached(`pin ${tokens.muted} ${tokens.bg}`, () =>
    svg(
      { width: PIN, height: PIN, view: '0 0 24 24' },
      strokes(PIN_STROKES, tokens.bg, 6) + strokes(PIN_STROKES, tokens.muted, 2.2),
    ),
  );
}

/** `+12`, and `+999` at most: the number of neighbours that are not shown. The size is {@link BADGE}; the pill is at its left. */
export function hiddenBadge(count: number, tokens: Tokens): string {
  const words = `+${Math.min(999, count)}`;
  const width = 8 + words.length * 6.5;
  return cached(`badge ${words} ${tokens.muted} ${tokens.bg} ${tokens.control}`, () =>
    svg(
      { ...BADGE, view: `0 0 ${BADGE.width} ${BADGE.height}` },
      `<rect x=".5" y=".5" width="${width - 1}" height="${BADGE.height - 1}" rx="7" fill="${tokens.bg}" stroke="${tokens.control}"/>` +
        `<text x="${width / 2}" y="11" text-anchor="middle" font-family="system-ui, sans-serif" font-size="10" font-weight="600" fill="${tokens.text}">${words}</text>`,
    ),
  );
}

/** An empty picture, for claims without asserters and deniers. */
const EMPTY_BAR =
  'data:image/svg+xml;utf8,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%20width%3D%228%22%20height%3D%228%22%2F%3E';

/** Width in steps of the part that asserts, from 0 to the whole bar. */
function assertingSteps(asserters: number, deniers: number): number {
  const share = Math.round((asserters / (asserters + deniers)) * BAR_STEPS);
  // A side with at least one actor is never rounded to nothing.
  if (isContested({ asserters, deniers })) return Math.min(BAR_STEPS - 4, Math.max(4, share));
  return share;
}

/**
 * The balance bar of a claim, by numbers of actors: solid for those who assert, then hatched for those who deny, so that
 * the parts differ without colour. `undefined` without actors.
 */
export function balanceBar(
  claim: { readonly asserters: number; readonly deniers: number },
  tokens: Tokens,
  name: BarName,
): string | undefined {
  if (claim.asserters + claim.deniers === 0) return undefined;
  const steps = assertingSteps(claim.asserters, claim.deniers);
  const { width, height } = BARS[name];
  return cached(`bar ${name} ${steps} ${tokens.asserts} ${tokens.denies}`, () =>
    svg(
      { width, height, view: `0 0 ${width} ${height}` },
      `<defs>${hatchPattern(tokens, name === 'far' ? 14 : 6)}</defs>${barShapes(claim, tokens, { width, height })}`,
    ),
  );
}

/** Diagonal stripes, `step` apart. {@link barShapes} fills the denying part with them. */
export function hatchPattern(tokens: Tokens, step: number): string {
  return (
    `<pattern id="hatch" width="${step}" height="${step}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="${step * 0.58}" height="${step}" fill="${tokens.denies}"/></pattern>`
  );
}

/** The two parts of a balance bar as SVG, from the origin on. */
export function barShapes(
  claim: { readonly asserters: number; readonly deniers: number },
  tokens: Tokens,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const steps = assertingSteps(claim.asserters, claim.deniers);
  const x = Math.round((steps / BAR_STEPS) * width * 10) / 10;
  const gap = steps > 0 && steps < BAR_STEPS ? 2 : 0;
  return (
    `<rect width="${x}" height="${height}" fill="${tokens.asserts}"/>` +
    `<rect x="${x + gap}" width="${Math.max(0, width - x - gap)}" height="${height}" fill="url(#hatch)"/>`
  );
}

/** The colour of an icon: that of the text, or the one with the best contrast to the colour of a style rule. */
export function iconColor(paint: string | undefined, tokens: Tokens): string {
  return paint === undefined ? tokens.text : inkOn(paint);
}

export interface NodeImages {
  /** The icon of an actor, or the balance bar of a claim. */
  readonly image: string;
  /** The bar that is drawn instead of the card at the far levels; empty for an actor. */
  readonly farImage: string;
  readonly pin: string | undefined;
  readonly badge: string | undefined;
}

export interface ImageOptions {
  readonly scene: Pick<Scene, 'styles' | 'pinned' | 'hiddenNeighbours'>;
  readonly isCompact: boolean;
  readonly tokens: Tokens;
}

/** The pictures of a node, as data URIs. */
export function nodeImages(node: GraphNode, { scene, isCompact, tokens }: ImageOptions): NodeImages {
  const hidden = scene.hiddenNeighbours?.get(node.id) ?? 0;
  const isActor = node.type === 'actor';
  return {
    image: isActor
      ? actorIcon(node.kind, iconColor(scene.styles?.get(node.id)?.color, tokens))
      : (balanceBar(node, tokens, isCompact ? 'compact' : 'card') ?? EMPTY_BAR),
    farImage: isActor ? '' : (balanceBar(node, tokens, 'far') ?? EMPTY_BAR),
    pin: scene.pinned.has(node.id) ? pinIcon(tokens) : undefined,
    badge: hidden > 0 ? hiddenBadge(hidden, tokens) : undefined,
  };
}
