/** Lists of statements say once for each document that its text is not loaded. Pure. */
import type { StatementView } from '../../../server/contract/explorer.ts';

/** The ids of those statements without a text that are the first of their document in the list. */
export function firstWithoutText(statements: readonly StatementView[]): ReadonlySet<string> {
  const documents = new Set<string>();
  const first = new Set<string>();
  for (const { id, document, quotation } of statements) {
    if (quotation?.location !== 'no-text' || document === undefined || documents.has(document.id)) continue;
    documents.add(document.id);
    first.add(id);
  }
  return first;
}
