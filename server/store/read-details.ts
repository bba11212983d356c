/** Reads for the panels: the positions, sources and timeline of one node. */
import type { GraphNode, PositionEdge } from '../contract/explorer.ts';
import { STANCES, type EdgeStance, type Stance } from '../contract/vocabulary.ts';
import { cypher } from './cypher.ts';
import { positionEdge } from './read-edges.ts';
import { edgeType } from './read-neighbours.ts';
import type { Snapshot } from './read-state.ts';
import { countOf, textOf, wordOf } from './read-values.ts';

/** The key of a position in a list by date. `day` is the date of its latest statement, or empty. */
export interface PositionKey {
  readonly day: string;
  readonly statements: number;
  /** Of the claim in a list of claims, else 0. */
  readonly contention: number;
  /** All statements of the node at the other end. */
  readonly weight: number;
  readonly id: string;
}

export interface KeyedPosition {
  readonly key: PositionKey;
  readonly edge: PositionEdge;
}

/** The positions of an actor, or on a claim, after `after`: latest statement first, at most `limit`. */
export async function readPositionsOf(
  { q, hidden }: Snapshot,
  node: GraphNode,
  page: { readonly stance?: EdgeStance | undefined; readonly after: PositionKey | undefined; readonly limit: number },
): Promise<KeyedPosition[]> {
  const { stance, after, limit } = page;
  const rows = await q.run(cypher(node.type === 'actor' ? 'read/positions-of-actor' : 'read/positions-on-claim'), {
    id: node.id,
    type: edgeType(stance),
    hidden,
    limit,
    afterId: after?.id ?? null,
    afterDay: after?.day ?? '',
    afterStatements: after?.statements ?? 0,
    afterContention: after?.contention ?? 0,
    afterWeight: after?.weight ?? 0,
  });
  return rows.map((row) => ({
    key: {
      day: textOf(row, 'day'),
      statements: countOf(row, 'statements'),
      contention: countOf(row, 'contention'),
      weight: countOf(row, 'weight'),
      id: textOf(row, 'id'),
    },
    edge: positionEdge(row),
  }));
}

export interface SourceIds {
  /** Those with most statements first, then the newest. */
  readonly first: readonly { readonly id: string; readonly statements: number }[];
  readonly documents: number;
  /** Statements that are quoted in a document. */
  readonly statements: number;
}

/** The documents in which the statements of an actor, or on a claim, are quoted. */
export async function readSourceIds(
  { q, hidden }: Snapshot,
  { type, id }: GraphNode,
  limit: number,
): Promise<SourceIds> {
  const name = type === 'actor' ? 'read/sources-of-actor' : 'read/sources-of-claim';
  const rows = await q.run(cypher(name), { id, hidden, limit: limit + 1 });
  const first = rows.map((row) => ({ id: textOf(row, 'id'), statements: countOf(row, 'statements') }));
  if (first.length <= limit)
    return { first, documents: first.length, statements: first.reduce((sum, one) => sum + one.statements, 0) };
  const [counted = {}] = await q.run(cypher(`${name}-total`), { id, hidden });
  return {
    first: first.slice(0, limit),
    documents: countOf(counted, 'documents'),
    statements: countOf(counted, 'statements'),
  };
}

export interface MonthCount {
  /** Empty for statements without a date. */
  readonly month: string;
  readonly stance: Stance;
  readonly count: number;
}

/** The statements of an actor, or on a claim, by month and stance: oldest first, at most `limit` numbers. */
export async function readMonths(
  { q, hidden }: Snapshot,
  { type, id }: GraphNode,
  span: { readonly from?: string | undefined; readonly to?: string | undefined; readonly limit: number },
): Promise<MonthCount[]> {
  const { from = null, to = null, limit } = span;
  const rows = await q.run(cypher(type === 'actor' ? 'read/timeline-of-actor' : 'read/timeline-of-claim'), {
    id,
    from,
    to,
    hidden,
    limit,
  });
  return rows.map((row) => ({
    month: textOf(row, 'month'),
    stance: wordOf(row, 'stance', STANCES),
    count: countOf(row, 'count'),
  }));
}
