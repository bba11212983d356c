/** The answers of the read models: nodes, edges, statements, documents, search results. */
import * as z from 'zod/mini';
import { Attributes } from './attributes.ts';
import { ACTOR_KINDS, ActorKind, EdgeStance, Modality, PartialDate, Stance } from './vocabulary.ts';

const Count = z.int().check(z.nonnegative());

export const ActorRef = z.object({ id: z.string(), name: z.string(), kind: z.optional(ActorKind) });
export type ActorRef = z.infer<typeof ActorRef>;
export const ClaimRef = z.object({ id: z.string(), text: z.string() });
export type ClaimRef = z.infer<typeof ClaimRef>;

export const ActorNode = z.object({
  type: z.literal('actor'),
  id: z.string(),
  name: z.string(),
  kind: z.optional(ActorKind),
  aliases: z.array(z.string()),
  description: z.optional(z.string()),
  /** Absent if there is none, also of a claim and of a document. */
  attributes: z.optional(Attributes),
  /** Numbers of claims asserted and denied, and of statements of any stance. */
  asserts: Count,
  denies: Count,
  statements: Count,
});
export type ActorNode = z.infer<typeof ActorNode>;

export const ClaimNode = z.object({
  type: z.literal('claim'),
  id: z.string(),
  text: z.string(),
  /** Sorted; absent if there is none. */
  topics: z.optional(z.array(z.string())),
  scope: z.optional(z.string()),
  attributes: z.optional(Attributes),
  /** Numbers of actors that assert and deny it; contested when neither is 0. */
  asserters: Count,
  deniers: Count,
  statements: Count,
  firstDate: z.optional(PartialDate),
  lastDate: z.optional(PartialDate),
});
export type ClaimNode = z.infer<typeof ClaimNode>;

export const GraphNode = z.discriminatedUnion('type', [ActorNode, ClaimNode]);
export type GraphNode = z.infer<typeof GraphNode>;

/** An actor's position on a claim: one edge for each actor, claim and stance. */
export const PositionEdge = z.object({
  type: z.literal('position'),
  id: z.string(),
  source: z.string(),
  target: z.string(),
  stance: EdgeStance,
  statements: Count,
  firstDate: z.optional(PartialDate),
  lastDate: z.optional(PartialDate),
  /** The strongest modality among its statements: stated, then reported, then hedged. */
  modality: Modality,
});
export type PositionEdge = z.infer<typeof PositionEdge>;

export const SpeaksForEdge = z.object({
  type: z.literal('speaksFor'),
  id: z.string(),
  source: z.string(),
  target: z.string(),
});
export type SpeaksForEdge = z.infer<typeof SpeaksForEdge>;

export const GraphEdge = z.discriminatedUnion('type', [PositionEdge, SpeaksForEdge]);
export type GraphEdge = z.infer<typeof GraphEdge>;

/** `total` is the full number; `truncated` is true when the list is not complete. */
export const Subgraph = z.object({
  nodes: z.array(GraphNode),
  edges: z.array(GraphEdge),
  total: Count,
  truncated: z.boolean(),
});
export type Subgraph = z.infer<typeof Subgraph>;

/** The nodes among some ids, and `missing`: the ids that no node has. */
export const ChosenGraph = z.extend(Subgraph, { missing: z.array(z.string()) });
export type ChosenGraph = z.infer<typeof ChosenGraph>;

export const Counts = z.object({
  actors: Count,
  claims: Count,
  contested: Count,
  documents: Count,
  statements: Count,
  asserts: Count,
  denies: Count,
});
export type Counts = z.infer<typeof Counts>;

export const Overview = z.object({ counts: Counts, graph: Subgraph });
export type Overview = z.infer<typeof Overview>;

/** The number of neighbours of a node by relation: what an expansion adds. */
export const NeighbourCounts = z.object({ asserts: Count, denies: Count, speaksFor: Count, spokenForBy: Count });
export type NeighbourCounts = z.infer<typeof NeighbourCounts>;

/** Kinds of actors, and `unknown` for actors whose source names no kind. */
export const NEIGHBOUR_KINDS = [...ACTOR_KINDS, 'unknown'] as const;
export const NeighbourKind = z.enum(NEIGHBOUR_KINDS);
export type NeighbourKind = z.infer<typeof NeighbourKind>;

/**
 * Groups of neighbours that can be expanded separately. Actors have a `kind`, claims are `contested` or not;
 * a neighbour with both stances counts in both.
 */
export const NeighbourGroup = z.object({
  relation: z.enum(['asserts', 'denies', 'speaksFor', 'spokenForBy']),
  kind: z.optional(NeighbourKind),
  contested: z.optional(z.boolean()),
  count: Count,
});
export type NeighbourGroup = z.infer<typeof NeighbourGroup>;

export const SpeakingRelation = z.object({ actor: ActorRef, relation: z.enum(['speaksFor', 'spokenForBy']) });
export const NodeDetails = z.object({
  node: GraphNode,
  neighbours: NeighbourCounts,
  /** The same neighbours by kind; none is empty. */
  groups: z.array(NeighbourGroup),
  speaking: z.array(SpeakingRelation),
});
export type NodeDetails = z.infer<typeof NodeDetails>;

/**
 * `located`: the quotation is in the text of the document from start to end, apart from white space and invisible
 * characters. `typography`: it is there, but with other quotation marks, dashes or ligatures. All other quotations
 * have no position.
 */
export const QUOTATION_LOCATIONS = ['located', 'not-found', 'ambiguous', 'no-text', 'typography'] as const;
export const QuotationLocation = z.enum(QUOTATION_LOCATIONS);
export type QuotationLocation = z.infer<typeof QuotationLocation>;

export const LocatedQuotation = z.object({
  exact: z.string(),
  prefix: z.optional(z.string()),
  suffix: z.optional(z.string()),
  start: z.optional(Count),
  end: z.optional(Count),
  location: QuotationLocation,
});
export type LocatedQuotation = z.infer<typeof LocatedQuotation>;

export const DocumentRef = z.object({
  id: z.string(),
  title: z.string(),
  url: z.optional(z.string()),
  publishedAt: z.optional(PartialDate),
  publisher: z.optional(ActorRef),
});
export type DocumentRef = z.infer<typeof DocumentRef>;

export const StatementView = z.object({
  id: z.string(),
  actor: ActorRef,
  claim: ClaimRef,
  stance: Stance,
  modality: Modality,
  date: z.optional(PartialDate),
  quotation: z.optional(LocatedQuotation),
  document: z.optional(DocumentRef),
  reportedBy: z.array(ActorRef),
  note: z.optional(z.string()),
  importId: z.string(),
});
export type StatementView = z.infer<typeof StatementView>;

/** `next` is the cursor of the following page, absent on the last one. */
export const StatementPage = z.object({
  statements: z.array(StatementView),
  total: Count,
  truncated: z.boolean(),
  next: z.optional(z.string()),
});
export type StatementPage = z.infer<typeof StatementPage>;

/** What the statements in a range of dates give: the actors that assert and deny, the statements of any stance. */
export const RangeCounts = z.object({
  asserters: Count,
  deniers: Count,
  statements: Count,
  firstDate: z.optional(PartialDate),
  lastDate: z.optional(PartialDate),
});
export type RangeCounts = z.infer<typeof RangeCounts>;

export const ClaimPage = z.object({
  claims: z.array(ClaimNode),
  /** Only with a range of dates: for each of `claims`, in this order, the counts in the range. */
  inRange: z.optional(z.array(RangeCounts)),
  total: Count,
  truncated: z.boolean(),
  next: z.optional(z.string()),
});
export type ClaimPage = z.infer<typeof ClaimPage>;

/** A document with its text, and its statements in the order of their quotations. */
export const DocumentView = z.object({
  document: z.extend(DocumentRef, {
    language: z.optional(z.string()),
    attributes: z.optional(Attributes),
    text: z.optional(z.string()),
    sha256: z.optional(z.string()),
  }),
  statements: z.array(StatementView),
  total: Count,
  truncated: z.boolean(),
});
export type DocumentView = z.infer<typeof DocumentView>;

export const SEARCH_KINDS = ['actor', 'claim', 'quotation', 'document'] as const;
export const SearchKind = z.enum(SEARCH_KINDS);
export type SearchKind = z.infer<typeof SearchKind>;

/**
 * One hit. `text` is what is shown (name, claim, quotation, title); `matched` is the alias that
 * matched, if it was not the text; `hits` are [start, end) UTF-16 spans of `matched ?? text` to mark.
 */
export const SearchResult = z.object({
  kind: SearchKind,
  id: z.string(),
  text: z.string(),
  matched: z.optional(z.string()),
  hits: z.array(z.tuple([Count, Count])),
  /** For a quotation: the statement's actor and claim, which it leads to. */
  actor: z.optional(ActorRef),
  claim: z.optional(ClaimRef),
  /** For an actor or a claim: the node itself. */
  node: z.optional(GraphNode),
});
export type SearchResult = z.infer<typeof SearchResult>;

export const SearchAnswer = z.object({ query: z.string(), results: z.array(SearchResult), truncated: z.boolean() });
export type SearchAnswer = z.infer<typeof SearchAnswer>;
