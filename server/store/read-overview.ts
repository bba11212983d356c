/** What there is in all, and where a start view begins. */
import type { Counts } from '../contract/explorer.ts';
import type { EdgeStance } from '../contract/vocabulary.ts';
import { cypher } from './cypher.ts';
import { edgeType } from './read-neighbours.ts';
import type { Snapshot } from './read-state.ts';
import { countOf, textOf } from './read-values.ts';

/**
 * Counts everything visible. Looks at every actor, claim and document (not at statements and edges,
 * whose numbers stand in counters): cache it by the data's version.
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

/** The ids of the most contested claims, or, where nothing is contested, of those with most statements. */
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
