/**
 * Limits of a record that also hold after several files are united, because an export of the union must be a file
 * that can be imported. Pure.
 */
import {
  type Attributes,
  MAX_ATTRIBUTES,
  MAX_ATTRIBUTE_LENGTH,
  MAX_ATTRIBUTE_VALUES,
} from '../../contract/attributes.ts';
import { MAX_ALIASES, MAX_PRINCIPALS, MAX_TOPICS } from '../../contract/native.ts';
import type { ActorRecord, ClaimRecord, DocumentRecord } from '../../store/records.ts';

export interface LimitFault {
  readonly field: string;
  readonly code: 'too-long';
  readonly reason: string;
}

/** The limits that a record exceeds: one of a file, or the union of several. */
export function limitFaults(record: ActorRecord | ClaimRecord | DocumentRecord): readonly LimitFault[] {
  const crowded = LIMITS.flatMap(({ field, limit, reason }) => {
    const list: unknown = Reflect.get(record, field);
    return Array.isArray(list) && list.length > limit ? [{ field, code: 'too-long' as const, reason }] : [];
  });
  return record.attributes === undefined ? crowded : [...crowded, ...attributeFaults(record.attributes)];
}

/**
 * The record within its limits: the first entries of its lists, and the first values of its attributes. For what remains of an entity that no import gives
 * any more, whose references may come from times with different content.
 */
export function withinLimits<R extends ActorRecord | ClaimRecord | DocumentRecord>(record: R): R {
  const cut = LIMITS.flatMap(({ field, limit }) => {
    const list: unknown = Reflect.get(record, field);
    return Array.isArray(list) && list.length > limit ? [[field, list.slice(0, limit)] as const] : [];
  });
  const { attributes } = record;
  const own = attributes !== undefined && areTooMany(attributes) ? { attributes: attributesWithin(attributes) } : {};
  return { ...record, ...Object.fromEntries(cut), ...own };
}

const LIMITS = [
  { field: 'topics', limit: MAX_TOPICS, reason: `The claim has more than ${MAX_TOPICS} topics. Remove some.` },
  {
    field: 'aliases',
    limit: MAX_ALIASES,
    reason: `The actor has more than ${MAX_ALIASES} aliases, other spellings of its name included. Remove some.`,
  },
  {
    field: 'speaksFor',
    limit: MAX_PRINCIPALS,
    reason: `The actor speaks for more than ${MAX_PRINCIPALS} others. Remove some.`,
  },
] as const;

/** Whether attributes exceed a limit. */
export function areTooMany(attributes: Attributes): boolean {
  return attributeFaults(attributes).length > 0;
}

function attributeFaults(attributes: Attributes): readonly LimitFault[] {
  const entries = Object.entries(attributes);
  const fault = (field: string, reason: string): readonly LimitFault[] => [{ field, code: 'too-long', reason }];
  if (entries.length > MAX_ATTRIBUTES)
    return fault('attributes', `There are more than ${MAX_ATTRIBUTES} attributes. Remove some.`);
  const crowded = entries.filter(([, values]) => values.length > MAX_ATTRIBUTE_VALUES);
  if (crowded.length > 0)
    return crowded.flatMap(([key]) =>
      fault(`attributes.${key}`, `The attribute has more than ${MAX_ATTRIBUTE_VALUES} values. Remove some.`),
    );
  const length = entries.reduce(
    (sum, [key, values]) => values.reduce<number>((more, value) => more + String(value).length, sum + key.length),
    0,
  );
  if (length <= MAX_ATTRIBUTE_LENGTH) return [];
  return fault(
    'attributes',
    `The keys and values of all attributes have more than ${MAX_ATTRIBUTE_LENGTH} characters together. Shorten or remove some.`,
  );
}

/** The first keys and values that are within the limits. */
function attributesWithin(attributes: Attributes): Attributes {
  let length = 0;
  const kept = Object.entries(attributes)
    .slice(0, MAX_ATTRIBUTES)
    .map(([key, values]) => {
      length += key.length;
      const first = values.slice(0, MAX_ATTRIBUTE_VALUES).filter((value) => {
        length += String(value).length;
        return length <= MAX_ATTRIBUTE_LENGTH;
      });
      return [key, first] as const;
    });
  return Object.fromEntries(kept.filter(([, values]) => values.length > 0));
}
