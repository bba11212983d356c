import { useKeys } from '../../ui/use-keys.ts';
import { useEffect, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Keyboard } from 'react-aria-components/Keyboard';
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useExplorer } from '../../ui/explorer-context.ts';
import { shortcutText } from '../../ui/IconButton.tsx';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { ACTION_LIST } from '../../control/actions/action-list.ts';
import type { Action } from '../../control/actions/action-list.ts';
import { typeAheadBuffer } from '../../base/type-ahead-buffer.ts';
import { actionLabel } from '../../words/action-label.ts';
import { ACTION_GROUPS } from '../../words/messages/actions.ts';
import { MENUS } from '../../words/messages/menus.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { fuzzyMatch } from './fuzzy-match.ts';
import type { FuzzyMatch } from './fuzzy-match.ts';

interface Command extends FuzzyMatch {
  readonly action: Action;
  readonly label: string;
}

/** All actions by name. Actions that cannot be performed now are greyed out. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const [t, groupWords] = [useMessages(MENUS), useMessages(ACTION_GROUPS)];
  const { actions } = useExplorer();
  const [typed, setTyped] = useState(typeAheadBuffer.typed);
  useEffect(() => typeAheadBuffer.end(), []);
  const commands = commandsFor(typed);
  const groups = typed.trim() === '' ? [...new Set(commands.map(({ action }) => action.group))] : [undefined];
  const perform = (key: React.Key) => {
    const chosen = commands.find(({ action }) => action.id === key)?.action;
    onClose();
    if (chosen !== undefined) onceFocusIsBack(() => chosen.perform(actions));
  };
  const handleKey = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      // Otherwise the first Escape would only empty the field.
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter') {
      performFirst(event);
    }
  };
  // The list marks its first row a moment after the last character. A faster Enter means that row, too.
  const performFirst = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const marked = event.currentTarget.getAttribute('aria-activedescendant');
    const first = commands.find(({ action }) => action.isEnabled(actions));
    if (first === undefined || (marked !== null && document.getElementById(marked) !== null)) return;
    event.preventDefault();
    event.stopPropagation();
    perform(first.action.id);
  };
  return (
    <ModalOverlay
      className="dialog-veil palette-veil"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="dialog palette">
        <Dialog aria-label={t('commands')}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField autoFocus aria-label={t('typeCommand')} className="palette-field">
              <Input className="search-input" placeholder={t('typeCommand')} onKeyDownCapture={handleKey} />
            </SearchField>
            <div className="palette-list" tabIndex={0}>
              <Menu
                aria-label={t('commands')}
                onAction={perform}
                disabledKeys={commands
                  .filter(({ action }) => !action.isEnabled(actions))
                  .map(({ action }) => action.id)}
                renderEmptyState={() => <p className="menu-empty">{t('noCommand')}</p>}
              >
                {groups.map((group) => (
                  <MenuSection
                    key={group ?? 'found'}
                    aria-label={group === undefined ? t('commands') : groupWords(group)}
                  >
                    {group !== undefined && <Header className="search-heading">{groupWords(group)}</Header>}
                    {commands
                      .filter(({ action }) => group === undefined || action.group === group)
                      .map((command) => (
                        <CommandItem key={command.action.id} command={command} />
                      ))}
                  </MenuSection>
                ))}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * Performs when the dialog has returned the focus, so that the element that an action focuses keeps it. A key that
 * is pressed sooner is meant for the state after the command.
 */
function onceFocusIsBack(perform: () => void): void {
  let isDone = false;
  const now = () => {
    if (isDone) return;
    isDone = true;
    window.removeEventListener('keydown', now, true);
    perform();
  };
  window.addEventListener('keydown', now, true);
  requestAnimationFrame(() => requestAnimationFrame(now));
}

function CommandItem({ command: { action, label, spans } }: { readonly command: Command }) {
  const keysFor = useKeys();
  return (
    <MenuItem id={action.id} className="menu-item" textValue={label}>
      <span>
        <MarkedText text={label} spans={spans} />
      </span>
      <span>
        {keysFor(action)
          .slice(0, 1)
          .map((keys) => (
            <Keyboard translate="no" key={keys}>
              {shortcutText(keys)}
            </Keyboard>
          ))}
      </span>
    </MenuItem>
  );
}

/** The actions whose names match the typed text, the best match first; all actions in the order of the table when no text is typed. */
function commandsFor(typed: string): readonly Command[] {
  const commands = ACTION_LIST.filter(({ id }) => id !== 'palette').flatMap((action) => {
    const label = actionLabel(action);
    const match = fuzzyMatch(label, typed);
    return match === undefined ? [] : [{ action, label, ...match }];
  });
  return typed.trim() === '' ? commands : commands.toSorted((a, b) => a.cost - b.cost);
}
