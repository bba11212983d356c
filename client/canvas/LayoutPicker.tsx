import { CalendarDays, Grid3x3, Orbit, Shapes, Waypoints, Workflow } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { LAYOUT_NAMES } from '../graph/layout-names.ts';
import type { LayoutName } from '../graph/layout-names.ts';
import { useExplorer, useExplorerState } from '../page/explorer-context.ts';
import { LAYOUT_WORDS } from './layout-words.ts';

const ICONS: Readonly<Record<LayoutName, typeof Orbit>> = {
  dispute: Workflow, force: Waypoints, concentric: Orbit, date: CalendarDays, grid: Grid3x3,
};

/** A button of the canvas's controls that offers the layouts. */
export function LayoutPicker() {
  const { arranger } = useExplorer();
  const isEmpty = useExplorerState((state) => state.nodes.size === 0);
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label="Layout" isDisabled={isEmpty}><Shapes /></Button>
      <Popover className="menu" placement="left bottom">
        <Menu aria-label="Layout" onAction={(key) => { const name = LAYOUT_NAMES.find((one) => one === key); if (name !== undefined) void arranger.arrange(name); }}>
          {LAYOUT_NAMES.map((name) => {
            const Icon = ICONS[name];
            return (
              <MenuItem key={name} id={name} textValue={LAYOUT_WORDS[name].label} className="menu-item layout-item">
                <Icon aria-hidden="true" />
                <span>{LAYOUT_WORDS[name].label}<small>{LAYOUT_WORDS[name].description}</small></span>
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
