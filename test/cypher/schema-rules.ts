/** What must hold of the schemas of the two engines. */

export interface SchemaFile {
  readonly name: string;
  readonly text: string;
}

const CONSTRAINT = /^CREATE CONSTRAINT (?<name>\w+) IF NOT EXISTS FOR \(x:(?<label>\w+)\) REQUIRE x\.id IS UNIQUE$/;
const INDEX = /^CREATE INDEX (?<name>\w+) IF NOT EXISTS FOR \(x:(?<label>\w+)\) ON \(x\.(?<property>\w+)\)$/;

interface Schema {
  /** Labels with unique ids. */
  readonly unique: ReadonlySet<string>;
  /** `Label.property` */
  readonly indexes: ReadonlySet<string>;
  readonly faults: readonly string[];
}

/** Each file begins with its purpose, and holds statements that may be repeated and are named for what they are on. */
export function readSchema(files: readonly SchemaFile[]): Schema {
  const unique = new Set<string>();
  const indexes = new Set<string>();
  const faults: string[] = [];
  files.forEach(({ name, text }, at) => {
    if (!name.startsWith(`${String(at + 1).padStart(2, '0')}-`)) faults.push(`${name}: is not number ${at + 1}`);
    if (!/^\/\/ [A-Z].*\.\n/.test(text)) faults.push(`${name}: does not begin with its purpose`);
    for (const statement of statementsOf(text)) {
      const constraint = CONSTRAINT.exec(statement)?.groups;
      const index = INDEX.exec(statement)?.groups;
      const { name: given, label = '', property = 'id' } = constraint ?? index ?? {};
      const expected = `${snakeCase(`${label} ${property}`)}${index && property === 'id' ? '_index' : ''}`;
      if (given === undefined)
        faults.push(`${name}: "${statement}" is neither a constraint nor an index of the known form`);
      else if (given !== expected) faults.push(`${name}: ${given} should have the name ${expected}`);
      else if (constraint) unique.add(label);
      else indexes.add(`${label}.${property}`);
    }
  });
  return { unique, indexes, faults };
}

/** The engines have the same schema; the embedded engine's constraints make no index, so that it has one for each. */
export function schemaFaults(neo4j: readonly SchemaFile[], embedded: readonly SchemaFile[]): readonly string[] {
  const [large, small] = [readSchema(neo4j), readSchema(embedded)];
  const names = (files: readonly SchemaFile[]): string => files.map(({ name }) => name).join(', ');
  const list = (items: Iterable<string>): string => [...items].toSorted().join(', ');
  const expected = list([...large.indexes, ...[...large.unique].map((label) => `${label}.id`)]);
  return [
    ...large.faults.map((fault) => `neo4j/${fault}`),
    ...small.faults.map((fault) => `embedded/${fault}`),
    ...differing('files', names(neo4j), names(embedded)),
    ...differing('unique ids', list(large.unique), list(small.unique)),
    ...differing('indexes', expected, list(small.indexes)),
  ];
}

function differing(what: string, neo4j: string, embedded: string): readonly string[] {
  return neo4j === embedded ? [] : [`the ${what} differ: expected (${neo4j}), embedded has (${embedded})`];
}

function statementsOf(text: string): readonly string[] {
  return text
    .replaceAll(/^\/\/.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

function snakeCase(text: string): string {
  return text
    .replaceAll(/(?<=[a-z])([A-Z])/g, '_$1')
    .replaceAll(' ', '_')
    .toLowerCase();
}
