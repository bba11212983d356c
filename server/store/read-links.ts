/** The edges for a path search, for a batch of nodes at a time. */
import type { EdgeStance } from '../contract/vocabulary.ts';
import type { Row } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import { idSet } from './read-edges.ts';
import { edgeType } from './read-neighbours.ts';
import type { Snapshot } from './read-state.ts';
import { countOf, textOf } from './read-values.ts';
import { positionId } from './records.ts';

/** A node that a search has reached. */
export interface Point {
  readonly id: string;
  readonly type: 'actor' | 'claim';
  /** The number of its positions with the requested stances. */
  readonly degree: number;
  /** Of a claim, the number of actors on its smaller side; 0 for an actor. */
  readonly contention: number;
}

/** An edge, seen from one of its ends. */
export interface Link {
  readonly from: string;
  readonly to: Point;
  /** Its id. */
  readonly edge: string;
  readonly word: LinkWord;
  readonly statements: number;
}

export type LinkWord = 'asserts' | 'denies' | 'speaksFor';

/** A search shows few of its many links, so the id is built on access. */
class FoundLink implements Link {
  readonly from: string;
  readonly to: Point;
  readonly statements: number;
  readonly word: LinkWord;
  /** Whether the edge goes from `from` to `to`. */
  readonly #isForward: boolean;

  constructor(
    ends: { readonly from: string; readonly to: Point },
    edge: { readonly word: LinkWord; readonly isForward: boolean; readonly statements: number },
  ) {
    this.from = ends.from;
    this.to = ends.to;
    this.statements = edge.statements;
    this.word = edge.word;
    this.#isForward = edge.isForward;
  }

  get edge(): string {
    const [source, target] = this.#isForward ? [this.from, this.to.id] : [this.to.id, this.from];
    return this.word === 'speaksFor' ? `${source} speaksFor ${target}` : positionId(source, this.word, target);
  }
}

export interface LinkFilter {
  /** One stance only. */
  readonly stance?: EdgeStance;
  readonly speaksFor: boolean;
}

/** A safety limit: callers request only nodes that have fewer edges together. */
const MAX_LINKS = 500_000;

/** Every edge of `from` that matches the filter, or only those that lead to one of `within`. */
export async function readLinks(
  { q, hidden }: Snapshot,
  filter: LinkFilter,
  { from, within }: { readonly from: readonly Point[]; readonly within?: readonly Point[] | undefined },
): Promise<Link[]> {
  const idsOf = (points: readonly Point[], type: Point['type']): string[] =>
    points.flatMap((point) => (point.type === type ? [point.id] : []));
  const [actors, claims] = [idsOf(from, 'actor'), idsOf(from, 'claim')];
  const target = (type: Point['type']) => ({
    everywhere: within === undefined,
    within: idSet(idsOf(within ?? [], type)),
  });
  const isIdle = (type: Point['type']): boolean => within !== undefined && !within.some((point) => point.type === type);
  const rest = { hidden, limit: MAX_LINKS };
  const type = edgeType(filter.stance);
  const links: Link[] = [];
  if (actors.length > 0 && !isIdle('claim')) {
    const rows = await q.run(cypher('read/links-of-actors'), { from: actors, type, ...target('claim'), ...rest });
    for (const row of rows) links.push(positionLink(row, filter, 'claim'));
  }
  if (claims.length > 0 && !isIdle('actor')) {
    const rows = await q.run(cypher('read/links-of-claims'), { from: claims, type, ...target('actor'), ...rest });
    for (const row of rows) links.push(positionLink(row, filter, 'actor'));
  }
  if (filter.speaksFor && actors.length > 0 && !isIdle('actor')) {
    const rows = await q.run(cypher('read/links-of-speakers'), { from: actors, ...target('actor'), ...rest });
    for (const row of rows) links.push(speakerLink(row, filter));
  }
  return links;
}

function positionLink(row: Row, filter: LinkFilter, to: Point['type']): Link {
  const word = row['type'] === 'ASSERTS' ? 'asserts' : 'denies';
  const contention = to === 'claim' ? Math.min(countOf(row, 'asserters'), countOf(row, 'deniers')) : 0;
  const point: Point = { id: textOf(row, 'target'), type: to, degree: degreeOf(row, filter, to), contention };
  return new FoundLink(
    { from: textOf(row, 'source'), to: point },
    { word, isForward: to === 'claim', statements: countOf(row, 'statements') },
  );
}

function speakerLink(row: Row, filter: LinkFilter): Link {
  const point: Point = {
    id: textOf(row, 'target'),
    type: 'actor',
    degree: degreeOf(row, filter, 'actor'),
    contention: 0,
  };
  return new FoundLink(
    { from: textOf(row, 'source'), to: point },
    { word: 'speaksFor', isForward: row['spokenFor'] === true, statements: 0 },
  );
}

function degreeOf(row: Row, { stance }: LinkFilter, type: Point['type']): number {
  const [asserts, denies] = type === 'actor' ? ['asserts', 'denies'] : ['asserters', 'deniers'];
  return (
    (stance === 'denies' ? 0 : countOf(row, asserts ?? '')) + (stance === 'asserts' ? 0 : countOf(row, denies ?? ''))
  );
}
