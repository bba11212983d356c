/** The visible candidates that the text indexes return for a query. */
import type { SearchKind } from '../contract/explorer.ts';
import type { GraphEngine, TextLabel } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import type { Snapshot } from './read-state.ts';
import { optionalText, textOf } from './read-values.ts';
import { queryTerms, slipTerms, type TermDepth } from './text-terms.ts';

export const INDEXES: Readonly<Record<SearchKind, { readonly label: TextLabel; readonly depth: TermDepth }>> = {
  actor: { label: 'Actor', depth: 'grams' },
  claim: { label: 'Claim', depth: 'grams' },
  document: { label: 'Document', depth: 'grams' },
  quotation: { label: 'Statement', depth: 'words' },
};

export interface Proposals {
  readonly kind: SearchKind;
  readonly ids: readonly string[];
  /** Whether there may be more than the limit. */
  readonly isCut: boolean;
}

export interface ProposalQuery {
  readonly kind: SearchKind;
  readonly text: string;
  /** `spelt`: as the words are spelt; `slips`: with typing errors. */
  readonly reading: 'spelt' | 'slips';
  readonly limit: number;
}

/** Queries one text index. Must not run inside a read of the engine, because a search is a separate read. */
export async function proposeIds(
  engine: GraphEngine,
  { kind, text, reading, limit }: ProposalQuery,
): Promise<Proposals> {
  const { label, depth } = INDEXES[kind];
  const terms = reading === 'spelt' ? queryTerms(text, depth) : depth === 'grams' ? slipTerms(text) : [];
  if (terms.length === 0) return { kind, ids: [], isCut: false };
  const hits = await engine.searchText({ label, terms, limit });
  return { kind, ids: hits.map(({ id }) => id), isCut: hits.length >= limit };
}

/** The quoted words of the visible statements among `ids`. `day` is empty for a statement without a date. */
export async function readQuotations(
  { q, hidden }: Snapshot,
  ids: readonly string[],
): Promise<{ id: string; exact: string; day: string }[]> {
  if (ids.length === 0) return [];
  const rows = await q.run(cypher('read/quotations-by-id'), { ids, hidden, limit: ids.length });
  return rows.map((row) => ({ id: textOf(row, 'id'), exact: textOf(row, 'exact'), day: textOf(row, 'day') }));
}

/** The titles of the visible documents among `ids`. `day` is empty for a document without a date. */
export async function readTitles(
  { q, hidden }: Snapshot,
  ids: readonly string[],
): Promise<{ id: string; title: string; day: string }[]> {
  if (ids.length === 0) return [];
  const rows = await q.run(cypher('read/documents-by-id'), { ids, hidden, limit: ids.length });
  return rows.map((row) => ({
    id: textOf(row, 'id'),
    title: textOf(row, 'title'),
    day: optionalText(row, 'publishedAt').publishedAt ?? '',
  }));
}
