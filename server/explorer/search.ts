/** Search: the text index of the engine finds candidates, and the ranking in `rank-results.ts` sorts them. */
import { isTurnOver, nextTurn } from '../base/turns.ts';
import {
  SEARCH_KINDS,
  type ActorNode,
  type GraphNode,
  type SearchAnswer,
  type SearchKind,
  type SearchResult,
  type StatementView,
} from '../contract/explorer.ts';
import { contentionOf } from '../contract/contention.ts';
import type { GraphEngine } from '../engine/engine.ts';
import { pages } from '../store/load-batches.ts';
import { type FoldedWord, foldWords } from '../store/fold-text.ts';
import { readActors, readClaims } from '../store/read-nodes.ts';
import { NO_IMPORT, type Snapshot, readSnapshot } from '../store/read-state.ts';
import { readStatements } from '../store/read-statements.ts';
import {
  type ProposalQuery,
  type Proposals,
  proposeIds,
  readQuotations,
  readTitles,
} from '../store/search-candidates.ts';
import { excerptOf } from './excerpt.ts';
import { type Candidate, LAST_STRONG_RANK, type RankedCandidate, rankCandidates } from './rank-results.ts';

export interface SearchQuery {
  readonly text: string;
  readonly kinds?: readonly SearchKind[];
  readonly limit: number;
  /** Whether a caller still waits for the answer. */
  readonly isWanted?: () => boolean;
}

/** The maximum number of words of a query. */
const MAX_WORDS = 12;
/** A query of one or two characters matches much: more names are read, so that the busiest are among them. */
const SHORT_QUERY = 2;
const PROPOSALS = {
  actor: { spelt: 400, slips: 200 },
  claim: { spelt: 250, slips: 200 },
  document: { spelt: 100, slips: 100 },
  quotation: { spelt: 100, slips: 0 },
} as const;
const SHORT_PROPOSALS = 1_500;
/** Actors that are read at a time: each may have 200 aliases of 500 characters. */
const ACTOR_PAGE = 50;
/** With this many results as spelt, typing errors are not considered. */
const ENOUGH_STRONG = 5;
/** While an import is staged, hidden nodes are among the candidates: ask for more, up to this factor. */
const MAX_FACTOR = 64;

/**
 * Finds actors, claims, documents and quotations; better matches come first.
 *
 * @returns The answer, and the version of the data at its first read, unless nothing was read.
 */
export async function search(
  engine: GraphEngine,
  query: SearchQuery,
): Promise<{ readonly answer: SearchAnswer; readonly dataVersion?: number }> {
  const { isWanted = () => true } = query;
  const words = foldWords(query.text).slice(0, MAX_WORDS);
  const nothing = { answer: { query: query.text, results: [], truncated: false } };
  if (words.length === 0) return nothing;
  const kinds = SEARCH_KINDS.filter((kind) => query.kinds?.includes(kind) ?? true);
  const spelt = await findRanked(engine, words, { kinds, reading: 'spelt', factor: 1, isWanted });
  if (!isWanted()) return nothing;
  const strong = spelt.ranked.filter(({ rank }) => rank <= LAST_STRONG_RANK);
  const hasEnough = strong.length >= Math.min(query.limit, ENOUGH_STRONG);
  const found = hasEnough
    ? spelt
    : await merged(
        words,
        [spelt, await findRanked(engine, words, { kinds, reading: 'slips', factor: 1, isWanted })],
        isWanted,
      );
  if (!isWanted()) return nothing;
  const shown = found.ranked.slice(0, query.limit);
  const results = await engine.read(async (q) => describeResults(await readSnapshot(q), shown, found.nodes));
  const truncated = found.ranked.length > query.limit || (spelt.isCut && hasEnough);
  return { answer: { query: query.text, results, truncated }, dataVersion: spelt.dataVersion };
}

interface Found {
  readonly ranked: readonly RankedCandidate[];
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly isCut: boolean;
  readonly dataVersion: number;
}

async function merged(
  words: readonly FoldedWord[],
  [a, b]: readonly [Found, Found],
  isWanted: () => boolean,
): Promise<Found> {
  const candidates = new Map(
    [...a.ranked, ...b.ranked].map(({ candidate }) => [`${candidate.kind} ${candidate.id}`, candidate]),
  );
  return {
    ranked: await rankCandidates(words, [...candidates.values()], isWanted),
    nodes: new Map([...a.nodes, ...b.nodes]),
    isCut: a.isCut || b.isCut,
    dataVersion: a.dataVersion,
  };
}

async function findRanked(
  engine: GraphEngine,
  words: readonly FoldedWord[],
  {
    kinds,
    reading,
    factor,
    isWanted,
  }: { kinds: readonly SearchKind[]; reading: ProposalQuery['reading']; factor: number; isWanted: () => boolean },
): Promise<Found> {
  const text = words.map(({ folded }) => folded).join(' ');
  const proposals = await Promise.all(
    kinds.map((kind) =>
      proposeIds(engine, { kind, text, reading, limit: factor * proposalLimit(kind, text, reading) }),
    ),
  );
  if (!isWanted()) return { ranked: [], nodes: new Map(), isCut: false, dataVersion: 0 };
  const { candidates, nodes, hasHidden, dataVersion } = await engine.read(async (q) =>
    readCandidates(await readSnapshot(q), proposals),
  );
  const isCut = proposals.some((one) => one.isCut);
  const visible =
    candidates.length /
    Math.max(
      1,
      proposals.reduce((sum, { ids }) => sum + ids.length, 0),
    );
  if (hasHidden && isCut && visible < 0.5 && factor < MAX_FACTOR) {
    return findRanked(engine, words, { kinds, reading, factor: factor * 8, isWanted });
  }
  return { ranked: await rankCandidates(words, candidates, isWanted), nodes, isCut, dataVersion };
}

function proposalLimit(kind: SearchKind, text: string, reading: ProposalQuery['reading']): number {
  const isShort = kind === 'actor' && reading === 'spelt' && text.length <= SHORT_QUERY;
  return isShort ? SHORT_PROPOSALS : PROPOSALS[kind][reading];
}

interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly hasHidden: boolean;
  readonly dataVersion: number;
}

async function readCandidates(snapshot: Snapshot, proposals: readonly Proposals[]): Promise<Candidates> {
  const idsOf = (kind: SearchKind): readonly string[] => proposals.find((one) => one.kind === kind)?.ids ?? [];
  const actors: ActorNode[] = [];
  for (const page of pages(idsOf('actor'), ACTOR_PAGE)) {
    if (isTurnOver()) await nextTurn();
    actors.push(...(await readActors(snapshot, page)));
  }
  const claims = await readClaims(snapshot, idsOf('claim'));
  const documents = await readTitles(snapshot, idsOf('document'));
  const quotations = await readQuotations(snapshot, idsOf('quotation'));
  const candidates: Candidate[] = [
    ...actors.map(({ id, name, aliases, statements, asserts, denies }) => ({
      ...plain('actor', { id, text: name, aliases }),
      statements,
      breadth: asserts + denies,
    })),
    ...claims.map(({ id, text, statements, lastDate = '', ...sides }) => ({
      ...plain('claim', { id, text, day: lastDate }),
      statements,
      breadth: contentionOf(sides),
    })),
    ...documents.map(({ id, title, day }) => plain('document', { id, text: title, day })),
    ...quotations.map(({ id, exact, day }) => plain('quotation', { id, text: exact, day })),
  ];
  return {
    candidates,
    nodes: new Map([...actors, ...claims].map((node) => [node.id, node])),
    hasHidden: snapshot.hidden.some((id) => id !== NO_IMPORT),
    dataVersion: snapshot.dataVersion,
  };
}

function plain(
  kind: SearchKind,
  own: { readonly id: string; readonly text: string; readonly aliases?: readonly string[]; readonly day?: string },
): Candidate {
  return { kind, aliases: [], statements: 0, breadth: 0, day: '', ...own };
}

async function describeResults(
  snapshot: Snapshot,
  ranked: readonly RankedCandidate[],
  nodes: ReadonlyMap<string, GraphNode>,
): Promise<SearchResult[]> {
  const quoted = ranked.filter(({ candidate }) => candidate.kind === 'quotation').map(({ candidate }) => candidate.id);
  const statements = new Map((await readStatements(snapshot, quoted)).map((view) => [view.id, view]));
  return ranked.map((one) => searchResult(one, nodes.get(one.candidate.id), statements.get(one.candidate.id)));
}

function searchResult(
  { candidate, match, alias }: RankedCandidate,
  node: GraphNode | undefined,
  statement: StatementView | undefined,
): SearchResult {
  const { kind, id, text } = candidate;
  if (kind === 'quotation') {
    return {
      kind,
      id,
      ...excerptOf(text, match.hits),
      ...(statement && { actor: statement.actor, claim: statement.claim }),
    };
  }
  return {
    kind,
    id,
    text,
    ...(alias !== undefined && { matched: alias }),
    hits: match.hits,
    ...(kind !== 'document' && node && { node }),
  };
}
