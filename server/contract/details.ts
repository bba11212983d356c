/** What stands beside the canvas: positions, sources and time of a node, and how a position changed. */
import * as z from 'zod/mini';
import { ActorRef, ClaimRef, DocumentRef, GraphNode, PositionEdge, StatementView } from './explorer.ts';
import { EdgeStance } from './vocabulary.ts';

const Count = z.int().check(z.nonnegative());

/** A position of a node, and who or what is at its other end. */
export const NodePosition = z.object({ node: GraphNode, edge: PositionEdge });
export type NodePosition = z.infer<typeof NodePosition>;

/** Of an actor its claims, of a claim its actors: latest statement first, undated last. */
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
  /** Documents in all; `truncated` when not all are listed (publishers are counted from those listed). */
  total: Count,
  truncated: z.boolean(),
});
export type NodeSources = z.infer<typeof NodeSources>;

/** Numbers of statements by stance. `month` is `2022-09`, or `2022` for those of whom no more is known. */
export const TimelineBucket = z.object({ month: z.string(), asserts: Count, denies: Count, neutral: Count });
export type TimelineBucket = z.infer<typeof TimelineBucket>;

/** The statements of a node by time, oldest first; months without one are left out. */
export const Timeline = z.object({
  buckets: z.array(TimelineBucket),
  undated: z.object({ asserts: Count, denies: Count, neutral: Count }),
  truncated: z.boolean(),
});
export type Timeline = z.infer<typeof Timeline>;

/** One statement in the history of a position. `changedFrom` is there when the actor stood on the other side before. */
export const PositionStep = z.object({ statement: StatementView, changedFrom: z.optional(EdgeStance) });
export type PositionStep = z.infer<typeof PositionStep>;

/** What an actor said on a claim, oldest first, undated last. */
export const PositionHistory = z.object({
  actor: ActorRef,
  claim: ClaimRef,
  steps: z.array(PositionStep),
  changes: Count,
  total: Count,
  truncated: z.boolean(),
});
export type PositionHistory = z.infer<typeof PositionHistory>;
