import { useEffect, useRef } from 'react';
import { Keyboard } from 'react-aria-components/Keyboard';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { MenuTarget } from '../graph/graph-controller.ts';
import { useExplorer } from '../page/explorer-context.ts';
import { shortcutText } from '../page/IconButton.tsx';
import { ACTIONS } from '../state/actions.ts';
import type { Action } from '../state/actions.ts';
import { select } from '../state/explorer-state.ts';
import { actionLabel } from '../words/action-label.ts';
import { PANELS } from '../words/messages/panels.ts';
import { useMessages } from '../words/use-messages.ts';

const ENTRIES: Readonly<Record<MenuTarget['kind'], readonly Action[]>> = {
  node: [ACTIONS.expand, ACTIONS.pin, ACTIONS.reveal],
  edge: [ACTIONS.reveal],
  canvas: [ACTIONS.fit, ACTIONS.reset, ACTIONS.undo, ACTIONS.redo],
};

/** The menu of what was clicked with the right button, or of the focused row by Shift+F10. It selects its node or edge first. */
export function ContextMenu({ target, onClose }: { readonly target: MenuTarget; readonly onClose: () => void }) {
  const t = useMessages(PANELS);
  const { actions, store } = useExplorer();
  const anchor = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const { id } = target;
    if (id !== undefined && !store.state().selection.has(id)) store.step((state) => select(state, [id], 'replace'));
  }, [target, store]);
  const entries = ENTRIES[target.kind];
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: target.at.x, top: target.at.y }} />
      <Popover className="menu" triggerRef={anchor} isOpen placement="bottom start" offset={2} onOpenChange={(isOpen) => !isOpen && onClose()}>
        <Menu
          aria-label={t('actions')} autoFocus="first" onClose={onClose}
          onAction={(key) => entries.find(({ id }) => id === key)?.perform(actions)}
        >
          {entries.map((action) => (
            <MenuItem key={action.id} id={action.id} className="menu-item" textValue={actionLabel(action)}>
              {actionLabel(action)}<Keyboard>{shortcutText(action.keys[0] ?? '')}</Keyboard>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
