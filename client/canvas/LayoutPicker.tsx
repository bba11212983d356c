import { CalendarDays, Grid3x3, Orbit, Shapes, Waypoints, Workflow } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Keyboard } from 'react-aria-components/Keyboard';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { LAYOUT_NAMES } from '../graph/layout-names.ts';
import type { LayoutName } from '../graph/layout-names.ts';
import { useExplorer, useExplorerState } from '../page/explorer-context.ts';
import { shortcutText } from '../page/IconButton.tsx';
import { NARROW, useMedia } from '../page/use-media.ts';
import { LAYOUT_ACTION_OF } from '../state/layout-actions.ts';
import { LAYOUT_CONTROLS, LAYOUT_EFFECTS, LAYOUTS } from '../words/messages/layouts.ts';
import { useMessages } from '../words/use-messages.ts';

const ICONS: Readonly<Record<LayoutName, typeof Orbit>> = {
  dispute: Workflow, force: Waypoints, concentric: Orbit, date: CalendarDays, grid: Grid3x3,
};

/** A button of the canvas's controls that offers the layouts. */
export function LayoutPicker() {
  const [t, names, effects] = [useMessages(LAYOUT_CONTROLS), useMessages(LAYOUTS), useMessages(LAYOUT_EFFECTS)];
  const { actions } = useExplorer();
  const isNarrow = useMedia(NARROW);
  const isEmpty = useExplorerState((state) => state.nodes.size === 0);
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={t('layout')} isDisabled={isEmpty}><Shapes /></Button>
      <Popover className="menu" placement={isNarrow ? 'top end' : 'left bottom'}>
        <Menu aria-label={t('layout')} onAction={(key) => { const name = LAYOUT_NAMES.find((one) => one === key); if (name !== undefined) LAYOUT_ACTION_OF[name].perform(actions); }}>
          {LAYOUT_NAMES.map((name) => {
            const Icon = ICONS[name];
            return (
              <MenuItem key={name} id={name} textValue={names(name)} className="menu-item layout-item">
                <Icon aria-hidden="true" />
                <span>{names(name)}<small>{effects(name)}</small></span>
                {LAYOUT_ACTION_OF[name].keys.map((keys) => <Keyboard key={keys}>{shortcutText(keys)}</Keyboard>)}
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
