/** First pass: takes records one by one, checks each by itself, and keeps it in the spool. */
import type * as z from 'zod/mini';
import { Actor, Claim, Document, NativeLine, Statement } from '../../contract/native.ts';
import { shortened, shown } from '../records/faults.ts';
import { MAX_ROW_BYTES } from '../formats/limits.ts';
import { ROW_TOO_LONG } from '../formats/raw-row.ts';
import { repeatedName } from '../formats/repeated-name.ts';
import type { Section } from '../../store/records.ts';
import { FLAG, hash64 } from './spool-index.ts';
import {
  contentFaults,
  normaliseActor,
  normaliseClaim,
  normaliseDocument,
  normaliseStatement,
  type UnlocatedRecordOf,
} from './normalise.ts';
import { checkShape } from './shape.ts';
import { recordFault, rowName, type FileState } from './state.ts';

/** Matches half of a surrogate pair that stands alone: JSON can escape one, UTF-8 cannot hold it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

export interface Intake {
  /** Takes a native record as it was parsed (from a line: with its type), and as it stands in the file. */
  accept(section: Section, row: number, value: unknown, source: RowSource): void;
  /** Keeps a normalised record; a repetition is counted, and a different one under the same id is a fault. */
  keep<S extends Section>(section: S, row: number, record: UnlocatedRecordOf[S]): void;
}

/** A row as it stands in the file; `bytes` is its length there. */
export interface RowSource {
  readonly text: string;
  readonly bytes: number;
}

const [, ActorLine, ClaimLine, DocumentLine, StatementLine] = NativeLine.def.options;
interface Shape<S extends Section> {
  readonly schema: z.ZodMiniType;
  /** As a line of JSONL, where each record has its type. */
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
    accept(section, row, value, { text, bytes }) {
      if (bytes > MAX_ROW_BYTES && !isTextDocument(section, value)) {
        state.faults.add(recordFault(state, { section, row }, ROW_TOO_LONG));
        rememberFaulty(state, section, row, value);
        return;
      }
      const shape = SHAPES[section];
      const checked = checkShape(state.format === 'jsonl' ? shape.lineSchema : shape.schema, value);
      if (checked.faults !== undefined) {
        for (const { field, ...fault } of checked.faults) {
          state.faults.add(recordFault(state, field === undefined ? { section, row } : { section, row, field }, fault));
        }
        rememberFaulty(state, section, row, value);
        return;
      }
      const field = repeatedName(text, value);
      if (field !== undefined) {
        const reason = 'The field stands there twice, and which of the two is meant is not said. Remove one.';
        state.faults.add(
          recordFault(state, { section, row, field: shortened(field, 100) }, { code: 'duplicate-field', reason }),
        );
        rememberFaulty(state, section, row, value);
        return;
      }
      keepRecord(state, section, row, shape.normalise(checked.value));
    },
    keep: (section, row, record) => keepRecord(state, section, row, record),
  };
}

function isTextDocument(section: Section, value: unknown): boolean {
  return section === 'documents' && typeof value === 'object' && value !== null && 'text' in value;
}

/** A reference to a record that is there, but wrong, is no further fault. */
function rememberFaulty(state: FileState, section: Section, row: number, value: unknown): void {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  if (typeof id !== 'string') return;
  const table = state.tables[section];
  const before = table.size;
  const entry = table.insert(id);
  if (table.size === before) return;
  table.rows[entry] = row;
  table.mark(entry, section === 'claims' ? FLAG.isFaulty | FLAG.isClaim : FLAG.isFaulty);
}

function keepRecord(state: FileState, section: Section, row: number, record: UnlocatedRecordOf[Section]): void {
  const json = JSON.stringify(record);
  const faults = contentFaults(section, record);
  for (const { field, code, reason } of faults)
    state.faults.add(recordFault(state, { section, row, field }, { code, reason }));
  const isBroken = json.includes('\\ud') && addSurrogateFaults(state, section, row, record);
  if (faults.length > 0 || isBroken) {
    rememberFaulty(state, section, row, record);
    return;
  }
  if (!admit(state, section, row, record.id, json)) return;
  if ('sha256' in record) state.tables.documents.mark(state.tables.documents.size - 1, FLAG.hasText);
  state.spools[section].append(row, json);
}

/** Whether the id is new. Says what is wrong when it is not, unless the record is merely repeated. */
function admit(state: FileState, section: Section, row: number, id: string, json: string): boolean {
  const table = state.tables[section];
  const before = table.size;
  const entry = table.insert(id);
  const content = hash64(json);
  if (table.size > before) {
    table.rows[entry] = row;
    table.setContent(entry, content);
    if (section === 'claims') table.mark(entry, FLAG.isClaim);
    return true;
  }
  if (table.has(entry, FLAG.isFaulty)) return false;
  if (isOtherKind(state, section, entry)) {
    const other = section === 'claims' ? 'actor' : 'claim';
    table.mark(entry, FLAG.isFaulty);
    addDuplicate(
      state,
      section,
      row,
      `The id ${shown(id)} is already that of the ${other} in ${rowName(state, `${other}s`, table.rows[entry] ?? 0)}. Actors and claims share their ids: rename one.`,
    );
  } else if (table.hasContent(entry, content)) {
    state.counts[section].unchanged += 1;
  } else {
    addDuplicate(
      state,
      section,
      row,
      `The id ${shown(id)} stands for something else in ${rowName(state, section, table.rows[entry] ?? 0)}. Rename one of the two, or make them alike.`,
    );
  }
  return false;
}

function isOtherKind(state: FileState, section: Section, entry: number): boolean {
  if (section !== 'actors' && section !== 'claims') return false;
  return state.tables[section].has(entry, FLAG.isClaim) !== (section === 'claims');
}

function addDuplicate(state: FileState, section: Section, row: number, reason: string): void {
  state.faults.add(recordFault(state, { section, row, field: 'id' }, { code: 'duplicate-id', reason }));
}

/** Adds a fault for each text with half a surrogate pair; says whether there was one. */
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
      'The text holds half of a surrogate pair (an escape such as \\ud83d without its other half). Correct the character.';
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
