import { useMemo } from 'react';
import { useExplorerState, useVisibleGraph } from '../../ui/explorer-context.ts';
import { attributeColumns } from './attribute-columns.ts';
import { NODE_COLUMNS } from './columns.ts';
import type { NodeRow } from './columns.ts';
import { useRowCommands } from './use-row-commands.ts';
import { ViewTable } from './ViewTable.tsx';
import { nodeRows } from './view-rows.ts';

const idOf = ({ node }: NodeRow) => node.id;

/** The shown actors and claims. */
export function NodesTable() {
  const visible = useVisibleGraph();
  const pinned = useExplorerState((state) => state.pinned);
  const rows = useMemo(() => nodeRows(visible, pinned), [visible, pinned]);
  const columns = useMemo(() => [...NODE_COLUMNS, ...attributeColumns(rows)], [rows]);
  const { openNode, expand, menuOf } = useRowCommands();
  return (
    <ViewTable
      name="nodes"
      columns={columns}
      rows={rows}
      keyOf={idOf}
      targetOf={idOf}
      dimmed={visible.dimmed}
      onOpen={({ node }) => openNode(node.id)}
      onExpand={({ node }) => expand(node.id)}
      onMenu={({ node }, at) => menuOf({ kind: 'node', id: node.id, at })}
    />
  );
}
