/** Typed access to the columns of a row. A column of another type than expected is a defect of ours, never an empty value. */
import type { Row, Value } from '../engine/engine.ts';

/** A query gave a column another type than the code expects. */
export class RecordShapeError extends Error {
  readonly code = 'record-shape';
  constructor(column: string, expected: string, found: Value | undefined) {
    super(`The column ${column} should hold ${expected} and holds ${JSON.stringify(found)?.slice(0, 80)}.`);
    this.name = 'RecordShapeError';
  }
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new RecordShapeError(column, 'text', value);
  return value;
}

/** `{ [name]: text }`, or `{}` where the column is null: to be spread into an object with optional properties. */
export function optionalText<const Name extends string>(
  row: Row,
  name: Name,
  column: string = name,
): { readonly [key in Name]?: string } {
  const value = row[column];
  if (value === null || value === undefined) return {};
  return { [name]: textOf(row, column) } as { readonly [key in Name]?: string };
}

/** A counter. 0 where the column is null, because a counter that was never written is 0. */
export function countOf(row: Row, column: string): number {
  const value = row[column] ?? 0;
  if (typeof value !== 'number') throw new RecordShapeError(column, 'a number', value);
  return value;
}

export function optionalCount<const Name extends string>(
  row: Row,
  name: Name,
  column: string,
): { readonly [key in Name]?: number } {
  const value = row[column];
  if (value === null || value === undefined) return {};
  return { [name]: countOf(row, column) } as { readonly [key in Name]?: number };
}

export function textsOf(row: Row, column: string): string[] {
  const value = row[column] ?? [];
  if (!Array.isArray(value)) throw new RecordShapeError(column, 'a list of texts', value);
  return value.map((item: Value) => {
    if (typeof item !== 'string') throw new RecordShapeError(column, 'a list of texts', item);
    return item;
  });
}

/** One of a closed list of words. */
export function wordOf<const Word extends string>(row: Row, column: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === row[column]);
  if (word === undefined) throw new RecordShapeError(column, words.join(' or '), row[column]);
  return word;
}

export function optionalWord<const Name extends string, const Word extends string>(
  row: Row,
  { name, column = name, words }: { readonly name: Name; readonly column?: string; readonly words: readonly Word[] },
): { readonly [key in Name]?: Word } {
  if (row[column] === null || row[column] === undefined) return {};
  return { [name]: wordOf(row, column, words) } as { readonly [key in Name]?: Word };
}

/** The rows of each value of a text column, in their order. */
export function rowsBy(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = textOf(row, column);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
