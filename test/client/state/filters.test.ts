import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilterName } from '../../../client/state/filter-parts.ts';
import {
  activeParts,
  FILTER_NAMES,
  onlyPart,
  withoutFilters,
  withoutPart,
  withValueToggled,
} from '../../../client/state/filter-parts.ts';
import type { Facet } from '../../../client/state/facet-table.ts';
import { facetsByEdge } from '../../../client/state/facet-table.ts';
import { filterOptions } from '../../../client/state/filter-options.ts';
import type { FacetsOf, FilteredGraph } from '../../../client/state/pass-filters.ts';
import { isInRange, passesStatement, passingOf, passingStatements } from '../../../client/state/pass-filters.ts';
import { isFiltering, NO_FILTERS } from '../../../client/state/filters.ts';
import type { Filters } from '../../../client/state/filters.ts';
import { visibleGraph } from '../../../client/state/visible-graph.ts';
import type { ActorNode, ClaimNode, GraphEdge, GraphNode, PositionEdge } from '../../../server/contract/explorer.ts';
import { NEIGHBOUR_KINDS } from '../../../server/contract/explorer.ts';
import { ACTOR_KINDS, EDGE_STANCES, MODALITIES } from '../../../server/contract/vocabulary.ts';

const DATES = ['2021', '2022-09', '2022-09-13', '2022-09-22', '2023-01'];
const PUBLISHERS = [
  { id: 'p0', name: 'Paper' },
  { id: 'p1', name: 'Agency' },
];
const TOPICS = ['arms', 'oil'];
const ATTRIBUTES = fc.subarray([
  ['party', ['Left', 'Green']],
  ['seats', [12]],
  ['constructor', ['x']],
] as const);
const CHOICES = [
  'actor.party:"Left"',
  'actor.seats:12',
  'claim.party:"Green"',
  'claim.constructor:"x"',
  'claim.seats:"12"',
];

const facet = fc.record<Facet>({
  date: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
  modality: fc.constantFrom(...MODALITIES),
  publisher: fc.option(fc.constantFrom(...PUBLISHERS), { nil: undefined }),
  isFirstHand: fc.boolean(),
});
const actors = fc.array(
  fc.record({ kind: fc.option(fc.constantFrom(...ACTOR_KINDS), { nil: undefined }), attributes: ATTRIBUTES }),
  { minLength: 1, maxLength: 6 },
);
const attributesOf = (entries: readonly (readonly [string, readonly (string | number)[]])[]) =>
  entries.length === 0 ? {} : { attributes: Object.fromEntries(entries.map(([key, values]) => [key, [...values]])) };
const claims = fc.array(
  fc.record({ topics: fc.subarray([...TOPICS]), attributes: ATTRIBUTES, asserters: fc.nat(2), deniers: fc.nat(2) }),
  { minLength: 1, maxLength: 6 },
);
const positions = fc.uniqueArray(
  fc.record({
    from: fc.nat(5),
    to: fc.nat(5),
    stance: fc.constantFrom(...EDGE_STANCES),
    facets: fc.array(facet, { minLength: 1, maxLength: 4 }),
  }),
  { selector: ({ from, to, stance }) => `${from} ${stance} ${to}`, maxLength: 20 },
);

interface Case {
  readonly graph: FilteredGraph;
  readonly facetsOf: FacetsOf;
}

const cases: fc.Arbitrary<Case> = fc
  .record({ actors, claims, positions, speaking: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 3 }) })
  .map(({ actors: kinds, claims: texts, positions: lines, speaking }) => {
    const nodes: GraphNode[] = [
      ...kinds.map(({ kind, attributes }, i): ActorNode => ({
        type: 'actor',
        id: `a${i}`,
        name: `Actor ${i}`,
        ...(kind && { kind }),
        ...attributesOf(attributes),
        aliases: [],
        asserts: 1,
        denies: 1,
        statements: 2,
      })),
      ...texts.map(({ topics, attributes, asserters, deniers }, i): ClaimNode => ({
        type: 'claim',
        id: `c${i}`,
        text: `Claim ${i}`,
        ...(topics.length > 0 && { topics }),
        ...attributesOf(attributes),
        asserters,
        deniers,
        statements: 2,
      })),
    ];
    const facets = new Map<string, readonly Facet[]>();
    const edges = lines.map(({ from, to, stance, facets: behind }): PositionEdge => {
      const [source, target] = [`a${from % kinds.length}`, `c${to % texts.length}`];
      const id = `${source} ${stance} ${target}`;
      if (!facets.has(id)) facets.set(id, behind);
      const dates = (facets.get(id) ?? []).flatMap(({ date }) => date ?? []).sort();
      const [first, last] = [dates[0], dates.at(-1)];
      return {
        type: 'position',
        id,
        source,
        target,
        stance,
        statements: facets.get(id)?.length ?? 0,
        modality: 'stated',
        ...(first && { firstDate: first }),
        ...(last && { lastDate: last }),
      };
    });
    const speaks = speaking
      .filter(([a, b]) => a % kinds.length !== b % kinds.length)
      .map(([a, b]): GraphEdge => ({
        type: 'speaksFor',
        id: `a${a % kinds.length} speaksFor a${b % kinds.length}`,
        source: `a${a % kinds.length}`,
        target: `a${b % kinds.length}`,
      }));
    const all: GraphEdge[] = [...edges, ...speaks];
    return {
      graph: {
        nodes: new Map(nodes.map((node) => [node.id, node])),
        edges: new Map(all.map((edge) => [edge.id, edge])),
      },
      facetsOf: ({ id }: PositionEdge) => facets.get(id),
    };
  });

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const filters: fc.Arbitrary<Filters> = fc.record({
  mode: fc.constantFrom('dim' as const, 'hide' as const),
  stances: some(EDGE_STANCES),
  kinds: some(NEIGHBOUR_KINDS),
  modalities: some(MODALITIES),
  from: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
  to: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
  publishers: some(PUBLISHERS.map(({ id }) => id)),
  topics: some(TOPICS),
  attributes: some(CHOICES),
  contestedOnly: fc.boolean(),
  firstHandOnly: fc.boolean(),
  minStatements: fc.integer({ min: 1, max: 4 }),
});

const sorted = (ids: Iterable<string>) => [...ids].sort();

describe('filters, on any graph', () => {
  it('pass a subgraph, and no edge without both of its ends', () => {
    fc.assert(
      fc.property(cases, filters, ({ graph, facetsOf }, wanted) => {
        const passing = passingOf(graph, wanted, facetsOf);
        expect([...passing.nodes].filter((id) => !graph.nodes.has(id))).toEqual([]);
        for (const id of passing.edges) {
          const edge = graph.edges.get(id);
          expect([edge?.source, edge?.target].every((end) => end !== undefined && passing.nodes.has(end))).toBe(true);
        }
      }),
    );
  });

  it('pass everything when none is active, in each mode', () => {
    fc.assert(
      fc.property(cases, filters, ({ graph, facetsOf }, wanted) => {
        const none = withoutFilters(wanted);
        expect(isFiltering(none)).toBe(false);
        const passing = passingOf(graph, none, facetsOf);
        expect(sorted(passing.nodes)).toEqual(sorted(graph.nodes.keys()));
        expect(sorted(passing.edges)).toEqual(sorted(graph.edges.keys()));
      }),
    );
  });

  it('give the same result for any order of filters and of the graph', () => {
    fc.assert(
      fc.property(
        cases,
        filters,
        fc.shuffledSubarray([...FILTER_NAMES], { minLength: FILTER_NAMES.length }),
        ({ graph, facetsOf }, wanted, order) => {
          let put: Filters = { ...NO_FILTERS, mode: wanted.mode };
          for (const name of order) {
            const part = onlyPart(wanted, name);
            put = name === 'dates' ? { ...put, from: part.from, to: part.to } : { ...put, [name]: part[name] };
          }
          expect(put).toEqual(wanted);
          const turned = { nodes: new Map([...graph.nodes].reverse()), edges: new Map([...graph.edges].reverse()) };
          const [one, other] = [passingOf(graph, wanted, facetsOf), passingOf(turned, put, facetsOf)];
          expect(sorted(other.nodes)).toEqual(sorted(one.nodes));
          expect(sorted(other.edges)).toEqual(sorted(one.edges));
        },
      ),
    );
  });

  it('pass no less when one of them is removed', () => {
    fc.assert(
      fc.property(cases, filters, fc.constantFrom(...FILTER_NAMES), ({ graph, facetsOf }, wanted, name: FilterName) => {
        const [strict, loose] = [
          passingOf(graph, wanted, facetsOf),
          passingOf(graph, withoutPart(wanted, name), facetsOf),
        ];
        expect([...strict.nodes].filter((id) => !loose.nodes.has(id))).toEqual([]);
        expect([...strict.edges].filter((id) => !loose.edges.has(id))).toEqual([]);
      }),
    );
  });

  it('give numbers of visible, dimmed and hidden nodes that add up', () => {
    fc.assert(
      fc.property(cases, filters, ({ graph, facetsOf }, wanted) => {
        const passing = passingOf(graph, wanted, facetsOf);
        const visible = visibleGraph({ ...graph, hidden: new Set(), filters: wanted }, passing);
        expect(visible.nodes.size + visible.filteredNodes).toBe(graph.nodes.size);
        const isHiding = wanted.mode === 'hide' && isFiltering(wanted);
        expect(visible.nodes.size).toBe(isHiding ? passing.nodes.size : graph.nodes.size);
        expect(visible.dimmedNodes).toBe(
          wanted.mode === 'dim' && isFiltering(wanted) ? graph.nodes.size - passing.nodes.size : 0,
        );
      }),
    );
  });

  it('count on each visible position the statements that pass, with their first and last date', () => {
    fc.assert(
      fc.property(cases, filters, ({ graph, facetsOf }, wanted) => {
        const passing = passingOf(graph, wanted, facetsOf);
        const visible = visibleGraph({ ...graph, hidden: new Set(), filters: wanted }, passing);
        let sum = 0;
        for (const id of passing.edges) {
          const [edge, stored] = [visible.edges.get(id), graph.edges.get(id)];
          if (edge?.type !== 'position' || stored?.type !== 'position') continue;
          const behind = (facetsOf(stored) ?? []).filter((one) => passesStatement(one, wanted));
          const dates = behind.flatMap(({ date }) => date ?? []).toSorted();
          expect([edge.statements, edge.firstDate, edge.lastDate]).toEqual([behind.length, dates[0], dates.at(-1)]);
          sum += behind.length;
        }
        expect(passingStatements(graph, passing)).toBe(sum);
        const others = [...visible.edges].filter(([id]) => !passing.edges.has(id));
        for (const [id, edge] of others) expect(edge).toBe(graph.edges.get(id));
      }),
    );
  });

  it('are inactive when each is removed, and a value toggled twice is removed', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...PUBLISHERS), (wanted, { id }) => {
        expect(isFiltering(activeParts(wanted).reduce(withoutPart, wanted))).toBe(false);
        expect(isFiltering(wanted)).toBe(activeParts(wanted).length > 0);
        const turned = withValueToggled(withValueToggled(wanted, 'publishers', id), 'publishers', id);
        expect(sorted(turned.publishers)).toEqual(sorted(wanted.publishers));
      }),
    );
  });
});

const actor = (id: string, kind?: ActorNode['kind']): ActorNode => ({
  type: 'actor',
  id,
  name: id,
  ...(kind && { kind }),
  aliases: [],
  asserts: 1,
  denies: 0,
  statements: 1,
});
const claim = (id: string, extra: Partial<ClaimNode> = {}): ClaimNode => ({
  type: 'claim',
  id,
  text: id,
  asserters: 1,
  deniers: 0,
  statements: 1,
  ...extra,
});
const line = (source: string, stance: 'asserts' | 'denies', target: string, statements = 1): PositionEdge => ({
  type: 'position',
  id: `${source} ${stance} ${target}`,
  source,
  target,
  stance,
  statements,
  modality: 'stated',
});
const graphOf = (nodes: readonly GraphNode[], edges: readonly GraphEdge[]): FilteredGraph => ({
  nodes: new Map(nodes.map((node) => [node.id, node])),
  edges: new Map(edges.map((edge) => [edge.id, edge])),
});

const GRAPH = graphOf(
  [
    actor('state', 'state'),
    { ...actor('person', 'person'), attributes: { party: ['Green', 'Left'], seats: [12] } },
    actor('alone', 'state'),
    actor('unknown'),
    claim('arms', { topics: ['arms', 'trade'], deniers: 1, attributes: { party: ['Left'] } }),
    claim('oil'),
  ],
  [
    line('state', 'denies', 'arms', 2),
    line('person', 'asserts', 'arms'),
    line('person', 'asserts', 'oil', 3),
    { type: 'speaksFor', id: 'person speaksFor state', source: 'person', target: 'state' },
  ],
);
const FACETS: Readonly<Record<string, readonly Facet[]>> = {
  'state denies arms': [
    { date: '2022-09-22', modality: 'stated', publisher: { id: 'kcna', name: 'KCNA' }, isFirstHand: true },
    { date: '2022-11', modality: 'stated', publisher: { id: 'kcna', name: 'KCNA' }, isFirstHand: false },
  ],
  'person asserts arms': [{ date: '2022', modality: 'hedged', publisher: undefined, isFirstHand: true }],
};
const pass = (change: Partial<Filters>) => {
  const { nodes, edges } = passingOf(GRAPH, { ...NO_FILTERS, ...change }, ({ id }) => FACETS[id]);
  return { nodes: sorted(nodes), edges: sorted(edges) };
};

describe('what a filter passes', () => {
  it('by stance: its positions and the nodes that they join', () => {
    expect(pass({ stances: ['denies'] })).toEqual({ nodes: ['arms', 'state'], edges: ['state denies arms'] });
  });

  it('by kind: actors of the kind even without a position, and the claims of their positions', () => {
    expect(pass({ kinds: ['state'] })).toEqual({ nodes: ['alone', 'arms', 'state'], edges: ['state denies arms'] });
    expect(pass({ kinds: ['unknown'] })).toEqual({ nodes: ['unknown'], edges: [] });
  });

  it('by topic and contested: the claims and the actors with a position on them', () => {
    const expected = {
      nodes: ['arms', 'person', 'state'],
      edges: ['person asserts arms', 'person speaksFor state', 'state denies arms'],
    };
    expect(pass({ topics: ['arms'] })).toEqual(expected);
    expect(pass({ topics: ['trade', 'weather'] })).toEqual(expected);
    expect(pass({ topics: ['weather'] })).toEqual({ nodes: [], edges: [] });
    expect(pass({ contestedOnly: true })).toEqual(expected);
  });

  it('by attribute: nodes with one of the values of each key, and the nodes of their positions', () => {
    const ofPerson = { nodes: ['arms', 'oil', 'person'], edges: ['person asserts arms', 'person asserts oil'] };
    expect(pass({ attributes: ['actor.party:"Left"', 'actor.party:"Blue"'] })).toEqual(ofPerson);
    expect(pass({ attributes: ['actor.party:"Left"', 'actor.seats:12'] })).toEqual(ofPerson);
    expect(pass({ attributes: ['actor.party:"Left"', 'actor.seats:"12"'] })).toEqual({ nodes: [], edges: [] });
    expect(pass({ attributes: ['actor.constructor:"x"'] })).toEqual({ nodes: [], edges: [] });
    expect(pass({ attributes: ['claim.party:"Left"'] })).toEqual({
      nodes: ['arms', 'person', 'state'],
      edges: ['person asserts arms', 'person speaksFor state', 'state denies arms'],
    });
  });

  it('by modality, publisher and first hand: positions with such a statement, and those whose statements are not fetched yet', () => {
    expect(pass({ modalities: ['hedged'] }).edges).toEqual(['person asserts arms', 'person asserts oil']);
    expect(pass({ publishers: ['kcna'], stances: ['denies'] }).edges).toEqual(['state denies arms']);
    expect(pass({ firstHandOnly: true, minStatements: 2 }).edges).toEqual(['person asserts oil']);
  });

  it('needs one statement that passes all filters, not several together', () => {
    expect(pass({ from: '2022-11', firstHandOnly: true, stances: ['denies'] }).edges).toEqual([]);
    expect(pass({ from: '2022-11', stances: ['denies'] }).edges).toEqual(['state denies arms']);
  });

  it('by a minimum number of statements: counts those that pass the other filters', () => {
    expect(pass({ minStatements: 2 }).edges).toEqual([
      'person asserts oil',
      'person speaksFor state',
      'state denies arms',
    ]);
    expect(pass({ minStatements: 2, from: '2022-11' }).edges).toEqual(['person asserts oil']);
  });
});

describe('a range of dates', () => {
  it.each([
    ['2022-09-22', '2022-09', '2022-09', true],
    ['2022-09-22', '2022-09-23', undefined, false],
    ['2022-09-22', undefined, '2022', true],
    ['2022', '2022-09', '2022-10', true],
    ['2023', '2022', '2022-12-31', false],
    ['2021-12-31', '2022', undefined, false],
    [undefined, '2022', undefined, false],
    [undefined, undefined, undefined, true],
  ])('contains %s from %s to %s: %s', (date, from, to, expected) => {
    expect(isInRange(date, from, to)).toBe(expected);
  });
});

describe('facets and options', () => {
  it('reads the columns of the server by edge', () => {
    const facets = facetsByEdge(['x', 'y'], {
      edge: [1, 1],
      date: ['2022-09', ''],
      modality: [0, 2],
      publisher: [0, -1],
      firstHand: [0, 1],
      publishers: [{ id: 'nyt', name: 'The New York Times' }],
      total: 2,
      truncated: false,
    });
    expect(facets.get('x')).toEqual([]);
    expect(facets.get('y')).toEqual([
      { date: '2022-09', modality: 'stated', publisher: { id: 'nyt', name: 'The New York Times' }, isFirstHand: false },
      { date: undefined, modality: 'hedged', publisher: undefined, isFirstHand: true },
    ]);
  });

  it('offers the values of the graph, all counted in statements, most frequent first', () => {
    const options = filterOptions(GRAPH, ({ id }) => FACETS[id]);
    expect(options.stances.map(({ value, count }) => [value, count])).toEqual([
      ['asserts', 4],
      ['denies', 2],
    ]);
    expect(options.kinds.map(({ value, count }) => [value, count])).toEqual([
      ['person', 4],
      ['state', 2],
      ['unknown', 0],
    ]);
    expect(options.publishers).toEqual([{ value: 'kcna', name: 'KCNA', count: 2 }]);
    expect(options.topics).toEqual([
      { value: 'arms', name: 'arms', count: 3 },
      { value: 'trade', name: 'trade', count: 3 },
    ]);
    expect(options.attributes).toEqual([
      {
        owner: 'actor',
        key: 'party',
        options: [
          { value: 'actor.party:"Green"', name: 'Green', count: 4 },
          { value: 'actor.party:"Left"', name: 'Left', count: 4 },
        ],
      },
      { owner: 'actor', key: 'seats', options: [{ value: 'actor.seats:12', name: '12', count: 4 }] },
      { owner: 'claim', key: 'party', options: [{ value: 'claim.party:"Left"', name: 'Left', count: 3 }] },
    ]);
    expect([options.contested, options.firstHand, options.mostStatements]).toEqual([3, 2, 3]);
  });
});
