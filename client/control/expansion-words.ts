import type { GraphNode } from '../../server/contract/explorer.ts';
import { EXPANSION_SIZE } from './growing.ts';
import { messageText } from '../words/define-messages.ts';
import { EXPANSION } from '../words/messages/expansion.ts';
import { leftOut } from './expansion-choices.ts';
import type { ExpansionChoice, NeighbourRelation } from './expansion-choices.ts';

/** The name of a relation from the side of this node: an actor asserts, a claim is asserted. */
export function relationText(relation: NeighbourRelation, { type }: Pick<GraphNode, 'type'>): string {
  if (type === 'claim' && relation === 'asserts') return messageText(EXPANSION, 'assertsClaim');
  if (type === 'claim' && relation === 'denies') return messageText(EXPANSION, 'deniesClaim');
  return messageText(EXPANSION, relation);
}

/** The name of the kind of a part of a relation. */
export function kindWords({ kind, isContested }: ExpansionChoice): string {
  if (kind !== undefined) return messageText(EXPANSION, kind);
  return messageText(EXPANSION, isContested === true ? 'contested' : 'uncontested');
}

/** How many neighbours an expansion would add, of how many that are not visible. */
export function leftText(choice: ExpansionChoice): string {
  return countText(leftOut(choice));
}

export function countText(count: number): string {
  if (count === 0) return messageText(EXPANSION, 'allShown');
  return count > EXPANSION_SIZE
    ? messageText(EXPANSION, 'leftOf', { shown: EXPANSION_SIZE, count })
    : messageText(EXPANSION, 'left', { count });
}
