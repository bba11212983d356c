import { useMemo } from 'react';
import { useVisibleGraph } from '../../ui/explorer-context.ts';
import { EDGE_COLUMNS } from './columns.ts';
import type { EdgeRow } from './columns.ts';
import { useRowCommands } from './use-row-commands.ts';
import { ViewTable } from './ViewTable.tsx';
import { edgeRows } from './view-rows.ts';

const idOf = ({ edge }: EdgeRow) => edge.id;

/** The shown edges: positions and speaks-for relations. */
export function EdgesTable() {
  const visible = useVisibleGraph();
  const rows = useMemo(() => edgeRows(visible), [visible]);
  const { openEdge, menuOf } = useRowCommands();
  return (
    <ViewTable
      name="edges"
      columns={EDGE_COLUMNS}
      rows={rows}
      keyOf={idOf}
      targetOf={idOf}
      dimmed={visible.dimmed}
      onOpen={({ edge }) => openEdge(edge.id)}
      onExpand={({ edge }) => openEdge(edge.id)}
      onMenu={({ edge }, at) => menuOf({ kind: 'edge', id: edge.id, at })}
    />
  );
}
