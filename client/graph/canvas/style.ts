/** The theme as a Cytoscape style sheet. Stances differ by form; colour only repeats it. */
import type { Css, StylesheetJson } from 'cytoscape';
import {
  EDGE_FORMS,
  EDGE_HALOS,
  FAINT_EDGE_OPACITY,
  HEAD_GAP,
  MARK,
  SPEAKS_FOR_WIDTH,
  WEAK_OPACITY,
} from '../scene/edge-look.ts';
import type { EdgeForm, EdgeKind } from '../scene/edge-look.ts';
import { SANS, SERIF } from '../scene/fonts.ts';
import { ACTOR_LABEL, ACTOR_SIZE, STATE_SIZE, TYPE_SIZES } from '../scene/node-geometry.ts';
import type { TypeSize, TypeSizes } from '../scene/node-geometry.ts';
import {
  ACTOR_SHAPES,
  BADGE,
  badgePlace,
  BARS,
  BORDERS,
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
} from '../scene/node-look.ts';
import type { NodeShape, Stroke } from '../scene/node-look.ts';
import type { Tokens } from '../scene/tokens.ts';

export interface StyleOptions {
  /** False for reduced motion, and for drawings too large to fade smoothly. */
  readonly isAnimated: boolean;
  /**
   * Increased after a font has loaded. Cytoscape caches pictures of labels by their style, so only another style makes it
   * draw them again: the last family of the list is repeated.
   */
  readonly faceVersion?: number;
  readonly type?: TypeSize;
}

const WIDE = 10_000;

/** Scales of Cytoscape's heads that come close to the sizes of the painter and the SVG. */
const ARROW_SCALES = { asserts: 1, denies: 1.25, speaksFor: 0.7, far: 1.3 } as const;
const ARROWS = { triangle: 'triangle', bar: 'tee', angle: 'vee' } as const satisfies Record<EdgeForm['head'], string>;

const px = (value: number): string => `${value}px`;

interface ImagePlace {
  readonly width: string;
  readonly height: string;
  readonly x: string;
  readonly y: string;
}

/** The icon of an actor, and the balance bar of a claim. */
const MAIN_IMAGES = {
  actor: { width: px(ICON), height: px(ICON), x: '50%', y: '50%' },
  claim: { width: '100%', height: px(BARS.card.height), x: '0%', y: '100%' },
} as const satisfies Record<string, ImagePlace>;

function bordered(
  stroke: Stroke,
  tokens: Tokens,
): { readonly 'border-color': string; readonly 'border-width': number } {
  return {
    'border-color': stroke.color === 'own' ? 'data(paint)' : tokens[stroke.color],
    'border-width': stroke.width,
  };
}

/** Returns the styles of a shape that differ from those of a circle. */
function shapeStyle(shape: NodeShape): Css.Node | undefined {
  switch (shape) {
    case 'circle':
      return undefined;
    case 'hexagon':
      return { shape: 'round-hexagon', ...STATE_SIZE };
    case 'square':
      return { shape: 'round-rectangle', 'corner-radius': px(RADII.square) };
    case 'ring':
      return { 'border-style': 'double', 'border-width': RING.border };
    case 'card':
      return { shape: 'round-rectangle', 'corner-radius': px(RADII.card) };
    default:
      return shape satisfies never;
  }
}

function actorStyles(tokens: Tokens, { actorFont }: TypeSizes): StylesheetJson {
  return [
    {
      selector: 'node.actor',
      style: {
        shape: 'ellipse',
        ...ACTOR_SIZE,
        'background-color': tokens.surface,
        ...bordered(BORDERS.actor.near, tokens),
        'background-image': 'data(images)',
        'background-width': MAIN_IMAGES.actor.width,
        'background-height': MAIN_IMAGES.actor.height,
        'background-position-x': MAIN_IMAGES.actor.x,
        'background-position-y': MAIN_IMAGES.actor.y,
        label: 'data(label)',
        'font-size': actorFont,
        'font-weight': NAME.weight,
        color: tokens.text,
        'text-valign': 'bottom',
        'text-margin-y': ACTOR_LABEL.gap,
        'line-height': 1.15,
        'text-wrap': 'wrap',
        'text-max-width': `${WIDE}px`,
        'text-background-color': tokens.bg,
        'text-background-opacity': NAME.backgroundOpacity,
        'text-background-padding': '1px',
        'text-background-shape': 'roundrectangle',
      },
    },
    ...Object.entries(ACTOR_SHAPES).flatMap(([kind, shape]): StylesheetJson => {
      const style = shapeStyle(shape);
      return style === undefined ? [] : [{ selector: `node.${kind}`, style }];
    }),
  ];
}

function claimStyles(tokens: Tokens, { card, compactCard, claimFont, compactFont }: TypeSizes): StylesheetJson {
  return [
    {
      selector: 'node.claim',
      style: {
        shape: 'round-rectangle',
        'corner-radius': px(RADII.card),
        ...card,
        'background-color': tokens.surface,
        ...bordered(BORDERS.claim.near, tokens),
        'background-image': 'data(images)',
        'background-width': MAIN_IMAGES.claim.width,
        'background-height': MAIN_IMAGES.claim.height,
        'background-position-x': MAIN_IMAGES.claim.x,
        'background-position-y': MAIN_IMAGES.claim.y,
        label: 'data(label)',
        'font-size': claimFont,
        'font-weight': CLAIM_TEXT.weight,
        color: tokens.text,
        'text-valign': 'center',
        'text-halign': 'center',
        'text-margin-y': -CLAIM_TEXT.rise.card,
        'line-height': CLAIM_TEXT.lineHeight,
        'text-wrap': 'wrap',
        'text-max-width': `${WIDE}px`,
      },
    },
    {
      selector: 'node.compact',
      style: {
        ...compactCard,
        'font-size': compactFont,
        'background-height': px(BARS.compact.height),
        'text-margin-y': -CLAIM_TEXT.rise.compact,
        'corner-radius': px(RADII.compactCard),
      },
    },
    { selector: 'node.contested', style: bordered(BORDERS.contested.near, tokens) },
  ];
}

/** Positions of the images after the first: a pin above left, a badge above right, both half outside. */
function ornamentStyles({ card }: TypeSizes): StylesheetJson {
  return (['actor', 'claim'] as const).flatMap((kind): StylesheetJson => {
    const main = MAIN_IMAGES[kind];
    const [pinAt, badgeAt] = [PIN_PLACES[kind], badgePlace(kind, card.width)];
    const pin = { width: px(PIN), height: px(PIN), x: px(pinAt.x), y: px(pinAt.y) };
    const badge = { width: px(BADGE.width), height: px(BADGE.height), x: px(badgeAt.x), y: px(badgeAt.y) };
    const images = (first: ImagePlace, ...more: readonly ImagePlace[]) => {
      const all = [first, ...more];
      return {
        'background-width': all.map((i) => i.width).join(' '),
        'background-height': all.map((i) => i.height).join(' '),
        'background-position-x': all.map((i) => i.x).join(' '),
        'background-position-y': all.map((i) => i.y).join(' '),
        'background-clip': all.map((_, i) => (i === 0 ? 'node' : 'none')).join(' '),
        'background-image-containment': all.map((_, i) => (i === 0 ? 'inside' : 'over')).join(' '),
        'bounds-expansion': `${BADGE.width - 12}px`,
      };
    };
    return [
      { selector: `node.${kind}.pinned`, style: images(main, pin) },
      { selector: `node.${kind}.badged`, style: images(main, badge) },
      { selector: `node.${kind}.pinned-badged`, style: images(main, pin, badge) },
    ] as StylesheetJson;
  });
}

function edgeStyles(tokens: Tokens, { markFont }: TypeSizes): StylesheetJson {
  const formed = (kind: EdgeKind) => {
    const { color, dash, head } = EDGE_FORMS[kind];
    return {
      'line-color': tokens[color],
      'target-arrow-color': tokens[color],
      'target-arrow-shape': ARROWS[head],
      'arrow-scale': ARROW_SCALES[kind],
      ...(dash.length === 0 ? {} : { 'line-style': 'dashed', 'line-dash-pattern': dash }),
      ...(head === 'triangle' ? {} : { 'target-distance-from-node': HEAD_GAP }),
    };
  };
  return [
    { selector: 'edge', style: { 'curve-style': 'straight', 'line-cap': 'butt' } },
    {
      selector: 'edge.position',
      style: {
        width: 'data(width)',
        'target-endpoint': 'data(port)',
        'source-label': 'data(mark)',
        'source-text-offset': 'data(markAt)',
        'font-size': markFont,
        'font-weight': MARK.weight,
        'min-zoomed-font-size': MARK.minSize,
        'text-background-color': tokens.bg,
        'text-background-opacity': 1,
        'text-background-padding': '2px',
        'text-background-shape': 'roundrectangle',
      },
    },
    { selector: 'edge.asserts', style: { ...formed('asserts'), color: tokens.asserts } },
    { selector: 'edge.denies', style: { ...formed('denies'), color: tokens.denies } },
    { selector: 'edge.hedged, edge.reported', style: { 'line-opacity': WEAK_OPACITY, 'target-arrow-fill': 'hollow' } },
    {
      selector: 'edge.bundled',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(bend)',
        'control-point-weights': 0.5,
      },
    },
    {
      selector: 'edge.cornered',
      style: {
        'curve-style': 'round-segments',
        'edge-distances': 'node-position',
        'segment-weights': 'data(along)',
        'segment-distances': 'data(beside)',
        'segment-radii': 'data(radii)',
        'radius-type': 'influence-radius',
      },
    },
    { selector: 'edge.speaks-for', style: { ...formed('speaksFor'), width: SPEAKS_FOR_WIDTH } },
  ] as StylesheetJson;
}

type Halo = (typeof EDGE_HALOS)['hovered' | 'selected' | 'path'];

function haloStyle({ color, opacity, padding }: Halo, tokens: Tokens): Css.Edge {
  return { 'underlay-color': tokens[color], 'underlay-opacity': opacity, 'underlay-padding': padding };
}

function stateStyles(tokens: Tokens, isAnimated: boolean): StylesheetJson {
  const motion = (properties: string) =>
    isAnimated
      ? { 'transition-property': properties, 'transition-duration': '120ms', 'transition-timing-function': 'ease-out' }
      : {};
  const haloed = (halo: Halo) => haloStyle(halo, tokens);
  const focus = OUTLINES.focused;
  const outlined = ({ width, offset }: { readonly width: number; readonly offset: number }) => ({
    'outline-width': width,
    'outline-offset': offset,
  });
  return [
    {
      selector: 'node',
      style: { 'overlay-opacity': 0, ...motion('border-opacity background-image-opacity text-opacity') },
    },
    { selector: 'edge', style: { 'overlay-opacity': 0, 'overlay-padding': 7, ...motion('opacity') } },
    // The text of faded nodes stays readable; their shapes and lines fade.
    {
      selector: 'node.faded',
      style: {
        'border-opacity': FAINT.faded.border,
        'background-image-opacity': FAINT.faded.image,
        'text-opacity': FAINT.faded.text,
      },
    },
    { selector: 'node.far.faded', style: { 'text-opacity': 0 } },
    { selector: 'node.named.faded', style: { 'text-opacity': FAINT.faded.text } },
    // The text of the hovered or focused node is readable at any zoom.
    {
      selector: 'node.hovered.far, node.focused.far',
      style: { 'text-opacity': 1, 'font-size': 'data(farFont)', 'z-index': 10 },
    },
    {
      selector: 'node.claim.hovered.far, node.claim.focused.far',
      style: {
        label: 'data(label)',
        'text-valign': 'top',
        'text-margin-y': -8,
        'text-background-color': tokens.surface,
        'text-background-opacity': 1,
        'text-background-padding': '6px',
        'text-background-shape': 'roundrectangle',
      },
    },
    { selector: 'edge.faded', style: { opacity: FAINT_EDGE_OPACITY } },
    { selector: 'node.hovered', style: { 'border-color': tokens[BORDERS.hovered.near.color] } },
    { selector: 'edge.hovered', style: haloed(EDGE_HALOS.hovered) },
    {
      selector: 'node.selected',
      style: {
        ...bordered(BORDERS.selected.near, tokens),
        'border-style': 'solid',
        'outline-color': tokens[OUTLINES.selected.color],
        'outline-opacity': OUTLINES.selected.opacity,
        'outline-width': OUTLINES.selected.near,
        'outline-offset': 0,
      },
    },
    { selector: 'edge.selected', style: haloed(EDGE_HALOS.selected) },
    {
      selector: 'node.focused',
      style: { 'outline-color': tokens[focus.color], 'outline-opacity': 1, ...outlined(focus.near) },
    },
    { selector: 'node.focused.far', style: outlined(focus.far) },
    { selector: 'node.actor.focused.far', style: { 'text-margin-y': 18 } },
    { selector: 'node.claim.focused.far', style: { 'text-margin-y': -24 } },
    { selector: 'node.actor.dot', style: { 'background-image-opacity': 0 } },
    {
      selector: 'edge.focused',
      style: { 'line-outline-width': focus.near.width, 'line-outline-color': tokens[focus.color] },
    },
  ] as StylesheetJson;
}

/** Styles of the far levels: balance bars instead of cards, dots instead of icons, only some names. */
function farStyles(tokens: Tokens): StylesheetJson {
  return [
    { selector: 'node.far', style: { 'text-opacity': 0 } },
    {
      selector: 'node.claim.far',
      style: {
        ...BARS.far,
        'corner-radius': px(RADII.farCard),
        'background-image': 'data(farImage)',
        'background-height': '100%',
        ...bordered(BORDERS.claim.far, tokens),
      },
    },
    { selector: 'node.contested.far', style: bordered(BORDERS.contested.far, tokens) },
    {
      selector: 'node.actor.far',
      style: { 'border-width': BORDERS.actor.far.width, 'background-image-opacity': '1 0 0' },
    },
    { selector: 'node.actor.dot', style: { 'background-color': tokens.muted } },
    { selector: 'node.named', style: { 'text-opacity': 1, 'font-size': 'data(farFont)' } },
    {
      selector: 'node.claim.named',
      style: {
        label: 'data(farLabel)',
        'text-valign': 'top',
        'text-margin-y': -2,
        'text-background-color': tokens.bg,
        'text-background-opacity': NAME.backgroundOpacity,
        'text-background-padding': '1px',
        'text-background-shape': 'rectangle',
      },
    },
    {
      selector: 'edge.position.far',
      style: { 'source-label': '', 'target-endpoint': 'data(side)', 'arrow-scale': ARROW_SCALES.far },
    },
  ] as StylesheetJson;
}

/** Styles of the user's style rules, of filters and of paths. */
function ruleStyles(tokens: Tokens): StylesheetJson {
  return [
    { selector: 'node.actor.painted', style: { 'background-color': 'data(paint)' } },
    { selector: 'node.actor.sized', style: { width: 'data(bodyWidth)', height: 'data(bodyHeight)' } },
    {
      selector: 'node.claim.painted',
      style: {
        'background-fill': 'linear-gradient',
        'background-gradient-direction': 'to-right',
        'background-gradient-stop-colors': 'data(stripe)',
        'background-gradient-stop-positions': `0% ${STRIPE_SHARE * 100}% ${STRIPE_SHARE * 100}% 100%`,
      },
    },
    { selector: 'node.claim.far.painted', style: bordered(BORDERS.coloredClaim.far, tokens) },
    {
      selector: 'node.claim.contested.far.painted',
      style: {
        'outline-color': tokens[OUTLINES.coloredContested.color],
        'outline-width': OUTLINES.coloredContested.width,
        'outline-opacity': 1,
      },
    },
    {
      selector: 'node.dimmed',
      style: {
        'background-opacity': FAINT.dimmed.body,
        'border-opacity': FAINT.dimmed.border,
        'background-image-opacity': FAINT.dimmed.image,
        'text-opacity': FAINT.dimmed.text,
      },
    },
    { selector: 'node.far.dimmed', style: { 'text-opacity': 0 } },
    { selector: 'edge.dimmed', style: { opacity: FAINT_EDGE_OPACITY } },
    { selector: 'edge.path', style: { ...haloStyle(EDGE_HALOS.path, tokens), 'z-index': 5 } },
    { selector: 'node.path', style: { ...bordered(BORDERS.selected.near, tokens), 'border-opacity': 1 } },
  ] as StylesheetJson;
}

/** Returns the whole style sheet in the colours of `tokens`. */
export function graphStyle(
  tokens: Tokens,
  { isAnimated, faceVersion = 0, type = 'standard' }: StyleOptions,
): StylesheetJson {
  const sizes = TYPE_SIZES[type];
  const again = (families: string, generic: string) => families + `, ${generic}`.repeat(faceVersion);
  const [sans, serif] = [again(SANS, 'sans-serif'), again(SERIF, 'serif')];
  return [
    ...actorStyles(tokens, sizes),
    ...claimStyles(tokens, sizes),
    ...ornamentStyles(sizes),
    ...edgeStyles(tokens, sizes),
    ...farStyles(tokens),
    ...ruleStyles(tokens),
    ...stateStyles(tokens, isAnimated),
    { selector: 'node.actor, edge.position', style: { 'font-family': sans } },
    { selector: 'node.claim', style: { 'font-family': serif } },
  ];
}
