/** What is drawn at which zoom: all text when near, bars and icons when far, dots and a few names when very far. */
import { isContested } from '../../../server/contract/contention.ts';
import type { ActorNode, ClaimNode, GraphNode } from '../../../server/contract/explorer.ts';
import { BARS } from './node-look.ts';
import { ACTOR_LABEL, actorSize, bodySize, estimateLabel, TYPE_SIZES, WIDE_CHARACTER } from './node-geometry.ts';
import { boxAt } from './geometry.ts';
import type { Box, Point } from './geometry.ts';
import type { TypeSize } from './node-geometry.ts';
import { finished } from '../../base/slices.ts';
import { BoxGrid } from './spatial-grid.ts';

export type Detail = 'near' | 'far' | 'dot';

export const FAR = 0.46;
const DOT = 0.26;
/** A zoom must exceed the limit by this factor to return to the nearer level. This prevents flicker at the limit. */
const HYSTERESIS = 1.04;
/** Size of names on the screen at the far levels, in pixels. */
export const FAR_FONT = 11;
const MAX_NAMES = 60;
/** Maximum number of characters of a claim at the far levels; a wide character counts twice. */
const MAX_CHARACTERS = 27;

/** Returns the level at a zoom, given the previous level. */
export function detailAt(zoom: number, before: Detail): Detail {
  const limit = (value: number, isBeyond: boolean) => (isBeyond ? value * HYSTERESIS : value);
  if (zoom < limit(DOT, before === 'dot')) return 'dot';
  return zoom < limit(FAR, before !== 'near') ? 'far' : 'near';
}

/** Font size in model pixels that makes a name {@link FAR_FONT} px high on the screen, times the factor of the type size. */
export function farFontSize(zoom: number, type: TypeSize = 'standard'): number {
  return Math.round(((FAR_FONT * TYPE_SIZES[type].far) / zoom) * 2) / 2;
}

function nameBox(actor: ActorNode, at: Point, { zoom, type }: Pick<Naming, 'zoom' | 'type'>): Box {
  const scale = farFontSize(zoom, type) / TYPE_SIZES[type ?? 'standard'].actorFont;
  const label = estimateLabel(actor, type);
  const top = actorSize(actor).height / 2 + ACTOR_LABEL.gap;
  return boxAt(
    { left: (-label.width * scale) / 2, right: (label.width * scale) / 2, top, bottom: top + label.height * scale },
    at,
  );
}

export interface Naming {
  readonly nodes: readonly GraphNode[];
  readonly positions: ReadonlyMap<string, Point>;
  readonly zoom: number;
  readonly type?: TypeSize;
}

/** Returns the first words of a claim, shown where its card is drawn as a bar. */
export function farText(claim: string): string {
  const characters = [...claim.replace(/[\s\u2066-\u2069]+/gu, ' ').trim()];
  let width = 0;
  const fitting = characters.findIndex((character) => (width += characterCells(character)) > MAX_CHARACTERS);
  if (fitting === -1) return characters.join('');
  const head = characters.slice(0, fitting).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > head.length * 0.6 ? head.slice(0, space) : head).replace(/[\s,;:]+$/u, '')}…`;
}

function characterCells(character: string): number {
  return WIDE_CHARACTER.test(character) ? 2 : 1;
}

/** Mean width of a character of a claim, as a share of its size. */
const CHARACTER_WIDTH = 0.49;

function textBox(claim: ClaimNode, at: Point, { zoom, type }: Pick<Naming, 'zoom' | 'type'>): Box {
  const size = farFontSize(zoom, type);
  const half =
    ([...farText(claim.text)].reduce((sum, character) => sum + characterCells(character), 0) * CHARACTER_WIDTH * size) /
    2;
  const bottom = -BARS.far.height / 2;
  return boxAt({ left: -half, right: half, top: bottom - size * 1.3, bottom }, at);
}

/** Priority of a node for a name at the far levels. */
function weight(node: GraphNode): number {
  return isContested(node) ? 3 * node.statements : node.statements;
}

/** Nodes per step. A small number, so that a slice can stop in time. */
const NAMED_TOGETHER = 60;

/** Chooses the nodes that are named at the far levels: contested claims and nodes with most statements first, and no name over another. Runs in steps; returns ids. */
export function* namingSteps({ nodes, positions, zoom, type = 'standard' }: Naming): Generator<undefined, Set<string>> {
  const taken = new BoxGrid();
  for (const [index, node] of nodes.entries()) {
    if (index % NAMED_TOGETHER === 0) yield;
    const at = positions.get(node.id);
    if (!at) continue;
    const { width, height } = node.type === 'claim' ? BARS.far : bodySize(node, true);
    taken.add(boxAt({ left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 }, at));
  }
  const inOrder = nodes.toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
  const named = new Set<string>();
  for (const [index, node] of inOrder.entries()) {
    if (named.size >= MAX_NAMES) break;
    if (index % NAMED_TOGETHER === 0) yield;
    const at = positions.get(node.id);
    if (!at) continue;
    const box = node.type === 'claim' ? textBox(node, at, { zoom, type }) : nameBox(node, at, { zoom, type });
    if (!taken.isFree(box)) continue;
    taken.add(box);
    named.add(node.id);
  }
  return named;
}

/** Runs all steps of {@link namingSteps} at once. */
export function namedFromAfar(naming: Naming): Set<string> {
  return finished(namingSteps(naming));
}

/** Returns the boxes of these names, in model pixels. `measured` returns the width of a name at the standard size. */
export function farNames({
  nodes,
  positions,
  zoom,
  type = 'standard',
  named,
  measured,
}: Naming & { readonly named: ReadonlySet<string>; readonly measured: (name: string) => number }): Box[] {
  return nodes.flatMap((node) => {
    const at = positions.get(node.id);
    if (at === undefined || !named.has(node.id)) return [];
    if (node.type === 'claim') return [textBox(node, at, { zoom, type })];
    const box = nameBox(node, at, { zoom, type });
    const half =
      (Math.min(ACTOR_LABEL.width, measured(node.name)) * farFontSize(zoom, type)) / ACTOR_LABEL.fontSize / 2;
    return [{ ...box, left: at.x - half, right: at.x + half }];
  });
}

/** Up to this number, lines overlap little and are drawn with full opacity at the far levels. */
export const FEW_LINES = 400;

export interface Crowd {
  readonly few?: number;
  /** The minimum opacity of a line. */
  readonly least: number;
}

/** Opacity of lines at the far levels. It falls with their number, so that bundles and gaps stay visible. */
export function inkOfMany(count: number, { few = FEW_LINES, least }: Crowd): number {
  return Math.max(least, Math.min(1, Math.sqrt(few / Math.max(1, count))));
}
