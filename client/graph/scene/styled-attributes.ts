/** The attributes of nodes that style rules can use. Pure. */
import { attributeType } from '../../../server/contract/attributes.ts';
import type { GraphNode } from '../../../server/contract/explorer.ts';
import type { StyleScale, StyleTarget } from './style-rules.ts';

export interface StyledAttribute {
  readonly key: string;
  /** `categories` as soon as one value is a text. */
  readonly scale: StyleScale;
}

/** More would not fit in a list to choose from. */
const MAX_ATTRIBUTES = 30;

/** The keys of the nodes that fit a target, those of most nodes first. Sizes are for actors, and for numbers and dates. */
export function styledAttributes(nodes: Iterable<GraphNode>, target: StyleTarget): readonly StyledAttribute[] {
  const keys = new Map<string, { nodes: number; types: Set<string> }>();
  for (const { type, attributes = {} } of nodes) {
    if (target === 'size' && type !== 'actor') continue;
    for (const [key, values] of Object.entries(attributes)) {
      const known = keys.get(key) ?? { nodes: 0, types: new Set<string>() };
      known.nodes += 1;
      for (const value of values) known.types.add(attributeType(value));
      keys.set(key, known);
    }
  }
  return [...keys]
    .map(([key, { nodes: count, types }]) => ({ key, count, scale: scaleOf(types) }))
    .filter(({ scale }) => target === 'color' || scale !== 'categories')
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, MAX_ATTRIBUTES)
    .map(({ key, scale }) => ({ key, scale }));
}

function scaleOf(types: ReadonlySet<string>): StyleScale {
  return types.size === 1 && !types.has('text') ? 'linear' : 'categories';
}
