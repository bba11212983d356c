/** Stores imports: one node for each, from the start of its staging. */
import type { FaultReport, ImportCounts, ImportFormat, ImportState } from '../contract/imports.ts';
import type { Queryable, Row } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import { NO_IMPORT } from './read-state.ts';
import { integerOr, present, text, textOrAbsent, texts } from './values.ts';

/** The states of an import in the database. Content of imports in a `hidden` state is invisible. */
export type StoredState = Extract<ImportState, 'loading' | 'publishing' | 'published' | 'undoing' | 'undone'>;

export interface StoredImport {
  readonly id: string;
  readonly number: number;
  readonly state: StoredState;
  readonly file: string;
  readonly format: ImportFormat;
  readonly title?: string;
  readonly sha256?: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly counts?: ImportCounts;
  readonly warnings: FaultReport;
}

export interface NewImport {
  readonly id: string;
  readonly number: number;
  readonly file: string;
  readonly format: ImportFormat;
  readonly title?: string | undefined;
  readonly sha256: string;
  readonly startedAt: string;
}

/** How far an import has been written. `batch` counts from 1; it is 0 when nothing was written. */
export interface ImportStanding {
  readonly state: StoredState;
  readonly batch: number;
}

export async function createImport(q: Queryable, { title, ...rest }: NewImport): Promise<void> {
  await q.run(cypher('write/import-create'), {
    import: { ...rest, ...(title !== undefined && { title }), state: 'loading', batch: 0 },
  });
}

export async function importStanding(q: Queryable, id: string): Promise<ImportStanding | undefined> {
  const [row] = await q.run(cypher('write/import-state'), { id });
  return row && { state: text(row, 'state') as StoredState, batch: integerOr(row['batch'], 0) };
}

export async function setImport(
  q: Queryable,
  id: string,
  properties: { readonly [name: string]: string | number | null },
): Promise<void> {
  await q.run(cypher('write/import-set'), { id, properties });
}

export async function deleteImport(q: Queryable, id: string): Promise<void> {
  await q.run(cypher('write/import-delete'), { id });
}

/** Increments the data version, which invalidates every cached answer. */
export async function raiseDataVersion(q: Queryable, now: string): Promise<void> {
  await q.run(cypher('write/data-version-raise'), { now });
}

/** Ids of the imports whose content is hidden. */
export async function readHidden(q: Queryable): Promise<string[]> {
  return [NO_IMPORT, ...texts((await q.run(cypher('read/state')))[0], 'hidden')];
}

export async function readDataVersion(q: Queryable): Promise<number> {
  return integerOr((await q.run(cypher('read/state')))[0]?.['dataVersion'], 0);
}

/**
 * Takes the next number for an import. No other server gets the same number.
 *
 * @param idOf The id of the import with a number. A number is passed over if a node of another program has its id.
 */
export async function takeImportNumber(q: Queryable, idOf: (number: number) => string): Promise<number> {
  for (;;) {
    const number = integerOr((await q.run(cypher('write/import-number-take')))[0]?.['number'], 1);
    if ((await importStanding(q, idOf(number))) === undefined) return number;
  }
}

/** Imports that a crash or a lost database left unfinished. */
export async function unfinishedImports(
  q: Queryable,
): Promise<readonly { readonly id: string; readonly state: StoredState }[]> {
  const rows = await q.run(cypher('read/check-unfinished-imports'));
  return rows.map((row) => ({ id: text(row, 'id'), state: text(row, 'state') as StoredState }));
}

/** Newest first. */
export async function readImports(
  q: Queryable,
  limit: number,
): Promise<{ readonly imports: readonly StoredImport[]; readonly total: number }> {
  const rows = await q.run(cypher('read/check-imports'), { limit });
  const [count] = await q.run(cypher('read/check-import-total'));
  return { imports: rows.map(importOf), total: integerOr(count?.['total'], 0) };
}

export async function readImport(q: Queryable, id: string): Promise<StoredImport | undefined> {
  const [row] = await q.run(cypher('read/check-import'), { id });
  return row && importOf(row);
}

/** The stored result of an import, as the property `report`. */
export function reportText(report: { readonly counts: ImportCounts; readonly warnings: FaultReport }): string {
  return JSON.stringify(report);
}

function importOf(row: Row): StoredImport {
  const report = JSON.parse(textOrAbsent(row, 'report') ?? '{}') as { counts?: ImportCounts; warnings?: FaultReport };
  return present({
    id: text(row, 'id'),
    number: integerOr(row['number'], 0),
    state: text(row, 'state') as StoredState,
    file: text(row, 'file'),
    format: text(row, 'format') as ImportFormat,
    title: textOrAbsent(row, 'title'),
    sha256: textOrAbsent(row, 'sha256'),
    startedAt: text(row, 'startedAt'),
    endedAt: textOrAbsent(row, 'endedAt'),
    counts: report.counts,
    warnings: report.warnings ?? { faults: [], total: 0 },
  });
}
