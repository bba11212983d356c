import { Suspense, useEffect } from 'react';
import { Bar } from './Bar.tsx';
import { ConnectionBar } from './ConnectionBar.tsx';
import type { ExplorerPage } from './create-explorer-page.ts';
import { ExplorerContext, useExplorer, useExplorerState, useValue } from '../ui/explorer-context.ts';
import { hasPanel } from '../state/explorer-state.ts';
import { FileDrop } from './FileDrop.tsx';
import { Guides } from '../features/settings/Guides.tsx';
import { Rail } from './Rail.tsx';
import { SCREEN_ROWS } from './screens.ts';
import { SidePanel } from './SidePanel.tsx';
import { GraphScreen } from '../features/canvas/GraphScreen.tsx';
import { PAGE } from '../words/messages/page.ts';
import { useMessages } from '../ui/use-messages.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useSpokenSelection } from './use-spoken-selection.ts';
import { lazyPart } from '../ui/lazy-part.tsx';

const FilterChips = lazyPart(() =>
  import('../features/filters/FilterChips.tsx').then(({ FilterChips: component }) => component),
);
const HelpDialog = lazyPart(() =>
  import('../features/settings/HelpDialog.tsx').then(({ HelpDialog: component }) => component),
);
const ContextMenu = lazyPart(() =>
  import('../features/menus/ContextMenu.tsx').then(({ ContextMenu: component }) => component),
);
const CommandPalette = lazyPart(() =>
  import('../features/menus/CommandPalette.tsx').then(({ CommandPalette: component }) => component),
);
const FindInView = lazyPart(() =>
  import('../features/search/FindInView.tsx').then(({ FindInView: component }) => component),
);
const SaveViewDialog = lazyPart(() =>
  import('../features/views/SaveViewDialog.tsx').then(({ SaveViewDialog: component }) => component),
);
const ViewNoticeBar = lazyPart(() =>
  import('../features/views/ViewNoticeBar.tsx').then(({ ViewNoticeBar: component }) => component),
);

/** The whole page. */
export function Page({ explorer }: { readonly explorer: ExplorerPage }) {
  return (
    <ExplorerContext value={explorer}>
      <Frame explorer={explorer} />
    </ExplorerContext>
  );
}

function Frame({ explorer }: { readonly explorer: ExplorerPage }) {
  useKeyboard();
  useSpokenSelection();
  const t = useMessages(PAGE);
  const screen = useExplorerState((state) => state.screen);
  const { Part } = SCREEN_ROWS[screen];
  const isHelpOpen = useValue(explorer.isHelpOpen);
  const isPaletteOpen = useValue(explorer.isPaletteOpen);
  const isFinding = useValue(explorer.isFinding);
  const menuTarget = useValue(explorer.menu);
  const isSavingView = useValue(explorer.views.isSaving);
  const viewNotice = useValue(explorer.views.notice);
  useEffect(() => {
    document.title = screen === 'graph' ? 'Gainsay' : t(`${screen}Title`);
  }, [screen, t]);
  return (
    <div className="page">
      <Bar searchWish={explorer.searchWish} />
      <ConnectionBar />
      <Rail />
      <main className="main">
        <GraphScreen isCovered={screen !== 'graph'} chips={<FilterChips />} />
        {isFinding && screen === 'graph' && (
          <Suspense>
            <FindInView onClose={() => explorer.isFinding.set(false)} />
          </Suspense>
        )}
      </main>
      <div className="panel-area" inert={!hasPanel(screen)}>
        <SidePanel />
      </div>
      {Part !== undefined && (
        <Suspense>
          <Part />
        </Suspense>
      )}
      <FileDrop />
      {menuTarget !== undefined && (
        <Suspense>
          <ContextMenu target={menuTarget} onClose={() => explorer.menu.set(undefined)} />
        </Suspense>
      )}
      {isPaletteOpen && (
        <Suspense>
          <CommandPalette onClose={() => explorer.isPaletteOpen.set(false)} />
        </Suspense>
      )}
      {isHelpOpen && (
        <Suspense>
          <HelpDialog onClose={() => explorer.isHelpOpen.set(false)} />
        </Suspense>
      )}
      {isSavingView && (
        <Suspense>
          <SaveViewDialog onClose={() => explorer.views.isSaving.set(false)} />
        </Suspense>
      )}
      {viewNotice !== undefined && (
        <Suspense>
          <ViewNoticeBar notice={viewNotice} />
        </Suspense>
      )}
      <Guides />
      <Announcer />
    </div>
  );
}

/** Announces changes to screen readers. */
function Announcer() {
  const words = useValue(useExplorer().notices.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {words}
    </div>
  );
}
