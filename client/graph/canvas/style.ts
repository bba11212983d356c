/** The theme as a Cytoscape style sheet. Form tells stances apart, colour only repeats it. */
import type { StylesheetJson } from 'cytoscape';
import { SANS, SERIF } from '../scene/fonts.ts';
import { ACTOR_LABEL, TYPE_SIZES } from '../scene/node-geometry.ts';
import type { TypeSize, TypeSizes } from '../scene/node-geometry.ts';
import { BADGE, BARS } from '../scene/node-images.ts';
import type { Tokens } from '../scene/tokens.ts';

export interface StyleOptions {
  /** False for reduced motion, and for drawings too large to fade smoothly. */
  readonly isAnimated: boolean;
  /**
   * Raised when a face has come late. Cytoscape keeps pictures of labels by their style, so that only
   * another style makes it draw them again: the last family of the list is said once more.
   */
  readonly faceVersion?: number;
  readonly type?: TypeSize;
}

const WIDE = 10_000;

function actorStyles(tokens: Tokens, { actorFont }: TypeSizes): StylesheetJson {
  return [
    {
      selector: 'node.actor',
      style: {
        shape: 'ellipse',
        width: 44,
        height: 44,
        'background-color': tokens.surface,
        'border-color': tokens.control,
        'border-width': 1.5,
        'background-image': 'data(images)',
        'background-width': '22px',
        'background-height': '22px',
        'background-position-x': '50%',
        'background-position-y': '50%',
        label: 'data(label)',
        'font-size': actorFont,
        'font-weight': 600,
        color: tokens.text,
        'text-valign': 'bottom',
        'text-margin-y': ACTOR_LABEL.gap,
        'line-height': 1.15,
        'text-wrap': 'wrap',
        'text-max-width': `${WIDE}px`,
        'text-background-color': tokens.bg,
        'text-background-opacity': 0.85,
        'text-background-padding': '1px',
        'text-background-shape': 'roundrectangle',
      },
    },
    { selector: 'node.state', style: { shape: 'round-hexagon', width: 52, height: 48 } },
    { selector: 'node.organisation', style: { shape: 'round-rectangle', 'corner-radius': '9px' } },
    { selector: 'node.group', style: { 'border-style': 'double', 'border-width': 4 } },
  ];
}

function claimStyles(tokens: Tokens, { card, compactCard, claimFont, compactFont }: TypeSizes): StylesheetJson {
  return [
    {
      selector: 'node.claim',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '8px',
        width: card.width,
        height: card.height,
        'background-color': tokens.surface,
        'border-color': tokens.line,
        'border-width': 1,
        'background-image': 'data(images)',
        'background-width': '100%',
        'background-height': '6px',
        'background-position-x': '0%',
        'background-position-y': '100%',
        label: 'data(label)',
        'font-size': claimFont,
        'font-weight': 400,
        color: tokens.text,
        'text-valign': 'center',
        'text-halign': 'center',
        'text-margin-y': -3,
        'line-height': 1.2,
        'text-wrap': 'wrap',
        'text-max-width': `${WIDE}px`,
      },
    },
    {
      selector: 'node.compact',
      style: {
        width: compactCard.width,
        height: compactCard.height,
        'font-size': compactFont,
        'background-height': '4px',
        'text-margin-y': -2,
        'corner-radius': '6px',
      },
    },
    { selector: 'node.contested', style: { 'border-color': tokens.text, 'border-width': 2 } },
  ];
}

/** Places of the images after the first: a pin above left, a badge above right, both half outside. */
function ornamentStyles({ card }: TypeSizes): StylesheetJson {
  const rows = {
    actor: { width: '22px', height: '22px', x: '50%', y: '50%' },
    claim: { width: '100%', height: '6px', x: '0%', y: '100%' },
  } as const;
  return (['actor', 'claim'] as const).flatMap((kind): StylesheetJson => {
    const main = rows[kind];
    const pin = {
      width: '15px',
      height: '15px',
      x: kind === 'actor' ? '-6px' : '-7px',
      y: kind === 'actor' ? '-5px' : '-8px',
    };
    const badgeX = kind === 'actor' ? '30px' : `${card.width - 26}px`;
    const images = (
      first: typeof main,
      ...more: readonly { width: string; height: string; x: string; y: string }[]
    ) => {
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
    const badge = { width: `${BADGE.width}px`, height: `${BADGE.height}px`, x: badgeX, y: '-7px' };
    return [
      { selector: `node.${kind}.pinned`, style: images(main, pin) },
      { selector: `node.${kind}.badged`, style: images(main, badge) },
      { selector: `node.${kind}.pinned-badged`, style: images(main, pin, badge) },
    ] as StylesheetJson;
  });
}

function edgeStyles(tokens: Tokens, { markFont }: TypeSizes): StylesheetJson {
  const stance = (color: string) => ({ 'line-color': color, 'target-arrow-color': color, color: color });
  return [
    { selector: 'edge', style: { 'curve-style': 'straight', 'line-cap': 'butt' } },
    {
      selector: 'edge.position',
      style: {
        width: 'data(width)',
        'target-endpoint': 'data(port)',
        'arrow-scale': 1,
        'source-label': 'data(mark)',
        'source-text-offset': 'data(markAt)',
        'font-size': markFont,
        'font-weight': 600,
        'min-zoomed-font-size': 7,
        'text-background-color': tokens.bg,
        'text-background-opacity': 1,
        'text-background-padding': '2px',
        'text-background-shape': 'roundrectangle',
      },
    },
    { selector: 'edge.asserts', style: { ...stance(tokens.asserts), 'target-arrow-shape': 'triangle' } },
    {
      selector: 'edge.denies',
      style: {
        ...stance(tokens.denies),
        'target-arrow-shape': 'tee',
        'arrow-scale': 1.25,
        'line-style': 'dashed',
        'line-dash-pattern': [8, 5],
        'target-distance-from-node': 2,
      },
    },
    { selector: 'edge.hedged, edge.reported', style: { 'line-opacity': 0.55, 'target-arrow-fill': 'hollow' } },
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
    {
      selector: 'edge.speaks-for',
      style: {
        width: 1.25,
        'line-style': 'dashed',
        'line-dash-pattern': [1.25, 3.75],
        'line-color': tokens.control,
        'target-arrow-color': tokens.control,
        'target-arrow-shape': 'vee',
        'arrow-scale': 0.7,
        'target-distance-from-node': 2,
      },
    },
  ] as StylesheetJson;
}

function stateStyles(tokens: Tokens, isAnimated: boolean): StylesheetJson {
  const motion = (properties: string) =>
    isAnimated
      ? { 'transition-property': properties, 'transition-duration': '120ms', 'transition-timing-function': 'ease-out' }
      : {};
  return [
    {
      selector: 'node',
      style: { 'overlay-opacity': 0, ...motion('border-opacity background-image-opacity text-opacity') },
    },
    { selector: 'edge', style: { 'overlay-opacity': 0, 'overlay-padding': 7, ...motion('opacity') } },
    // Text of what is faded stays legible; its shape and its lines step back.
    {
      selector: 'node.faded',
      style: { 'border-opacity': 0.25, 'background-image-opacity': 0.25, 'text-opacity': 0.5 },
    },
    { selector: 'node.far.faded', style: { 'text-opacity': 0 } },
    { selector: 'node.named.faded', style: { 'text-opacity': 0.5 } },
    // What the pointer or the keyboard is on can be read from any distance.
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
    { selector: 'edge.faded', style: { opacity: 0.18 } },
    { selector: 'node.hovered', style: { 'border-color': tokens.text } },
    {
      selector: 'edge.hovered',
      style: { 'underlay-color': tokens.control, 'underlay-opacity': 0.18, 'underlay-padding': 4 },
    },
    {
      selector: 'node.selected',
      style: {
        'border-color': tokens.accent,
        'border-width': 2.5,
        'border-style': 'solid',
        'outline-color': tokens.accent,
        'outline-opacity': 0.26,
        'outline-width': 7,
        'outline-offset': 0,
      },
    },
    {
      selector: 'edge.selected',
      style: { 'underlay-color': tokens.accent, 'underlay-opacity': 0.28, 'underlay-padding': 5 },
    },
    {
      selector: 'node.focused',
      style: { 'outline-color': tokens.accent, 'outline-opacity': 1, 'outline-width': 2.5, 'outline-offset': 4 },
    },
    { selector: 'node.focused.far', style: { 'outline-width': 7, 'outline-offset': 8 } },
    { selector: 'node.actor.focused.far', style: { 'text-margin-y': 18 } },
    { selector: 'node.claim.focused.far', style: { 'text-margin-y': -24 } },
    { selector: 'node.actor.dot', style: { 'background-image-opacity': 0 } },
    { selector: 'edge.focused', style: { 'line-outline-width': 2.5, 'line-outline-color': tokens.accent } },
  ] as StylesheetJson;
}

/** Below a zoom of about a half: cards become bars of their balance, icons become dots, few names remain. */
function farStyles(tokens: Tokens): StylesheetJson {
  return [
    { selector: 'node.far', style: { 'text-opacity': 0 } },
    {
      selector: 'node.claim.far',
      style: {
        width: BARS.far.width,
        height: BARS.far.height,
        'corner-radius': '6px',
        'background-image': 'data(farImage)',
        'background-height': '100%',
        'border-width': 1.5,
        'border-color': tokens.control,
      },
    },
    { selector: 'node.contested.far', style: { 'border-width': 4, 'border-color': tokens.text } },
    { selector: 'node.actor.far', style: { 'border-width': 3, 'background-image-opacity': '1 0 0' } },
    { selector: 'node.actor.dot', style: { 'background-color': tokens.muted } },
    { selector: 'node.named', style: { 'text-opacity': 1, 'font-size': 'data(farFont)' } },
    {
      selector: 'node.claim.named',
      style: {
        label: 'data(farLabel)',
        'text-valign': 'top',
        'text-margin-y': -2,
        'text-background-color': tokens.bg,
        'text-background-opacity': 0.85,
        'text-background-padding': '1px',
        'text-background-shape': 'rectangle',
      },
    },
    {
      selector: 'edge.position.far',
      style: { 'source-label': '', 'target-endpoint': 'data(side)', 'arrow-scale': 1.3 },
    },
    { selector: 'node.selected.far', style: { 'border-color': tokens.accent, 'border-width': 5, 'outline-width': 14 } },
  ] as StylesheetJson;
}

/** What the user's style rules, filters and paths add. */
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
        'background-gradient-stop-positions': '0% 4.5% 4.5% 100%',
      },
    },
    { selector: 'node.claim.far.painted', style: { 'border-color': 'data(paint)', 'border-width': 6 } },
    {
      selector: 'node.claim.contested.far.painted',
      style: { 'outline-color': tokens.text, 'outline-width': 3, 'outline-opacity': 1 },
    },
    {
      selector: 'node.dimmed',
      style: {
        'background-opacity': 0.35,
        'border-opacity': 0.3,
        'background-image-opacity': 0.25,
        'text-opacity': 0.5,
      },
    },
    { selector: 'node.far.dimmed', style: { 'text-opacity': 0 } },
    { selector: 'edge.dimmed', style: { opacity: 0.18 } },
    {
      selector: 'edge.path',
      style: { 'underlay-color': tokens.accent, 'underlay-opacity': 0.35, 'underlay-padding': 6, 'z-index': 5 },
    },
    { selector: 'node.path', style: { 'border-color': tokens.accent, 'border-width': 2.5, 'border-opacity': 1 } },
  ] as StylesheetJson;
}

/** The whole style sheet in the colours of `tokens`. */
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
