/** Quotations from documents whose text changes. */
import type { Queryable } from '../engine/engine.ts';
import { cypher } from './cypher.ts';
import { present, text, textOrAbsent } from './values.ts';

export interface StoredQuotation {
  /** Of the statement. */
  readonly id: string;
  readonly quotation: { readonly exact: string; readonly prefix?: string; readonly suffix?: string };
}

/** Quotations from these documents, without those of one import. */
export async function readQuotations(
  q: Queryable,
  { documents, without }: { readonly documents: readonly string[]; readonly without: string },
): Promise<readonly StoredQuotation[]> {
  const rows = await q.run(cypher('write/quotations-of'), { ids: documents, without });
  return rows.map((row) => ({
    id: text(row, 'id'),
    quotation: present({
      exact: text(row, 'exact'),
      prefix: textOrAbsent(row, 'prefix'),
      suffix: textOrAbsent(row, 'suffix'),
    }),
  }));
}
