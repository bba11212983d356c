/**
 * Limits of a record that also hold after several files are united, because an export of the union must be a file
 * that can be imported. Pure.
 */
import { MAX_TOPICS } from '../../contract/native.ts';
import type { ActorRecord, ClaimRecord, DocumentRecord } from '../../store/records.ts';

export interface LimitFault {
  readonly field: string;
  readonly code: 'too-long';
  readonly reason: string;
}

/** The limits that a record exceeds: one of a file, or the union of several. */
export function limitFaults(record: ActorRecord | ClaimRecord | DocumentRecord): readonly LimitFault[] {
  if (!('topics' in record) || record.topics === undefined || record.topics.length <= MAX_TOPICS) return NONE;
  return [{ field: 'topics', code: 'too-long', reason: `The claim has more than ${MAX_TOPICS} topics. Remove some.` }];
}

const NONE: readonly LimitFault[] = [];
