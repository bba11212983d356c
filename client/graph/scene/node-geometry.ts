/** How much room a node takes, in model pixels: its body, and the label of an actor below it. */
import type { ActorNode, GraphNode } from '../../../server/contract/explorer.ts';
import type { Box, Point, Size } from './geometry.ts';

export const CARD: Size = { width: 212, height: 74 };
/** One line, for drawings of many claims. */
export const COMPACT_CARD: Size = { width: 212, height: 26 };
/** More claims than this are drawn as compact cards. */
export const MAX_FULL_CARDS = 60;
export const ACTOR_LABEL = { width: 150, lineHeight: 15, gap: 5, maxLines: 3, fontSize: 12 } as const;
/** How large type is on the canvas: as usual, or to be read from the back of a room. */
export type TypeSize = 'standard' | 'projector';
export interface TypeSizes {
  readonly card: Size;
  readonly compactCard: Size;
  /** Width for a claim's words on its card. */
  readonly claimLabel: number;
  readonly claimFont: number;
  readonly compactFont: number;
  readonly markFont: number;
  /** Width for an actor's name. */
  readonly actorLabel: number;
  readonly actorFont: number;
  /** Factor of names that are seen from far away. */
  readonly far: number;
}
/** Larger type needs larger cards; they grow by less than the least space between nodes, so that nothing has to move. */
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

/** Boxes in different columns may come as near as this. */
export const BESIDES = 10;
/** At a projector's size. */
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

/** So many cards may cover others before all become compact: what was put on another by hand is no reason to. */
const MAX_COVERED = 2;

/**
 * Whether compact cards suit these places: there are many, or full ones would cover each other, as when most of a
 * drawing of many has been hidden, filtered away or taken back.
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

/** Whether a scene is drawn with compact cards: as it says, else as its number of claims has it. */
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

/** Scripts whose characters are about as wide as high; they break between any two of them. */
export const WIDE_CHARACTER =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** A width on the safe side, for where no canvas can measure (workers, tests, before fonts are there). */
export function estimateTextWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text)
    ems += WIDE_CHARACTER.test(character) ? 1.02 : /[\p{Lu}\d@%&mwMW]/u.test(character) ? 0.76 : 0.6;
  return ems * fontSize;
}

const labels = { standard: new WeakMap<ActorNode, Size>(), projector: new WeakMap<ActorNode, Size>() } as const;

/** Room of an actor's label by estimate: its width is at most 150 px (162 for a projector), its lines at most three. */
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
  // Lines are seldom filled to their end: a fifth is left over.
  const lines = Math.min(ACTOR_LABEL.maxLines, Math.ceil(width / (most * 0.8)));
  return { width: most, height: lines * lineHeight };
}

/** What a node covers around its own position, label included. The body's centre is the origin. */
export function extent(node: GraphNode, isCompact: boolean, type: TypeSize = 'standard'): Box {
  const body = bodySize(node, isCompact, type);
  const half = { width: body.width / 2, height: body.height / 2 };
  if (node.type === 'claim') return { left: -half.width, top: -half.height, right: half.width, bottom: half.height };
  const label = estimateLabel(node, type);
  const reach = Math.max(half.width, label.width / 2);
  return { left: -reach, top: -half.height, right: reach, bottom: half.height + ACTOR_LABEL.gap + label.height };
}

/**
 * What a layout keeps free for a node that leaves at least `space` below it and {@link BESIDES} beside it, so that a
 * projector's name, which is wider and may take a line more, touches nothing either.
 */
export function roomOf(node: GraphNode, isCompact: boolean, space: number): Box {
  const usual = extent(node, isCompact);
  if (node.type === 'claim') return usual;
  const large = extent(node, isCompact, 'projector');
  const half = Math.max(usual.right, large.right - BESIDES / 2 + 1);
  return { ...usual, left: -half, right: half, bottom: Math.max(usual.bottom, large.bottom + MIN_APART - space) };
}
