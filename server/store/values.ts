/** Reads columns of a row. A value of an unexpected type counts as absent. */
import type { Row, Value } from '../engine/engine.ts';

export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

export function textOrAbsent(row: Row, column: string): string | undefined {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
}

export function integerOr(value: Value | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

export function integerOrAbsent(row: Row, column: string): number | undefined {
  const value = row[column];
  return typeof value === 'number' ? value : undefined;
}

export function texts(row: Row | undefined, column: string): string[] {
  const value = row?.[column];
  return Array.isArray(value) ? value.filter((element: unknown) => typeof element === 'string') : [];
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without its undefined properties. */
export function present<T extends object>(object: T): Present<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<T>;
}

/** Compares by UTF-16 code units, which is the same on every machine and engine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
