/** Actors and claims by their ids. */
import type { ActorNode, ActorRef, ClaimNode, GraphNode } from '../contract/explorer.ts';
import { ACTOR_KINDS } from '../contract/vocabulary.ts';
import type { Row } from '../engine/engine.ts';
import { attributesOf } from './attributes.ts';
import { cypher } from './cypher.ts';
import type { Snapshot } from './read-state.ts';
import { countOf, optionalText, optionalWord, textOf, textsOf } from './read-values.ts';
import { topicsOf } from './topics.ts';
import { present } from './values.ts';

/** The visible actors among `ids`, in the order of `ids`. */
export async function readActors({ q, hidden }: Snapshot, ids: readonly string[]): Promise<ActorNode[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const rows = await q.run(cypher('read/actors-by-id'), { ids: wanted, hidden, limit: wanted.length });
  return inOrder(wanted, rows.map(actorNode));
}

/** The visible claims among `ids`, in the order of `ids`. */
export async function readClaims({ q, hidden }: Snapshot, ids: readonly string[]): Promise<ClaimNode[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(ids)];
  const rows = await q.run(cypher('read/claims-by-id'), { ids: wanted, hidden, limit: wanted.length });
  return inOrder(wanted, rows.map(claimNode));
}

/** The visible actors and claims among `ids`, in the order of `ids`. */
export async function readNodes(snapshot: Snapshot, ids: readonly string[]): Promise<GraphNode[]> {
  const actors = await readActors(snapshot, ids);
  const known = new Set(actors.map(({ id }) => id));
  const claims = await readClaims(
    snapshot,
    ids.filter((id) => !known.has(id)),
  );
  return inOrder<GraphNode>([...new Set(ids)], [...actors, ...claims]);
}

function inOrder<Node extends { readonly id: string }>(ids: readonly string[], nodes: readonly Node[]): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function actorNode(row: Row): ActorNode {
  return {
    type: 'actor',
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    ...optionalWord(row, { name: 'kind', words: ACTOR_KINDS }),
    aliases: textsOf(row, 'aliases'),
    ...optionalText(row, 'description'),
    ...present({ attributes: attributesOf(row) }),
    asserts: countOf(row, 'asserts'),
    denies: countOf(row, 'denies'),
    statements: countOf(row, 'statements'),
  };
}

function claimNode(row: Row): ClaimNode {
  return {
    type: 'claim',
    id: textOf(row, 'id'),
    text: textOf(row, 'text'),
    ...present({ topics: topicsOf(row) }),
    ...optionalText(row, 'scope'),
    ...present({ attributes: attributesOf(row) }),
    asserters: countOf(row, 'asserters'),
    deniers: countOf(row, 'deniers'),
    statements: countOf(row, 'statements'),
    ...optionalText(row, 'firstDate'),
    ...optionalText(row, 'lastDate'),
  };
}

/** A reference to an actor, from the columns `id`, `name` and `kind`. */
export function actorRef(row: Row): ActorRef {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    ...optionalWord(row, { name: 'kind', words: ACTOR_KINDS }),
  };
}
