/** Fetches the statements of a view, page by page. */
import type { StatementView } from '../../../server/contract/explorer.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import type { ShownGraph } from './shown-graph.ts';
import type { DocumentText } from './view-json.ts';

const EDGES_AT_ONCE = 2_000;
const PAGE = 500;
/** The maximum number of nodes for which the server searches neutral statements. */
const MAX_NODES = 5_000;

export interface Fetching {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** All statements of the position edges, and the neutral statements between the nodes, page by page, newest first. */
export async function fetchStatements(
  { nodes, edges }: ShownGraph,
  { signal, onProgress }: Fetching,
): Promise<readonly StatementView[]> {
  const positions = [...edges.values()].flatMap((edge) => (edge.type === 'position' ? [edge] : []));
  const expected = positions.reduce((sum, { statements }) => sum + statements, 0);
  const found: StatementView[] = [];
  for (let from = 0; from === 0 || from < positions.length; from += EDGES_AT_ONCE) {
    const ids = positions.slice(from, from + EDGES_AT_ONCE).map(({ id }) => id);
    const neutralAmong = from === 0 ? [...nodes.keys()].slice(0, MAX_NODES) : [];
    let cursor: string | undefined;
    do {
      const page = await callEndpoint('edgeStatements', {
        body: { edges: ids, neutralAmong, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
        signal,
      });
      found.push(...page.statements);
      cursor = page.next;
      onProgress(found.length, Math.max(expected, found.length));
    } while (cursor !== undefined);
  }
  return found;
}

/** The texts of the documents that the statements are from. */
export async function fetchTexts(
  statements: readonly StatementView[],
  { signal, onProgress }: Fetching,
): Promise<ReadonlyMap<string, DocumentText>> {
  const ids = [...new Set(statements.flatMap(({ document }) => document?.id ?? []))];
  const texts = new Map<string, DocumentText>();
  for (const id of ids) {
    const {
      document: { language, attributes, text },
    } = await callEndpoint('document', { params: { id }, signal });
    texts.set(id, { language, attributes, text });
    onProgress(texts.size, ids.length);
  }
  return texts;
}
