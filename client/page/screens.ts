/** The screens of the page. A new one needs a row here, an action and its messages. */
import { Bookmark, FileInput, Table2, Waypoints } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Screen } from '../state/explorer-state.ts';
import { lazyPart } from '../ui/lazy-part.tsx';

interface ScreenRow {
  readonly label: 'screenGraph' | 'screenTable' | 'screenViews' | 'screenImport';
  readonly Icon: LucideIcon;
  /** The component over the graph; absent for the graph, which is always rendered. */
  readonly Part?: ComponentType;
}

/** In the order of the rail. */
export const SCREEN_ROWS: Readonly<Record<Screen, ScreenRow>> = {
  graph: { label: 'screenGraph', Icon: Waypoints },
  table: {
    label: 'screenTable',
    Icon: Table2,
    Part: lazyPart(() => import('../features/table/TableScreen.tsx').then(({ TableScreen }) => TableScreen)),
  },
  views: {
    label: 'screenViews',
    Icon: Bookmark,
    Part: lazyPart(() => import('../features/views/ViewsScreen.tsx').then(({ ViewsScreen }) => ViewsScreen)),
  },
  import: {
    label: 'screenImport',
    Icon: FileInput,
    Part: lazyPart(() => import('../features/import/ImportScreen.tsx').then(({ ImportScreen }) => ImportScreen)),
  },
};
