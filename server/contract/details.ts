/** The details of a node: positions, sources, timeline, and the history of a position. */
import * as z from 'zod/mini';
import { ActorRef, ClaimRef, DocumentRef, GraphNode, PositionEdge, StatementView } from './explorer.ts';
import { EdgeStance } from './vocabulary.ts';

const Count = z.int().check(z.nonnegative());

/** A position of a node, and the node at its other end. */
export const NodePosition = z.object({ node: GraphNode, edge: PositionEdge });
export type NodePosition = z.infer<typeof NodePosition>;

/** The claims of an actor, or the actors of a claim: latest statement first, undated last. */
export const PositionPage = z.object({
  positions: z.array(NodePosition),
  total: Count,
  truncated: z.boolean(),
  next: z.optional(z.string()),
});
export type PositionPage = z.infer<typeof PositionPage>;

/** Where an actor, or a claim, is quoted: documents and publishers with most of its statements first. */
export const NodeSources = z.object({
  documents: z.array(z.object({ document: DocumentRef, statements: Count })),
  publishers: z.array(z.object({ publisher: ActorRef, documents: Count, statements: Count })),
  /** Statements without a document. */
  withoutDocument: Count,
  /** The total number of documents; `truncated` when the list is not complete (publishers are counted from the listed documents). */
  total: Count,
  truncated: z.boolean(),
});
export type NodeSources = z.infer<typeof NodeSources>;

/** Numbers of statements by stance. `month` is `2022-09`, or `2022` when only the year is known. */
export const TimelineBucket = z.object({ month: z.string(), asserts: Count, denies: Count, neutral: Count });
export type TimelineBucket = z.infer<typeof TimelineBucket>;

/** The statements of a node by time, oldest first; months without one are left out. */
export const Timeline = z.object({
  buckets: z.array(TimelineBucket),
  undated: z.object({ asserts: Count, denies: Count, neutral: Count }),
  truncated: z.boolean(),
});
export type Timeline = z.infer<typeof Timeline>;

/** One statement in the history of a position. `changedFrom` is present when the actor had the opposite position before. */
export const PositionStep = z.object({ statement: StatementView, changedFrom: z.optional(EdgeStance) });
export type PositionStep = z.infer<typeof PositionStep>;

/** The statements of an actor on a claim, oldest first, undated last. */
export const PositionHistory = z.object({
  actor: ActorRef,
  claim: ClaimRef,
  steps: z.array(PositionStep),
  changes: Count,
  total: Count,
  truncated: z.boolean(),
});
export type PositionHistory = z.infer<typeof PositionHistory>;
