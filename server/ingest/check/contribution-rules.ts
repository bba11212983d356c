/** The rules of contributions: what several imports brought is what the database holds. */
import type { CheckFault } from '../../contract/check.ts';
import type { StoredContribution } from '../../store/contributions.ts';
import type { RecordOf, Section } from '../../store/records.ts';
import type { Stored } from '../../store/stored-content.ts';
import { type EntitySection, type Share, canonical, contains, uniteShares } from '../records/contributions.ts';

/**
 * The faults of the contributions to one entity or statement.
 *
 * @param group All contributions to it, of imports that are not being loaded or taken back.
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
        `is of the import ${importId}, which ${states.has(importId) ? 'was taken back' : 'does not exist'}`,
      );
    if (!stored) add('contribution-orphan', 'is to something that does not exist');
    else if (ownerId !== stored.importId)
      add('contribution-owner', `says that ${ownerId} owns its entity, but ${stored.importId} does`);
  }
  if (!stored || faults.length > 0) return faults;
  if (group.every(({ importId }) => importId === stored.importId)) {
    return [
      {
        code: 'contribution-alone',
        id: stored.record.id,
        message: `${stored.record.id} has a contribution of its owner, but of nobody else.`,
      },
    ];
  }
  return section === 'statements'
    ? []
    : contentFaults(section as EntitySection, group, stored as Stored<RecordOf[EntitySection]>);
}

/** With a share of its owner the content is the union of all; without one it contains each. */
function contentFaults<S extends EntitySection>(
  section: S,
  group: readonly StoredContribution[],
  { record, importId }: Stored<RecordOf[S]>,
): CheckFault[] {
  const message = `${record.id} does not hold what its imports brought.`;
  try {
    const shares = group.map((share): Share<S> => ({
      importId: share.importId,
      role: share.role,
      record: JSON.parse(share.payload ?? '') as RecordOf[S],
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
    return [{ code: 'contribution-content', id: record.id, message: `${message} One of them cannot be read.` }];
  }
}
