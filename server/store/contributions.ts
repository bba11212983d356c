/** Stores what each import contributed to entities that several imports share. */
import type { Queryable, Row } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import type { Properties } from './load-rows.ts';
import type { Section } from './records.ts';
import { text, textOrAbsent } from './values.ts';

export const LABELS = {
  actors: 'Actor',
  claims: 'Claim',
  documents: 'Document',
  statements: 'Statement',
} as const satisfies Record<Section, string>;

export interface StoredContribution {
  readonly id: string;
  readonly importId: string;
  /** The import that owns the entity. */
  readonly ownerId: string;
  readonly entityId: string;
  /** `reference`: the import only refers to the entity. */
  readonly role: 'given' | 'reference';
  /** Canonical JSON of the record as that import gave it; absent for statements. */
  readonly payload?: string;
}

/** The node of a contribution. Its id consists of import and entity, so writing it again changes nothing. */
export function contributionNode(
  section: Section,
  { importId, entityId, ...rest }: Omit<StoredContribution, 'id'>,
): Properties {
  const label = LABELS[section];
  return { id: `${importId} ${label} ${entityId}`, importId, entityId, label, ...rest };
}

/** The contributions to these entities, in order of entity and import. */
export async function contributionsOf(
  q: Queryable,
  section: Section,
  entityIds: readonly string[],
): Promise<readonly StoredContribution[]> {
  if (entityIds.length === 0) return [];
  return (await q.run(cypher('write/contributions-of'), { entityIds, label: LABELS[section] })).map(contributionOf);
}

/** The contributions of other imports to entities that this import owns, in order of entity and import. */
export async function contributionsToOwned(
  q: Queryable,
  section: Section,
  importId: string,
): Promise<readonly StoredContribution[]> {
  const rows = await q.run(cypher('write/undo-shares'), { importId, label: LABELS[section] });
  return rows.map(contributionOf);
}

/** Ids of entities to which this import contributed without owning them. */
export async function contributedIds(q: Queryable, section: Section, importId: string): Promise<string[]> {
  const rows = await q.run(cypher('write/undo-parts'), { importId, label: LABELS[section] });
  return rows.map((row) => text(row, 'entityId'));
}

/** Groups contributions by entity and keeps their order. */
export function byEntity(
  contributions: readonly StoredContribution[],
): ReadonlyMap<string, readonly StoredContribution[]> {
  const groups = new Map<string, StoredContribution[]>();
  for (const contribution of contributions) {
    const group = groups.get(contribution.entityId);
    if (group) group.push(contribution);
    else groups.set(contribution.entityId, [contribution]);
  }
  return groups;
}

function contributionOf(row: Row): StoredContribution {
  const payload = textOrAbsent(row, 'payload');
  return {
    id: text(row, 'id'),
    importId: text(row, 'importId'),
    ownerId: text(row, 'ownerId'),
    entityId: text(row, 'entityId'),
    role: text(row, 'role') === 'reference' ? 'reference' : 'given',
    ...(payload !== undefined && { payload }),
  };
}
