/** Sizes of nodes in model pixels: the body, and the label below an actor. */
import type { ActorNode, GraphNode } from '../../../server/contract/explorer.ts';
import type { Box, Point, Size } from './geometry.ts';

export const CARD: Size = { width: 212, height: 74 };
/** A card with one line of text, for drawings with many claims. */
export const COMPACT_CARD: Size = { width: 212, height: 26 };
/** More claims than this are drawn as compact cards. */
export const MAX_FULL_CARDS = 60;
export const ACTOR_LABEL = { width: 150, lineHeight: 15, gap: 5, maxLines: 3, fontSize: 12 } as const;
/** Size of the type on the canvas: standard, or larger for a projector. */
export type TypeSize = 'standard' | 'projector';
export interface TypeSizes {
  readonly card: Size;
  readonly compactCard: Size;
  /** Maximum width of the text of a claim on its card. */
  readonly claimLabel: number;
  readonly claimFont: number;
  readonly compactFont: number;
  readonly markFont: number;
  /** Maximum width of the name of an actor. */
  readonly actorLabel: number;
  readonly actorFont: number;
  /** Factor of the size of names at the far levels. */
  readonly far: number;
}
/** Larger type needs larger cards. They grow by less than the minimum space between nodes, so that no node has to move. */
export const TYPE_SIZES: Readonly<Record<TypeSize, TypeSizes>> = {
  standard: {
    card: CARD,
    compactCard: COMPACT_CARD,
    claimLabel: 188,
    claimFont: 15,
    compactFont: 13,
    markFont: 12,
    actorLabel: ACTOR_LABEL.width,
    actorFont: ACTOR_LABEL.fontSize,
    far: 1,
  },
  projector: {
    card: { width: 224, height: 86 },
    compactCard: { width: 224, height: 32 },
    claimLabel: 208,
    claimFont: 17.5,
    compactFont: 16.5,
    markFont: 15,
    actorLabel: 162,
    actorFont: 15,
    far: 1.3,
  },
};

/** Minimum horizontal distance of boxes in different columns. */
export const BESIDES = 10;
/** Minimum vertical distance of boxes at the projector size. */
const MIN_APART = 4;

/** A state is a hexagon, which needs more width to look as large as the other shapes. */
export const STATE_SIZE: Size = { width: 52, height: 48 };
export const ACTOR_SIZE: Size = { width: 44, height: 44 };

/** Whether a drawing of these nodes uses compact cards. */
export function usesCompactCards(nodes: readonly GraphNode[]): boolean {
  let claims = 0;
  for (const node of nodes) if (node.type === 'claim') claims += 1;
  return claims > MAX_FULL_CARDS;
}

/** This many overlaps of cards are allowed before all cards become compact: a user may have put a few on others. */
const MAX_COVERED = 2;

/**
 * Whether these positions need compact cards: there are many claims, or full cards would overlap, as after most nodes of
 * a large drawing were hidden, filtered or removed.
 */
export function needsCompactCards(nodes: readonly GraphNode[], positions: ReadonlyMap<string, Point>): boolean {
  if (usesCompactCards(nodes)) return true;
  const places = nodes.flatMap((node) => (node.type === 'claim' ? (positions.get(node.id) ?? []) : []));
  const covered = places.reduce(
    (sum, a, index) =>
      sum +
      places.slice(index + 1).filter((b) => {
        const [across, down] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
        return across < CARD.width && down < CARD.height && down >= COMPACT_CARD.height;
      }).length,
    0,
  );
  return covered > MAX_COVERED;
}

/** Whether a scene is drawn with compact cards: its own setting, else by its number of claims. */
export function isCompactScene({
  nodes,
  isCompact,
}: {
  readonly nodes: readonly GraphNode[];
  readonly isCompact?: boolean;
}): boolean {
  return isCompact ?? usesCompactCards(nodes);
}

export function actorSize(actor: ActorNode): Size {
  return actor.kind === 'state' ? STATE_SIZE : ACTOR_SIZE;
}

/** The shape alone, without the label. */
export function bodySize(node: GraphNode, isCompact: boolean, type: TypeSize = 'standard'): Size {
  if (node.type === 'actor') return actorSize(node);
  const { card, compactCard } = TYPE_SIZES[type];
  return isCompact ? compactCard : card;
}

/** Characters that are about as wide as high. A line may break between any two of them. */
export const WIDE_CHARACTER =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Estimates a width, rather too large, where no canvas can measure it: in workers, in tests, before fonts are loaded. */
export function estimateTextWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text)
    ems += WIDE_CHARACTER.test(character) ? 1.02 : /[\p{Lu}\d@%&mwMW]/u.test(character) ? 0.76 : 0.6;
  return ems * fontSize;
}

const labels = { standard: new WeakMap<ActorNode, Size>(), projector: new WeakMap<ActorNode, Size>() } as const;

/** Estimates the size of the label of an actor: at most 150 px wide (162 for a projector), at most three lines. */
export function estimateLabel(actor: ActorNode, type: TypeSize = 'standard'): Size {
  const known = labels[type].get(actor);
  if (known) return known;
  const size = labelSize(actor, TYPE_SIZES[type]);
  labels[type].set(actor, size);
  return size;
}

function labelSize(actor: ActorNode, { actorFont, actorLabel: most }: TypeSizes): Size {
  const width = estimateTextWidth(actor.name, actorFont);
  const lineHeight = (ACTOR_LABEL.lineHeight * actorFont) / ACTOR_LABEL.fontSize;
  if (width <= most) return { width, height: lineHeight };
  // Lines are seldom full: a fifth of the width stays free.
  const lines = Math.min(ACTOR_LABEL.maxLines, Math.ceil(width / (most * 0.8)));
  return { width: most, height: lines * lineHeight };
}

/** Returns the box that a node covers, with its label. The origin is the centre of the body. */
export function extent(node: GraphNode, isCompact: boolean, type: TypeSize = 'standard'): Box {
  const body = bodySize(node, isCompact, type);
  const half = { width: body.width / 2, height: body.height / 2 };
  if (node.type === 'claim') return { left: -half.width, top: -half.height, right: half.width, bottom: half.height };
  const label = estimateLabel(node, type);
  const reach = Math.max(half.width, label.width / 2);
  return { left: -reach, top: -half.height, right: reach, bottom: half.height + ACTOR_LABEL.gap + label.height };
}

/**
 * Returns the box that a layout keeps free for a node, if it leaves at least `space` below it and {@link BESIDES} beside
 * it. It also has room for the name at the projector size, which is wider and may have one more line.
 */
export function roomOf(node: GraphNode, isCompact: boolean, space: number): Box {
  const usual = extent(node, isCompact);
  if (node.type === 'claim') return usual;
  const large = extent(node, isCompact, 'projector');
  const half = Math.max(usual.right, large.right - BESIDES / 2 + 1);
  return { ...usual, left: -half, right: half, bottom: Math.max(usual.bottom, large.bottom + MIN_APART - space) };
}
