/** Finds nodes in the view. Pure, over the nodes of the canvas. */
import type { GraphNode } from '../../../server/contract/explorer.ts';
import type { Point } from '../../graph/scene/geometry.ts';
import { nodeText } from '../../words/names.ts';

/** Ignores case, diacritics and character width, so that “munoz” finds “Muñoz”. */
export function foldedForFinding(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The ids of shown nodes whose name, alias, text, topic, scope or attributes contain all typed words, in reading order of the
 * drawing: from top to bottom, then from left to right.
 */
export function findInView(
  nodes: ReadonlyMap<string, GraphNode>,
  positions: ReadonlyMap<string, Point>,
  typed: string,
): readonly string[] {
  const words = foldedForFinding(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = [...nodes.values()].filter((node) => {
    const text = foldedForFinding(textsOf(node).join('\n'));
    return words.every((word) => text.includes(word));
  });
  const at = (id: string) => positions.get(id) ?? { x: 0, y: 0 };
  return found.map(({ id }) => id).toSorted((a, b) => at(a).y - at(b).y || at(a).x - at(b).x || (a < b ? -1 : 1));
}

function textsOf(node: GraphNode): readonly string[] {
  const own = node.type === 'actor' ? node.aliases : [...(node.topics ?? []), node.scope ?? ''];
  return [
    nodeText(node),
    ...own,
    ...Object.values(node.attributes ?? {})
      .flat()
      .map(String),
  ];
}
