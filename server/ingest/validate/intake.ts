/** First pass: takes records of every format one by one, checks each by itself, and keeps it in the spool. */
import type * as z from 'zod/mini';
import { Actor, Claim, Document, NativeLine, Statement } from '../../contract/native.ts';
import { shortened, shown } from '../records/faults.ts';
import { MAX_ROW_BYTES, MAX_TEXT_BYTES } from '../formats/limits.ts';
import { ROW_TOO_LONG } from '../formats/raw-row.ts';
import { repeatedName } from '../formats/repeated-name.ts';
import type { Section } from '../../store/records.ts';
import { FLAG, hash64 } from './spool-index.ts';
import {
  contentFaults,
  normaliseActor,
  normaliseClaim,
  normaliseDocument,
  grownFaults,
  type ContentFault,
  normaliseStatement,
  type UnlocatedRecordOf,
} from './normalise.ts';
import { plainRecord } from './plain-forms.ts';
import { checkShape } from './shape.ts';
import { recordFault, rowName, type FileState } from './state.ts';

/** Matches a lone half of a surrogate pair. JSON can escape one, but UTF-8 cannot encode it. */
const REPLACEMENT = '\ufffd';
const LONE_SURROGATE = /\p{Surrogate}/u;

export interface Intake {
  /** Checks a record by itself and keeps it, or adds faults. */
  accept(incoming: Incoming): void;
  /** Keeps the id of a record that is not given, because its row has faults. */
  refuse(section: Section, row: number, id: unknown): void;
}

export interface Incoming {
  readonly section: Section;
  readonly row: number;
  /** As it was parsed; a line of JSONL with its type. */
  readonly value: unknown;
  /** The text of the record in a JSON or JSONL file. A row of a CSV file describes several records and has none. */
  readonly source?: RowSource;
  /** The columns of a CSV file that filled the fields, where they are not those of the section. */
  readonly columns?: ReadonlyMap<string, string>;
}

/** The text of a row in the file, and its length there in bytes. */
export interface RowSource {
  readonly text: string;
  readonly bytes: number;
}

const [, ActorLine, ClaimLine, DocumentLine, StatementLine] = NativeLine.def.options;
interface Shape<S extends Section> {
  readonly schema: z.ZodMiniType;
  /** The schema of a line of JSONL, where each record has its type. */
  readonly lineSchema: z.ZodMiniType;
  readonly normalise: (value: unknown) => UnlocatedRecordOf[S];
}
const SHAPES: { readonly [S in Section]: Shape<S> } = {
  actors: { schema: Actor, lineSchema: ActorLine, normalise: (value) => normaliseActor(value as Actor) },
  claims: { schema: Claim, lineSchema: ClaimLine, normalise: (value) => normaliseClaim(value as Claim) },
  documents: { schema: Document, lineSchema: DocumentLine, normalise: (value) => normaliseDocument(value as Document) },
  statements: {
    schema: Statement,
    lineSchema: StatementLine,
    normalise: (value) => normaliseStatement(value as Statement),
  },
};

export function createIntake(state: FileState): Intake {
  return {
    accept(incoming) {
      const { section, row, value } = incoming;
      const record = checked(state, incoming);
      if (record === undefined) rememberFaulty(state, section, row, value);
      else keep(state, incoming, record);
    },
    refuse: (section, row, id) => rememberFaulty(state, section, row, { id }),
  };
}

/** The normalised record. Adds faults and returns undefined when the row, the shape or the fields are wrong. */
function checked(
  state: FileState,
  { section, row, value, source, columns }: Incoming,
): UnlocatedRecordOf[Section] | undefined {
  if (source !== undefined && source.bytes > MAX_ROW_BYTES && !isTextDocument(section, value)) {
    state.faults.add(recordFault(state, { section, row }, ROW_TOO_LONG));
    return undefined;
  }
  const shape = SHAPES[section];
  const shaped = checkShape(state.format === 'jsonl' ? shape.lineSchema : shape.schema, plainRecord(section, value));
  if (shaped.faults !== undefined) {
    for (const { field, ...fault } of shaped.faults) {
      const at = field === undefined ? { section, row } : { section, row, field: columns?.get(field) ?? field };
      state.faults.add(recordFault(state, at, fault));
    }
    return undefined;
  }
  if (hasReservedKey(value)) {
    const at = { section, row, field: 'attributes.__proto__' };
    state.faults.add(recordFault(state, at, { code: 'bad-value', reason: `The key is reserved. Use another.` }));
    return undefined;
  }
  const repeated = source && repeatedName(source.text, value);
  if (repeated !== undefined) {
    const reason = 'The record has this field twice. Remove one.';
    state.faults.add(
      recordFault(state, { section, row, field: shortened(repeated, 100) }, { code: 'duplicate-field', reason }),
    );
    return undefined;
  }
  const record = shape.normalise(shaped.value);
  const grown = [...grownFaults(section, record), ...longTextFaults(record)];
  for (const { field, ...fault } of grown) {
    const at = { section, row, field: columns?.get(field) ?? field };
    state.faults.add(recordFault(state, at, fault));
  }
  return grown.length > 0 ? undefined : record;
}

/** A text of many characters that take several bytes each. An export must be able to write its row, with all that other files add. */
function longTextFaults(record: UnlocatedRecordOf[Section]): readonly ContentFault[] {
  // A character takes at most six bytes, as an escape.
  if (!('sha256' in record) || record.text === undefined || record.text.length * 6 <= MAX_TEXT_BYTES) return [];
  if (Buffer.byteLength(JSON.stringify(record.text)) <= MAX_TEXT_BYTES) return [];
  const reason = `The text takes more than ${MAX_TEXT_BYTES / 1_000_000} MB in a file. Split the document into several.`;
  return [{ field: 'text', code: 'too-long', reason }];
}

/** The schema passes over this key: zod leaves it out, because it would change the prototype of its result. */
function hasReservedKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('attributes' in value)) return false;
  const { attributes } = value;
  return typeof attributes === 'object' && attributes !== null && Object.hasOwn(attributes, '__proto__');
}

function isTextDocument(section: Section, value: unknown): boolean {
  return section === 'documents' && typeof value === 'object' && value !== null && 'text' in value;
}

/** Keeps the id of a faulty record, so that references to it are not reported as well. */
function rememberFaulty(state: FileState, section: Section, row: number, value: unknown): void {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  if (typeof id !== 'string') return;
  const table = state.tables[section];
  const before = table.size;
  const entry = table.insert(id);
  if (table.size === before) return;
  table.setRow(entry, row);
  table.mark(entry, section === 'claims' ? FLAG.isFaulty | FLAG.isClaim : FLAG.isFaulty);
}

/** Whether several records of one id may differ, because each describes only a part: they are united later. */
function isDescription(state: FileState, section: Section): boolean {
  return state.format === 'csv' && section !== 'statements';
}

function keep(state: FileState, incoming: Incoming, record: UnlocatedRecordOf[Section]): void {
  const { section, row } = incoming;
  const json = JSON.stringify(record);
  const faults = contentFaults(section, record, isDescription(state, section));
  for (const { field, code, reason } of faults)
    state.faults.add(recordFault(state, { section, row, field }, { code, reason }));
  const isBroken = json.includes('\\ud') && addSurrogateFaults(state, section, row, record);
  if (faults.length > 0 || isBroken) {
    rememberFaulty(state, section, row, record);
    return;
  }
  const entry = admit(state, section, { row, id: record.id, json });
  if (entry === undefined) return;
  if (json.includes(REPLACEMENT)) addReplacementWarnings(state, incoming, record);
  if ('sha256' in record) state.tables.documents.mark(entry, FLAG.hasText);
  state.spools[section].append(row, json);
}

interface Candidate {
  readonly row: number;
  readonly id: string;
  readonly json: string;
}

/** The entry of a record to keep; undefined when its id is taken. Adds a fault then, unless the record is only repeated. */
function admit(state: FileState, section: Section, { row, id, json }: Candidate): number | undefined {
  const table = state.tables[section];
  const before = table.size;
  const entry = table.insert(id);
  const content = hash64(json);
  if (table.size > before) {
    table.setRow(entry, row);
    table.setContent(entry, content);
    if (section === 'claims') table.mark(entry, FLAG.isClaim);
    return entry;
  }
  const isDescribed = isDescription(state, section);
  if (isDescribed) table.mark(entry, FLAG.isMany);
  else if (table.has(entry, FLAG.isFaulty)) return undefined;
  const place = (of: Section): string => rowName(state, of, table.row(entry));
  if (isOtherKind(state, section, entry)) {
    const [other, kind] = section === 'claims' ? (['actors', 'an actor'] as const) : (['claims', 'a claim'] as const);
    table.mark(entry, FLAG.isFaulty);
    const reason = `The id ${shown(id)} is already the id of ${kind} in ${place(other)}. Actors and claims share one set of ids. Rename one of them.`;
    addDuplicate(state, section, row, reason);
  } else if (!isDescribed && table.hasContent(entry, content)) {
    state.counts[section].repeated = (state.counts[section].repeated ?? 0) + 1;
  } else if (!isDescribed) {
    const reason = `The id ${shown(id)} has different content in ${place(section)}. Rename one of them, or give both the same content.`;
    addDuplicate(state, section, row, reason);
  }
  return isDescribed ? entry : undefined;
}

function isOtherKind(state: FileState, section: Section, entry: number): boolean {
  if (section !== 'actors' && section !== 'claims') return false;
  return state.tables[section].has(entry, FLAG.isClaim) !== (section === 'claims');
}

function addDuplicate(state: FileState, section: Section, row: number, reason: string): void {
  state.faults.add(recordFault(state, { section, row, field: 'id' }, { code: 'duplicate-id', reason }));
}

/** Adds a warning for each text with the character that programs write in place of one that they could not read. */
function addReplacementWarnings(
  state: FileState,
  at: Pick<Incoming, 'section' | 'row' | 'columns'>,
  value: unknown,
  path: readonly string[] = [],
): void {
  const { section, row, columns } = at;
  if (typeof value === 'string') {
    const count = value.split(REPLACEMENT).length - 1;
    if (count === 0) return;
    const times = count === 1 ? 'the character U+FFFD' : `the character U+FFFD ${count} times`;
    const reason = `The text contains ${times}: ${shown(aroundReplacement(value))}. A program wrote it in place of a character that it could not read. Save the original as UTF-8 again.`;
    const field = path.join('.');
    state.warnings.add(
      recordFault(
        state,
        { section, row, field: columns?.get(field) ?? field },
        { code: 'replacement-character', reason },
      ),
    );
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) addReplacementWarnings(state, at, part, [...path, key]);
  }
}

/** The words around the first replacement character. */
function aroundReplacement(text: string): string {
  const at = text.indexOf(REPLACEMENT);
  return text.slice(Math.max(0, at - 20), at + 21);
}

/** Adds a fault for each text with half of a surrogate pair. @returns Whether there was one. */
function addSurrogateFaults(
  state: FileState,
  section: Section,
  row: number,
  value: unknown,
  path: readonly string[] = [],
): boolean {
  if (typeof value === 'string') {
    if (!LONE_SURROGATE.test(value)) return false;
    const reason =
      'The text contains half of a surrogate pair (an escape such as \\ud83d without its other half). Correct the character.';
    state.faults.add(recordFault(state, { section, row, field: path.join('.') }, { code: 'bad-encoding', reason }));
    return true;
  }
  if (typeof value !== 'object' || value === null) return false;
  let found = false;
  for (const [key, part] of Object.entries(value)) {
    if (addSurrogateFaults(state, section, row, part, [...path, key])) found = true;
  }
  return found;
}
