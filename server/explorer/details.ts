/** Positions, sources and time of a node, and the history of a position. */
import type {
  NodeSources,
  PositionHistory,
  PositionPage,
  PositionStep,
  Timeline,
  TimelineBucket,
} from '../contract/details.ts';
import type { ActorNode, ActorRef, GraphNode, StatementView } from '../contract/explorer.ts';
import type { EdgeStance } from '../contract/vocabulary.ts';
import {
  type MonthCount,
  type PositionKey,
  readMonths,
  readPositionsOf,
  readSourceIds,
} from '../store/read-details.ts';
import { readDocumentRefs } from '../store/read-documents.ts';
import { readActors, readClaims, readNodes } from '../store/read-nodes.ts';
import type { Snapshot } from '../store/read-state.ts';
import { readStatementKeys, readStatements, readStatementTotal } from '../store/read-statements.ts';
import { present } from '../store/values.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { PositionQuery } from './queries.ts';

/** The maximum number of months in a timeline. */
const MAX_MONTHS = 6_000;
/** The maximum length of a history; a longer one shows its newest part. */
const MAX_STEPS = 500;

/**
 * A page of the positions of an actor, or on a claim: latest statement first, undated last; ties by their statements,
 * then by the contention and the statements of the node at the other end.
 *
 * @throws CursorError
 */
export async function positionPage(
  snapshot: Snapshot,
  id: string,
  query: PositionQuery,
): Promise<PositionPage | undefined> {
  const [node] = await readNodes(snapshot, [id]);
  if (!node) return undefined;
  const { stance, cursor, limit } = query;
  const list = ['positions', id, stance];
  const after = cursor === undefined ? undefined : readKey(list, cursor);
  const found = await readPositionsOf(snapshot, node, { stance, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const isLast = found.length <= limit;
  const last = page.at(-1)?.key;
  const others = new Map(
    (
      await readNodes(
        snapshot,
        page.map(({ edge }) => otherEnd(node, edge)),
      )
    ).map((other) => [other.id, other]),
  );
  return {
    positions: page.flatMap(({ edge }) => {
      const other = others.get(otherEnd(node, edge));
      return other ? [{ node: other, edge }] : [];
    }),
    total: totalOf(node, stance),
    truncated: !isLast,
    ...(!isLast &&
      last && { next: writeCursor(list, [last.day, last.statements, last.contention, last.weight, last.id]) }),
  };
}

function readKey(list: readonly unknown[], cursor: string): PositionKey {
  const shape = ['string', 'number', 'number', 'number', 'string'] as const;
  const [day, statements, contention, weight, id] = readCursor(list, cursor, shape);
  return {
    day: String(day),
    statements: Number(statements),
    contention: Number(contention),
    weight: Number(weight),
    id: String(id),
  };
}

function otherEnd({ type }: GraphNode, edge: { readonly source: string; readonly target: string }): string {
  return type === 'actor' ? edge.target : edge.source;
}

function totalOf(node: GraphNode, stance: EdgeStance | undefined): number {
  const [asserts, denies] = node.type === 'actor' ? [node.asserts, node.denies] : [node.asserters, node.deniers];
  return (stance === 'denies' ? 0 : asserts) + (stance === 'asserts' ? 0 : denies);
}

/** The sources in which an actor, or a claim, is quoted. */
export async function nodeSources(snapshot: Snapshot, id: string, limit: number): Promise<NodeSources | undefined> {
  const [node] = await readNodes(snapshot, [id]);
  if (!node) return undefined;
  const { first, documents: total, statements } = await readSourceIds(snapshot, node, limit);
  const refs = await readDocumentRefs(
    snapshot,
    first.map((one) => one.id),
  );
  const documents = first.flatMap((one) => {
    const document = refs.get(one.id);
    return document ? [{ document, statements: one.statements }] : [];
  });
  return {
    documents,
    publishers: publishersOf(documents),
    withoutDocument: Math.max(0, node.statements - statements),
    total,
    truncated: total > first.length,
  };
}

function publishersOf(documents: NodeSources['documents']): NodeSources['publishers'] {
  const counts = new Map<string, { publisher: ActorRef; documents: number; statements: number }>();
  for (const {
    document: { publisher },
    statements,
  } of documents) {
    if (publisher === undefined) continue;
    const known = counts.get(publisher.id) ?? { publisher, documents: 0, statements: 0 };
    counts.set(publisher.id, { publisher, documents: known.documents + 1, statements: known.statements + statements });
  }
  return [...counts.values()].toSorted(
    (a, b) => b.statements - a.statements || b.documents - a.documents || compare(a.publisher.id, b.publisher.id),
  );
}

/** The statements of an actor, or on a claim, by month. `from` and `to` leave out the undated. */
export async function nodeTimeline(
  snapshot: Snapshot,
  id: string,
  span: { readonly from?: string; readonly to?: string },
): Promise<Timeline | undefined> {
  const [node] = await readNodes(snapshot, [id]);
  if (!node) return undefined;
  const counts = await readMonths(snapshot, node, { ...span, limit: MAX_MONTHS + 1 });
  const buckets = bucketsOf(counts.slice(0, MAX_MONTHS));
  const { month: _none, ...undated } = buckets.get('') ?? emptyBucket('');
  buckets.delete('');
  return { buckets: [...buckets.values()], undated, truncated: counts.length > MAX_MONTHS };
}

function emptyBucket(month: string): TimelineBucket {
  return { month, asserts: 0, denies: 0, neutral: 0 };
}

function bucketsOf(counts: readonly MonthCount[]): Map<string, TimelineBucket> {
  const buckets = new Map<string, TimelineBucket>();
  for (const { month, stance, count } of counts)
    buckets.set(month, { ...(buckets.get(month) ?? emptyBucket(month)), [stance]: count });
  return buckets;
}

/** The statements of an actor on a claim, oldest first, undated last; undefined when one of the two does not exist. */
export async function positionHistory(
  snapshot: Snapshot,
  ids: { readonly actor: string; readonly claim: string },
): Promise<PositionHistory | undefined> {
  const [actor] = await readActors(snapshot, [ids.actor]);
  const [claim] = await readClaims(snapshot, [ids.claim]);
  if (!actor || !claim) return undefined;
  const keys = await readStatementKeys(snapshot, ids, { after: undefined, limit: MAX_STEPS + 1 });
  const shown = keys
    .slice(0, MAX_STEPS)
    .toSorted((a, b) => Number(a.day === '') - Number(b.day === '') || compare(a.day, b.day) || compare(a.id, b.id));
  const steps = stepsOf(
    await readStatements(
      snapshot,
      shown.map(({ id }) => id),
    ),
  );
  const truncated = keys.length > MAX_STEPS;
  return {
    actor: refOf(actor),
    claim: { id: claim.id, text: claim.text },
    steps,
    changes: steps.filter(({ changedFrom }) => changedFrom !== undefined).length,
    total: truncated ? await readStatementTotal(snapshot, ids) : steps.length,
    truncated,
  };
}

/** A change is marked only if the statement before is certainly earlier: 2022 may be before or after 2022-09. */
function stepsOf(statements: readonly StatementView[]): PositionStep[] {
  let before: { readonly stance: EdgeStance; readonly date: string } | undefined;
  return statements.map((statement) => {
    const { stance, date } = statement;
    if (stance === 'neutral' || date === undefined) return { statement };
    const isChange = before !== undefined && before.stance !== stance && !date.startsWith(before.date);
    const step = isChange && before !== undefined ? { statement, changedFrom: before.stance } : { statement };
    before = { stance, date };
    return step;
  });
}

function refOf({ id, name, kind }: ActorNode): ActorRef {
  return present({ id, name, kind });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
