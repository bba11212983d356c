/** The rules of contributions: the database holds the union of what the imports gave. */
import type { CheckFault } from '../../contract/check.ts';
import type { StoredContribution } from '../../store/contributions.ts';
import type { RecordOf, Section } from '../../store/records.ts';
import type { Stored } from '../../store/stored-content.ts';
import {
  type EntitySection,
  type Share,
  canonical,
  contains,
  recordOfCanonical,
  uniteShares,
} from '../records/contributions.ts';

/**
 * The faults of the contributions to one entity or statement.
 *
 * @param group All contributions to it, except those of imports that are being loaded or undone.
 * @param stored Undefined when it does not exist.
 */
export function contributionFaults<S extends Section>(
  section: S,
  group: readonly StoredContribution[],
  {
    stored,
    states,
  }: { readonly stored: Stored<RecordOf[S]> | undefined; readonly states: ReadonlyMap<string, string> },
): CheckFault[] {
  const faults: CheckFault[] = [];
  for (const { id, importId, ownerId } of group) {
    const add = (code: string, message: string): void =>
      void faults.push({ code, id, message: `The contribution ${id} ${message}.` });
    if (states.get(importId) === undefined || states.get(importId) === 'undone')
      add(
        'contribution-import',
        `belongs to the import ${importId}, which ${states.has(importId) ? 'was undone' : 'does not exist'}`,
      );
    if (!stored) add('contribution-orphan', 'is for an entity that does not exist');
    else if (ownerId !== stored.importId)
      add('contribution-owner', `names ${ownerId} as the owner of its entity, but the owner is ${stored.importId}`);
  }
  if (!stored || faults.length > 0) return faults;
  if (group.every(({ importId }) => importId === stored.importId)) {
    return [
      {
        code: 'contribution-alone',
        id: stored.record.id,
        message: `${stored.record.id} has a contribution of its owner, but none of another import.`,
      },
    ];
  }
  return section === 'statements'
    ? []
    : contentFaults(section as EntitySection, group, stored as Stored<RecordOf[EntitySection]>);
}

/** If the owner has a share, the content is the union of all shares; otherwise it contains each of them. */
function contentFaults<S extends EntitySection>(
  section: S,
  group: readonly StoredContribution[],
  { record, importId }: Stored<RecordOf[S]>,
): CheckFault[] {
  const message = `The content of ${record.id} differs from what its imports gave.`;
  try {
    const shares = group.map((share): Share<S> => ({
      importId: share.importId,
      role: share.role,
      record: recordOfCanonical(section, share.payload ?? ''),
    }));
    const given = shares.filter(({ role }) => role === 'given');
    const isWhole = group.some((share) => share.importId === importId);
    const united = isWhole ? uniteShares(section, shares)?.record : undefined;
    const agrees = isWhole
      ? united !== undefined && canonical(united) === canonical(record)
      : given.every((share) => contains(section, record, share.record));
    return agrees ? [] : [{ code: 'contribution-content', id: record.id, message }];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [{ code: 'contribution-content', id: record.id, message: `${message} One contribution cannot be read.` }];
  }
}
