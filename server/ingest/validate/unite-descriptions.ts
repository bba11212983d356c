/** After the first pass over a CSV file: unites what its rows say of one actor, claim or document. */
import { Actor, MAX_TOPICS } from '../../contract/native.ts';
import type { ActorRecord, ClaimRecord, DocumentRecord } from '../../store/records.ts';
import { foldSpelling } from '../records/derived-ids.ts';
import { shown } from '../records/faults.ts';
import { limitFaults } from '../records/union-limits.ts';
import { uniteTopics } from '../records/unite-topics.ts';
import { normaliseActor } from './normalise.ts';
import { checkShape } from './shape.ts';
import { FLAG } from './spool-index.ts';
import type { SpoolFile, SpoolFolder } from './spool.ts';
import { recordFault, type FileState } from './state.ts';

const ENTITY_SECTIONS = ['actors', 'claims', 'documents'] as const;
type EntitySection = (typeof ENTITY_SECTIONS)[number];
type EntityRecord = ActorRecord | ClaimRecord | DocumentRecord;

/** Replaces the descriptions in the spool by one record for each id. */
export async function uniteSpools(state: FileState, folder: SpoolFolder): Promise<void> {
  for (const section of ENTITY_SECTIONS) {
    const from = state.spools[section];
    const into = await folder.file(`${section}-united`);
    await from.flush();
    await uniteSpool(state, section, { from, into });
    state.spools[section] = into;
  }
}

async function uniteSpool(
  state: FileState,
  section: EntitySection,
  { from, into }: { readonly from: SpoolFile; readonly into: SpoolFile },
): Promise<void> {
  const table = state.tables[section];
  const united = new Map<string, United>();
  for await (const lines of from.read()) {
    for (const { row, json, ...at } of lines) {
      const record = JSON.parse(json) as EntityRecord;
      if (table.has(table.find(record.id), FLAG.isMany)) unite(state, section, united, describing(record, row, at));
      else append(state, section, into, { record, row });
    }
    if (into.isFull) await into.writeBehind();
  }
  for (const description of united.values()) {
    if (section === 'actors') addActorFaults(state, description);
    for (const { field, code, reason } of limitFaults(description.record))
      state.faults.add(recordFault(state, { section, row: description.row, field }, { code, reason }));
    append(state, section, into, await withText(from, description));
    if (into.isFull) await into.writeBehind();
  }
  await into.flush();
}

/** A union may exceed the limits of a single actor, such as the number of aliases. */
function addActorFaults(state: FileState, { record, row }: Description): void {
  for (const { field, ...fault } of checkShape(Actor, record).faults ?? [])
    state.faults.add(recordFault(state, { section: 'actors', row, ...(field !== undefined && { field }) }, fault));
}

function append(state: FileState, section: EntitySection, into: SpoolFile, { record, row }: Description): void {
  if (!('title' in record) || record.title !== '') {
    into.append(row, JSON.stringify(record));
  } else if (record.url !== undefined) {
    into.append(row, JSON.stringify({ ...record, title: record.url.slice(0, 1_000) }));
  } else {
    const reason = 'No row gives the title of this document. Fill in document_title in one of its rows.';
    state.faults.add(recordFault(state, { section, row, field: 'title' }, { code: 'missing', reason }));
  }
}

function unite(
  state: FileState,
  section: EntitySection,
  united: Map<string, United>,
  { record, row, textAt }: United,
): void {
  const former = united.get(record.id);
  if (former === undefined) {
    united.set(record.id, { record, row, ...(textAt !== undefined && { textAt }) });
    return;
  }
  if (textAt !== undefined) former.textAt ??= textAt;
  const union = uniteDescriptions(section, former.record, record);
  former.record = union.record;
  for (const {
    field,
    values: [kept, other],
  } of union.conflicts) {
    const reason = `It is ${shown(other)} here, but ${shown(kept)} in an earlier row, starting with line ${former.row}. Use the same value in all rows.`;
    state.faults.add(recordFault(state, { section, row, field }, { code: 'conflicting-rows', reason }));
  }
}

interface Description {
  readonly record: EntityRecord;
  readonly row: number;
}

interface United {
  record: EntityRecord;
  readonly row: number;
  textAt?: TextPlace;
}

/** Where a line with the text of a document is in the spool. */
interface TextPlace {
  readonly offset: number;
  readonly length: number;
}

/** A description without the text of a document, which stays on the disk until it is needed. Its hash stays in the record. */
function describing(record: EntityRecord, row: number, at: TextPlace): United {
  if (!('title' in record) || record.text === undefined) return { record, row };
  const { text: _, ...rest } = record;
  return { record: rest, row, textAt: at };
}

async function withText(from: SpoolFile, { record, row, textAt }: United): Promise<Description> {
  if (textAt === undefined || !('title' in record)) return { record, row };
  const { text } = JSON.parse((await from.readLine(textAt.offset, textAt.length)).json) as DocumentRecord;
  return { record: { ...record, ...(text !== undefined && { text }) }, row };
}

interface Union {
  readonly record: EntityRecord;
  readonly conflicts: readonly { readonly field: string; readonly values: readonly [unknown, unknown] }[];
}

/**
 * Fills in absent fields and unites lists. The first spelling of a name is kept, others become aliases.
 * Claims that differ only in case or spaces are one claim, in its first spelling.
 */
function uniteDescriptions(section: EntitySection, first: EntityRecord, next: EntityRecord): Union {
  const united: Record<string, unknown> = { ...first };
  const conflicts: { field: string; values: readonly [unknown, unknown] }[] = [];
  for (const [field, value] of Object.entries(next)) {
    const kept = united[field];
    if (field === 'aliases' || field === 'speaksFor') {
      united[field] = [...(kept as string[]), ...(value as string[])];
    } else if (field === 'topics') {
      // One more than the limit is enough to report it.
      united[field] = uniteTopics(kept as string[] | undefined, value as string[])?.slice(0, MAX_TOPICS + 1);
    } else if (section === 'actors' && field === 'name') {
      (united['aliases'] as string[]) = [...(united['aliases'] as string[]), value as string];
    } else if (kept === undefined || (field === 'title' && kept === '')) {
      united[field] = value;
    } else if (kept !== value && !(field === 'title' && value === '') && !isSameSpelling(field, kept, value)) {
      conflicts.push({ field, values: [kept, value] });
    }
  }
  const record =
    section === 'actors' ? normaliseActor(united as unknown as Actor) : (united as unknown as EntityRecord);
  return { record, conflicts };
}

function isSameSpelling(field: string, kept: unknown, value: unknown): boolean {
  return (
    (field === 'text' || field === 'title') &&
    typeof kept === 'string' &&
    typeof value === 'string' &&
    foldSpelling(kept) === foldSpelling(value)
  );
}
