/** What was selected must not be lost behind the panel that opens on it. */
import type { GraphController } from '../graph/scene/scene.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';

/** A double click must not meet a canvas that has moved between its clicks. */
const DOUBLE_CLICK_MS = 350;

/** Brings the selected node or edge back into sight a moment after the panel has opened, if it is the only one. */
export function revealBesidePanel(store: ExplorerStore, graph: () => GraphController | undefined): void {
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = () => {
    const { panel, selection } = store.state();
    if ((panel !== undefined) === isOpen) return;
    isOpen = panel !== undefined;
    clearTimeout(timer);
    const [only, ...others] = selection;
    if (isOpen && only !== undefined && others.length === 0)
      timer = setTimeout(() => graph()?.reveal(only), DOUBLE_CLICK_MS);
  };
  follow();
  store.subscribe(follow);
}
