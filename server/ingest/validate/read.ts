/** First pass: reads a file in one of the formats and passes every row to the intake. */
import { isTurnOver, nextTurn } from '../../base/turns.ts';
import { NATIVE_FORMAT, NativeFile, NativeLine } from '../../contract/native.ts';
import { shown, type RowFault } from '../records/faults.ts';
import type { ByteSource } from '../formats/byte-source.ts';
import { isKnownColumn } from '../formats/csv-columns.ts';
import { MAX_ROW_BYTES } from '../formats/limits.ts';
import { ROW_TOO_LONG, type RawRow } from '../formats/raw-row.ts';
import { HeadCheck, refuseForeignJson, refuseForeignLines, refuseForeignTable } from '../formats/foreign-content.ts';
import { CsvSplitter, plainCells, splitCells, type CsvHeader } from '../formats/split-csv.ts';
import { JsonSplitter, type JsonPiece, type RawMember } from '../formats/split-json.ts';
import { LineSplitter } from '../formats/split-lines.ts';
import type { Section } from '../../store/records.ts';
import type { CsvRows } from './csv-rows.ts';
import type { Intake, RowSource } from './intake.ts';
import { isNothing, plainFileLine } from './plain-forms.ts';
import { checkShape } from './shape.ts';
import type { FileState } from './state.ts';

/** Takes the bytes of a file, one row in each step, and writes what it finds into the state. Throws FileFault. */
export interface RowReader {
  push(chunk: Buffer): Iterable<void>;
  end(): Iterable<void>;
  /** Finishes what must wait for the database. Called after each chunk and after the end. */
  settle?(signal: AbortSignal | undefined): Promise<void>;
}

/** Runs the reader over the whole file, and writes the spools when they are full. */
export async function readAll(
  source: ByteSource,
  reader: RowReader,
  state: FileState,
  options: { readonly signal: AbortSignal | undefined; readonly onChunk: () => void },
): Promise<void> {
  try {
    await readChunks(source, reader, state, options);
  } finally {
    state.encoding.end();
  }
}

async function readChunks(
  source: ByteSource,
  reader: RowReader,
  state: FileState,
  options: { readonly signal: AbortSignal | undefined; readonly onChunk: () => void },
): Promise<void> {
  for await (const chunk of source.chunks) {
    options.signal?.throwIfAborted();
    await inTurns(reader.push(chunk), options.signal);
    await reader.settle?.(options.signal);
    for (const spool of Object.values(state.spools)) if (spool.isFull) await spool.writeBehind();
    options.onChunk();
  }
  await inTurns(reader.end(), options.signal);
  await reader.settle?.(options.signal);
}

/** Takes all steps. A chunk may have tens of thousands of rows, each of them a fault. */
async function inTurns(work: Iterable<void>, signal: AbortSignal | undefined): Promise<void> {
  for (const _step of work) if (isTurnOver()) await nextTurn(signal);
}

const SECTION_OF_TYPE: ReadonlyMap<unknown, Section> = new Map([
  ['actor', 'actors'],
  ['claim', 'claims'],
  ['document', 'documents'],
  ['statement', 'statements'],
] as const);
const FileLine = NativeLine.def.options[0];

/** `gainsay/1` by the line. */
export function linesReader(state: FileState, intake: Intake): RowReader {
  const splitter = new LineSplitter();
  let isFirst = true;
  const take = (raw: RawRow, endsFile: boolean): void => {
    state.rows += 1;
    const value = parseRow(state, raw, endsFile);
    if (value !== undefined)
      takeLine(state, intake, { row: raw.row, source: sourceOf(raw), value: value.json, isFirst });
    isFirst = false;
  };
  const head = new HeadCheck(refuseForeignLines);
  const push = (chunk: Buffer): Iterable<void> => steps(splitter.push(chunk), (raw) => take(raw, false));
  return {
    push: (chunk) => push(head.push(chunk)),
    *end() {
      yield* push(head.end());
      yield* steps(splitter.end(), (raw) => take(raw, true));
      if (isFirst) state.faults.add({ code: 'empty-file', reason: 'The file contains only blank lines.' });
    },
  };
}

interface Line {
  readonly row: number;
  readonly source: RowSource;
  readonly value: unknown;
  readonly isFirst: boolean;
}

function takeLine(state: FileState, intake: Intake, { row, source, value, isFirst }: Line): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    state.faults.add({ row, code: 'bad-value', reason: `A line must be an object, not ${shown(value)}.` });
    return;
  }
  const { type } = value as { readonly type?: unknown };
  const section = SECTION_OF_TYPE.get(type);
  if (section !== undefined) {
    intake.accept({ section, row, value, source });
  } else if (type !== 'file') {
    const needed = 'Each line needs a type: file, actor, claim, document or statement';
    state.faults.add({
      row,
      field: 'type',
      ...(type === undefined
        ? { code: 'missing', reason: `${needed}. Add it.` }
        : { code: 'bad-value', reason: `${needed}, not ${shown(type)}.` }),
    });
  } else if (!isFirst) {
    state.faults.add({
      row,
      field: 'type',
      code: 'bad-value',
      reason: 'The line of type file must be the first. Move or remove it.',
    });
  } else {
    const checked = checkShape(FileLine, plainFileLine(value));
    if (checked.faults === undefined) state.title = checked.value.title?.trim().normalize('NFC');
    else for (const fault of checked.faults) state.faults.add({ row, ...fault });
  }
}

/** `gainsay/1` as one object. */
export function jsonReader(state: FileState, intake: Intake): RowReader {
  const splitter = new JsonSplitter();
  let hasFormat = false;
  const take = (piece: JsonPiece): void => {
    if ('key' in piece) {
      if (piece.key === 'format') hasFormat = true;
      takeMember(state, piece);
      return;
    }
    state.rows += 1;
    const value = parseRow(state, piece, false);
    if (value !== undefined && piece.section !== undefined)
      intake.accept({ section: piece.section, row: piece.row, value: value.json, source: sourceOf(piece) });
  };
  const head = new HeadCheck(refuseForeignJson);
  const push = (chunk: Buffer): Iterable<void> => steps(splitter.push(chunk), take);
  return {
    push: (chunk) => push(head.push(chunk)),
    *end() {
      yield* push(head.end());
      yield* steps(splitter.end(), take);
      if (hasFormat) return;
      state.faults.add({
        field: 'format',
        code: 'bad-format',
        reason: `The file does not name its format. Add "format": "${NATIVE_FORMAT}".`,
      });
    },
  };
}

function takeMember(state: FileState, { key, value }: RawMember): void {
  const { row: _row, ...member } = value;
  const parsed = parseRow(state, { ...member, row: 0 }, false, key.slice(0, 100));
  if (parsed === undefined) return;
  const isAbsent = key !== 'format' && Object.hasOwn(NativeFile.shape, key) && isNothing(parsed.json);
  if (isAbsent) return;
  const checked = checkShape(NativeFile, { format: NATIVE_FORMAT, [key]: parsed.json });
  if (checked.faults === undefined) {
    if (key === 'title') state.title = checked.value.title?.trim().normalize('NFC');
    return;
  }
  for (const fault of checked.faults) state.faults.add(fault);
}

/** CSV with a header. */
export function csvReader(state: FileState, rows: CsvRows): RowReader {
  const splitter = new CsvSplitter(isKnownColumn);
  let isReadable: boolean | undefined;
  const take = (raw: RawRow): void => {
    const header = splitter.header;
    isReadable ??= header !== undefined && rows.acceptHeader(header, splitter.labels);
    if (!isReadable || header === undefined) return;
    state.rows += 1;
    if (state.encoding.isBad(raw, { row: raw.row })) return;
    if (raw.problem !== undefined || raw.text === undefined) {
      state.faults.add({ row: raw.row, ...(raw.problem ?? ROW_TOO_LONG) });
      return;
    }
    const cells = cellsOf(raw.text, header);
    const isDocument = cells?.[header.columns.indexOf('record')]?.trim().toLowerCase() === 'document';
    if ((raw.bytes ?? 0) > MAX_ROW_BYTES && !isDocument) {
      state.faults.add({ row: raw.row, ...ROW_TOO_LONG });
      return;
    }
    if (raw.swallowedFrom !== undefined && !rows.acceptSwallowing(raw, cells?.length === header.columns.length)) return;
    if (cells !== undefined) rows.acceptRow(raw.row, header.columns, cells);
    else
      state.faults.add({
        row: raw.row,
        code: 'bad-csv',
        reason: 'Text follows the closing quote of a cell. Double each quote inside a quoted cell.',
      });
  };
  const head = new HeadCheck(refuseForeignTable);
  const push = (chunk: Buffer): Iterable<void> => steps(splitter.push(chunk), take);
  return {
    push: (chunk) => push(head.push(chunk)),
    *end() {
      yield* push(head.end());
      yield* steps(splitter.end(), take);
      if (isReadable === undefined && splitter.header !== undefined)
        rows.acceptHeader(splitter.header, splitter.labels);
      rows.end();
    },
    settle: (signal) => rows.settle(signal),
  };
}

/** The cells of a row. Text between tabs that is not quoted as CSV defines it is not quoted at all. */
function cellsOf(text: string, { delimiter }: CsvHeader): string[] | undefined {
  return splitCells(text, delimiter) ?? (delimiter === '\t' ? plainCells(text, delimiter) : undefined);
}

function* steps<T>(rows: readonly T[], take: (row: T) => void): Generator<void> {
  for (const row of rows) {
    take(row);
    yield;
  }
}

const sourceOf = ({ text = '', bytes = 0 }: RawRow): RowSource => ({ text, bytes });

/** The row as JSON. Adds a fault and returns undefined when it cannot be parsed. */
function parseRow(
  state: FileState,
  raw: RawRow,
  endsFile: boolean,
  field?: string,
): { readonly json: unknown } | undefined {
  const place: Pick<RowFault, 'row' | 'section' | 'field'> = {
    ...(field === undefined ? { row: raw.row } : { field }),
    ...(raw.section !== undefined && { section: raw.section }),
  };
  if (state.encoding.isBad(raw, place)) return undefined;
  if (raw.problem !== undefined || raw.text === undefined) {
    state.faults.add({ ...place, ...(raw.problem ?? ROW_TOO_LONG) });
    return undefined;
  }
  try {
    return { json: JSON.parse(raw.text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const fault = endsFile
      ? { code: 'truncated', reason: 'The file ends in the middle of this line. Copy or export it again.' }
      : { code: 'bad-json', reason: `This is not valid JSON: ${error.message.slice(0, 200)}. Correct it.` };
    state.faults.add({ ...place, ...fault });
    return undefined;
  }
}
