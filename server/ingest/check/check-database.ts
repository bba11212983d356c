/** Checks the consistency of the whole database. */
import type { CheckFault, CheckReport } from '../../contract/check.ts';
import type { GraphEngine, Queryable } from '../../engine/engine.ts';
import {
  type CheckPage,
  allContributions,
  allIds,
  checkedDocuments,
  checkedSpeaksFor,
  checkedStatements,
  countedActors,
  countedClaims,
  countedPositions,
  importStates,
  markCount,
  storedPositions,
} from '../../store/check-reads.ts';
import { byEntity } from '../../store/contributions.ts';
import { readDataVersion, readHidden } from '../../store/imports.ts';
import { SECTIONS, type Section } from '../../store/records.ts';
import { readRecords, readTexts } from '../../store/stored-content.ts';
import { contributionFaults } from './contribution-rules.ts';
import {
  counterFaults,
  documentFaults,
  ownerFaults,
  positionFaults,
  speaksForFaults,
  statementFaults,
} from './rules.ts';

const PAGE = 1_000;
const FAULT_LIMIT = 1_000;
/** How many attempts a check has when imports are published during it. */
const ATTEMPTS = 3;

/** Imports were published or undone during each attempt. */
export class CheckInterruptedError extends Error {
  readonly code = 'check-interrupted';
  constructor() {
    super('The data changed during each attempt to check it. Check again when no import is running.');
    this.name = 'CheckInterruptedError';
  }
}

/**
 * Checks everything visible in pages, and that no hidden content of unknown imports remains.
 *
 * @returns The first 1,000 faults with stable codes, and their total. Memory: the ids, and one page.
 * @throws CheckInterruptedError, EngineError.
 */
export async function checkDatabase(engine: GraphEngine): Promise<CheckReport> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await engine.read(readDataVersion);
    const report = await checkOnce(engine);
    if ((await engine.read(readDataVersion)) === before) return report;
  }
  throw new CheckInterruptedError();
}

class Faults {
  readonly first: CheckFault[] = [];
  total = 0;

  add(faults: readonly CheckFault[]): void {
    this.total += faults.length;
    this.first.push(...faults.slice(0, FAULT_LIMIT - this.first.length));
  }
}

interface Scope {
  readonly q: Queryable;
  readonly page: CheckPage;
  readonly states: ReadonlyMap<string, string>;
  readonly faults: Faults;
}

async function checkOnce(engine: GraphEngine): Promise<CheckReport> {
  const faults = new Faults();
  const { marks, states, hidden } = await engine.read(async (q) => ({
    marks: await markCount(q),
    states: await importStates(q),
    hidden: await readHidden(q),
  }));
  if (marks !== 1) faults.add([{ code: 'mark', message: `There are ${marks} marks of ownership instead of one.` }]);
  const checked = { actors: 0, claims: 0, documents: 0, statements: 0, edges: 0 };
  for (const section of SECTIONS) {
    const ids = await engine.read((q) => allIds(q, section));
    checked[section] = ids.length;
    faults.add(repeatedIds(section, ids));
    for (let at = 0; at < ids.length; at += PAGE) {
      const page = { ids: [...new Set(ids.slice(at, at + PAGE))], hidden };
      checked.edges += await engine.read((q) => CHECK[section]({ q, page, states, faults }));
    }
  }
  await checkContributions(engine, { states, hidden, faults });
  return { faults: faults.first, total: faults.total, checked };
}

function repeatedIds(section: Section, ids: readonly string[]): CheckFault[] {
  return ids.flatMap((id, at) =>
    id === '' || id === ids[at - 1]
      ? [{ code: 'id', id, message: `More than one of the ${section} has the id “${id}”, or one has no id.` }]
      : [],
  );
}

/** Each returns the number of edges that it checked. */
const CHECK: { readonly [S in Section]: (scope: Scope) => Promise<number> } = {
  async actors({ q, page, states, faults }) {
    const actors = await countedActors(q, page);
    faults.add(ownerFaults(actors, states));
    faults.add(counterFaults('actor-counters', visible(actors, page)));
    const speaking = await checkedSpeaksFor(q, page);
    faults.add(speaksForFaults(speaking));
    return speaking.length;
  },
  async claims({ q, page, states, faults }) {
    const claims = await countedClaims(q, page);
    faults.add(ownerFaults(claims, states));
    faults.add(counterFaults('claim-counters', visible(claims, page)));
    const positions = await storedPositions(q, page);
    faults.add(positionFaults(positions, await countedPositions(q, page)));
    return positions.length;
  },
  async documents({ q, page, states, faults }) {
    const documents = await checkedDocuments(q, page);
    faults.add(ownerFaults(documents, states));
    faults.add(documents.flatMap(documentFaults));
    return 0;
  },
  async statements({ q, page, states, faults }) {
    const statements = await checkedStatements(q, page);
    faults.add(ownerFaults(statements, states));
    const shown = visible(statements, page);
    const quoted = shown.filter(({ quotation }) => quotation !== undefined).flatMap(({ documents }) => documents);
    const texts = await readTexts(q, { ids: [...new Set(quoted)], hidden: page.hidden });
    faults.add(shown.flatMap((statement) => statementFaults(statement, texts)));
    return 0;
  },
};

function visible<T extends { readonly importId: string }>(nodes: readonly T[], { hidden }: CheckPage): T[] {
  return nodes.filter(({ importId }) => !hidden.includes(importId));
}

async function checkContributions(
  engine: GraphEngine,
  {
    states,
    hidden,
    faults,
  }: { readonly states: ReadonlyMap<string, string>; readonly hidden: readonly string[]; readonly faults: Faults },
): Promise<void> {
  const all = (await engine.read(allContributions)).filter(
    ({ importId, ownerId }) => !hidden.includes(importId) && !hidden.includes(ownerId),
  );
  for (const section of SECTIONS) {
    const groups = [...byEntity(all.filter((contribution) => contribution.section === section))];
    for (let at = 0; at < groups.length; at += PAGE) {
      const page = groups.slice(at, at + PAGE);
      const found = await engine.read((q) => readRecords(q, section, { ids: page.map(([id]) => id), hidden: [] }));
      const byId = new Map(found.map((stored) => [stored.record.id, stored]));
      for (const [id, group] of page) faults.add(contributionFaults(section, group, { stored: byId.get(id), states }));
    }
  }
}
