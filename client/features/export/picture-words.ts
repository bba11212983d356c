/** The words around a picture: its legend and its sources. */
import type { GraphEdge, GraphNode, StatementView } from '../../../server/contract/explorer.ts';
import { styleValueText } from '../../words/style-value-text.ts';
import { attributeKeyOf, isAttributeProperty } from '../../graph/scene/style-rules.ts';
import type { StyleLegendEntry } from '../../graph/scene/style-rules.ts';
import { legendMembers } from '../../state/view-counts.ts';
import { dateText } from '../../words/dates.ts';
import { isolated, messageText } from '../../words/define-messages.ts';
import { LEGEND_WORDS } from '../../words/messages/canvas.ts';
import { EXPORT, STYLED_BY } from '../../words/messages/export.ts';
import type { LegendLine } from './frame.ts';

const MAX_SOURCES = 40;

/** The legend of what is shown: the marks that occur, then what the style rules say. */
export function legendLines(
  graph: { readonly nodes: ReadonlyMap<string, GraphNode>; readonly edges: ReadonlyMap<string, GraphEdge> },
  styles: readonly StyleLegendEntry[],
): readonly LegendLine[] {
  const marks = [...legendMembers(graph)]
    .filter(([, ids]) => ids.length > 0)
    .map(([row]): LegendLine => ({ row, words: messageText(LEGEND_WORDS, row) }));
  const rules = styles.map((entry): LegendLine => ({
    words: `${isAttributeProperty(entry.by) ? attributeKeyOf(entry.by) : messageText(STYLED_BY, entry.by)}: ${styleValueText(entry)}`,
    ...(entry.color !== undefined && { color: entry.color }),
    ...(entry.scale !== undefined && { scale: entry.scale }),
  }));
  return [...marks, ...rules];
}

/** The documents of the statements, each once; the documents with the most statements first, then the newest. */
export function sourceLines(statements: readonly StatementView[]): readonly string[] {
  const counts = new Map<string, { readonly document: NonNullable<StatementView['document']>; count: number }>();
  for (const { document } of statements) {
    if (document === undefined) continue;
    const known = counts.get(document.id);
    if (known) known.count += 1;
    else counts.set(document.id, { document, count: 1 });
  }
  const sorted = [...counts.values()].sort((a, b) => {
    const [day, other] = [a.document.publishedAt ?? '', b.document.publishedAt ?? ''];
    return b.count - a.count || (day === other ? 0 : day < other ? 1 : -1) || (a.document.id < b.document.id ? -1 : 1);
  });
  const lines = sorted.slice(0, MAX_SOURCES).map(({ document: { title, publisher, publishedAt, url } }) =>
    [title, publisher?.name, publishedAt === undefined ? undefined : dateText(publishedAt), url]
      .filter((part) => part !== undefined)
      .map(isolated)
      .join(', '),
  );
  const more = sorted.length - lines.length;
  return more > 0 ? [...lines, messageText(EXPORT, 'moreSources', { count: more })] : lines;
}
