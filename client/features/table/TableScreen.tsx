import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { TABLES } from '../../state/explorer-state.ts';
import type { TableName } from '../../state/explorer-state.ts';
import { useExplorer, useExplorerState, useVisibleGraph } from '../../ui/explorer-context.ts';
import { TABLE } from '../../words/messages/table.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { numberText } from '../../words/numbers.ts';
import { EdgesTable } from './EdgesTable.tsx';
import { NodesTable } from './NodesTable.tsx';
import { StatementsTable } from './StatementsTable.tsx';
import { showTable } from './table-state.ts';

const SHOWN = { nodes: NodesTable, edges: EdgesTable, statements: StatementsTable } as const;

/** The table of the view: the same content as the canvas, in rows, with the same selection and the same actions. */
export function TableScreen() {
  const t = useMessages(TABLE);
  const { store } = useExplorer();
  const shown = useExplorerState(({ table }) => table.shown);
  const { nodes, edges } = useVisibleGraph();
  const counts: Readonly<Record<TableName, number | undefined>> = {
    nodes: nodes.size,
    edges: edges.size,
    statements: undefined,
  };
  return (
    <section className="table-screen" aria-label={t('title')}>
      <Tabs
        className="table-tabs"
        selectedKey={shown}
        onSelectionChange={(key) => {
          const name = TABLES.find((one) => one === key);
          if (name !== undefined) store.patch((state) => showTable(state, name));
        }}
      >
        <TabList className="table-tab-list" aria-label={t('tables')}>
          {TABLES.map((name) => (
            <Tab key={name} id={name} className="table-tab">
              {t(name)}
              {counts[name] !== undefined && <span className="count"> {numberText(counts[name])}</span>}
            </Tab>
          ))}
        </TabList>
        {TABLES.map((name) => {
          const Shown = SHOWN[name];
          return (
            <TabPanel key={name} id={name} className="table-panel">
              <Shown />
            </TabPanel>
          );
        })}
      </Tabs>
    </section>
  );
}
