/** The filter values that the graph contains, with their counts. Pure. */
import { isContested } from '../../server/contract/contention.ts';
import type { GraphNode, NeighbourKind, PositionEdge } from '../../server/contract/explorer.ts';
import type { EdgeStance, Modality } from '../../server/contract/vocabulary.ts';
import { attributeChoice } from './attribute-choices.ts';
import type { FacetsOf, FilteredGraph } from './pass-filters.ts';

export interface Option<T extends string = string> {
  readonly value: T;
  /** The text for the user, where the value is an id. */
  readonly name: string;
  readonly count: number;
}

export interface AttributeOptions {
  readonly owner: GraphNode['type'];
  readonly key: string;
  /** Each value is an `AttributeChoice`. */
  readonly options: readonly Option[];
}

export interface FilterOptions {
  /** Counted in positions. */
  readonly stances: readonly Option<EdgeStance>[];
  /** Counted in actors. */
  readonly kinds: readonly Option<NeighbourKind>[];
  /** Counted in statements, as are publishers. */
  readonly modalities: readonly Option<Modality>[];
  readonly publishers: readonly Option[];
  /** Counted in claims. */
  readonly topics: readonly Option[];
  /** By owner and key; values are counted in nodes. The keys of most nodes first. */
  readonly attributes: readonly AttributeOptions[];
  readonly contested: number;
  readonly firstHand: number;
  /** The earliest and the latest date. */
  readonly dates: readonly [string, string] | undefined;
  readonly mostStatements: number;
}

class Tally<T extends string> {
  readonly #counts = new Map<T, { name: string; count: number }>();

  add(value: T, name: string = value): void {
    const known = this.#counts.get(value);
    if (known) known.count += 1;
    else this.#counts.set(value, { name, count: 1 });
  }

  /** Sorted by count, descending. */
  options(): readonly Option<T>[] {
    return [...this.#counts]
      .map(([value, { name, count }]) => ({ value, name, count }))
      .sort(
        (a, b) => b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || (a.value < b.value ? -1 : 1),
      );
  }
}

/** Counts over the whole view, not only over what passes. Counts that need facets include those fetched so far. */
export function filterOptions({ nodes, edges }: FilteredGraph, facetsOf: FacetsOf): FilterOptions {
  const [kinds, topics] = [new Tally<NeighbourKind>(), new Tally()];
  let contested = 0;
  for (const node of nodes.values()) {
    if (node.type === 'actor') kinds.add(node.kind ?? 'unknown');
    else for (const topic of node.topics ?? []) topics.add(topic);
    if (isContested(node)) contested += 1;
  }
  const positions = [...edges.values()].filter((edge): edge is PositionEdge => edge.type === 'position');
  const stances = new Tally<EdgeStance>();
  for (const { stance } of positions) stances.add(stance);
  const facets = positions.flatMap((edge) => facetsOf(edge) ?? []);
  const [modalities, publishers] = [new Tally<Modality>(), new Tally()];
  for (const { modality, publisher } of facets) {
    modalities.add(modality);
    if (publisher) publishers.add(publisher.id, publisher.name);
  }
  const dates = positions
    .flatMap(({ firstDate, lastDate }) => [firstDate, lastDate].filter((date) => date !== undefined))
    .sort();
  const [first, last] = [dates[0], dates.at(-1)];
  return {
    stances: stances.options(),
    kinds: kinds.options(),
    modalities: modalities.options(),
    publishers: publishers.options(),
    topics: topics.options(),
    attributes: attributeOptions(nodes),
    contested,
    firstHand: facets.filter(({ isFirstHand }) => isFirstHand).length,
    dates: first === undefined || last === undefined ? undefined : [first, last],
    mostStatements: positions.reduce((most, { statements }) => Math.max(most, statements), 0),
  };
}

function attributeOptions(nodes: FilteredGraph['nodes']): readonly AttributeOptions[] {
  const tallies = { actor: new Map<string, KeyTally>(), claim: new Map<string, KeyTally>() };
  for (const { type: owner, attributes = {} } of nodes.values()) {
    for (const [key, values] of Object.entries(attributes)) {
      const known = tallies[owner].get(key) ?? { nodes: 0, values: new Tally() };
      known.nodes += 1;
      for (const value of values) known.values.add(attributeChoice({ owner, key, value }), String(value));
      tallies[owner].set(key, known);
    }
  }
  return (['actor', 'claim'] as const).flatMap((owner) =>
    [...tallies[owner]]
      .sort(([a, x], [b, y]) => y.nodes - x.nodes || (a < b ? -1 : 1))
      .map(([key, { values }]) => ({ owner, key, options: values.options() })),
  );
}

interface KeyTally {
  nodes: number;
  readonly values: Tally<string>;
}
