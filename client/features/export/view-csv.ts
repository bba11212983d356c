/** The statements of a view in the flat CSV format, one row each. Pure. */
import type { ActorNode, ClaimNode, GraphEdge, GraphNode, StatementView } from '../../../server/contract/explorer.ts';
import { CsvRow } from '../../../server/contract/native.ts';

type Column = keyof CsvRow;
const COLUMNS = Object.keys(CsvRow.shape) as readonly Column[];

/** The shown graph; names and kinds come from its nodes. */
export interface ShownGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
}

/** A spreadsheet reads cells that begin like this as formulas, and runs them. */
const FORMULA = /^[=+\-@\t\r]/u;

/** A cell as RFC 4180 defines it. A cell that a spreadsheet would compute gets a leading apostrophe. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** For each actor, the names of the shown actors that it speaks for. */
function principalsOf({ nodes, edges }: ShownGraph): ReadonlyMap<string, readonly string[]> {
  const principals = new Map<string, string[]>();
  for (const edge of edges.values()) {
    const target = nodes.get(edge.target);
    if (edge.type !== 'speaksFor' || target?.type !== 'actor') continue;
    principals.set(edge.source, [...(principals.get(edge.source) ?? []), target.name]);
  }
  return principals;
}

/** A topic with a semicolon has its own column, where it is not split. */
function topicCells(topics: readonly string[]): Readonly<Partial<Record<'topic' | 'topics', string>>> {
  const whole = topics.find((topic) => topic.includes(';'));
  return { topics: topics.filter((topic) => topic !== whole).join('; '), ...(whole !== undefined && { topic: whole }) };
}

function rowOf(
  statement: StatementView,
  actor: ActorNode | undefined,
  claim: ClaimNode | undefined,
  principals: readonly string[],
): Readonly<Partial<Record<Column, string>>> {
  const { document, quotation, reportedBy } = statement;
  const kind = actor?.kind ?? statement.actor.kind;
  return {
    actor: statement.actor.name,
    claim: statement.claim.text,
    stance: statement.stance,
    modality: statement.modality,
    actor_id: statement.actor.id,
    claim_id: statement.claim.id,
    statement_id: statement.id,
    aliases: (actor?.aliases ?? []).join('; '),
    speaks_for: principals.join('; '),
    reporter: reportedBy.map(({ name }) => name).join('; '),
    ...(statement.date !== undefined && { date: statement.date }),
    ...(kind !== undefined && { actor_kind: kind }),
    ...topicCells(claim?.topics ?? []),
    ...(document !== undefined && { document_id: document.id, document_title: document.title }),
    ...(document?.url !== undefined && { document_url: document.url }),
    ...(document?.publishedAt !== undefined && { document_date: document.publishedAt }),
    ...(document?.publisher !== undefined && { publisher: document.publisher.name }),
    ...(quotation !== undefined && { quotation: quotation.exact }),
    ...(quotation?.prefix !== undefined && { quotation_prefix: quotation.prefix }),
    ...(quotation?.suffix !== undefined && { quotation_suffix: quotation.suffix }),
    ...(statement.note !== undefined && { note: statement.note }),
  };
}

/** The whole file. Empty columns are left out, except actor, claim and stance. */
export function statementsCsv(statements: readonly StatementView[], shown: ShownGraph): string {
  const principals = principalsOf(shown);
  const rows = statements.map((statement) => {
    const [actor, claim] = [shown.nodes.get(statement.actor.id), shown.nodes.get(statement.claim.id)];
    return rowOf(
      statement,
      actor?.type === 'actor' ? actor : undefined,
      claim?.type === 'claim' ? claim : undefined,
      principals.get(statement.actor.id) ?? [],
    );
  });
  const columns = COLUMNS.filter(
    (column) => ['actor', 'claim', 'stance'].includes(column) || rows.some((row) => (row[column] ?? '') !== ''),
  );
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}
