import { useMemo } from 'react';
import type { StatementView } from '../../../server/contract/explorer.ts';
import type { MenuTarget } from '../../graph/scene/scene.ts';
import { useExplorer } from '../../ui/explorer-context.ts';
import { openOverview, select } from '../../state/reducers.ts';

export interface RowCommands {
  /** Opens a node's panel; expands the node whose panel is open. */
  readonly openNode: (id: string) => void;
  readonly openEdge: (id: string) => void;
  /** Opens the document of a statement at its quotation, or its edge if it has no document. */
  readonly openStatement: (statement: StatementView) => void;
  readonly expand: (id: string) => void;
  readonly menuOf: (target: MenuTarget) => void;
}

/** Enter, double click and right click on a row: the same effects as on the canvas. */
export function useRowCommands(): RowCommands {
  const { store, commands, menu } = useExplorer();
  return useMemo(() => {
    const openEdge = (id: string) =>
      store.step((state) => select(state.panel === undefined ? openOverview(state) : state, [id], 'replace'));
    const isOpen = (id: string) => {
      const { panel, selection } = store.state();
      return panel?.kind === 'node' && panel.id === id && selection.size === 1 && selection.has(id);
    };
    return {
      openNode: (id) => {
        if (isOpen(id)) void commands.expand(id);
        else openEdge(id);
      },
      openEdge,
      openStatement: ({ id, actor, stance, claim, document }) => {
        if (document === undefined) openEdge(stance === 'neutral' ? claim.id : `${actor.id} ${stance} ${claim.id}`);
        else commands.openDocument(document.id, id);
      },
      expand: (id) => void commands.expand(id),
      menuOf: menu.set,
    };
  }, [store, commands, menu]);
}
