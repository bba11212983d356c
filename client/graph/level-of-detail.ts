/** What is drawn at which zoom: text near, bars and icons further off, dots and few names from far away. */
import type { ActorNode, GraphNode } from '../../server/contract/explorer.ts';
import { ACTOR_LABEL, actorSize, bodySize, boxAt, estimateLabel, TYPE_SIZES } from './node-geometry.ts';
import type { Box, TypeSize } from './node-geometry.ts';
import type { Point } from './scene.ts';
import { BoxGrid } from './spatial-grid.ts';

export type Detail = 'near' | 'far' | 'dot';

export const FAR = 0.46;
const DOT = 0.26;
/** A zoom must pass the limit by this much to come back, so that nothing flickers at it. */
const HYSTERESIS = 1.04;
/** Size of names on the screen when seen from far away, in pixels. */
export const FAR_FONT = 11;
const MOST_NAMES = 60;

/** The level at a zoom, given the level before. */
export function detailAt(zoom: number, before: Detail): Detail {
  const limit = (value: number, isBeyond: boolean) => (isBeyond ? value * HYSTERESIS : value);
  if (zoom < limit(DOT, before === 'dot')) return 'dot';
  return zoom < limit(FAR, before !== 'near') ? 'far' : 'near';
}

/** Font size in model pixels that makes a name {@link FAR_FONT} px high on the screen, or as much higher as type is larger. */
export function farFontSize(zoom: number, type: TypeSize = 'standard'): number {
  return Math.round(((FAR_FONT * TYPE_SIZES[type].far) / zoom) * 2) / 2;
}

function nameBox(actor: ActorNode, at: Point, { zoom, type }: Pick<Naming, 'zoom' | 'type'>): Box {
  const scale = farFontSize(zoom, type) / TYPE_SIZES[type ?? 'standard'].actorFont;
  const label = estimateLabel(actor, type);
  const top = actorSize(actor).height / 2 + ACTOR_LABEL.gap;
  return boxAt({ left: (-label.width * scale) / 2, right: (label.width * scale) / 2, top, bottom: top + label.height * scale }, at);
}

export interface Naming {
  readonly nodes: readonly GraphNode[];
  readonly positions: ReadonlyMap<string, Point>;
  readonly zoom: number;
  readonly type?: TypeSize;
}

/** Ids of the actors whose names are shown from far away: those with most statements first, none over another. */
export function namedFromAfar({ nodes, positions, zoom, type = 'standard' }: Naming): Set<string> {
  const taken = new BoxGrid();
  for (const node of nodes) {
    const at = positions.get(node.id);
    if (!at) continue;
    const { width, height } = bodySize(node, true);
    taken.add(boxAt({ left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 }, at));
  }
  const actors = nodes.filter((node) => node.type === 'actor').sort((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1));
  const named = new Set<string>();
  for (const actor of actors) {
    const at = positions.get(actor.id);
    if (!at || named.size >= MOST_NAMES) continue;
    const box = nameBox(actor, at, { zoom, type });
    if (!taken.isFree(box)) continue;
    taken.add(box);
    named.add(actor.id);
  }
  return named;
}

/** The room of those names, in model pixels; `measured` gives their width at the usual size. */
export function farNames({ nodes, positions, zoom, type = 'standard', named, measured }: Naming & { readonly named: ReadonlySet<string>; readonly measured: (name: string) => number }): Box[] {
  return nodes.flatMap((node) => {
    const at = positions.get(node.id);
    if (node.type === 'claim' || at === undefined || !named.has(node.id)) return [];
    const box = nameBox(node, at, { zoom, type });
    const half = (Math.min(ACTOR_LABEL.width, measured(node.name)) * farFontSize(zoom, type)) / ACTOR_LABEL.fontSize / 2;
    return [{ ...box, left: at.x - half, right: at.x + half }];
  });
}
