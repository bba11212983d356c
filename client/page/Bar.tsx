import {
  CircleQuestionMark,
  Contrast,
  Download,
  Link2,
  Moon,
  Redo2,
  Route,
  Settings,
  Sun,
  SunMoon,
  Undo2,
} from 'lucide-react';
import { Suspense } from 'react';
import { ACTIONS } from '../control/actions/action-list.ts';
import { useExplorerState } from '../ui/explorer-context.ts';
import { ExportTool } from '../features/export/ExportTool.tsx';
import { FilterButton } from '../features/filters/FilterButton.tsx';
import { ActionButton } from '../ui/IconButton.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { SearchBox } from '../features/search/SearchBox.tsx';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { HistoryButton } from '../features/views/HistoryButton.tsx';
import { PAGE } from '../words/messages/page.ts';
import { useMessages } from '../ui/use-messages.ts';
import type { ValueStore } from '../base/value-store.ts';

const MoreMenu = lazyPart(() => import('./MoreMenu.tsx').then(({ MoreMenu: component }) => component));
const THEME_ICONS = { system: SunMoon, light: Sun, dark: Moon, contrast: Contrast } as const;
const THEME_LABELS = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
  contrast: 'themeContrast',
} as const;

/** The top bar: the name, the search, and the buttons of all screens. */
export function Bar({ searchWish }: { readonly searchWish: ValueStore<number> }) {
  const t = useMessages(PAGE);
  const theme = useExplorerState((state) => state.theme);
  const isNarrow = useMedia(NARROW);
  const ThemeIcon = THEME_ICONS[theme];
  return (
    <header className="bar">
      <h1 className="wordmark" aria-label="Gainsay">
        Gain<span>say</span>
      </h1>
      <SearchBox wish={searchWish} />
      <div className="bar-buttons" role="toolbar" aria-label={t('view')}>
        <ActionButton action={ACTIONS.undo}>
          <Undo2 />
        </ActionButton>
        <ActionButton action={ACTIONS.redo}>
          <Redo2 />
        </ActionButton>
        <HistoryButton />
        <FilterButton />
        <ActionButton action={ACTIONS.paths}>
          <Route />
        </ActionButton>
        <ActionButton action={ACTIONS.export}>
          <Download />
        </ActionButton>
        <ActionButton action={ACTIONS.copyLink}>
          <Link2 />
        </ActionButton>
        <ActionButton action={ACTIONS.theme} label={t(THEME_LABELS[theme])}>
          <ThemeIcon />
        </ActionButton>
        <ActionButton action={ACTIONS.settings}>
          <Settings />
        </ActionButton>
        <ActionButton action={ACTIONS.help}>
          <CircleQuestionMark />
        </ActionButton>
        {/* narrow.css hides the other buttons then. */}
        {isNarrow && (
          <Suspense>
            <MoreMenu />
          </Suspense>
        )}
      </div>
      <ExportTool />
    </header>
  );
}
