/** Checks one row against the contract's schemas. The reasons say what to do. */
import type * as z from 'zod/mini';
import { Actor, Claim, CsvRow, Document, NativeFile, Statement } from '../../contract/native.ts';
import { shortened, shown } from '../records/faults.ts';
import { MAX_DEPTH } from '../formats/limits.ts';
import { TOO_DEEP } from '../formats/raw-row.ts';
import { meantValue } from './meant-value.ts';

export interface ShapeFault {
  /** Path such as `quotation.exact` or `speaksFor.0`; absent when the row as a whole is wrong. */
  readonly field?: string;
  readonly code: string;
  readonly reason: string;
}

export type Shaped<T> = { readonly value: T; readonly faults?: undefined } | { readonly faults: readonly ShapeFault[] };

/** Parses `value`; one fault for each wrong field (at most 20), in the order of the schema. */
export function checkShape<T>(schema: z.ZodMiniType<T>, value: unknown): Shaped<T> {
  const bounded = cut(value);
  const result = schema.safeParse(bounded);
  if (result.success) return { value: result.data };
  if (isTooDeep(bounded)) return { faults: [TOO_DEEP] };
  return {
    faults: firstOfEachField(
      result.error.issues.slice(0, 10 * FAULTS_OF_ROW).flatMap((issue) => faultsOf(issue, value)),
    ),
  };
}

/** More entries or fields than any record may have. A row of a megabyte can have half a million, each with a fault. */
const MANY = 1_000;
const FIELDS: ReadonlySet<string> = new Set([
  'type',
  ...[Actor, Claim, Document, Statement, CsvRow, NativeFile].flatMap(({ def }) => Object.keys(def.shape)),
]);

/** The row with its first entries and fields, and all fields that a record has. It is as faulty as the whole row. */
function cut(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.length > MANY ? value.slice(0, MANY) : value;
  const fields = Object.keys(value);
  const parts = fields.length > MANY ? [] : (Object.values(value) as readonly unknown[]);
  if (fields.length <= MANY && !parts.some((part) => Array.isArray(part) && part.length > MANY)) return value;
  const kept = new Set([...fields.slice(0, MANY), ...[...FIELDS].filter((field) => Object.hasOwn(value, field))]);
  return Object.fromEntries([...kept].map((field) => [field, cutList(Reflect.get(value, field))]));
}

function cutList(value: unknown): unknown {
  return Array.isArray(value) && value.length > MANY ? value.slice(0, MANY) : value;
}

/** How many faults of one row are reported. A row with thousands of wrong fields is not a record. */
const FAULTS_OF_ROW = 20;

/** Several checks may refuse one value. Only the first is reported. */
function firstOfEachField(faults: readonly ShapeFault[]): readonly ShapeFault[] {
  const byField = new Map<string | undefined, ShapeFault>();
  for (const fault of faults) {
    if (!byField.has(fault.field)) byField.set(fault.field, fault);
    if (byField.size === FAULTS_OF_ROW) break;
  }
  return [...byField.values()];
}

/** Goes level by level instead of recursively, because the value is not trusted. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= MAX_DEPTH; depth += 1) {
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []));
    if (level.length === 0) return false;
  }
  return true;
}

const DATE_FIELDS: ReadonlySet<unknown> = new Set(['date', 'publishedAt', 'document_date']);

function faultsOf(issue: z.core.$ZodIssue, row: unknown): ShapeFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, FAULTS_OF_ROW).map((key) => {
      const field = pathOf([...issue.path, key]);
      return {
        field,
        code: 'unknown-field',
        reason: `There is no field ${shown(field)} here. Remove it or correct its name.`,
      };
    });
  }
  const value = valueAt(row, issue.path);
  const field = pathOf(issue.path);
  const fault = faultOf(issue, value);
  if (field === '') return [fault];
  return [{ field, ...fault }];
}

function faultOf(issue: z.core.$ZodIssue, value: unknown): ShapeFault {
  if (value === undefined) return { code: 'missing', reason: 'The field is missing. Add it.' };
  if (issue.path.at(-1) === 'format')
    return {
      code: 'bad-format',
      reason: `The format must be “gainsay/1”, not ${shown(value)}. Load a file of that format.`,
    };
  const code = DATE_FIELDS.has(issue.path.at(-1)) ? 'bad-date' : 'bad-value';
  switch (issue.code) {
    case 'invalid_type':
      return { code, reason: `It must be ${KIND_NAMES[issue.expected] ?? issue.expected}, not ${shown(value)}.` };
    case 'invalid_value':
      return {
        code,
        reason: `${meantValue(issue.values, value)}It must be one of ${issue.values.join(', ')}, not ${shown(value)}.`,
      };
    case 'too_big':
      return { code: 'too-long', reason: `It has more than ${issue.maximum} ${unitOf(value)}. Shorten it.` };
    case 'too_small':
      return typeof value === 'number'
        ? { code, reason: `It must be at least ${issue.minimum}, not ${value}.` }
        : { code: 'missing', reason: 'It is empty. Fill it in, or leave the field out.' };
    case 'invalid_key':
      return {
        code,
        reason: `${sentence(issue.issues[0]?.message ?? issue.message)} It was ${shown(issue.path.at(-1))}.`,
      };
    default:
      return { code, reason: `${sentence(issue.message)} It was ${shown(value)}.` };
  }
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  int: 'a whole number',
  number: 'a number',
};

function unitOf(value: unknown): string {
  return Array.isArray(value) ? 'entries' : 'characters';
}

function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((key) => shortened(String(key), 100)).join('.');
}

function valueAt(row: unknown, path: readonly PropertyKey[]): unknown {
  let value = row;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}
