/** After the first pass over a CSV file: unites what its rows say of one actor, claim or document. */
import { isTurnOver, nextTurn } from '../../base/turns.ts';
import type { Attributes } from '../../contract/attributes.ts';
import { Actor, MAX_TOPICS } from '../../contract/native.ts';
import type { ActorRecord, ClaimRecord, DocumentRecord } from '../../store/records.ts';
import { MAX_NAMES } from '../formats/csv-records.ts';
import { isSameSpelling } from '../records/contributions.ts';
import { shown } from '../records/faults.ts';
import { preferredSpelling } from '../records/fold-spelling.ts';
import { areTooMany, limitFaults } from '../records/union-limits.ts';
import { uniteAttributes } from '../records/unite-attributes.ts';
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
export async function uniteSpools(state: FileState, folder: SpoolFolder, signal?: AbortSignal): Promise<void> {
  for (const section of ENTITY_SECTIONS) {
    const from = state.spools[section];
    const into = await folder.file(`${section}-united`);
    await from.flush();
    await uniteSpool(state, section, { from, into, signal });
    state.spools[section] = into;
  }
}

async function uniteSpool(
  state: FileState,
  section: EntitySection,
  {
    from,
    into,
    signal,
  }: { readonly from: SpoolFile; readonly into: SpoolFile; readonly signal: AbortSignal | undefined },
): Promise<void> {
  const table = state.tables[section];
  const united = new Map<string, United>();
  for await (const lines of from.read()) {
    for (const { row, json, ...at } of lines) {
      if (isTurnOver()) await nextTurn(signal);
      const record = JSON.parse(json) as EntityRecord;
      if (table.has(table.find(record.id), FLAG.isMany)) unite(state, section, united, describing(record, row, at));
      else append(state, section, into, { record, row });
    }
    if (into.isFull) await into.writeBehind();
  }
  for (const whole of united.values()) {
    if (isTurnOver()) await nextTurn(signal);
    const description = withNames(whole);
    if (section === 'actors') addActorFaults(state, description);
    for (const { field, code, reason } of limitFaults(description.record)) {
      if (section === 'actors' && !field.startsWith('attributes')) continue;
      state.faults.add(recordFault(state, { section, row: description.row, field }, { code, reason }));
    }
    append(state, section, into, await withText(from, description, whole.textAt));
    if (into.isFull) await into.writeBehind();
  }
  await into.flush();
}

/** A union may exceed the limits of a single actor, such as the number of aliases. Attributes are checked with those of claims and documents. */
function addActorFaults(state: FileState, { record, row }: Description): void {
  const { attributes: _, ...own } = record;
  for (const { field, ...fault } of checkShape(Actor, own).faults ?? [])
    state.faults.add(recordFault(state, { section: 'actors', row, ...(field !== undefined && { field }) }, fault));
}

function append(state: FileState, section: EntitySection, into: SpoolFile, { record, row }: Description): void {
  if (!('title' in record) || record.title !== '') {
    into.append(row, JSON.stringify(record));
  } else if (record.url !== undefined) {
    into.append(row, JSON.stringify({ ...record, title: titleOfUrl(record.url) }));
  } else {
    const reason = 'No row gives the title of this document. Fill in document_title in one of its rows.';
    state.faults.add(recordFault(state, { section, row, field: 'title' }, { code: 'missing', reason }));
  }
}

/** Composed like every title, and without half of a surrogate pair at its end. */
function titleOfUrl(url: string): string {
  return url
    .normalize('NFC')
    .slice(0, 1_000)
    .replace(/[\ud800-\udbff]$/, '');
}

function unite(
  state: FileState,
  section: EntitySection,
  united: Map<string, United>,
  { record, row, textAt }: United,
): void {
  const former = united.get(record.id);
  if (former === undefined) {
    united.set(record.id, {
      record,
      row,
      ...(textAt !== undefined && { textAt }),
      ...('aliases' in record && { names: namesOf(record) }),
    });
    return;
  }
  if (textAt !== undefined) former.textAt ??= textAt;
  if ('aliases' in record) addNames(former, record);
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

function namesOf({ aliases, speaksFor }: ActorRecord): Names {
  return { aliases: new Set(aliases), speaksFor: new Set(speaksFor) };
}

/** Adds other spellings of the name, aliases and principals, up to one more than is allowed. */
function addNames({ names, record }: United, { name, aliases, speaksFor }: ActorRecord): void {
  if (names === undefined || !('aliases' in record)) return;
  for (const alias of [record.name, name, ...aliases])
    if (names.aliases.size <= MAX_NAMES.aliases + 1) names.aliases.add(alias);
  for (const id of speaksFor) if (names.speaksFor.size <= MAX_NAMES.speaks_for) names.speaksFor.add(id);
}

function withNames({ record, row, names }: United): Description {
  if (names === undefined || !('aliases' in record)) return { record, row };
  const [aliases, speaksFor] = [[...names.aliases], [...names.speaksFor]];
  const { attributes, ...rest } = record;
  const actor = normaliseActor({ ...rest, aliases, speaksFor });
  return { record: attributes === undefined ? actor : { ...actor, attributes }, row };
}

interface Description {
  readonly record: EntityRecord;
  readonly row: number;
}

interface United {
  record: EntityRecord;
  readonly row: number;
  textAt?: TextPlace;
  /** Of an actor, until all rows are read: a record that grows with each row would take quadratic time. */
  readonly names?: Names;
}

interface Names {
  readonly aliases: Set<string>;
  readonly speaksFor: Set<string>;
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

async function withText(
  from: SpoolFile,
  { record, row }: Description,
  textAt: TextPlace | undefined,
): Promise<Description> {
  if (textAt === undefined || !('title' in record)) return { record, row };
  const { text } = JSON.parse((await from.readLine(textAt.offset, textAt.length)).json) as DocumentRecord;
  return { record: { ...record, ...(text !== undefined && { text }) }, row };
}

interface Union {
  readonly record: EntityRecord;
  readonly conflicts: readonly { readonly field: string; readonly values: readonly [unknown, unknown] }[];
}

/** Fields of an actor that {@link addNames} unites. */
const NAMES: ReadonlySet<string> = new Set(['aliases', 'speaksFor']);

/**
 * Fills in absent fields. The preferred spelling of an actor's name is kept.
 * Claims and titles that differ only in spelling are one, in the preferred spelling.
 */
function uniteDescriptions(section: EntitySection, first: EntityRecord, next: EntityRecord): Union {
  const united: Record<string, unknown> = { ...first };
  const conflicts: { field: string; values: readonly [unknown, unknown] }[] = [];
  for (const [field, value] of Object.entries(next)) {
    const kept = united[field];
    if (section === 'actors' && NAMES.has(field)) continue;
    if (field === 'topics') {
      united[field] = uniteSomeTopics(kept as ClaimRecord['topics'], value as readonly string[]);
    } else if (field === 'attributes') {
      united[field] = uniteSomeAttributes(kept as Attributes | undefined, value as Attributes);
    } else if (kept === undefined || (field === 'title' && kept === '')) {
      united[field] = value;
    } else if (kept === value || (field === 'title' && value === '')) {
      continue;
    } else if (isSpelling(section, field, kept, value)) {
      united[field] = preferredSpelling(kept as string, value as string);
    } else {
      conflicts.push({ field, values: [kept, value] });
    }
  }
  return { record: united as unknown as EntityRecord, conflicts };
}

/** Other names of one actor are aliases, however different: its id may be given. */
function isSpelling(section: EntitySection, field: string, kept: unknown, value: unknown): boolean {
  if (field === 'name') return section === 'actors';
  return (field === 'text' || field === 'title') && isSameSpelling(field, String(kept), String(value));
}

/** A set that exceeds its limit is a fault. It does not grow any more, however many rows follow. */
function uniteSomeTopics(kept: readonly string[] = [], topics: readonly string[]): readonly string[] | undefined {
  return kept.length > MAX_TOPICS || topics.every((topic) => kept.includes(topic)) ? kept : uniteTopics(kept, topics);
}

function uniteSomeAttributes(kept: Attributes | undefined, attributes: Attributes): Attributes | undefined {
  return kept !== undefined && areTooMany(kept) ? kept : uniteAttributes(kept, attributes);
}
