/** Creates store, commands and actions and connects them: the part of the page without React. */
import type { QueryClient } from '@tanstack/react-query';
import { menuOfSelection } from '../control/menu-place.ts';
import type { Size } from '../graph/scene/geometry.ts';
import type { MenuTarget } from '../graph/scene/scene.ts';
import type { Viewport } from '../graph/scene/geometry.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { createAppearance } from '../control/appearance.ts';
import { createArranger } from '../control/arrange.ts';
import { createCanvasCovers } from '../control/canvas-covers.ts';
import { createCanvasSync } from '../control/canvas-sync.ts';
import { createCommands } from '../control/commands.ts';
import { EMPTY_STATE } from '../state/explorer-state.ts';
import { createExplorerStore } from '../state/explorer-store.ts';
import type { Passing } from '../state/filters.ts';
import { typeAheadBuffer } from '../base/type-ahead-buffer.ts';
import { revealBesidePanel } from '../control/panel-reveal.ts';
import { createNotices } from '../control/notices.ts';
import { rememberedTheme } from '../state/preferences.ts';
import { createValueStore } from '../base/value-store.ts';
import type { ValueStore } from '../base/value-store.ts';
import { createVisibleGraph } from '../state/visible-graph.ts';
import { message } from '../words/define-messages.ts';
import { CANVAS } from '../words/messages/canvas.ts';
import { createViews } from '../links/create-views.ts';
import type { Explorer } from '../ui/explorer-context.ts';
import { overviewQuery } from '../ui/queries.ts';
import { BREAKPOINTS } from '../base/breakpoints.ts';

export interface ExplorerPage extends Explorer {
  readonly isHelpOpen: ValueStore<boolean>;
  readonly isPaletteOpen: ValueStore<boolean>;
  /** Whether the field that searches in the view is open. */
  readonly isFinding: ValueStore<boolean>;
  /** Increases with each search action, so that the search field takes the focus. */
  readonly searchWish: ValueStore<number>;
}

/** Pixels of the canvas that legend and controls cover. */
const COVERED = { wide: 120, narrow: 60 } as const;
/** The canvas size of a typical window, for layouts before the canvas is mounted. */
const USUAL_SIZE: Size = { width: 950, height: 800 };

/** The part of the canvas that a layout can use. */
function freeSize({ width, height }: Size): Size {
  return width > BREAKPOINTS.beside
    ? { width: width - COVERED.wide, height }
    : { width, height: height - COVERED.narrow };
}

export function createExplorerPage(queries: QueryClient): ExplorerPage {
  const panel = window.innerWidth >= BREAKPOINTS.openPanel ? ({ kind: 'overview' } as const) : undefined;
  const store = createExplorerStore({ ...EMPTY_STATE, panel, theme: rememberedTheme() });
  const notices = createNotices();
  const passing = createValueStore<Passing | undefined>(undefined);
  const visibleOf = createVisibleGraph();
  const visible = () => visibleOf(store.state(), passing.value());
  const appearance = createAppearance(store);
  const canvas = createCanvasSync({ store, visible, appearance, passing });
  const graph = canvas.controller;
  const canvasSize = () => freeSize(canvas.size() ?? USUAL_SIZE);
  const viewport = createValueStore<Viewport | undefined>(undefined);
  const commands = createCommands({ store, notices, reveal: (id) => graph.value()?.reveal(id), canvasSize });
  const arranger = createArranger({ store, notices, visible, canvasSize, fit: () => graph.value()?.fit() });
  revealBesidePanel(store, graph.value);
  const menu = createValueStore<MenuTarget | undefined>(undefined);
  const isHelpOpen = createValueStore(false);
  const isPaletteOpen = createValueStore(false);
  const isFinding = createValueStore(false);
  const searchWish = createValueStore(0);

  const quotationTurn = createValueStore<((by: 1 | -1) => void) | undefined>(undefined);

  const resetView = async () => {
    try {
      const overview = await queries.fetchQuery(overviewQuery);
      commands.showStart(overview.graph, true);
      graph.value()?.fit();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      notices.problem.set({
        what: message(CANVAS, 'startViewProblem'),
        because: problem,
        retry: () => void resetView(),
      });
    }
  };
  const views = createViews({
    store,
    graph: graph.value,
    size: canvas.size,
    showStart: () => void resetView(),
    onSaved: () => void queries.invalidateQueries({ queryKey: ['content', 'views'] }),
  });
  void views.start();
  // Refresh the graph first, which removes deleted nodes from canvas and panel: fetching those would fail.
  const contentChanged = () => {
    void views.forget();
    void commands.refresh().finally(() => queries.invalidateQueries({ queryKey: ['content'] }));
  };
  const openField = (isOpen: ValueStore<boolean>) => {
    if (!isOpen.value()) typeAheadBuffer.expect();
    isOpen.set(true);
  };
  const actions = {
    store,
    commands,
    arranger,
    visible,
    views,
    graph: graph.value,
    turnQuotation: quotationTurn.value,
    goToSearch: () => searchWish.set(searchWish.value() + 1),
    showHelp: () => isHelpOpen.set(true),
    showPalette: () => openField(isPaletteOpen),
    findInView: () => openField(isFinding),
    openMenu: () => menu.set(menuOfSelection(store.state(), canvas)),
    resetView: () => void resetView(),
  };
  return {
    store,
    commands,
    arranger,
    views,
    notices,
    passing,
    visible,
    canvas,
    covers: createCanvasCovers(),
    appearance,
    graph,
    viewport,
    actions,
    contentChanged,
    menu,
    quotationTurn,
    isHelpOpen,
    isPaletteOpen,
    isFinding,
    searchWish,
  };
}
