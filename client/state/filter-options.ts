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

/** All numbers are of statements behind the positions of the view, so that they can be compared. */
export interface FilterOptions {
  readonly stances: readonly Option<EdgeStance>[];
  readonly kinds: readonly Option<NeighbourKind>[];
  readonly modalities: readonly Option<Modality>[];
  readonly publishers: readonly Option[];
  readonly topics: readonly Option[];
  /** By owner and key; the keys with most statements first. */
  readonly attributes: readonly AttributeOptions[];
  /** On contested claims. */
  readonly contested: number;
  readonly hasContested: boolean;
  readonly firstHand: number;
  /** The earliest and the latest date. */
  readonly dates: readonly [string, string] | undefined;
  readonly mostStatements: number;
}

class Tally<T extends string> {
  readonly #counts = new Map<T, { name: string; count: number; times: number }>();

  /** @param count Statements; 0 for a value that the view has without a statement. */
  add(value: T, count: number, name: string = value): void {
    const known = this.#counts.get(value) ?? { name, count: 0, times: 0 };
    known.count += count;
    known.times += 1;
    this.#counts.set(value, known);
  }

  /** The most statements first, then the most actors, claims or positions that have the value. */
  options(): readonly Option<T>[] {
    return [...this.#counts]
      .sort(
        ([one, a], [other, b]) =>
          b.count - a.count ||
          b.times - a.times ||
          (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
          (one < other ? -1 : 1),
      )
      .map(([value, { name, count }]) => ({ value, name, count }));
  }
}

/** Counts over the whole view, not only over what passes. Counts that need facets include those fetched so far. */
export function filterOptions({ nodes, edges }: FilteredGraph, facetsOf: FacetsOf): FilterOptions {
  const [kinds, topics] = [new Tally<NeighbourKind>(), new Tally()];
  const said = new Map<string, number>();
  for (const edge of edges.values()) {
    if (edge.type !== 'position') continue;
    for (const end of [edge.source, edge.target]) said.set(end, (said.get(end) ?? 0) + edge.statements);
  }
  let [contested, hasContested] = [0, false];
  for (const node of nodes.values()) {
    const count = said.get(node.id) ?? 0;
    if (node.type === 'actor') kinds.add(node.kind ?? 'unknown', count);
    else for (const topic of node.topics ?? []) topics.add(topic, count);
    if (!isContested(node)) continue;
    contested += count;
    hasContested = true;
  }
  const positions = [...edges.values()].filter((edge): edge is PositionEdge => edge.type === 'position');
  const stances = new Tally<EdgeStance>();
  for (const { stance, statements } of positions) stances.add(stance, statements);
  const facets = positions.flatMap((edge) => facetsOf(edge) ?? []);
  const [modalities, publishers] = [new Tally<Modality>(), new Tally()];
  for (const { modality, publisher } of facets) {
    modalities.add(modality, 1);
    if (publisher) publishers.add(publisher.id, 1, publisher.name);
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
    attributes: attributeOptions(nodes, said),
    contested,
    hasContested,
    firstHand: facets.filter(({ isFirstHand }) => isFirstHand).length,
    dates: first === undefined || last === undefined ? undefined : [first, last],
    mostStatements: positions.reduce((most, { statements }) => Math.max(most, statements), 0),
  };
}

/** @param said The statements behind the positions of each node. */
function attributeOptions(
  nodes: FilteredGraph['nodes'],
  said: ReadonlyMap<string, number>,
): readonly AttributeOptions[] {
  const tallies = { actor: new Map<string, KeyTally>(), claim: new Map<string, KeyTally>() };
  for (const { id, type: owner, attributes = {} } of nodes.values()) {
    const count = said.get(id) ?? 0;
    for (const [key, values] of Object.entries(attributes)) {
      const known = tallies[owner].get(key) ?? { statements: 0, nodes: 0, values: new Tally() };
      known.statements += count;
      known.nodes += 1;
      for (const value of values) known.values.add(attributeChoice({ owner, key, value }), count, String(value));
      tallies[owner].set(key, known);
    }
  }
  return (['actor', 'claim'] as const).flatMap((owner) =>
    [...tallies[owner]]
      .sort(([a, x], [b, y]) => y.statements - x.statements || y.nodes - x.nodes || (a < b ? -1 : 1))
      .map(([key, { values }]) => ({ owner, key, options: values.options() })),
  );
}

interface KeyTally {
  statements: number;
  nodes: number;
  readonly values: Tally<string>;
}
