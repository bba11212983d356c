import { Bookmark, FileInput, Table2, Waypoints } from 'lucide-react';
import type { Screen } from '../state/explorer-state.ts';
import { SCREEN_ACTION_OF } from '../control/actions/screen-actions.ts';
import { PAGE } from '../words/messages/page.ts';
import { useMessages } from '../ui/use-messages.ts';
import { useExplorer, useExplorerState } from '../ui/explorer-context.ts';
import { IconButton } from '../ui/IconButton.tsx';

const ENTRIES = [
  { screen: 'graph', label: 'screenGraph', Icon: Waypoints },
  { screen: 'table', label: 'screenTable', Icon: Table2 },
  { screen: 'views', label: 'screenViews', Icon: Bookmark },
  { screen: 'import', label: 'screenImport', Icon: FileInput },
] as const satisfies readonly { screen: Screen; label: string; Icon: unknown }[];

/** The screens that there are, as a rail on the left or a bar below on narrow pages. */
export function Rail() {
  const t = useMessages(PAGE);
  const { actions } = useExplorer();
  const current = useExplorerState((state) => state.screen);
  return (
    <nav className="rail" aria-label={t('screens')}>
      {ENTRIES.map(({ screen, label, Icon }) => (
        <IconButton
          key={screen}
          label={t(label)}
          keys={SCREEN_ACTION_OF[screen].keys[0]}
          side="right"
          isPressed={screen === current}
          className="rail-button"
          onPress={() => SCREEN_ACTION_OF[screen].perform(actions)}
        >
          <Icon />
          <span className="rail-label" aria-hidden="true">
            {t(label)}
          </span>
        </IconButton>
      ))}
    </nav>
  );
}
