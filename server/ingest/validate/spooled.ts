/** Reads the spool back for loading, together with the results of the two passes. */
import { QUOTATION_LOCATIONS, type LocatedQuotation } from '../../contract/explorer.ts';
import { datePrecision } from '../../contract/vocabulary.ts';
import { positionId, type RecordOf, type Section, type StatementRecord } from '../../store/records.ts';
import type { KnownState, SpooledRecord } from '../records/validated-file.ts';
import { FLAG, type IdTable } from './spool-index.ts';
import type { SpoolFile, SpoolLine } from './spool.ts';
import type { UnlocatedRecordOf, UnlocatedStatement } from './normalise.ts';
import type { FileState } from './state.ts';

export async function* spooledBatches<S extends Section>(
  state: FileState,
  section: S,
  size: number,
): AsyncGenerator<readonly SpooledRecord<S>[]> {
  for await (const lines of inBatches(state.spools[section], size)) {
    yield lines.map((line) => spooledRecord(state, section, line));
  }
}

export async function* referredBatches(spool: SpoolFile, size: number): AsyncGenerator<readonly string[]> {
  for await (const lines of inBatches(spool, size)) yield lines.map(({ json }) => JSON.parse(json) as string);
}

/** Documents may be large: no batch contains much more text than this. */
const BATCH_CHARACTERS = 4_000_000;

/** The lines of a spool, `size` at a time, or fewer if they are long. */
export async function* inBatches(spool: SpoolFile, size: number): AsyncGenerator<readonly SpoolLine[]> {
  let batch: SpoolLine[] = [];
  let characters = 0;
  for await (const lines of spool.read()) {
    for (const line of lines) {
      batch.push(line);
      characters += line.json.length;
      if (batch.length < size && characters < BATCH_CHARACTERS) continue;
      yield batch;
      batch = [];
      characters = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function spooledRecord<S extends Section>(state: FileState, section: S, { row, json }: SpoolLine): SpooledRecord<S> {
  const unlocated = JSON.parse(json) as UnlocatedRecordOf[S];
  const table = state.tables[section];
  const entry = table.find(unlocated.id);
  const record = (
    'stance' in unlocated ? completeStatement(unlocated, locatedQuotation(state, unlocated, entry)) : unlocated
  ) as RecordOf[S];
  return { record, row, known: knownState(table, entry) };
}

function knownState(table: IdTable, entry: number): KnownState {
  if (!table.has(entry, FLAG.isKnown)) return 'new';
  return table.has(entry, FLAG.isMerged) ? 'merge' : 'same';
}

function locatedQuotation(
  state: FileState,
  { quotation }: UnlocatedStatement,
  entry: number,
): LocatedQuotation | undefined {
  const location = QUOTATION_LOCATIONS[state.quotationLocation.get(entry) - 1];
  if (quotation === undefined || location === undefined) return undefined;
  const { exact, prefix, suffix } = quotation;
  const located: { -readonly [K in keyof LocatedQuotation]: LocatedQuotation[K] } = { exact, location };
  if (prefix !== undefined) located.prefix = prefix;
  if (suffix !== undefined) located.suffix = suffix;
  if (location !== 'located' && location !== 'typography') return located;
  located.start = state.quotationStart.get(entry);
  located.end = state.quotationEnd.get(entry);
  return located;
}

/** A statement that was just parsed from the spool and is not shared. */
type OwnStatement = { -readonly [K in keyof StatementRecord]: StatementRecord[K] };

/**
 * The statement with its derived fields: the id of its position and the precision of its date. Fills in the
 * given object, because copying half a million statements takes a tenth of the whole time.
 */
export function completeStatement(
  statement: UnlocatedStatement,
  located: LocatedQuotation | undefined,
): StatementRecord {
  const complete = statement as OwnStatement;
  complete.positionId = positionId(statement.actor, statement.stance, statement.claim);
  if (statement.date !== undefined) complete.datePrecision = datePrecision(statement.date);
  if (located !== undefined) complete.quotation = located;
  return complete;
}
