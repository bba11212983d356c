/** The words for attributes and their values. */
import { type AttributeValue, attributeType } from '../../server/contract/attributes.ts';
import type { GraphNode } from '../../server/contract/explorer.ts';
import { dateText } from './dates.ts';
import { messageText } from './define-messages.ts';
import { ATTRIBUTE_WORDS } from './messages/attributes.ts';

/** A number is shown as it was given, because it may be a year or a number of a list. */
export function attributeText(value: AttributeValue): string {
  return typeof value === 'string' && attributeType(value) === 'date' ? dateText(value) : String(value);
}

/** A key with the type of its nodes, since actors and claims may have the same key. */
export function attributeName(owner: GraphNode['type'], key: string): string {
  return messageText(ATTRIBUTE_WORDS, owner, { key });
}
