/** The names of the contract's values on the page. */
import { isContested } from '../../server/contract/contention.ts';
import type { GraphEdge, GraphNode, QuotationLocation, StatementView } from '../../server/contract/explorer.ts';
import type { ActorKind, Stance } from '../../server/contract/vocabulary.ts';
import { messageText } from './define-messages.ts';
import { COMMON } from './messages/common.ts';
import { KINDS, MODALITIES, MODEL, STANCE_VERBS } from './messages/model.ts';

export const STANCE_MARKS: Readonly<Record<Stance, string>> = { asserts: '✓', denies: '✕', neutral: '·' };

/** The kind of an actor; “Actor” where the source gives none. */
export function kindText(kind: ActorKind | undefined): string {
  return messageText(KINDS, kind ?? 'actor');
}

/** The text of a node: the name of an actor, the text of a claim. */
export function nodeText(node: GraphNode): string {
  return node.type === 'actor' ? node.name : node.text;
}

/** The type of a node with its counts. */
export function nodeSummary(node: GraphNode): string {
  if (node.type === 'actor') {
    const [asserts, denies] = [node.asserts, node.denies].map((count) => messageText(COMMON, 'claims', { count })) as [
      string,
      string,
    ];
    return messageText(MODEL, 'actorSummary', { kind: kindText(node.kind), asserts, denies });
  }
  const { asserters, deniers } = node;
  return messageText(MODEL, isContested(node) ? 'contestedSummary' : 'claimSummary', { asserters, deniers });
}

/** An edge as a sentence, such as “North Korea denies: … (2 statements)”. */
export function edgeText(edge: GraphEdge, nodes: ReadonlyMap<string, GraphNode>): string {
  const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
  const [from, to] = [source ? nodeText(source) : edge.source, target ? nodeText(target) : edge.target];
  if (edge.type === 'speaksFor') return messageText(MODEL, 'speakingEdge', { from, to });
  const statements = messageText(COMMON, 'statements', { count: edge.statements });
  const said = { from, to, statements, verb: messageText(STANCE_VERBS, edge.stance) };
  if (edge.modality === 'stated') return messageText(MODEL, 'positionEdge', said);
  return messageText(MODEL, 'markedEdge', { ...said, modality: messageText(MODALITIES, edge.modality) });
}

/** The tag of a quotation that is not located in its document as it is written; `undefined` for one that is. */
export function locationTag(location: QuotationLocation): string | undefined {
  if (location === 'located') return undefined;
  if (location === 'typography') return messageText(MODEL, 'otherTypography');
  return messageText(MODEL, location === 'no-text' ? 'textNotLoaded' : 'notLocated');
}

/** Why a quotation is not located in its document, or what differs there; `undefined` when it is. */
export function notLocatedReason(statement: StatementView): string | undefined {
  switch (statement.quotation?.location) {
    case undefined:
    case 'located':
      return undefined;
    case 'not-found':
      return messageText(MODEL, 'notFoundReason');
    case 'typography':
      return messageText(MODEL, 'typographyReason');
    case 'ambiguous':
      return messageText(MODEL, 'ambiguousReason');
    case 'no-text':
      return messageText(MODEL, 'noTextReason');
  }
}
