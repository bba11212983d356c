/** What must hold of the files under cypher/. Each rule answers with its faults, as sentences; none is an empty list. */
import { type QueryFile, returned, usedParameters } from './query-file.ts';

/** Queries that may break a rule, each with the reason. */
export type Exceptions = ReadonlyMap<string, string>;

/** The header names the parameters that the statement uses, and the columns that it returns in their order. */
export function headerFaults(query: QueryFile): readonly string[] {
  const used = usedParameters(query);
  const named = new Set(query.parameters.map(({ name }) => name));
  const faults = [
    ...[...used].filter((name) => !named.has(name)).map((name) => `the header does not name the parameter ${name}`),
    ...[...named].filter((name) => !used.has(name)).map((name) => `the statement does not use the parameter ${name}`),
    ...rowFaults(query),
  ];
  if (named.size < query.parameters.length) faults.push('the header names a parameter twice');
  const columns = query.columns.map(({ name }) => name).join(', ');
  const found = (returned(query)?.items ?? []).map(({ name }) => name).join(', ');
  if (columns !== found) faults.push(`the header names the columns (${columns}), the statement returns (${found})`);
  return faults.map((fault) => `${query.name}: ${fault}`);
}

/** What the header says of the rows' properties is what the statement takes from each `row`. */
function rowFaults({ parameters, code }: QueryFile): readonly string[] {
  const type = parameters.find(({ name }) => name === 'rows')?.type;
  const named = /^LIST<MAP \{(?<names>.+)\}>$/.exec(type ?? '')?.groups?.['names'];
  const used = new Set([...code.matchAll(/\brow\.(\w+)/g)].map(([, name]) => name));
  const names = [...used].toSorted().join(', ');
  const expected = (named?.split(', ') ?? []).toSorted().join(', ');
  return names === expected ? [] : [`the header gives the rows (${expected}), the statement uses (${names})`];
}

const AGGREGATE = /^(coalesce\()?(count|sum|min|max)\s*\(/i;

/** A query that can give more than one row, or a list in its row, orders and limits what it gives. */
export function listFaults(query: QueryFile): readonly string[] {
  const { items, tail } = returned(query) ?? { items: [], tail: '' };
  if (items.length === 0) return [];
  const collected = items.some(({ expression }) => /\bcollect\s*\(/i.test(expression));
  const isOne = /^LIMIT 1\s*$/i.test(tail) || items.every(({ expression }) => AGGREGATE.test(expression));
  if (isOne && !collected) return [];
  // What is collected into one row is ordered and limited before it.
  const text = collected ? query.code : tail;
  return [
    ...(/\bORDER BY\b/i.test(text) ? [] : [`${query.name}: has no ORDER BY`]),
    ...(/\bLIMIT\b/i.test(text) ? [] : [`${query.name}: has no LIMIT`]),
  ];
}

/** The words of the two stances, in the names of files and in their texts. */
const STANCE_WORDS = [
  ['ASSERTS', 'DENIES'],
  ['asserts', 'denies'],
  ['asserters', 'deniers'],
  ['assert', 'deny'],
] as const;

const NAMED_FOR_ASSERTS = /-(asserts|asserters)\b|\/asserts\b/;
const NAMED_FOR_DENIES = /-(denies|deniers)\b|\/denies\b/;

/** A query of one stance has a twin for the other, which differs by the words of the stance alone. */
export function twinFaults(queries: readonly QueryFile[]): readonly string[] {
  const byName = new Map(queries.map((query) => [query.name, query]));
  return queries.flatMap((query) => {
    if (NAMED_FOR_DENIES.test(query.name)) {
      const missing = inDenial(query.name, 'back');
      return byName.has(missing) ? [] : [`${query.name}: has no twin ${missing}`];
    }
    if (!NAMED_FOR_ASSERTS.test(query.name)) return [];
    const twin = byName.get(inDenial(query.name));
    if (twin === undefined) return [`${query.name}: has no twin ${inDenial(query.name)}`];
    const isAlike = inDenial(wholeText(query)) === wholeText(twin);
    return isAlike ? [] : [`${query.name}: differs from ${twin.name} by more than the stance`];
  });
}

function wholeText({ purpose, parameters, columns, statement }: QueryFile): string {
  return JSON.stringify({ purpose, parameters, columns, statement });
}

function inDenial(text: string, direction: 'there' | 'back' = 'there'): string {
  return STANCE_WORDS.reduce((changed, [asserting, denying]) => {
    const [from, to] = direction === 'there' ? [asserting, denying] : [denying, asserting];
    return changed.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to);
  }, text);
}

/**
 * The faults of queries without an exception, and the exceptions without a fault.
 *
 * @param faults Sentences that begin with the name of the query and a colon.
 */
export function unexpected(faults: readonly string[], exceptions: Exceptions): readonly string[] {
  const nameOf = (fault: string): string => fault.slice(0, fault.indexOf(':'));
  const found = new Set(faults.map(nameOf));
  return [
    ...faults.filter((fault) => !exceptions.has(nameOf(fault))),
    ...[...exceptions.keys()].filter((name) => !found.has(name)).map((name) => `${name}: needs no exception`),
  ];
}
