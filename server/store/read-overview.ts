/** Total counts, and the nodes of the start view. */
import type { Counts } from '../contract/explorer.ts';
import type { EdgeStance } from '../contract/vocabulary.ts';
import { cypher } from './cypher.ts';
import { edgeType } from './read-neighbours.ts';
import type { Snapshot } from './read-state.ts';
import { countOf, textOf } from './read-values.ts';

/**
 * Counts everything visible. Reads every actor, claim and document (not statements and edges,
 * which have counters), so the result should be cached by data version.
 */
export async function readCounts({ q, hidden }: Snapshot): Promise<Counts> {
  const [actors = {}] = await q.run(cypher('read/count-actors'), { hidden });
  const [claims = {}] = await q.run(cypher('read/count-claims'), { hidden });
  const [documents = {}] = await q.run(cypher('read/count-documents'), { hidden });
  return {
    actors: countOf(actors, 'actors'),
    claims: countOf(claims, 'claims'),
    contested: countOf(claims, 'contested'),
    documents: countOf(documents, 'documents'),
    statements: countOf(claims, 'statements'),
    asserts: countOf(actors, 'asserts'),
    denies: countOf(actors, 'denies'),
  };
}

/** The ids of the most contested claims, or of those with most statements if no claim is contested. */
export async function readTopClaimIds(
  { q, hidden }: Snapshot,
  { contested, limit }: { contested: boolean; limit: number },
): Promise<string[]> {
  const rows = await q.run(cypher('read/top-claims'), { contested, hidden, limit });
  return rows.map((row) => textOf(row, 'id'));
}

/** The ids of the actors with most statements. */
export async function readTopActorIds({ q, hidden }: Snapshot, limit: number): Promise<string[]> {
  const rows = await q.run(cypher('read/top-actors'), { hidden, limit });
  return rows.map((row) => textOf(row, 'id'));
}

/** The ids of the actors with most statements on one side of a claim. */
export async function readSideOfClaim(
  { q, hidden }: Snapshot,
  side: { claim: string; stance: EdgeStance; limit: number },
): Promise<string[]> {
  const rows = await q.run(cypher('read/side-of-claim'), {
    claim: side.claim,
    type: edgeType(side.stance),
    hidden,
    limit: side.limit,
  });
  return rows.map((row) => textOf(row, 'id'));
}
