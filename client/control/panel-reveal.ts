/** Keeps the selected node or edge visible when its panel opens over it. */
import type { GraphController } from '../graph/scene/scene.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';

/** The canvas must not move between the two clicks of a double click. */
const DOUBLE_CLICK_MS = 350;

/** Moves a single selected node or edge into view shortly after the panel has opened. */
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
