/** Paints the visible part of a scene, from the background to the names. */
import type { Ink } from './ink.ts';
import { FEW_LINES } from '../scene/level-of-detail.ts';
import type { Detail } from '../scene/level-of-detail.ts';
import { TYPE_SIZES } from '../scene/node-geometry.ts';
import type { TypeSize } from '../scene/node-geometry.ts';
import { paintEdges } from './paint-edges.ts';
import { paintNodes } from './paint-nodes.ts';
import type { Viewport } from '../scene/geometry.ts';
import type { Sprites } from './sprites.ts';
import { MARK } from '../scene/edge-look.ts';
import { SANS, SERIF } from '../scene/fonts.ts';
import type { Tokens } from '../scene/tokens.ts';

export interface ScenePaint {
  readonly ink: Ink;
  readonly tokens: Tokens;
  readonly type: TypeSize;
  readonly viewport: Viewport;
  readonly pixelRatio: number;
  readonly detail: Detail;
  readonly named: ReadonlySet<string>;
  readonly sprites: Sprites;
  /** Cache of the widths of names. */
  readonly widths: Map<string, number>;
  /** Whether the camera rests: small pictures are scaled smoothly. */
  readonly isAtRest: boolean;
  /** Whether lines have dashes and heads. */
  readonly isFine: boolean;
}

const quoted = (families: string): string =>
  families
    .split(', ')
    .map((family) => (family.includes(' ') ? `"${family}"` : family))
    .join(', ');
const FONTS = { sans: quoted(SANS), serif: quoted(SERIF) } as const;

/** Paints over the whole canvas in steps. Until the last step, nothing else may use the context. */
export function* paintScene(context: CanvasRenderingContext2D, paint: ScenePaint): Generator<undefined, void> {
  const {
    ink,
    tokens,
    viewport: { zoom, pan },
    pixelRatio,
    detail,
    isFine,
  } = paint;
  const { width, height } = context.canvas;
  const sizes = TYPE_SIZES[paint.type];
  const seen = {
    left: -pan.x / zoom,
    top: -pan.y / zoom,
    right: (width / pixelRatio - pan.x) / zoom,
    bottom: (height / pixelRatio - pan.y) / zoom,
  };
  const settings = { tokens, zoom, detail, seen, isFine };
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = tokens.bg;
  context.fillRect(0, 0, width, height);
  context.setTransform(zoom * pixelRatio, 0, 0, zoom * pixelRatio, pan.x * pixelRatio, pan.y * pixelRatio);
  // Smooth scaling of small pictures costs most while zooming.
  context.imageSmoothingEnabled = paint.isAtRest;
  yield* paintEdges(context, ink.edges, settings, `${MARK.weight} ${sizes.markFont}px ${FONTS.sans}`);
  const isCrowded = detail !== 'near' && ink.edges.length > FEW_LINES;
  yield* paintNodes(context, ink.nodes, {
    ...settings,
    isCrowded,
    sprites: paint.sprites,
    named: paint.named,
    widths: paint.widths,
    fonts: FONTS,
    sizes,
  });
}
