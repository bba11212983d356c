/** The attributes of one record: each key has a set of values. Pure. */
import {
  type AttributeValue,
  type Attributes,
  type FileAttributes,
  attributeValues,
  compareAttributeValues,
  normalAttributeKey,
} from '../../contract/attributes.ts';
import { byCodeUnits } from '../../store/values.ts';

/**
 * The canonical form of the attributes of a file: keys and values sorted, without repetitions, null and blank texts
 * left out.
 *
 * @returns undefined if nothing remains.
 */
export function normaliseAttributes(attributes: FileAttributes | undefined): Attributes | undefined {
  if (attributes === undefined) return undefined;
  const sets = new Map<string, Set<AttributeValue>>();
  for (const [key, given] of Object.entries(attributes)) {
    const values = [given].flat().flatMap((value) => normaliseValue(value) ?? []);
    if (values.length > 0) addTo(sets, normalAttributeKey(key), values);
  }
  return canonicalOf(sets);
}

function normaliseValue(value: AttributeValue | null): AttributeValue | undefined {
  if (value === null) return undefined;
  // JSON has no negative zero.
  if (typeof value === 'number') return value === 0 ? 0 : value;
  const text = value.trim().normalize('NFC');
  return text === '' ? undefined : text;
}

/** The union of the sets of each key. Different values of one key stand beside each other, so no order of files decides. */
export function uniteAttributes(a: Attributes | undefined, b: Attributes | undefined): Attributes | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (hasAll(a, b)) return a;
  const sets = new Map<string, Set<AttributeValue>>();
  for (const attributes of [a, b]) for (const [key, values] of Object.entries(attributes)) addTo(sets, key, values);
  return canonicalOf(sets);
}

/** Most rows of a file repeat what earlier rows say. */
function hasAll(known: Attributes, more: Attributes): boolean {
  return Object.entries(more).every(([key, values]) => {
    const own = attributeValues(known, key);
    return values.every((value) => own.includes(value));
  });
}

function addTo(sets: Map<string, Set<AttributeValue>>, key: string, values: readonly AttributeValue[]): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set(values));
  else for (const value of values) set.add(value);
}

function canonicalOf(sets: ReadonlyMap<string, ReadonlySet<AttributeValue>>): Attributes | undefined {
  if (sets.size === 0) return undefined;
  const keys = [...sets.keys()].toSorted(byCodeUnits);
  return Object.fromEntries(keys.map((key) => [key, [...(sets.get(key) ?? [])].toSorted(compareAttributeValues)]));
}
