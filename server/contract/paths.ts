/** Connections: paths, common neighbours, and the statements behind the edges of a view. */
import * as z from 'zod/mini';
import { ActorRef, GraphEdge, GraphNode, StatementView, Subgraph } from './explorer.ts';

const Count = z.int().check(z.nonnegative());

/**
 * `nodes` in order from one end to the other. `edges` in the same order; between two nodes there may be
 * several (an actor that asserted a claim and denied it), so that there can be more edges than hops.
 */
export const GraphPath = z.object({ nodes: z.array(z.string()), edges: z.array(z.string()) });
export type GraphPath = z.infer<typeof GraphPath>;

/** Statements shown for each position of a path; the edge tells how many there are. */
export const STATEMENTS_A_STEP = 3;

/**
 * Shortest first. `paths` is empty when there is none of at most `maxHops` edges; with `truncated` the
 * search ended early, so that there may be more.
 */
export const PathAnswer = z.object({
  paths: z.array(GraphPath),
  /** Every node and edge of the paths, once. */
  nodes: z.array(GraphNode),
  edges: z.array(GraphEdge),
  /** The newest statements of each position on the paths; those of an edge have its source, target and stance. */
  statements: z.array(StatementView),
  maxHops: Count,
  truncated: z.boolean(),
});
export type PathAnswer = z.infer<typeof PathAnswer>;

/** Which of the common neighbours: those on which two given nodes take opposite sides, or those on which all take one side. */
export const COMMON_SIDES = ['opposite', 'same'] as const;

/** The nodes that are connected to most of the given nodes, and the edges between both; `total` counts nodes that are connected to at least two. */
export const CommonNeighbours = z.extend(Subgraph, {
  /** The given nodes have too many edges: those with most are not compared, or edges are missing. */
  incomplete: z.boolean(),
  next: z.optional(z.string()),
  /** For each of `nodes`, in this order: the number of given nodes that it is connected to. */
  shared: z.array(Count),
});
export type CommonNeighbours = z.infer<typeof CommonNeighbours>;

/**
 * The statements behind some edges as columns, for filters: all columns are as long as `edge`, and row
 * `i` of each belongs to one statement. Plain numbers and texts: the page validates 250,000 of them at once
 * and must stay responsive.
 */
export const EdgeFacets = z.object({
  /** Index of the edge in the list of the request. */
  edge: z.array(z.number()),
  /** Empty when it has none. */
  date: z.array(z.string()),
  /** Index in MODALITIES. */
  modality: z.array(z.number()),
  /** Index in `publishers`, or -1. */
  publisher: z.array(z.number()),
  /** 1 when nobody reported it, else 0. */
  firstHand: z.array(z.number()),
  publishers: z.array(ActorRef),
  total: Count,
  truncated: z.boolean(),
});
export type EdgeFacets = z.infer<typeof EdgeFacets>;
