import { useKeys } from '../../ui/use-keys.ts';
import { CalendarDays, Grid3x3, Orbit, Shapes, Waypoints, Workflow } from 'lucide-react';
import { useRef } from 'react';
import { Keyboard } from 'react-aria-components/Keyboard';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { LAYOUT_NAMES } from '../../graph/layout/layout-names.ts';
import type { LayoutName } from '../../graph/layout/layout-names.ts';
import { useExplorer, useExplorerState, useValue } from '../../ui/explorer-context.ts';
import { IconButton, shortcutText } from '../../ui/IconButton.tsx';
import { NARROW, useMedia } from '../../ui/use-media.ts';
import { LAYOUT_ACTION_OF } from '../../control/actions/layout-actions.ts';
import { openTool } from '../../control/open-tool.ts';
import { LAYOUT_CONTROLS, LAYOUT_EFFECTS, LAYOUTS } from '../../words/messages/layouts.ts';
import { useMessages } from '../../ui/use-messages.ts';

const ICONS: Readonly<Record<LayoutName, typeof Orbit>> = {
  dispute: Workflow,
  force: Waypoints,
  concentric: Orbit,
  date: CalendarDays,
  grid: Grid3x3,
};

/** The button in the controls of the canvas that opens the list of layouts. */
export function LayoutPicker() {
  const keysFor = useKeys();
  const [t, names, effects] = [useMessages(LAYOUT_CONTROLS), useMessages(LAYOUTS), useMessages(LAYOUT_EFFECTS)];
  const { actions } = useExplorer();
  const isNarrow = useMedia(NARROW);
  const anchor = useRef<HTMLSpanElement>(null);
  const isOpen = useValue(openTool) === 'layouts';
  const close = () => openTool.set(undefined);
  const isEmpty = useExplorerState((state) => state.nodes.size === 0);
  return (
    <span ref={anchor} className="tool-anchor">
      <IconButton
        label={t('layout')}
        side="left"
        isDisabled={isEmpty}
        onPress={() => openTool.set(isOpen ? undefined : 'layouts')}
      >
        <Shapes />
      </IconButton>
      <Popover
        className="menu"
        triggerRef={anchor}
        isOpen={isOpen}
        onOpenChange={(opens) => !opens && close()}
        placement={isNarrow ? 'top end' : 'left bottom'}
      >
        <Menu
          aria-label={t('layout')}
          autoFocus="first"
          onClose={close}
          onAction={(key) => {
            const name = LAYOUT_NAMES.find((one) => one === key);
            if (name !== undefined) LAYOUT_ACTION_OF[name].perform(actions);
          }}
        >
          {LAYOUT_NAMES.map((name) => {
            const Icon = ICONS[name];
            return (
              <MenuItem key={name} id={name} textValue={names(name)} className="menu-item layout-item">
                <Icon aria-hidden="true" />
                <span>
                  {names(name)}
                  <small>{effects(name)}</small>
                </span>
                {keysFor(LAYOUT_ACTION_OF[name]).map((keys) => (
                  <Keyboard translate="no" key={keys}>
                    {shortcutText(keys)}
                  </Keyboard>
                ))}
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </span>
  );
}
