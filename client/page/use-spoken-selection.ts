import { useEffect, useRef } from 'react';
import { messageText } from '../words/define-messages.ts';
import { COMMON } from '../words/messages/common.ts';
import { SPOKEN } from '../words/messages/spoken.ts';
import { edgeText, nodeText } from '../words/names.ts';
import { listText } from '../words/numbers.ts';
import type { ExplorerState } from '../state/explorer-state.ts';
import { useExplorer } from '../ui/explorer-context.ts';

/** Announces every change of the selection to screen readers: from the canvas, the table, the legend or undo. */
export function useSpokenSelection(): void {
  const { store, notices } = useExplorer();
  const heard = useRef(store.state().selection);
  useEffect(
    () =>
      store.subscribe(() => {
        const state = store.state();
        if (state.selection === heard.current) return;
        heard.current = state.selection;
        notices.announcement.set(selectionWords(state));
      }),
    [store, notices],
  );
}

/** The selection as a sentence: a single node or edge by its text, several by their counts. */
export function selectionWords({
  selection,
  nodes,
  edges,
}: Pick<ExplorerState, 'selection' | 'nodes' | 'edges'>): string {
  const [only] = selection;
  if (only === undefined) return messageText(SPOKEN, 'nothing');
  const node = nodes.get(only);
  const edge = edges.get(only);
  if (selection.size === 1 && node !== undefined) return messageText(SPOKEN, 'selected', { what: nodeText(node) });
  if (selection.size === 1 && edge !== undefined)
    return messageText(SPOKEN, 'selected', { what: edgeText(edge, nodes) });
  const of = [...selection].filter((id) => nodes.has(id)).length;
  const counts = [
    ...(of > 0 ? [messageText(COMMON, 'nodes', { count: of })] : []),
    ...(selection.size > of ? [messageText(COMMON, 'edges', { count: selection.size - of })] : []),
  ];
  return messageText(SPOKEN, 'selected', { what: listText(counts) });
}
