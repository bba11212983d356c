/** How many neighbours of each group a node has. An expansion can request each group alone. */
import { NEIGHBOUR_KINDS, type NeighbourGroup } from '../contract/explorer.ts';
import type { Row } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import type { Snapshot } from './read-state.ts';
import { countOf, wordOf } from './read-values.ts';

/** Of an actor: its claims by stance, contested first. */
export async function readGroupsOfActor({ q, hidden }: Snapshot, id: string): Promise<NeighbourGroup[]> {
  const rows = await q.run(cypher('read/groups-of-actor'), { id, hidden });
  return rows.map((row) => ({
    relation: stanceOf(row),
    contested: row['contested'] === true,
    count: countOf(row, 'count'),
  }));
}

/** Of an actor: those it speaks for, then those that speak for it, by kind. */
export async function readGroupsOfSpeaking({ q, hidden }: Snapshot, id: string): Promise<NeighbourGroup[]> {
  const rows = await q.run(cypher('read/groups-of-speaking'), { id, hidden });
  return rows.map((row) => ({ relation: row['spokenFor'] === true ? 'speaksFor' : 'spokenForBy', ...kindOf(row) }));
}

/** Of a claim: those who assert and who deny it, by kind. */
export async function readGroupsOfClaim({ q, hidden }: Snapshot, id: string): Promise<NeighbourGroup[]> {
  const rows = await q.run(cypher('read/groups-of-claim'), { id, hidden });
  return rows.map((row) => ({ relation: stanceOf(row), ...kindOf(row) }));
}

function stanceOf(row: Row): 'asserts' | 'denies' {
  return wordOf(row, 'type', ['ASSERTS', 'DENIES']) === 'ASSERTS' ? 'asserts' : 'denies';
}

function kindOf(row: Row): Pick<NeighbourGroup, 'kind' | 'count'> {
  return { kind: wordOf(row, 'kind', NEIGHBOUR_KINDS), count: countOf(row, 'count') };
}
