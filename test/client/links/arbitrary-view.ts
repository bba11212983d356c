/** Generators of arbitrary views: ids in every script, each part set or not. */
import fc from 'fast-check';
import { NEIGHBOUR_KINDS } from '../../../server/contract/explorer.ts';
import { EDGE_STANCES, MODALITIES } from '../../../server/contract/vocabulary.ts';
import { LAYOUT_NAMES } from '../../../client/graph/layout/layout-names.ts';
import { attributeChoice } from '../../../client/state/attribute-choices.ts';
import {
  attributeProperty,
  STYLE_PROPERTIES,
  STYLE_SCALES,
  STYLE_TARGETS,
} from '../../../client/graph/scene/style-rules.ts';
import { TABLES } from '../../../client/state/explorer-state.ts';
import type { Panel } from '../../../client/state/explorer-state.ts';
import type { PortableView } from '../../../client/links/portable-view.ts';

const id = fc.oneof(
  fc.stringMatching(/^[a-z0-9-]{1,30}$/u),
  fc.constantFrom('金正恩', 'пресс-служба', 'هيئة', '국방부', 'émeute', '__proto__', '0', 'a'.repeat(200)),
);
const ids = fc.uniqueArray(id, { maxLength: 40 });
const whole = fc.integer({ min: -100_000, max: 100_000 });
const hundredth = fc.integer({ min: 1, max: 10_000_000 }).map((value) => value / 100);
const text = fc.string({ maxLength: 30, unit: 'grapheme' });
const date = fc.constantFrom('2022', '2022-09', '2022-09-22');

const attributeKey = fc.constantFrom('party', 'odd "key"', '2020', 'constructor', 'v.2');
const choice = fc
  .record({ owner: fc.constantFrom('actor', 'claim'), key: attributeKey, value: fc.oneof(text, fc.integer()) })
  .map(attributeChoice);

const filters: fc.Arbitrary<PortableView['filters']> = fc.record({
  mode: fc.constantFrom('dim', 'hide'),
  stances: fc.subarray([...EDGE_STANCES]),
  kinds: fc.subarray([...NEIGHBOUR_KINDS]),
  modalities: fc.subarray([...MODALITIES]),
  from: fc.option(date, { nil: undefined }),
  to: fc.option(date, { nil: undefined }),
  publishers: fc.array(id, { maxLength: 3 }),
  topics: fc.array(text, { maxLength: 3 }),
  attributes: fc.array(choice, { maxLength: 3 }),
  contestedOnly: fc.boolean(),
  firstHandOnly: fc.boolean(),
  minStatements: fc.integer({ min: 1, max: 1_000 }),
});

const look = fc.record({
  sort: fc.option(fc.record({ column: text, isDescending: fc.boolean() }), { nil: undefined }),
  without: fc.array(text, { maxLength: 3 }),
});
const table = fc.record({
  shown: fc.constantFrom(...TABLES),
  text,
  looks: fc.record({ nodes: look, edges: look, statements: look }),
});

function panelAmong(nodes: readonly string[]): fc.Arbitrary<Panel | undefined> {
  const one = nodes.length === 0 ? id : fc.constantFrom(...nodes);
  const plain = fc.oneof(
    fc.record({ kind: fc.constantFrom('overview' as const, 'selection' as const) }),
    fc.record({ kind: fc.constant('node' as const), id: one }),
    fc.record({ kind: fc.constant('edge' as const), id: fc.tuple(one, one).map(([a, b]) => `${a} denies ${b}`) }),
    fc.record({ kind: fc.constant('paths' as const), from: one, to: one, stances: fc.subarray([...EDGE_STANCES]) }),
    fc.record({ kind: fc.constant('history' as const), actor: one, claim: one }),
  );
  const document = fc.record({
    kind: fc.constant('document' as const),
    id,
    statement: fc.option(id, { nil: undefined }),
    from: fc.option(plain, { nil: undefined }),
  });
  return fc.option(fc.oneof(plain, document), { nil: undefined });
}

/** Views of up to 40 nodes, with integer positions, as the format stores them. */
export const views: fc.Arbitrary<PortableView> = ids.chain((nodes) => {
  const some = fc.subarray(nodes);
  const edges =
    nodes.length === 0
      ? fc.constant([])
      : fc.uniqueArray(
          fc
            .tuple(
              fc.constantFrom(...nodes),
              fc.constantFrom('asserts', 'denies', 'speaksFor'),
              fc.constantFrom(...nodes),
            )
            .map((words) => words.join(' ')),
          { maxLength: 5 },
        );
  const things = fc.tuple(some, edges).map(([a, b]) => new Set([...a, ...b]));
  return fc.record({
    positions: fc
      .array(fc.record({ x: whole, y: whole }), { minLength: nodes.length, maxLength: nodes.length })
      .map((points) => new Map(nodes.map((node, index) => [node, points[index] ?? { x: 0, y: 0 }]))),
    pinned: some.map((list) => new Set(list)),
    hidden: some.map((list) => new Set(list)),
    broughtBy: some.map((list) => new Map(list.slice(1).map((node) => [node, list[0] ?? node]))),
    selection: things,
    highlight: things,
    filters,
    styleRules: fc.array(
      fc.record({
        target: fc.constantFrom(...STYLE_TARGETS),
        by: fc.oneof(fc.constantFrom(...STYLE_PROPERTIES), attributeKey.map(attributeProperty)),
        scale: fc.constantFrom(...STYLE_SCALES),
      }),
      { maxLength: 3 },
    ),
    layout: fc.constantFrom(...LAYOUT_NAMES),
    panel: panelAmong(nodes),
    camera: fc.option(fc.record({ center: fc.record({ x: whole, y: whole }), width: hundredth, height: hundredth }), {
      nil: undefined,
    }),
    query: text,
    table,
    screen: fc.constantFrom('graph' as const, 'table' as const),
  });
});
