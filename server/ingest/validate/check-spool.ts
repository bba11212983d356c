/** Second pass, over the spool: checks references and quotations, and compares the file with the database. */
import { isTurnOver, nextTurn, runInTurns } from '../../base/turns.ts';
import { QUOTATION_LOCATIONS } from '../../contract/explorer.ts';
import type { RecordOf, Section } from '../../store/records.ts';
import { SECTIONS } from '../../store/records.ts';
import { type EntitySection, conflict, contains, unite } from '../records/contributions.ts';
import { MAX_FAULTS, shown } from '../records/faults.ts';
import { locateSteps } from '../records/locate-quotation.ts';
import { limitFaults } from '../records/union-limits.ts';
import { KNOWN_BATCH, type KnownRecords } from '../records/validated-file.ts';
import { FLAG } from './spool-index.ts';
import type { SpoolLine } from './spool.ts';
import { Speaking } from './speaking.ts';
import type { UnlocatedRecordOf, UnlocatedStatement } from './normalise.ts';
import { SimilarHints } from './similar-hints.ts';
import { References } from './references.ts';
import { completeStatement, inBatches } from './spooled.ts';
import { recordFault, rowName, type FileState } from './state.ts';
import { DocumentTexts } from './texts.ts';

interface Checked<S extends Section = Section> {
  readonly record: UnlocatedRecordOf[S];
  readonly row: number;
  readonly entry: number;
}

export interface CheckOptions {
  readonly known: KnownRecords;
  readonly signal: AbortSignal | undefined;
  /** Called with the number of records checked since the last call. */
  readonly onChecked: (records: number) => void;
}

/** Checks everything in the spool and writes the results into the state: faults, warnings, counts, locations. */
export async function checkSpool(state: FileState, options: CheckOptions): Promise<void> {
  const references = new References(state, options.known);
  const texts = new DocumentTexts(state, options.known, references);
  const speaking = new Speaking(state.tables.actors, options.known);
  const similar = new SimilarHints(state);
  for (const section of SECTIONS) {
    await forEachBatch(state, section, options, async (batch) => {
      await compareWithKnown(state, section, batch, { speaking, ...options });
      for (const checked of batch) needReferences(references, speaking, section, checked);
      await similar.add(section, batch, options.signal);
      await references.lookUp();
      if (section !== 'statements') return;
      for (const checked of batch as readonly Checked<'statements'>[]) {
        if (isTurnOver()) await nextTurn(options.signal);
        await locate(state, texts, { checked, signal: options.signal });
      }
    });
  }
  await speaking.followKnown(options.signal);
  await addCycles(state, speaking, options.signal);
  for (const spool of Object.values(state.referred)) await spool.flush();
}

async function forEachBatch(
  state: FileState,
  section: Section,
  { signal, onChecked }: CheckOptions,
  check: (batch: readonly Checked[]) => Promise<void>,
): Promise<void> {
  for await (const lines of inBatches(state.spools[section], KNOWN_BATCH)) {
    signal?.throwIfAborted();
    await check(lines.map((line) => readChecked(state, section, line)));
    onChecked(lines.length);
  }
}

function readChecked(state: FileState, section: Section, line: SpoolLine): Checked {
  const record = JSON.parse(line.json) as UnlocatedRecordOf[Section];
  const table = state.tables[section];
  const entry = table.find(record.id);
  if (section === 'documents' && table.has(entry, FLAG.hasText)) {
    state.textOffset.set(entry, line.offset);
    state.textLength.set(entry, line.length);
  }
  return { record, row: line.row, entry };
}

async function compareWithKnown(
  state: FileState,
  section: Section,
  batch: readonly Checked[],
  { known, speaking, signal }: CheckOptions & { readonly speaking: Speaking },
): Promise<void> {
  const ids = batch.map(({ record }) => record.id);
  const found: ReadonlyMap<string, RecordOf[Section]> = await known[section](ids);
  const others =
    section === 'actors' ? await known.claims(ids) : section === 'claims' ? await known.actors(ids) : undefined;
  for (const checked of batch) {
    if (isTurnOver()) await nextTurn(signal);
    const { record, row, entry } = checked;
    if (others?.has(record.id)) {
      const reason = `The id ${shown(record.id)} is already the id of ${section === 'claims' ? 'an actor' : 'a claim'} in the database. Actors and claims share one set of ids. Use another id.`;
      state.faults.add(recordFault(state, { section, row, field: 'id' }, { code: 'duplicate-id', reason }));
    }
    const before = found.get(record.id);
    if (before === undefined) state.counts[section].added += 1;
    else compareOne(state, section, checked, before);
    if (before !== undefined) state.tables[section].mark(entry, FLAG.isKnown);
    if (before !== undefined && 'speaksFor' in before) speaking.addKnown(entry, before.speaksFor);
  }
}

function compareOne(
  state: FileState,
  section: Section,
  { record, row, entry }: Checked,
  before: RecordOf[Section],
): void {
  const incoming = asRecord(record);
  const clash = conflict(section, before, incoming);
  if (clash !== undefined) {
    const { field, reason } = clash;
    state.faults.add(recordFault(state, { section, row, field }, { code: 'conflicts-with-database', reason }));
    return;
  }
  const table = state.tables[section];
  if (section === 'documents' && 'sha256' in before && !table.has(entry, FLAG.hasText))
    table.mark(entry, FLAG.hasKnownText);
  if (section === 'statements' || contains(section, before as RecordOf['actors'], incoming as RecordOf['actors'])) {
    state.counts[section].unchanged += 1;
  } else {
    state.counts[section].merged += 1;
    table.mark(entry, FLAG.isMerged);
    addUnionFaults(state, section, {
      row,
      united: unite(section, [before as RecordOf['actors'], incoming as RecordOf['actors']]),
    });
  }
}

/** A union may exceed limits that each of its parts meets. Its export could not be imported. */
function addUnionFaults(
  state: FileState,
  section: EntitySection,
  { row, united }: { readonly row: number; readonly united: RecordOf[EntitySection] },
): void {
  for (const { field, code, reason } of limitFaults(united)) {
    const together = `Together with what the database has for this id: ${reason}`;
    state.faults.add(recordFault(state, { section, row, field }, { code, reason: together }));
  }
}

/** A statement is compared before its quotation is located, because the position is not part of its content. */
function asRecord(record: UnlocatedRecordOf[Section]): RecordOf[Section] {
  return 'stance' in record
    ? completeStatement({ ...record }, record.quotation && { ...record.quotation, location: 'no-text' })
    : record;
}

function needReferences(
  references: References,
  speaking: Speaking,
  section: Section,
  { record, row, entry }: Checked,
): void {
  const at = (field: string) => ({ section, row, field });
  if ('stance' in record) {
    references.need('actors', record.actor, at('actor'));
    references.need('claims', record.claim, at('claim'));
    if (record.document !== undefined) references.need('documents', record.document, at('document'));
    for (const [index, id] of record.reportedBy.entries()) references.need('actors', id, at(`reportedBy.${index}`));
  } else if ('speaksFor' in record) {
    for (const id of record.speaksFor) {
      references.need('actors', id, at('speaksFor'));
      speaking.add(entry, id);
    }
  } else if ('publisher' in record && record.publisher !== undefined) {
    references.need('actors', record.publisher, at('publisher'));
  }
}

async function locate(
  state: FileState,
  texts: DocumentTexts,
  { checked, signal }: { readonly checked: Checked<'statements'>; readonly signal: AbortSignal | undefined },
): Promise<void> {
  const { record, row, entry } = checked;
  const { quotation, document } = record;
  if (quotation === undefined) return;
  const found = document === undefined ? undefined : texts.of(document);
  const located = await runInTurns(locateSteps(quotation, found instanceof Promise ? await found : found), signal);
  state.quotationLocation.set(entry, 1 + QUOTATION_LOCATIONS.indexOf(located.location));
  if (located.start !== undefined && located.end !== undefined) {
    state.quotationStart.set(entry, located.start);
    state.quotationEnd.set(entry, located.end);
  } else if (located.location !== 'no-text') {
    addLocationWarning(state, record, row, located.location === 'ambiguous');
  }
}

function addLocationWarning(
  state: FileState,
  { quotation, document }: UnlocatedStatement,
  row: number,
  isAmbiguous: boolean,
): void {
  const words = shown(quotation?.exact ?? '');
  const warning = isAmbiguous
    ? {
        code: 'quotation-ambiguous',
        reason: `The words ${words} occur more than once in document ${shown(document)}. Add a prefix or a suffix that identifies the place.`,
      }
    : {
        code: 'quotation-not-found',
        reason: `The words ${words} are not in the text of document ${shown(document)}. Copy them exactly from it. Until then the quotation is shown as not located.`,
      };
  state.warnings.add(recordFault(state, { section: 'statements', row, field: 'quotation.exact' }, warning));
}

async function addCycles(state: FileState, speaking: Speaking, signal: AbortSignal | undefined): Promise<void> {
  const table = state.tables.actors;
  const nameOf = await actorNames(state, await reportedEntries(speaking.cycles(signal)));
  for await (const cycle of speaking.cycles(signal)) {
    const row = table.row(cycle.find((entry) => entry < table.size) ?? speaking.firstSpeaker);
    const names = cycle.map((entry) => speaking.knownName(entry) ?? nameOf(entry)).join(', ');
    const reason = `These actors speak for each other in a cycle: ${names}. Remove one of these relations.`;
    state.faults.add(
      recordFault(state, { section: 'actors', row, field: 'speaksFor' }, { code: 'speaks-for-cycle', reason }),
    );
  }
}

/** The actors on the cycles that a report can show. There may be as many cycles as rows. */
async function reportedEntries(cycles: AsyncIterable<readonly number[]>): Promise<ReadonlySet<number>> {
  const entries = new Set<number>();
  let reported = 0;
  for await (const cycle of cycles) {
    if ((reported += 1) > MAX_FAULTS) break;
    for (const entry of cycle) entries.add(entry);
  }
  return entries;
}

/** How a fault names an actor of the file: by its row, or by its name in CSV, where one row has several actors. */
async function actorNames(state: FileState, entries: ReadonlySet<number>): Promise<(entry: number) => string> {
  const table = state.tables.actors;
  const byRow = (entry: number): string => rowName(state, 'actors', table.row(entry));
  if (state.format !== 'csv' || entries.size === 0) return byRow;
  const names = new Map<number, string>();
  for await (const lines of inBatches(state.spools.actors, KNOWN_BATCH)) {
    for (const { json } of lines) {
      const { id, name } = JSON.parse(json) as UnlocatedRecordOf['actors'];
      const entry = table.find(id);
      if (entries.has(entry)) names.set(entry, shown(name));
    }
  }
  return (entry) => names.get(entry) ?? byRow(entry);
}
