/** The schema of a view as JSON: one list of node ids, everything else as indexes into it. */
import * as z from 'zod/mini';
import { NEIGHBOUR_KINDS } from '../../server/contract/explorer.ts';
import { EDGE_STANCES, Id, MODALITIES, PartialDate } from '../../server/contract/vocabulary.ts';
import { LAYOUT_NAMES } from '../graph/layout/layout-names.ts';
import { STYLE_PROPERTIES, STYLE_SCALES, STYLE_TARGETS } from '../graph/scene/style-rules.ts';
import { TABLES } from '../state/explorer-state.ts';
import { readAttributeChoice } from '../state/attribute-choices.ts';
import { FILTER_MODES } from '../state/filters.ts';

/** The version that is written, and the newest that is read. */
export const VIEW_FORMAT = 1;
export const MAX_NODES = 20_000;

const Place = z.int().check(z.nonnegative());
const Places = z.array(Place).check(z.maxLength(MAX_NODES));
/** A node by its index, or an edge as source index, relation index and target index. */
const Things = z.array(z.union([Place, z.tuple([Place, Place, Place])])).check(z.maxLength(4 * MAX_NODES));
const Coordinate = z.number().check(z.minimum(-1e7), z.maximum(1e7));
const Text = z.string().check(z.maxLength(1_000));
const Texts = z.array(Text).check(z.maxLength(1_000));
/** The id of an edge consists of two node ids and a word between them. */
const AnyId = z.string().check(z.minLength(1), z.maxLength(420));

const PlainPanel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('overview') }),
  z.strictObject({ kind: z.literal('node'), id: AnyId }),
  z.strictObject({ kind: z.literal('edge'), id: AnyId }),
  z.strictObject({ kind: z.literal('selection') }),
  z.strictObject({ kind: z.literal('paths'), from: Id, to: Id, stances: z.array(z.enum(EDGE_STANCES)) }),
  z.strictObject({ kind: z.literal('history'), actor: Id, claim: Id }),
]);
const StoredPanel = z.union([
  PlainPanel,
  z.strictObject({
    kind: z.literal('document'),
    id: AnyId,
    statement: z.optional(AnyId),
    from: z.optional(PlainPanel),
  }),
]);

/** The JSON of a text of 1,000 characters may have 6,000. */
const Choice = z.string().check(
  z.maxLength(7_000),
  z.refine((text) => readAttributeChoice(text) !== undefined, 'Not a value of an attribute.'),
);

const StoredFilters = z.strictObject({
  mode: z.optional(z.enum(FILTER_MODES)),
  stances: z.optional(z.array(z.enum(EDGE_STANCES))),
  kinds: z.optional(z.array(z.enum(NEIGHBOUR_KINDS))),
  modalities: z.optional(z.array(z.enum(MODALITIES))),
  from: z.optional(PartialDate),
  to: z.optional(PartialDate),
  publishers: z.optional(Texts),
  topics: z.optional(Texts),
  attributes: z.optional(z.array(Choice).check(z.maxLength(1_000))),
  contestedOnly: z.optional(z.boolean()),
  firstHandOnly: z.optional(z.boolean()),
  minStatements: z.optional(z.int().check(z.minimum(1), z.maximum(1e9))),
});

const StoredRule = z.strictObject({
  target: z.enum(STYLE_TARGETS),
  by: z.union([z.enum(STYLE_PROPERTIES), z.templateLiteral(['attribute.', z.string()])]),
  scale: z.enum(STYLE_SCALES),
});
const StoredLook = z.strictObject({
  sort: z.optional(z.strictObject({ column: Text, isDescending: z.boolean() })),
  without: z.array(Text).check(z.maxLength(100)),
});
const StoredTable = z.strictObject({
  shown: z.enum(TABLES),
  text: Text,
  looks: z.strictObject({ nodes: StoredLook, edges: StoredLook, statements: StoredLook }),
});

/** The written form; except for version and nodes, fields with their default value are left out. */
export const StoredView = z.strictObject({
  v: z.literal(VIEW_FORMAT),
  /** `n`: the ids of the nodes. `p`: x and y of each. */
  n: z.array(Id).check(z.maxLength(MAX_NODES)),
  p: z.array(Coordinate).check(z.maxLength(2 * MAX_NODES)),
  pinned: z.optional(Places),
  hidden: z.optional(Places),
  /** Pairs of a node and the node whose expansion added it. */
  brought: z.optional(Places),
  selection: z.optional(Things),
  highlight: z.optional(Things),
  filters: z.optional(StoredFilters),
  rules: z.optional(z.array(StoredRule).check(z.maxLength(50))),
  layout: z.optional(z.enum(LAYOUT_NAMES)),
  /** `null`: the panel is closed. */
  panel: z.optional(z.nullable(StoredPanel)),
  /** Centre and size of the visible area. */
  camera: z.optional(
    z.tuple([
      Coordinate,
      Coordinate,
      z.number().check(z.gt(0), z.maximum(1e7)),
      z.number().check(z.gt(0), z.maximum(1e7)),
    ]),
  ),
  query: z.optional(Text),
  table: z.optional(StoredTable),
  screen: z.optional(z.enum(['graph', 'table'])),
});
export type StoredView = z.infer<typeof StoredView>;
export type StoredPanel = z.infer<typeof StoredPanel>;
