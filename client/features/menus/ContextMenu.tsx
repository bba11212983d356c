import { useKeys } from '../../ui/use-keys.ts';
import { ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Keyboard } from 'react-aria-components/Keyboard';
import { Menu, MenuItem, MenuSection, SubmenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { MenuTarget } from '../../graph/scene/scene.ts';
import { useExplorer, useExplorerState } from '../../ui/explorer-context.ts';
import { shortcutText } from '../../ui/IconButton.tsx';
import { NARROW, useMedia } from '../../ui/use-media.ts';
import type { Action } from '../../control/actions/action-list.ts';
import { actionLabel } from '../../words/action-label.ts';
import { MENUS } from '../../words/messages/menus.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { ExpandBy } from './ExpandBy.tsx';
import { MENU_SECTIONS, menuSubject, selectForMenu, SELECT_BY } from './menu-entries.ts';
import type { MenuEntry } from './menu-entries.ts';

interface ContextMenuProps {
  readonly target: MenuTarget;
  readonly onClose: () => void;
}

/** The menu of a right click, or of the selection or the focus by Shift+F10. It first selects its node or edge. */
export function ContextMenu({ target, onClose }: ContextMenuProps) {
  const t = useMessages(MENUS);
  const { actions, store } = useExplorer();
  const anchor = useRef<HTMLSpanElement>(null);
  const subject = useMemo(() => menuSubject(target, store.state()), [target, store]);
  useEffect(() => {
    const { id } = target;
    if (id !== undefined) store.step((state) => selectForMenu(state, id));
  }, [target, store]);
  useExplorerState((state) => state);
  const sections = MENU_SECTIONS[subject];
  const performed = sections.flat().filter((entry) => typeof entry !== 'string');
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: target.at.x, top: target.at.y }} />
      <Popover
        className="menu"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={2}
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Menu
          aria-label={t('actions')}
          autoFocus="first"
          onClose={onClose}
          disabledKeys={performed.filter((action) => !action.isEnabled(actions)).map(({ id }) => id)}
          onAction={(key) => performed.find(({ id }) => id === key)?.perform(actions)}
        >
          {sections.map((entries) => (
            <MenuSection key={nameOf(entries[0])} className="menu-section" aria-label={nameOf(entries[0])}>
              {entries.map((entry) => (
                <Entry key={nameOf(entry)} entry={entry} id={target.id} onClose={onClose} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </>
  );
}

function nameOf(entry: MenuEntry | undefined): string {
  return typeof entry === 'object' ? actionLabel(entry) : (entry ?? '');
}

function Entry({
  entry,
  id,
  onClose,
}: {
  readonly entry: MenuEntry;
  readonly id: string | undefined;
  readonly onClose: () => void;
}) {
  const t = useMessages(MENUS);
  const isNarrow = useMedia(NARROW);
  if (typeof entry === 'object') return <ActionItem action={entry} />;
  return (
    <SubmenuTrigger>
      <MenuItem id={entry} className="menu-item" textValue={t(entry)}>
        {t(entry)}
        <ChevronRight aria-hidden="true" />
      </MenuItem>
      {/* Where there is no room beside its entry, below it. */}
      <Popover className="menu" placement={isNarrow ? 'bottom end' : 'end top'}>
        {entry === 'selectBy' || id === undefined ? <SelectBy /> : <ExpandBy id={id} onClose={onClose} />}
      </Popover>
    </SubmenuTrigger>
  );
}

function ActionItem({ action }: { readonly action: Action }) {
  const keysFor = useKeys();
  const [keys] = keysFor(action);
  return (
    <MenuItem id={action.id} className="menu-item" textValue={actionLabel(action)}>
      {actionLabel(action)}
      {keys !== undefined && <Keyboard translate="no">{shortcutText(keys)}</Keyboard>}
    </MenuItem>
  );
}

function SelectBy() {
  const t = useMessages(MENUS);
  const { actions } = useExplorer();
  const all = SELECT_BY.flat();
  return (
    <Menu
      aria-label={t('selectBy')}
      disabledKeys={all.filter((action) => !action.isEnabled(actions)).map(({ id }) => id)}
      onAction={(key) => all.find(({ id }) => id === key)?.perform(actions)}
    >
      {SELECT_BY.map((entries) => (
        <MenuSection key={entries[0]?.id} className="menu-section" aria-label={nameOf(entries[0])}>
          {entries.map((action) => (
            <ActionItem key={action.id} action={action} />
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
}
