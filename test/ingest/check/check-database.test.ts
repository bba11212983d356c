import { expect, it } from 'vitest';
import type { GraphEngine } from '../../../server/engine/engine.ts';
import { checkDatabase } from '../../../server/ingest/check/check-database.ts';
import { describeOnEngines, tmpFolder } from '../../support/engines.ts';
import { DISPUTE } from '../dispute.ts';
import { type Loading, openLoading } from '../import-fixture.ts';

/** What is damaged, the code of the fault, and the id that it names. */
const FAULTS: readonly (readonly [what: string, plant: string, code: string, id?: string])[] = [
  ['a second mark of ownership', "CREATE (:Gainsay {id: 'other', schemaVersion: 1, dataVersion: 2})", 'mark'],
  [
    'an actor of an unknown import',
    "CREATE (:Actor {id: 'x', name: 'X', aliases: [], asserts: 0, denies: 0, statements: 0, importId: 'import-000099'})",
    'owner-unknown',
    'x',
  ],
  [
    'a claim of no import',
    "CREATE (:Claim {id: 'x', text: 'X', asserters: 0, deniers: 0, statements: 0, contention: 0})",
    'owner-unknown',
    'x',
  ],
  [
    'a document of an import that was undone',
    "CREATE (:Import {id: 'import-000077', state: 'undone'}) CREATE (:Document {id: 'x', title: 'X', importId: 'import-000077'})",
    'left-over',
    'x',
  ],
  ['a wrong number of those who deny', "MATCH (c:Claim {id: 'sold'}) SET c.deniers = 2", 'claim-counters', 'sold'],
  ['a wrong last date', "MATCH (c:Claim {id: 'sold'}) SET c.lastDate = '2023'", 'claim-counters', 'sold'],
  ['a wrong contention', "MATCH (c:Claim {id: 'sold'}) SET c.contention = 0", 'claim-counters', 'sold'],
  ['a wrong number of claims asserted', "MATCH (a:Actor {id: 'south'}) SET a.asserts = 7", 'actor-counters', 'south'],
  [
    'an edge without a statement',
    "MATCH (a:Actor {id: 'north'}) MATCH (c:Claim {id: 'sold'}) CREATE (a)-[:DENIES {id: 'north denies sold', statements: 1, modality: 'stated', importId: 'import-000001'}]->(c)",
    'position-unfounded',
    'north denies sold',
  ],
  [
    'statements without an edge',
    "MATCH (:Actor {id: 'south'})-[r:ASSERTS]->(:Claim) DELETE r",
    'position-missing',
    'south asserts sold',
  ],
  [
    'two edges for one position',
    "MATCH (a:Actor {id: 'south'}) MATCH (c:Claim {id: 'sold'}) CREATE (a)-[:ASSERTS {id: 'south asserts sold', statements: 2, firstDate: '2022-09', lastDate: '2022-10-01', modality: 'reported', importId: 'import-000001'}]->(c)",
    'position-duplicate',
    'south asserts sold',
  ],
  [
    'a wrong number of statements on an edge',
    "MATCH (:Actor {id: 'south'})-[r:ASSERTS]->(:Claim) SET r.statements = 3",
    'position-counters',
    'south asserts sold',
  ],
  [
    'a wrong first date on an edge',
    "MATCH (:Actor {id: 'south'})-[r:ASSERTS]->(:Claim) SET r.firstDate = '2021'",
    'position-counters',
    'south asserts sold',
  ],
  [
    'a wrong modality on an edge',
    "MATCH (:Actor {id: 'south'})-[r:ASSERTS]->(:Claim) SET r.modality = 'hedged'",
    'position-counters',
    'south asserts sold',
  ],
  [
    'a wrong import on an edge',
    "MATCH (:Actor {id: 'south'})-[r:ASSERTS]->(:Claim) SET r.importId = 'import-000009'",
    'position-counters',
    'south asserts sold',
  ],
  [
    'a statement of two actors',
    "MATCH (s:Statement {id: 's4'}) MATCH (a:Actor {id: 'north'}) CREATE (a)-[:MADE]->(s)",
    'statement-actor',
    's4',
  ],
  ['a statement of no actor', "MATCH (:Actor)-[r:MADE]->(:Statement {id: 's4'}) DELETE r", 'statement-actor', 's4'],
  ['a statement about no claim', "MATCH (:Statement {id: 's4'})-[r:ABOUT]->(:Claim) DELETE r", 'statement-claim', 's4'],
  [
    'a statement in two documents',
    "MATCH (s:Statement {id: 's1'}) CREATE (d:Document {id: 'x', title: 'X', importId: 'import-000001'}) CREATE (s)-[:QUOTED_IN]->(d)",
    'statement-document',
    's1',
  ],
  [
    'a wrong positionId',
    "MATCH (s:Statement {id: 's4'}) SET s.positionId = 'north neutral planned'",
    'statement-position',
    's4',
  ],
  ['a wrong precision of a date', "MATCH (s:Statement {id: 's2'}) SET s.datePrecision = 'day'", 'statement-date', 's2'],
  ['a date that does not exist', "MATCH (s:Statement {id: 's2'}) SET s.date = '2022-13'", 'statement-date', 's2'],
  [
    'reporters in no clear order',
    "MATCH (:Statement {id: 's1'})-[r:REPORTED_BY]->(:Actor) SET r.order = 1",
    'statement-reporters',
    's1',
  ],
  [
    'a quotation anchored to other words',
    "MATCH (s:Statement {id: 's1'}) SET s.quoteStart = 20, s.quoteEnd = 42",
    'quotation-place',
    's1',
  ],
  [
    'a quotation anchored to a text that has gone',
    "MATCH (d:Document {id: 'article'}) SET d.text = null",
    'quotation-place',
    's1',
  ],
  [
    'a place for what was not located',
    "MATCH (s:Statement {id: 's1'}) SET s.quoteLocation = 'not-found'",
    'quotation-place',
    's1',
  ],
  [
    'two publishers of a document',
    "MATCH (d:Document {id: 'article'}) MATCH (a:Actor {id: 'north'}) CREATE (d)-[:PUBLISHED_BY]->(a)",
    'document-publisher',
    'article',
  ],
  [
    'a wrong id of a speaking edge',
    "MATCH (:Actor {id: 'ministry'})-[r:SPEAKS_FOR]->(:Actor) SET r.id = 'x'",
    'speaks-for',
    'ministry speaksFor north',
  ],
  [
    'a contribution to nothing',
    "CREATE (:Contribution {id: 'import-000001 Actor x', importId: 'import-000001', ownerId: 'import-000001', entityId: 'x', label: 'Actor', role: 'given', payload: '{}'})",
    'contribution-orphan',
    'import-000001 Actor x',
  ],
  [
    'a contribution of an unknown import',
    "CREATE (:Contribution {id: 'import-000099 Actor south', importId: 'import-000099', ownerId: 'import-000001', entityId: 'south', label: 'Actor', role: 'given', payload: '{}'})",
    'contribution-import',
    'import-000099 Actor south',
  ],
  [
    'a contribution to what another import owns',
    "MATCH (k:Contribution {entityId: 'south'}) SET k.ownerId = 'import-000002'",
    'contribution-owner',
    'import-000001 Actor south',
  ],
  [
    'a contribution of the owner alone',
    "MATCH (k:Contribution {entityId: 'south', importId: 'import-000002'}) DETACH DELETE k",
    'contribution-alone',
    'south',
  ],
  [
    'content that no import gave',
    "MATCH (a:Actor {id: 'south'}) SET a.description = 'Made up.'",
    'contribution-content',
    'south',
  ],
];

describeOnEngines('checking the database', (open) => {
  const folder = tmpFolder();

  it('finds nothing wrong after imports, and reports how much it checked', async () => {
    const { engine } = await twoImports(await open());
    expect(await checkDatabase(engine)).toEqual({
      faults: [],
      total: 0,
      checked: { actors: 4, claims: 2, documents: 1, statements: 4, edges: 3 },
    });
  });

  it('finds nothing wrong with an empty database, and reports a missing mark', async () => {
    const engine = await open();
    expect(await checkDatabase(engine)).toMatchObject({ faults: [{ code: 'mark' }], total: 1 });
    await openLoading(engine, folder);
    expect(await checkDatabase(engine)).toEqual({
      faults: [],
      total: 0,
      checked: { actors: 0, claims: 0, documents: 0, statements: 0, edges: 0 },
    });
  });

  it('finds each kind of fault that is planted', async () => {
    let { engine } = await twoImports(await open());
    for (const [what, plant, code, id] of FAULTS) {
      await engine.write((q) => q.run(plant));
      const { faults } = await checkDatabase(engine);
      expect(
        faults.map((fault) => [fault.code, fault.id]),
        what,
      ).toContainEqual([code, id]);
      ({ engine } = await twoImports(await open()));
    }
  });

  async function twoImports(engine: GraphEngine): Promise<Loading> {
    const loading = await openLoading(engine, folder);
    await loading.load(DISPUTE);
    await loading.load({ actors: [{ id: 'south', name: 'Southland', description: 'In the south.' }] });
    return loading;
  }
});
