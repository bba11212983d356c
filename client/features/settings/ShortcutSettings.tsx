import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ACTION_LIST } from '../../control/actions/action-list.ts';
import type { Action } from '../../control/actions/action-list.ts';
import { keysOf, keysOfPress } from '../../control/shortcuts.ts';
import { changeSettings, settings, SINGLE_KEY_CHOICES } from '../../state/settings.ts';
import { useValue } from '../../ui/explorer-context.ts';
import { shortcutText } from '../../ui/IconButton.tsx';
import { useMessages } from '../../ui/use-messages.ts';
import { actionLabel } from '../../words/action-label.ts';
import { SHORTCUT_WORDS, SINGLE_KEY_WORDS } from '../../words/messages/settings.ts';
import { Choice } from './Choice.tsx';

/** Keys that operate the page itself. */
const RESERVED: ReadonlySet<string> = new Set(['Enter', ' ', 'Tab', 'Shift+Tab', 'Escape']);

/** The shortcuts: those of one character on or off, and another key for each action. */
export function ShortcutSettings() {
  const [t, choices] = [useMessages(SHORTCUT_WORDS), useMessages(SINGLE_KEY_WORDS)];
  const { singleKeys, keys } = useValue(settings);
  const [problem, setProblem] = useState('');
  const choose = (action: Action, chosen: string | undefined) => {
    const other = ACTION_LIST.find(
      (one) => one.id !== action.id && chosen !== undefined && keysOf(one, { singleKeys: 'on', keys }).includes(chosen),
    );
    if (chosen !== undefined && RESERVED.has(chosen)) setProblem(t('reserved', { keys: shortcutText(chosen) }));
    else if (chosen !== undefined && other !== undefined)
      setProblem(t('taken', { keys: shortcutText(chosen), action: actionLabel(other) }));
    else {
      setProblem('');
      changeSettings({ keys: { ...keys, [action.id]: chosen === undefined ? [] : [chosen] } });
    }
  };
  return (
    <>
      <Choice
        label={t('singleKeys')}
        options={SINGLE_KEY_CHOICES}
        value={singleKeys}
        words={choices}
        onChange={(next) => changeSettings({ singleKeys: next })}
      />
      <details className="shortcut-settings">
        <summary>{t('change')}</summary>
        <p className="muted">{t('how')}</p>
        <p role="alert">{problem}</p>
        <ul>
          {ACTION_LIST.filter((action) => action.keys.length > 0 && action.id !== 'close').map((action) => (
            <li key={action.id}>
              <span>{actionLabel(action)}</span>
              <KeyButton action={action} onChoose={(chosen) => choose(action, chosen)} />
            </li>
          ))}
        </ul>
        <button type="button" className="button" onClick={() => changeSettings({ keys: {} })}>
          {t('standard')}
        </button>
      </details>
    </>
  );
}

interface KeyButtonProps {
  readonly action: Action;
  /** The chosen key, or none. */
  readonly onChoose: (keys: string | undefined) => void;
}

/** The key of an action. A press of the button waits for another key. */
function KeyButton({ action, onChoose }: KeyButtonProps) {
  const t = useMessages(SHORTCUT_WORDS);
  const { keys } = useValue(settings);
  const [isWaiting, setWaiting] = useState(false);
  const words = keysOf(action, { singleKeys: 'on', keys }).map((one) => shortcutText(one));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isWaiting || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setWaiting(false);
      return;
    }
    const isNone = event.key === 'Backspace' && !event.ctrlKey && !event.metaKey;
    const chosen = keysOfPress(event.nativeEvent);
    if (!isNone && chosen === undefined) return;
    setWaiting(false);
    onChoose(isNone ? undefined : chosen);
  };
  return (
    <button
      type="button"
      className="button"
      aria-label={t('keyOf', { action: actionLabel(action), keys: words.length > 0 ? words.join(', ') : t('none') })}
      aria-pressed={isWaiting}
      onClick={() => setWaiting(true)}
      onBlur={() => setWaiting(false)}
      onKeyDown={onKeyDown}
    >
      {isWaiting ? t('press') : words.length > 0 ? <kbd translate="no">{words.join(', ')}</kbd> : t('none')}
    </button>
  );
}
