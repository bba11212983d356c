/** The neighbours of a node. */
import type { ActorRef, NeighbourKind } from '../contract/explorer.ts';
import type { EdgeStance } from '../contract/vocabulary.ts';
import { cypher } from './cypher.ts';
import { idSet } from './read-edges.ts';
import { actorRef } from './read-nodes.ts';
import type { Snapshot } from './read-state.ts';
import { countOf, textOf } from './read-values.ts';

export interface NeighbourFilter {
  readonly id: string;
  readonly stance?: EdgeStance;
  readonly kinds?: readonly NeighbourKind[];
  /** Of claims. */
  readonly contested?: boolean;
  /** Of actors: only those the node speaks for, or only those that speak for it. */
  readonly speaking?: 'speaksFor' | 'spokenForBy';
  readonly exclude: readonly string[];
  readonly limit: number;
}

/** A neighbour's id and what it is ranked by. */
export interface RankedId {
  readonly id: string;
  readonly contested: boolean;
  readonly statements: number;
  /** Of a claim; 0 for an actor. */
  readonly contention: number;
  /** For ties: all statements of an actor on a claim, the claims of a speaking actor, 0 for a claim. */
  readonly weight: number;
  /** Of the latest statement; empty where it is not known. */
  readonly day: string;
}

/** The first neighbours of one relation, and their total. */
export interface RankedIds {
  readonly first: readonly RankedId[];
  readonly total: number;
}

/** The relationship type of a stance. */
export function edgeType(stance: EdgeStance | undefined): string | null {
  if (stance === undefined) return null;
  return stance === 'asserts' ? 'ASSERTS' : 'DENIES';
}

/** The claims that an actor asserts or denies: contested first, then by their statements, then the more contested. */
export async function readClaimsOfActor(
  { q, hidden }: Snapshot,
  { id, stance, contested, exclude, limit }: NeighbourFilter,
): Promise<RankedIds> {
  const parameters = { id, type: edgeType(stance), contested: contested ?? null, excluded: idSet(exclude), hidden };
  const rows = await q.run(cypher('read/claims-of-actor'), { ...parameters, limit: limit + 1 });
  const first = rows.map((row) => ({
    id: textOf(row, 'id'),
    contested: row['contested'] === true,
    statements: countOf(row, 'statements'),
    contention: countOf(row, 'contention'),
    weight: 0,
    day: textOf(row, 'day'),
  }));
  if (first.length <= limit) return { first, total: first.length };
  const [counted] = await q.run(cypher('read/claims-of-actor-total'), parameters);
  return { first: first.slice(0, limit), total: countOf(counted ?? {}, 'total') };
}

/** The actors that assert or deny a claim, by their statements on it, then by all of their statements. */
export async function readActorsOfClaim({ q, hidden }: Snapshot, filter: NeighbourFilter): Promise<RankedIds> {
  const { id, stance, kinds, exclude, limit } = filter;
  const parameters = { id, type: edgeType(stance), kinds: kinds ?? null, excluded: idSet(exclude), hidden };
  const rows = await q.run(cypher('read/actors-of-claim'), { ...parameters, limit: limit + 1 });
  const first = rows.map((row) => ({
    id: textOf(row, 'id'),
    contested: false,
    statements: countOf(row, 'statements'),
    contention: 0,
    weight: countOf(row, 'weight'),
    day: textOf(row, 'day'),
  }));
  if (first.length <= limit) return { first, total: first.length };
  const [counted] = await q.run(cypher('read/actors-of-claim-total'), parameters);
  return { first: first.slice(0, limit), total: countOf(counted ?? {}, 'total') };
}

/** The actors that an actor speaks for or that speak for it, by their statements. */
export async function readSpeakingNeighbours({ q, hidden }: Snapshot, filter: NeighbourFilter): Promise<RankedIds> {
  const { id, kinds, speaking, exclude, limit } = filter;
  const spokenFor = speaking === undefined ? null : speaking === 'speaksFor';
  const parameters = { id, kinds: kinds ?? null, spokenFor, excluded: idSet(exclude), hidden };
  // Two actors may speak for each other: at most two rows an actor.
  const rows = await q.run(cypher('read/speaking'), { ...parameters, limit: 2 * limit + 1 });
  const ranked = rows.map((row) => ({
    id: textOf(row, 'id'),
    contested: false,
    statements: countOf(row, 'statements'),
    contention: 0,
    weight: countOf(row, 'positions'),
    day: '',
  }));
  const first = [...new Map(ranked.map((one) => [one.id, one])).values()].slice(0, limit);
  const [counted] = rows.length === 0 ? [] : await q.run(cypher('read/speaking-total'), parameters);
  return { first, total: countOf(counted ?? {}, 'total') };
}

export interface Speaking {
  readonly speaksFor: number;
  readonly spokenForBy: number;
  /** Those with most statements. */
  readonly first: { readonly actor: ActorRef; readonly relation: 'speaksFor' | 'spokenForBy' }[];
}

/** The actors that an actor speaks for, and those that speak for it. */
export async function readSpeaking({ q, hidden }: Snapshot, id: string, limit: number): Promise<Speaking> {
  const [counted] = await q.run(cypher('read/speaking-counts'), { id, hidden });
  const [speaksFor, spokenForBy] = [countOf(counted ?? {}, 'speaksFor'), countOf(counted ?? {}, 'spokenForBy')];
  if (speaksFor + spokenForBy === 0) return { speaksFor, spokenForBy, first: [] };
  const rows = await q.run(cypher('read/speaking'), { id, kinds: null, spokenFor: null, excluded: {}, hidden, limit });
  const first = rows.map((row) => ({
    actor: actorRef(row),
    relation: row['spokenFor'] === true ? ('speaksFor' as const) : ('spokenForBy' as const),
  }));
  return { speaksFor, spokenForBy, first };
}
