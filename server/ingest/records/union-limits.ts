/**
 * Limits of a record that also hold after several files are united, because an export of the union must be a file
 * that can be imported. Pure.
 */
import { MAX_ALIASES, MAX_PRINCIPALS, MAX_TOPICS } from '../../contract/native.ts';
import type { ActorRecord, ClaimRecord, DocumentRecord } from '../../store/records.ts';

export interface LimitFault {
  readonly field: string;
  readonly code: 'too-long';
  readonly reason: string;
}

/** The limits that a record exceeds: one of a file, or the union of several. */
export function limitFaults(record: ActorRecord | ClaimRecord | DocumentRecord): readonly LimitFault[] {
  return LIMITS.flatMap(({ field, limit, reason }) => {
    const list: unknown = Reflect.get(record, field);
    return Array.isArray(list) && list.length > limit ? [{ field, code: 'too-long' as const, reason }] : [];
  });
}

/**
 * The record within its limits: the first entries of its lists. For what remains of an entity that no import gives
 * any more, whose references may come from times with different content.
 */
export function withinLimits<R extends ActorRecord | ClaimRecord | DocumentRecord>(record: R): R {
  const cut = LIMITS.flatMap(({ field, limit }) => {
    const list: unknown = Reflect.get(record, field);
    return Array.isArray(list) && list.length > limit ? [[field, list.slice(0, limit)] as const] : [];
  });
  return cut.length === 0 ? record : { ...record, ...Object.fromEntries(cut) };
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
