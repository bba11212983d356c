/** The columns of the attributes that the shown nodes have. */
import { attributeValues } from '../../../server/contract/attributes.ts';
import { attributeText } from '../../words/attribute-text.ts';
import type { Column, NodeRow } from './columns.ts';

/** More would make the table hard to read and slow to draw. */
const MAX_COLUMNS = 20;

/** One column for each key, those of most nodes first. */
export function attributeColumns(rows: readonly NodeRow[]): readonly Column<NodeRow>[] {
  const keys = new Map<string, { nodes: number; isNumber: boolean }>();
  for (const { node } of rows) {
    for (const [key, values] of Object.entries(node.attributes ?? {})) {
      const isNumber = values.length === 1 && typeof values[0] === 'number';
      const known = keys.get(key);
      keys.set(key, { nodes: (known?.nodes ?? 0) + 1, isNumber: (known?.isNumber ?? true) && isNumber });
    }
  }
  return [...keys]
    .sort(([a, x], [b, y]) => y.nodes - x.nodes || (a < b ? -1 : 1))
    .slice(0, MAX_COLUMNS)
    .map(([key, { isNumber }]) => columnOf(key, isNumber));
}

/** Sorted as numbers if each node has one number. Dates are sorted as they are written in files. */
function columnOf(key: string, isNumber: boolean): Column<NodeRow> {
  const valuesOf = ({ node }: NodeRow) => attributeValues(node.attributes, key);
  const column: Column<NodeRow> = {
    id: `attribute.${key}`,
    label: 'attribute',
    heading: key,
    width: 120,
    grow: 1,
    text: (row) => valuesOf(row).map(attributeText).join(', '),
    find: (row) =>
      valuesOf(row)
        .map((value) => `${value} ${attributeText(value)}`)
        .join(' '),
    order: (row) => valuesOf(row).map(String).join(', '),
  };
  if (!isNumber) return column;
  const numberOf = (row: NodeRow) => valuesOf(row).find((value) => typeof value === 'number');
  return { ...column, isNumber: true, order: numberOf };
}
