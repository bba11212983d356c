/** The rules of a consistent database. Each returns the faults of its arguments. Pure. */
import { agreement } from '../records/locate-quotation.ts';
import type { CheckFault } from '../../contract/check.ts';
import { datePrecision, isPartialDate } from '../../contract/vocabulary.ts';
import type {
  CheckedDocument,
  CheckedSpeaksFor,
  CheckedStatement,
  CountedNode,
  Counters,
  Position,
} from '../../store/check-reads.ts';

/** Every node belongs to an import that exists and was not undone. */
export function ownerFaults(
  nodes: readonly { readonly id: string; readonly importId: string }[],
  states: ReadonlyMap<string, string>,
): CheckFault[] {
  return nodes.flatMap(({ id, importId }) => {
    const state = states.get(importId);
    if (state === undefined)
      return [
        {
          code: 'owner-unknown',
          id,
          message: `${id} belongs to ${importId === '' ? 'no import' : `the import ${importId}, which does not exist`}.`,
        },
      ];
    return state === 'undone'
      ? [{ code: 'left-over', id, message: `${id} belongs to ${importId}, which was undone.` }]
      : [];
  });
}

export function counterFaults(code: 'claim-counters' | 'actor-counters', nodes: readonly CountedNode[]): CheckFault[] {
  return nodes.flatMap(({ id, stored, counted }) => {
    const difference = differenceOf(stored, counted);
    return difference === undefined ? [] : [{ code, id, message: `${id}: ${difference}.` }];
  });
}

/** There is one edge for each actor, claim and stance with statements, and no other. Each agrees with its statements. */
export function positionFaults(stored: readonly Position[], counted: readonly Position[]): CheckFault[] {
  const faults: CheckFault[] = [];
  const wanted = new Map(counted.map((position) => [position.key, position.counters]));
  const seen = new Set<string>();
  for (const { key, counters } of stored) {
    const expected = wanted.get(key);
    if (seen.has(key)) faults.push({ code: 'position-duplicate', id: key, message: `There are two edges for ${key}.` });
    else if (expected === undefined)
      faults.push({ code: 'position-unfounded', id: key, message: `There is an edge for ${key}, but no statement.` });
    else {
      const difference = differenceOf(counters, expected);
      if (difference !== undefined)
        faults.push({ code: 'position-counters', id: key, message: `The edge for ${key}: ${difference}.` });
    }
    seen.add(key);
  }
  for (const { key } of counted) {
    if (!seen.has(key))
      faults.push({
        code: 'position-missing',
        id: key,
        message: `There are statements, but there is no edge for ${key}.`,
      });
  }
  return faults;
}

function differenceOf(stored: Counters, counted: Counters): string | undefined {
  for (const [name, value] of Object.entries(counted)) {
    if (stored[name] !== value) return `${name} is ${stored[name] ?? 'absent'}, but must be ${value ?? 'absent'}`;
  }
  return undefined;
}

export function statementFaults(statement: CheckedStatement, texts: ReadonlyMap<string, string>): CheckFault[] {
  const { id, actors, claims, documents, orders, positionId, stance, date } = statement;
  const faults: CheckFault[] = [];
  const add = (code: string, message: string): void =>
    void faults.push({ code, id, message: `The statement ${id} ${message}.` });
  if (actors.length !== 1) add('statement-actor', `has ${actors.length} actors instead of one`);
  if (claims.length !== 1) add('statement-claim', `has ${claims.length} claims instead of one`);
  if (documents.length > 1) add('statement-document', `is quoted in ${documents.length} documents`);
  if (actors.length === 1 && claims.length === 1 && positionId !== `${actors[0]} ${stance} ${claims[0]}`) {
    add('statement-position', `has the position “${positionId}”, but is “${actors[0]} ${stance} ${claims[0]}”`);
  }
  if (orders.some((order, at) => order !== at)) add('statement-reporters', 'has reporters without a definite order');
  const precision = date !== undefined && isPartialDate(date) ? datePrecision(date) : undefined;
  if (statement.datePrecision !== precision || (date !== undefined && precision === undefined))
    add('statement-date', `has the date ${date ?? 'absent'} with precision ${statement.datePrecision ?? 'absent'}`);
  const fault = quotationFault(statement, documents[0] === undefined ? undefined : texts.get(documents[0]));
  if (fault !== undefined) add('quotation-place', fault);
  return faults;
}

/** A located quotation is at its position, apart from what {@link agreement} folds. One that was not located has no position. */
function quotationFault({ quotation }: CheckedStatement, text: string | undefined): string | undefined {
  if (!quotation) return undefined;
  const { exact, location, start, end } = quotation;
  if (location === 'located' || location === 'typography') {
    if (
      start === undefined ||
      end === undefined ||
      text === undefined ||
      agreement(exact, text.slice(start, end)) !== location
    )
      return `quotes words that are not at ${start ?? '?'}–${end ?? '?'} of its document`;
    return undefined;
  }
  if (start !== undefined || end !== undefined) return 'has a position for a quotation that was not located';
  if ((location === 'no-text') !== (text === undefined))
    return `has the location “${location}” for its quotation, but its document has ${text === undefined ? 'no' : 'a'} text`;
  return undefined;
}

export function documentFaults({ id, publishers }: CheckedDocument): CheckFault[] {
  return publishers > 1
    ? [{ code: 'document-publisher', id, message: `The document ${id} has ${publishers} publishers.` }]
    : [];
}

export function speaksForFaults(edges: readonly CheckedSpeaksFor[]): CheckFault[] {
  const seen = new Set<string>();
  return edges.flatMap(({ actor, target, id, importId, ownerId }) => {
    const expected = `${actor} speaksFor ${target}`;
    if (seen.has(expected))
      return [{ code: 'speaks-for', id: expected, message: `There are two edges for ${expected}.` }];
    seen.add(expected);
    if (id === expected && importId === ownerId) return [];
    return [
      {
        code: 'speaks-for',
        id: expected,
        message: `The edge for ${expected} has the id “${id}” and belongs to ${importId}; its actor belongs to ${ownerId}.`,
      },
    ];
  });
}
