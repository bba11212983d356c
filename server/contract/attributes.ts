/** Attributes: what a file knows about an actor, a claim or a document beside the fields of the model. */
import * as z from 'zod/mini';
import { isPartialDate } from './vocabulary.ts';

/** Limits of one record. They also hold after several files are united. */
export const MAX_ATTRIBUTES = 50;
export const MAX_ATTRIBUTE_VALUES = 50;
/** Characters of a key, of a text, and of all keys and values together. */
export const MAX_ATTRIBUTE_KEY = 100;
export const MAX_ATTRIBUTE_TEXT = 1_000;
export const MAX_ATTRIBUTE_LENGTH = 20_000;

/** A date is a text in the form of a partial date: see {@link attributeType}. */
export type AttributeValue = string | number;
export const ATTRIBUTE_TYPES = ['text', 'number', 'date'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

export function attributeType(value: AttributeValue): AttributeType {
  if (typeof value === 'number') return 'number';
  return isPartialDate(value) ? 'date' : 'text';
}

/** The form in which keys are compared and stored: Unicode form NFC, single spaces between words. */
export function normalAttributeKey(key: string): string {
  return key.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * Words of visible characters, since invisible ones are left out of the header of a CSV file. A colon is not allowed,
 * because it separates key and type there.
 */
const KEY_CHARACTER = '[^\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}\\u2800:]';
const KEY = new RegExp(`^${KEY_CHARACTER}+(?: ${KEY_CHARACTER}+)*$`, 'u');

/** Whether a key is valid. Many programs cannot hold a member with the name `__proto__`. */
export function isAttributeKey(key: string): boolean {
  if (key.length > 2 * MAX_ATTRIBUTE_KEY) return false;
  const normal = normalAttributeKey(key);
  return normal.length <= MAX_ATTRIBUTE_KEY && normal !== '__proto__' && KEY.test(normal);
}

/** Beyond it, not every integer has a number of its own. */
const MAX_NUMBER = Number.MAX_SAFE_INTEGER;

export function isAttributeNumber(value: number): boolean {
  return Math.abs(value) <= MAX_NUMBER;
}

export const KEY_RULE = `Not a key: write 1 to ${MAX_ATTRIBUTE_KEY} visible characters, without colons.`;
const VALUE_RULE = 'Not a text, a number or a list of these.';

const Text = z.string().check(
  z.maxLength(MAX_ATTRIBUTE_TEXT),
  z.refine(
    (text) => text.length > MAX_ATTRIBUTE_TEXT || text.normalize('NFC').length <= MAX_ATTRIBUTE_TEXT,
    `More than ${MAX_ATTRIBUTE_TEXT} characters in Unicode form NFC.`,
  ),
);
const Numeral = z
  .number()
  .check(z.refine(isAttributeNumber, `Not between -${MAX_NUMBER} and ${MAX_NUMBER}: write it as a text.`));
/** Null and blank texts are absent. */
const Value = z.union([Text, Numeral, z.null()], VALUE_RULE);

/** The attributes of a file. Several values of one key are a set. */
export const FileAttributes = z.record(
  z.string().check(z.refine(isAttributeKey, KEY_RULE)),
  z.union([Text, Numeral, z.null(), z.array(Value).check(z.maxLength(MAX_ATTRIBUTE_VALUES))], VALUE_RULE),
);
export type FileAttributes = z.infer<typeof FileAttributes>;

/** The attributes of the database. No list is empty; numbers come first, in order, then texts in order of code units. */
export const Attributes = z.record(z.string(), z.array(z.union([z.string(), z.number()])));
export type Attributes = Readonly<Record<string, readonly AttributeValue[]>>;

/** The values of a key. A key such as `constructor` has none of its own. */
export function attributeValues(attributes: Attributes | undefined, key: string): readonly AttributeValue[] {
  return attributes !== undefined && Object.hasOwn(attributes, key) ? (attributes[key] ?? []) : [];
}

/** Numbers in their order, then texts in order of code units. */
export function compareAttributeValues(a: AttributeValue, b: AttributeValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As a file has them: a key with one value has no list. */
export function fileAttributes(attributes: Attributes): FileAttributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, values]) => [key, values.length === 1 ? (values[0] ?? null) : [...values]]),
  );
}

/** The value of a cell of CSV without a type. Only a number in the form in which JavaScript writes it is a number, so `007` and `1.0` stay texts. */
export function valueOfCell(cell: string): AttributeValue {
  const number = Number(cell);
  return String(number) === cell && isAttributeNumber(number) ? number : cell;
}
