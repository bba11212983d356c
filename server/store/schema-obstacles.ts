/** What stands in the database where the schema of Gainsay must stand, with the statement that removes it. */
import type { GraphEngine, SchemaEntry } from '../engine/engine.ts';
import { TEXT_LABELS } from '../engine/engine.ts';
import { cypher, schemaStatements } from './cypher.ts';
import { integerOr, textOrAbsent } from './values.ts';

/** The database cannot be prepared as it is. */
export class DatabaseObstacleError extends Error {
  readonly code = 'database-obstacle';
  constructor(obstacles: readonly string[], cause?: unknown) {
    super(
      `Gainsay cannot use this database as it is; nothing was written to its content. Remove what is named here, or choose another database with NEO4J_DATABASE.\n${obstacles.join('\n')}`,
      { cause },
    );
    this.name = 'DatabaseObstacleError';
  }
}

/** One constraint or index that Gainsay makes. */
interface Wanted {
  readonly kind: 'constraint' | 'index' | 'text index';
  readonly name: string;
  readonly label: string;
  readonly property: string;
}

const RELATIONSHIPS = [
  'ASSERTS',
  'DENIES',
  'MADE',
  'ABOUT',
  'QUOTED_IN',
  'PUBLISHED_BY',
  'REPORTED_BY',
  'SPEAKS_FOR',
] as const;

const DEFINITION = /^CREATE (CONSTRAINT|INDEX) (\w+) IF NOT EXISTS FOR \(x:(\w+)\) (?:REQUIRE|ON) \(?x\.(\w+)/;

function wantedIn(dialect: GraphEngine['dialect']): readonly Wanted[] {
  const defined = schemaStatements(dialect).flatMap((statement): Wanted[] => {
    const [, kind, name = '', label = '', property = ''] = DEFINITION.exec(statement) ?? [];
    return kind === undefined ? [] : [{ kind: kind === 'INDEX' ? 'index' : 'constraint', name, label, property }];
  });
  const texts = TEXT_LABELS.map((label): Wanted => ({
    kind: 'text index',
    name: `gainsay_text_${label.toLowerCase()}`,
    label,
    property: 'terms',
  }));
  return [...defined, ...texts];
}

/** Compares what is defined with what Gainsay defines. `IF NOT EXISTS` would pass over what has the same name or place. */
export function obstaclesAmong(entries: readonly SchemaEntry[], dialect: GraphEngine['dialect']): readonly string[] {
  const wanted = wantedIn(dialect);
  const labels = new Set([...wanted.map(({ label }) => label), ...RELATIONSHIPS]);
  return entries
    .filter((entry) => !isPartOfConstraint(entry))
    .flatMap((entry) => {
      const reason = reasonAgainst(entry, wanted, labels);
      return reason === undefined ? [] : [`${described(entry)} ${reason}: ${dropping(entry)}`];
    })
    .toSorted();
}

function isPartOfConstraint(entry: SchemaEntry): boolean {
  return entry.kind === 'index' && entry.ofConstraint !== undefined;
}

function reasonAgainst(entry: SchemaEntry, wanted: readonly Wanted[], labels: ReadonlySet<string>): string | undefined {
  const named = wanted.find(({ name }) => name === entry.name);
  if (named !== undefined) {
    if (!isThe(entry, named)) return 'has the name of one of Gainsay, but is another one';
    return entry.state === 'FAILED' ? 'has failed' : undefined;
  }
  const place = wanted.find((one) => isAtPlaceOf(entry, one));
  // With another name, a constraint or index of the same kind does the same. A text index is looked up by its name.
  if (place !== undefined && (place.kind === 'text index' || !isThe(entry, place)))
    return 'is where Gainsay must make one of its own';
  if (entry.kind === 'constraint' && place === undefined && entry.labels.some((label) => labels.has(label)))
    return `restricts what Gainsay writes (${entry.labels.join(', ')}), so that imports could fail`;
  return undefined;
}

function isThe(entry: SchemaEntry, { kind, label, property }: Wanted): boolean {
  const type = { constraint: 'UNIQUENESS', index: 'RANGE', 'text index': 'FULLTEXT' }[kind];
  return (
    entry.kind === (kind === 'constraint' ? 'constraint' : 'index') &&
    (entry.type === type || (kind === 'constraint' && entry.type === 'NODE_PROPERTY_UNIQUENESS')) &&
    entry.labels.join() === label &&
    entry.properties.join() === property &&
    (kind !== 'text index' || entry.analyzer === 'whitespace')
  );
}

/** Whether the database would refuse to make the wanted one, or silently not make it, because of this one. */
function isAtPlaceOf(entry: SchemaEntry, { kind, label, property }: Wanted): boolean {
  if (entry.labels.join() !== label || entry.properties.join() !== property) return false;
  if (kind === 'text index') return entry.type === 'FULLTEXT';
  return entry.kind === 'constraint' ? kind === 'constraint' || entry.type !== 'UNIQUENESS' : entry.type === 'RANGE';
}

function described({ kind, name, type, labels, properties }: SchemaEntry): string {
  return `The ${kind} ${name} (${type}, ${labels.join(', ')}: ${properties.join(', ')})`;
}

function dropping({ kind, name }: SchemaEntry): string {
  return `DROP ${kind.toUpperCase()} \`${name.replaceAll('`', '``')}\``;
}

/** Why a constraint of the schema could not be made: ids that several nodes have. */
export async function repeatedIdsOf(engine: GraphEngine, statement: string): Promise<readonly string[]> {
  const [, kind, , label = ''] = DEFINITION.exec(statement) ?? [];
  if (kind !== 'CONSTRAINT') return [];
  const rows = await engine.read((q) => q.run(cypher('read/check-repeated-ids'), { label }));
  return rows.map(
    (row) =>
      `${integerOr(row['nodes'], 2)} nodes with the label ${label} have the id “${textOrAbsent(row, 'id') ?? ''}”. Keep one id for each, or remove the label from nodes that are not Gainsay's. To see them: MATCH (n:${label}) WITH n.id AS id, collect(n) AS nodes WHERE size(nodes) > 1 RETURN id, nodes`,
  );
}
