/**
 * Attributes as a property of a node: canonical JSON. A property of a node cannot be a map or a list of texts and
 * numbers, and a property for each key would leave each key of every file in the schema of the database for ever.
 */
import { type AttributeValue, Attributes } from '../contract/attributes.ts';
import type { Row } from '../engine/engine.ts';
import { textOrAbsent } from './values.ts';

/** The text of the property, or `null`, which removes it. */
export function storedAttributes(attributes: Readonly<Record<string, unknown>> | undefined): string | null {
  return attributes === undefined ? null : JSON.stringify(attributes);
}

/**
 * Reads the column `attributes`.
 *
 * @throws SyntaxError or a ZodError when it is not what {@link storedAttributes} writes: only in a damaged database.
 */
export function attributesOf(row: Row): Record<string, AttributeValue[]> | undefined {
  const text = textOrAbsent(row, 'attributes');
  return text === undefined ? undefined : Attributes.parse(JSON.parse(text));
}
