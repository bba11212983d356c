/** The values that may pass the port: plain JSON with exact integers, with the same checks for both engines. */
import { EngineError, type Parameters, type Row, type Value } from './engine.ts';

/**
 * Checks that every parameter can be stored and read back unchanged by both engines.
 *
 * @throws EngineError `query-invalid` for a number that is not finite, a whole number beyond ±(2^53 − 1)
 *   (neither JSON nor JavaScript keeps it exactly), or anything that is not JSON.
 */
export function checkParameters(parameters: Parameters): void {
  for (const [name, value] of Object.entries(parameters)) checkValue(value, name);
}

function checkValue(value: unknown, name: string): void {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return;
  if (typeof value === 'number') return checkNumber(value, name);
  if (Array.isArray(value)) {
    for (const element of value) checkValue(element, name);
    return;
  }
  if (!isPlainObject(value))
    throw new EngineError('query-invalid', `The parameter $${name} holds something that is not JSON.`);
  for (const key of Object.keys(value)) checkValue(value[key], name);
}

function checkNumber(value: number, name: string): void {
  if (!Number.isFinite(value))
    throw new EngineError('query-invalid', `The parameter $${name} holds ${value}, which is not a finite number.`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new EngineError(
      'query-invalid',
      `The parameter $${name} holds ${value}, a whole number too large to be kept exactly.`,
    );
  }
}

/**
 * The same parameters with every whole number as the driver's integer, for drivers that would send a float.
 * The parameters must have passed {@link checkParameters}.
 */
export function encodeIntegers(parameters: Parameters, integer: (value: number) => unknown): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const name of Object.keys(parameters)) encoded[name] = encodeValue(parameters[name] ?? null, integer);
  return encoded;
}

function encodeValue(value: Value, integer: (value: number) => unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? integer(value) : value;
  if (value === null || typeof value !== 'object') return value;
  return isList(value) ? value.map((element) => encodeValue(element, integer)) : encodeIntegers(value, integer);
}

/**
 * Turns a driver's record into a {@link Row}, in place. Integers that arrive as `bigint` become numbers.
 *
 * @throws EngineError `query-invalid` when the query returns nodes, relationships, temporal values or an
 *   integer that a number cannot hold: a query returns properties, maps and lists of them.
 */
export function decodeRow(record: Record<string, unknown>): Row {
  return decodeObject(record, 'row') as Row;
}

function decodeValue(value: unknown, column: string): unknown {
  if (typeof value === 'bigint') return decodeInteger(value, column);
  if (value === undefined) return null;
  if (value === null || typeof value !== 'object') return value;
  if (!Array.isArray(value)) return decodeObject(value, column);
  for (let index = 0; index < value.length; index += 1) value[index] = decodeValue(value[index], column);
  return value;
}

function decodeInteger(value: bigint, column: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new EngineError(
      'query-invalid',
      `The column ${column} holds ${value}, an integer too large to be read exactly.`,
    );
  return number;
}

function decodeObject(value: object, column: string): Record<string, unknown> {
  if (!isPlainObject(value) || '_id' in value) {
    throw new EngineError(
      'query-invalid',
      `The column ${column} holds a node, a relationship or a temporal value. Return its properties instead.`,
    );
  }
  for (const key of Object.keys(value)) {
    const before = value[key];
    const after = decodeValue(before, column === 'row' ? key : column);
    if (after !== before) value[key] = after;
  }
  return value;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
