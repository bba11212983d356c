/**
 * The default layout of a dispute: claims in the middle, ordered for few crossings; actors that mostly assert on the left,
 * those that mostly deny on the right, those that do both below.
 */
import type { ActorNode, ClaimNode, GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import type { BlockActor, Place } from './block-grid.ts';
import { layoutBlock } from './dispute-block.ts';
import { boxAt, boundingBox } from '../scene/geometry.ts';
import { CARD, COMPACT_CARD, extent, roomOf, usesCompactCards } from '../scene/node-geometry.ts';
import type { Point, Size } from '../scene/geometry.ts';
import { packParts, scaleOn } from './pack-parts.ts';
import type { Packing, Part } from './pack-parts.ts';
import { layoutTall } from './tall-block.ts';
import { NARROW_CANVAS } from '../../base/breakpoints.ts';

export interface LayoutOptions {
  /** Size of the canvas in pixels; 950 × 800 if absent. */
  readonly canvas?: Size;
}

const CANVAS: Size = { width: 950, height: 800 };
/** Maximum number of nodes that a narrow canvas shows in one column, to be read while scrolling. */
const MAX_TALL = 60;
/** An actor with a smaller lean to one stance does both. */
const MIN_LEAN = 0.15;

/** Sorts nodes and edges by id; drops edges without both ends. */
interface Dispute {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly byId: ReadonlyMap<string, GraphNode>;
  readonly edgesOf: ReadonlyMap<string, readonly GraphEdge[]>;
}

/** Sorts by id, so that the result does not depend on the order of the input. */
function disputeOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Dispute {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const compare = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const kept = edges.filter((e) => e.source !== e.target && byId.has(e.source) && byId.has(e.target)).sort(compare);
  const edgesOf = new Map<string, GraphEdge[]>(nodes.map((node) => [node.id, []]));
  for (const edge of kept) for (const end of [edge.source, edge.target]) edgesOf.get(end)?.push(edge);
  return { nodes: [...byId.values()].sort(compare), edges: kept, byId, edgesOf };
}

/** Returns the connected parts, each as nodes sorted by id; the part with most nodes first. */
function parts(dispute: Dispute): GraphNode[][] {
  const seen = new Set<string>();
  const found: GraphNode[][] = [];
  for (const start of dispute.nodes) {
    if (seen.has(start.id)) continue;
    seen.add(start.id);
    const part = [start];
    for (let at = 0; at < part.length; at += 1) {
      for (const { source, target } of dispute.edgesOf.get(part[at]?.id ?? '') ?? []) {
        for (const id of [source, target]) {
          const node = dispute.byId.get(id);
          if (node && !seen.has(id)) part.push(node);
          seen.add(id);
        }
      }
    }
    found.push(part.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
  return found.sort((a, b) => b.length - a.length);
}

/** From −1 (all denied) to 1 (all asserted); `undefined` without a position. */
function leanOf(actor: Pick<ActorNode, 'id'>, dispute: Dispute): number | undefined {
  let [asserts, denies] = [0, 0];
  for (const edge of dispute.edgesOf.get(actor.id) ?? []) {
    if (edge.type !== 'position') continue;
    if (edge.stance === 'asserts') asserts += 1;
    else denies += 1;
  }
  return asserts + denies === 0 ? undefined : (asserts - denies) / (asserts + denies);
}

/** Actors that do both go to the side of those they speak for or that speak for them; otherwise left and right alternately. */
function placesOf(actors: readonly ActorNode[], dispute: Dispute): Map<string, Place> {
  const places = new Map<string, Place>();
  const both: ActorNode[] = [];
  for (const actor of actors) {
    const lean = leanOf(actor, dispute);
    if (lean === undefined) continue;
    if (Math.abs(lean) >= MIN_LEAN) places.set(actor.id, lean > 0 ? 'left' : 'right');
    else both.push(actor);
  }
  let balance = 0;
  for (const { id } of both) {
    const beside = companionsOf(id, dispute)
      .map((other) => places.get(other))
      .find((place) => place !== undefined);
    const isLeft = beside === undefined ? balance <= 0 : beside.endsWith('left');
    balance += isLeft ? 1 : -1;
    places.set(id, isLeft ? 'below-left' : 'below-right');
  }
  // An actor without a position is with the actors that it speaks for or that speak for it.
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const actor of actors) {
      if (places.has(actor.id)) continue;
      const beside = companionsOf(actor.id, dispute)
        .map((id) => places.get(id))
        .find((place) => place !== undefined);
      if (beside === undefined) continue;
      places.set(actor.id, beside.endsWith('left') ? 'left' : 'right');
      isChanged = true;
    }
  }
  return places;
}

function companionsOf(id: string, dispute: Dispute): string[] {
  return (dispute.edgesOf.get(id) ?? []).flatMap((edge) => {
    if (edge.type !== 'speaksFor') return [];
    return [edge.source === id ? edge.target : edge.source];
  });
}

function blockActors(actors: readonly ActorNode[], claims: readonly ClaimNode[], dispute: Dispute): BlockActor[] {
  const places = placesOf(actors, dispute);
  const claimIndex = new Map(claims.map((claim, index) => [claim.id, index]));
  return actors.map((actor) => {
    const edges = dispute.edgesOf.get(actor.id) ?? [];
    const place = places.get(actor.id) ?? 'left';
    const isSilent = !edges.some((edge) => edge.type === 'position');
    const isVoice = edges.some(
      (e) =>
        e.type === 'speaksFor' &&
        e.source === actor.id &&
        places.get(e.target) === place &&
        leanOf({ id: e.target }, dispute) !== undefined,
    );
    return {
      actor,
      place,
      claims: edges.flatMap((edge) => (edge.type === 'position' ? (claimIndex.get(edge.target) ?? []) : [])),
      companions: companionsOf(actor.id, dispute),
      isBehind: isSilent || isVoice,
    };
  });
}

const ROW_SPACE = 26;

/** Places actors that only speak for one another, or unconnected nodes, in rows with equal steps. */
function layoutRows(nodes: readonly GraphNode[], isCompact: boolean, width: number): Map<string, Point> {
  const boxes = nodes.map((node) => roomOf(node, isCompact, ROW_SPACE));
  const step = {
    x: ROW_SPACE + Math.max(...boxes.map((b) => b.right - b.left)),
    y: ROW_SPACE + Math.max(...boxes.map((b) => b.bottom - b.top)),
  };
  const columns = Math.max(1, Math.min(nodes.length, Math.floor((width + ROW_SPACE) / step.x)));
  return new Map(
    nodes.map((node, index) => [node.id, { x: (index % columns) * step.x, y: Math.floor(index / columns) * step.y }]),
  );
}

function isTall({ nodes }: Dispute, { width, height }: Size): boolean {
  return width < NARROW_CANVAS && width < height && nodes.length <= MAX_TALL;
}

/** Widths of rows of nodes without lines, as shares of the canvas; the best one is used. */
const ROW_WIDTHS = [1, 0.5, 0.27] as const;

function partsOf(
  dispute: Dispute,
  isCompact: boolean,
  canvas: Size,
): { readonly connected: Part[]; readonly rows: (widths: Readonly<Record<GraphNode['type'], number>>) => Part[] } {
  const part = (positions: ReadonlyMap<string, Point>): Part => {
    const boxes = [...positions].flatMap(([id, at]) => {
      const node = dispute.byId.get(id);
      return node ? [boxAt(extent(node, isCompact), at)] : [];
    });
    return { positions, box: boundingBox(boxes) ?? { left: 0, top: 0, right: 0, bottom: 0 } };
  };
  const all = parts(dispute);
  const single = all.filter((nodes) => nodes.length === 1).flat();
  const connected = all
    .filter((nodes) => nodes.length > 1)
    .map((nodes) => {
      const claims = nodes.filter((node) => node.type === 'claim');
      const actors = nodes.filter((node) => node.type === 'actor');
      if (claims.length === 0) return part(layoutRows(actors, isCompact, canvas.width));
      const block = {
        claims,
        actors: blockActors(actors, claims, dispute),
        card: isCompact ? COMPACT_CARD : CARD,
        isCompact,
        canvas,
        isAlone: all.length === 1,
      };
      return part(isTall(dispute, canvas) ? layoutTall(block) : layoutBlock(block));
    });
  // Cards and actors have very different sizes, so each kind has its own rows.
  const rows: ReturnType<typeof partsOf>['rows'] = (widths) =>
    (['claim', 'actor'] as const).flatMap((type) => {
      const ofType = single.filter((node) => node.type === type);
      return ofType.length === 0
        ? []
        : [part(layoutRows(ofType, isCompact, Math.max(widths[type], Math.sqrt(ofType.length) * 180)))];
    });
  return { connected, rows };
}

/** Height for a drawing in one column: unlimited. */
function endless(canvas: Size, dispute: Dispute): Size {
  return isTall(dispute, canvas) ? { width: canvas.width, height: 100_000 } : canvas;
}

/**
 * Returns a position for every node; the centre of the drawing is the origin. The result does not depend on the order of
 * the input, and no node covers another node or its label.
 */
export function disputeLayout(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  options: LayoutOptions = {},
): Map<string, Point> {
  const dispute = disputeOf(nodes, edges);
  const canvas = endless(options.canvas ?? CANVAS, dispute);
  const { connected, rows } = partsOf(dispute, usesCompactCards(dispute.nodes), canvas);
  let best: Packing | undefined;
  for (const claim of ROW_WIDTHS) {
    for (const actor of ROW_WIDTHS) {
      const packing = packParts(
        [...connected, ...rows({ claim: canvas.width * claim, actor: canvas.width * actor })],
        canvas,
      );
      if (!best || scaleOn(canvas, packing.size) > scaleOn(canvas, best.size) * 1.02) best = packing;
    }
  }
  return best?.positions ?? new Map<string, Point>();
}
