/** What the page calls the things of the contract. */
import type { GraphEdge, GraphNode, QuotationLocation, StatementView } from '../../server/contract/explorer.ts';
import type { ActorKind, Stance } from '../../server/contract/vocabulary.ts';
import { counted } from './numbers.ts';

export const KIND_WORDS: Readonly<Record<ActorKind, string>> = {
  person: 'Person',
  organisation: 'Organisation',
  state: 'State',
  media: 'Media',
  group: 'Group',
};

export const STANCE_MARKS: Readonly<Record<Stance, string>> = { asserts: '✓', denies: '✕', neutral: '·' };

/** The heading over those who take a stance on a claim. */
export const SIDE_WORDS: Readonly<Record<Stance, string>> = {
  asserts: 'Asserted by',
  denies: 'Denied by',
  neutral: 'Neither asserted nor denied by',
};

/** The heading over the claims on which an actor takes a stance. */
export const POSITION_WORDS: Readonly<Record<Stance, string>> = {
  asserts: 'Asserts',
  denies: 'Denies',
  neutral: 'Neither asserts nor denies',
};

/** A node's own words: the actor's name, the claim's text. */
export function nodeText(node: GraphNode): string {
  return node.type === 'actor' ? node.name : node.text;
}

/** What a node is, with the counts that say how much there is to it. */
export function nodeSummary(node: GraphNode): string {
  if (node.type === 'actor') {
    const kind = node.kind === undefined ? 'Actor' : KIND_WORDS[node.kind];
    return `${kind}, asserts ${counted(node.asserts, 'claim')}, denies ${counted(node.denies, 'claim')}`;
  }
  const contested = node.asserters > 0 && node.deniers > 0 ? 'contested, ' : '';
  return `Claim, ${contested}asserted by ${node.asserters}, denied by ${node.deniers}`;
}

/** An edge as a sentence, such as “North Korea denies: … (2 statements)”. */
export function edgeText(edge: GraphEdge, nodes: ReadonlyMap<string, GraphNode>): string {
  const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
  const [from, to] = [source ? nodeText(source) : edge.source, target ? nodeText(target) : edge.target];
  if (edge.type === 'speaksFor') return `${from} speaks for ${to}`;
  const modality = edge.modality === 'stated' ? '' : `, ${edge.modality}`;
  return `${from} ${edge.stance}: ${to} (${counted(edge.statements, 'statement')}${modality})`;
}

/** What a quotation that is not anchored is tagged with. */
export const LOCATION_TAGS = { 'not-found': 'not located', ambiguous: 'not located', 'no-text': 'text not loaded', located: undefined } as const satisfies Readonly<Record<QuotationLocation, string | undefined>>;

/** Why a quotation is not anchored in its document; `undefined` when it is. */
export function notLocatedReason(statement: StatementView): string | undefined {
  switch (statement.quotation?.location) {
    case undefined:
    case 'located':
      return undefined;
    case 'not-found':
      return 'These words do not stand in the document’s text as it was loaded.';
    case 'ambiguous':
      return 'These words stand in the document more than once, so they are not anchored to one place.';
    case 'no-text':
      return 'The document’s text was not loaded, so its words cannot be checked.';
  }
}
