import { Ellipsis } from 'lucide-react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { ACTIONS } from '../control/actions/action-list.ts';
import { HistoryList } from '../features/views/HistoryList.tsx';
import { actionLabel } from '../words/action-label.ts';
import { PAGE } from '../words/messages/page.ts';
import { useMessages } from '../ui/use-messages.ts';
import { useExplorer } from '../ui/explorer-context.ts';

const { undo, redo, copyLink, saveView, export: exportView, findInView, paths, theme, palette, help } = ACTIONS;
const SECTIONS = [
  [copyLink, saveView, exportView],
  [findInView, paths],
  [theme, palette, help],
] as const;
const HISTORY = 'history';

/** The buttons that do not fit into the bar of a narrow page. */
export function MoreMenu() {
  const t = useMessages(PAGE);
  const { actions, store } = useExplorer();
  useSyncExternalStore(store.subscribe, store.state);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const all = [undo, redo, ...SECTIONS.flat()];
  const disabled = [
    ...all.filter((action) => !action.isEnabled(actions)).map(({ id }) => id),
    ...(store.steps().names.length === 0 ? [HISTORY] : []),
  ];
  const perform = (key: React.Key) => {
    if (key === HISTORY) setHistoryOpen(true);
    // Wait until the menu has restored the focus: otherwise it would take the focus from the action.
    else requestAnimationFrame(() => requestAnimationFrame(() => all.find(({ id }) => id === key)?.perform(actions)));
  };
  const item = (action: (typeof all)[number]) => (
    <MenuItem key={action.id} id={action.id} className="menu-item" textValue={actionLabel(action)}>
      {actionLabel(action)}
    </MenuItem>
  );
  return (
    <span ref={anchor} className="more-menu">
      <MenuTrigger>
        <Button className="icon-button" aria-label={t('more')}>
          <Ellipsis />
        </Button>
        <Popover className="menu" placement="bottom end">
          <Menu aria-label={t('more')} disabledKeys={disabled} onAction={perform}>
            <MenuSection className="menu-section" aria-label={t('history')}>
              {item(undo)}
              {item(redo)}
              <MenuItem id={HISTORY} className="menu-item" textValue={t('history')}>
                {t('history')}
              </MenuItem>
            </MenuSection>
            {SECTIONS.map((section) => (
              <MenuSection key={section[0].id} className="menu-section" aria-label={actionLabel(section[0])}>
                {section.map(item)}
              </MenuSection>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {isHistoryOpen && <HistoryList anchor={anchor} onClose={() => setHistoryOpen(false)} />}
    </span>
  );
}
