import { useKeys } from '../ui/use-keys.ts';
import { SCREENS } from '../state/explorer-state.ts';
import { SCREEN_ACTION_OF } from '../control/actions/screen-actions.ts';
import { PAGE } from '../words/messages/page.ts';
import { useMessages } from '../ui/use-messages.ts';
import { useExplorer, useExplorerState } from '../ui/explorer-context.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SCREEN_ROWS } from './screens.ts';

/** Navigation between the screens: a rail on the left, or a bar at the bottom of narrow pages. */
export function Rail() {
  const keysFor = useKeys();
  const t = useMessages(PAGE);
  const { actions } = useExplorer();
  const current = useExplorerState((state) => state.screen);
  return (
    <nav className="rail" aria-label={t('screens')}>
      {SCREENS.map((screen) => {
        const { label, Icon } = SCREEN_ROWS[screen];
        return (
          <IconButton
            key={screen}
            label={t(label)}
            keys={keysFor(SCREEN_ACTION_OF[screen])[0]}
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
        );
      })}
    </nav>
  );
}
