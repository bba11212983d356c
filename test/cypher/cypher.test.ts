/** Every file under cypher/ says what it takes and gives, and keeps the rules of CONTRIBUTING.md, "a query". */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bindingFaults, bindingsOf } from './bound-parameters.ts';
import { type QueryFile, parseQueryFile, usedParameters } from './query-file.ts';
import { headerFaults, listFaults, twinFaults, unexpected } from './query-rules.ts';
import { type SchemaFile, schemaFaults } from './schema-rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const queries = ['read', 'write'].flatMap((folder) =>
  filesIn(join('cypher', folder)).map(({ name, text }) =>
    parseQueryFile(`${folder}/${name.replace(/\.cypher$/, '')}`, text),
  ),
);

function filesIn(folder: string): readonly SchemaFile[] {
  return readdirSync(join(root, folder))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }));
}

const BY_IDS = 'has one row at most for each of the ids, or a few, and the caller gives a page of ids';
const ALL_IDS = 'gives all ids: the caller sorts them by code units and keeps them in memory anyway';
const FACETS = 'sorting takes as long as finding, and the caller sorts';
const EDGES = 'sorting takes as long as finding, and a path search takes the edges in any order';
const OWNED = 'the caller asks again until there is none, in any order';
const UNDO = 'an undo must see all of them, and sorts them itself';
const PARTS = 'an undo must see all of them; the label and the import bound them';

/** Lists without ORDER BY or LIMIT. */
const LIST_EXCEPTIONS = new Map(
  Object.entries({
    [BY_IDS]: [
      ...['actors', 'claims', 'documents', 'statements'].map((section) => `read/check-${section}`),
      ...['asserts', 'denies', 'statements'].map((counted) => `read/check-actors-${counted}`),
      ...['asserters', 'deniers', 'statements'].map((counted) => `read/check-claims-${counted}`),
      ...['actors', 'claims', 'documents', 'orders'].map((end) => `read/check-statements-${end}`),
      ...['asserts', 'denies', 'documents-publishers', 'positions', 'speaks-for'].map((name) => `read/check-${name}`),
      ...['actors', 'claims', 'documents', 'statements', 'texts'].map((section) => `read/export-${section}`),
      ...['publishers', 'quoted-in', 'reporters', 'speaks-for'].map((end) => `read/export-${end}`),
      'write/contributions-of',
      'write/quotations-of',
    ],
    [ALL_IDS]: ['actor', 'claim', 'document', 'statement'].flatMap((label) => [
      `read/check-${label}-ids`,
      `read/export-${label}-ids`,
    ]),
    [FACETS]: ['read/facets', 'read/facets-publishers', 'read/facets-reported'],
    [EDGES]: ['read/links-of-actors', 'read/links-of-claims', 'read/links-of-speakers'],
    [OWNED]: ['actors', 'claims', 'contributions', 'documents', 'statements'].map((name) => `write/${name}-owned`),
    [UNDO]: [
      'write/undo-actors',
      'write/undo-claims',
      'write/undo-positions',
      'write/asserts-stage',
      'write/denies-stage',
    ],
    [PARTS]: ['write/undo-parts', 'write/undo-shares'],
  }).flatMap(([reason, names]) => names.map((name) => [name, reason] as const)),
);

/** Twins that differ by more than the stance. */
const TWIN_EXCEPTIONS = new Map([
  ['write/claims-count-asserters', 'its twin runs after it, and sets the contention from both counters'],
]);

describe('the queries', () => {
  test('name the parameters that they use and the columns that they return', () => {
    expect(queries.length).toBeGreaterThan(100);
    expect(queries.flatMap(headerFaults)).toEqual([]);
  });

  test('order and limit every list', () => {
    expect(unexpected(queries.flatMap(listFaults), LIST_EXCEPTIONS)).toEqual([]);
  });

  test('differ by the stance alone where they are twins', () => {
    expect(unexpected(twinFaults(queries), TWIN_EXCEPTIONS)).toEqual([]);
  });

  test('get the parameters that they name', () => {
    const bindings = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(root, 'server', name), 'utf8'))
      .filter((text) => text.includes('run(cypher('))
      .flatMap((text) => bindingsOf('source.ts', text));
    expect(bindings.length).toBeGreaterThan(40);
    expect(bindingFaults(bindings, new Map(queries.map((query) => [query.name, usedParameters(query)])))).toEqual([]);
  });
});

describe('the schemas', () => {
  test('are the same for both engines, but for the indexes of the embedded one', () => {
    expect(schemaFaults(filesIn('cypher/schema/neo4j'), filesIn('cypher/schema/embedded'))).toEqual([]);
  });
});

const GOOD = [
  '// The actors that deny a claim.',
  '// They come in the order of their names.',
  '// Parameters: id STRING, kinds LIST<STRING> or null (unknown, too),',
  '//   limit INTEGER',
  '// Columns: id STRING, name STRING or null',
  'MATCH (a:Actor)-[:DENIES]->(c:Claim {id: $id}) // not $one',
  "WHERE a.name <> '$two, \\' $three' AND ($kinds IS NULL OR a.kind IN $kinds) /* $four */",
  'CALL (a) { MATCH (a)-[:MADE]->(s) RETURN s.id AS statement ORDER BY statement LIMIT 1 }',
  "RETURN a.id AS id, coalesce(a.name, ',') AS name",
  'ORDER BY name, id LIMIT $limit',
].join('\n');

/** The good query with one passage of it changed. */
function planted(passage: string, instead: string): QueryFile {
  expect(GOOD).toContain(passage);
  return parseQueryFile('read/planted', GOOD.replace(passage, instead));
}

const good = parseQueryFile('read/planted', GOOD);

describe('a header', () => {
  test('is read in its form, and strings, comments and subqueries are not taken for more', () => {
    expect(good).toMatchObject({
      purpose: 'The actors that deny a claim. They come in the order of their names.',
      parameters: [
        { name: 'id', type: 'STRING' },
        { name: 'kinds', type: 'LIST<STRING> or null' },
        { name: 'limit', type: 'INTEGER' },
      ],
      columns: [
        { name: 'id', type: 'STRING' },
        { name: 'name', type: 'STRING or null' },
      ],
    });
    expect([...usedParameters(good)]).toEqual(['id', 'kinds', 'limit']);
    expect(headerFaults(good)).toEqual([]);
    expect(listFaults(good)).toEqual([]);
  });

  test.each([
    ['the purpose', '// The actors that deny a claim.\n// They come in the order of their names.\n', '', /purpose/],
    ['the parameters', '// Parameters:', '// Takes:', /no line "\/\/ Parameters: "/],
    ['the columns', '// Columns:', '// Gives:', /no line "\/\/ Columns: "/],
    ['a type', 'id STRING,', 'id,', /"id" is not of the form/],
    ['a type that exists', 'id STRING,', 'id TEXT,', /"id TEXT" is not of the form/],
    ['an element type that exists', 'LIST<STRING>', 'LIST<TEXT>', /"kinds LIST<TEXT> or null/],
    ['the indentation of a second line', '//   limit', '// limit', /does not continue the line before/],
  ])('is refused without %s', (_what, passage, instead, message) => {
    expect(() => planted(passage, instead)).toThrow(message);
  });
});

describe('the rules find', () => {
  test.each([
    ['a parameter that the header lacks', ',\n//   limit INTEGER', '', 'the header does not name the parameter limit'],
    ['a parameter that nothing uses', 'LIMIT $limit', 'LIMIT 5', 'the statement does not use the parameter limit'],
    [
      'a parameter that is named twice',
      '//   limit INTEGER',
      '//   limit INTEGER, id STRING',
      'the header names a parameter twice',
    ],
    [
      'a column that the header lacks',
      'id STRING, name STRING or null\n',
      'id STRING\n',
      'the header names the columns (id), the statement returns (id, name)',
    ],
    [
      'columns in another order',
      'id STRING, name STRING or null\n',
      'name STRING or null, id STRING\n',
      'the header names the columns (name, id), the statement returns (id, name)',
    ],
    [
      'a property of the rows that the header lacks',
      'a.id AS id,',
      'row.id AS id,',
      'the header gives the rows (), the statement uses (id)',
    ],
  ])('%s', (_what, passage, instead, fault) => {
    expect(headerFaults(planted(passage, instead))).toEqual([`read/planted: ${fault}`]);
  });

  test('columns of a write that returns nothing', () => {
    const write = planted(GOOD.slice(GOOD.indexOf('RETURN a.id')), 'DELETE a');
    expect(headerFaults(write)).toEqual([
      'read/planted: the statement does not use the parameter limit',
      'read/planted: the header names the columns (id, name), the statement returns ()',
    ]);
  });

  test.each([
    ['no LIMIT', ' LIMIT $limit', '', ['has no LIMIT']],
    ['no ORDER BY', 'ORDER BY name, id LIMIT $limit', 'LIMIT $limit', ['has no ORDER BY']],
    ['neither', 'ORDER BY name, id LIMIT $limit', '', ['has no ORDER BY', 'has no LIMIT']],
  ])('a list with %s, whatever a subquery in it has', (_what, passage, instead, faults) => {
    expect(listFaults(planted(passage, instead))).toEqual(faults.map((fault) => `read/planted: ${fault}`));
  });

  test('a list that is collected into one row without ORDER BY or LIMIT', () => {
    const text =
      '// Ids.\n// Parameters: none\n// Columns: ids LIST<STRING>\nMATCH (a) RETURN collect(a.id) AS ids LIMIT 1';
    expect(listFaults(parseQueryFile('read/ids', text))).toEqual(['read/ids: has no ORDER BY']);
  });

  test('no fault in one row: a total, or what is limited to 1', () => {
    const total = '// A total.\n// Parameters: none\n// Columns: total INTEGER\nMATCH (a) RETURN count(a) AS total';
    expect(listFaults(parseQueryFile('read/total', total))).toEqual([]);
    expect(listFaults(planted('ORDER BY name, id LIMIT $limit', 'LIMIT 1'))).toEqual([]);
  });

  test('an exception that is missing, and one that nothing needs', () => {
    const faults = listFaults(planted(' LIMIT $limit', ''));
    expect(unexpected(faults, new Map())).toEqual(faults);
    expect(unexpected(faults, new Map([['read/planted', 'because']]))).toEqual([]);
    expect(unexpected([], new Map([['read/planted', 'because']]))).toEqual(['read/planted: needs no exception']);
  });

  const denying = parseQueryFile('read/actors-denies', GOOD);
  const asserting = parseQueryFile('read/actors-asserts', GOOD.replace('deny', 'assert').replace('DENIES', 'ASSERTS'));

  test('a twin that differs by more than the stance', () => {
    expect(twinFaults([asserting, denying])).toEqual([]);
    for (const [passage, instead] of [
      ['kinds LIST<STRING> or null', 'kinds LIST<STRING>'],
      ['LIMIT $limit', 'LIMIT $limit + 1'],
      ['a.kind IN $kinds', "a.kind = 'person'"],
      ['They come', 'These come'],
    ] as const) {
      const drifted = { ...planted(passage, instead), name: denying.name };
      expect(twinFaults([asserting, drifted])).toEqual([
        'read/actors-asserts: differs from read/actors-denies by more than the stance',
      ]);
    }
  });

  test('a twin that still has the other stance', () => {
    expect(twinFaults([asserting, { ...asserting, name: denying.name }])).toEqual([
      'read/actors-asserts: differs from read/actors-denies by more than the stance',
    ]);
  });

  test('a twin that is missing', () => {
    expect(twinFaults([asserting])).toEqual(['read/actors-asserts: has no twin read/actors-denies']);
    expect(twinFaults([denying])).toEqual(['read/actors-denies: has no twin read/actors-asserts']);
  });

  test('parameters that the sources bind to other names', () => {
    const text = `
      await q.run(cypher('read/planted'), { id, kinds: null, limit: 5 });
      await snapshot.q.run(cypher('read/planted'), { id, kind, ...rest });
      await q.run(cypher('read/planted'), { id, kinds });
      await q.run(cypher('read/planted'));
      await q.run(cypher('read/lost'), {});
      await q.run(cypher(name), { any });
    `;
    const bindings = bindingsOf('read.ts', text);
    expect(bindings).toHaveLength(5);
    expect(bindingFaults(bindings, new Map([['read/planted', usedParameters(good)]]))).toEqual([
      'read/planted: has no parameter kind',
      'read/planted: the parameter limit is not bound',
      'read/planted: the parameter id is not bound',
      'read/planted: the parameter kinds is not bound',
      'read/planted: the parameter limit is not bound',
      'read/lost: is no query',
    ]);
  });

  const CONSTRAINT = 'CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (x:Actor) REQUIRE x.id IS UNIQUE;\n';
  const INDEX = 'CREATE INDEX actor_id_index IF NOT EXISTS FOR (x:Actor) ON (x.id);\n';

  test('schemas that differ', () => {
    const neo4j = { name: '01-ids.cypher', text: `// Ids.\n${CONSTRAINT}` };
    const embedded = { ...neo4j, text: `${neo4j.text}${INDEX}` };
    expect(schemaFaults([neo4j], [embedded])).toEqual([]);
    expect(schemaFaults([neo4j], [neo4j])).toEqual(['the indexes differ: expected (Actor.id), embedded has ()']);
    expect(schemaFaults([neo4j], [{ ...embedded, text: `// Ids.\n${INDEX}` }])).toEqual([
      'the unique ids differ: expected (Actor), embedded has ()',
    ]);
  });

  test('a schema file without its purpose, its number or names of the known form', () => {
    const text = `${CONSTRAINT.replace('actor_id', 'an_id')}${INDEX.replace('IF NOT EXISTS ', '')}`;
    const file = { name: '02-ids.cypher', text };
    expect(schemaFaults([file], [file]).filter((fault) => fault.startsWith('neo4j/'))).toEqual([
      'neo4j/02-ids.cypher: is not number 1',
      'neo4j/02-ids.cypher: does not begin with its purpose',
      'neo4j/02-ids.cypher: an_id should have the name actor_id',
      `neo4j/02-ids.cypher: "${INDEX.replace('IF NOT EXISTS ', '').slice(0, -2)}" is neither a constraint nor an index of the known form`,
    ]);
  });
});
