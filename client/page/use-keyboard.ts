import { useEffect } from 'react';
import { typeAheadBuffer } from '../base/type-ahead-buffer.ts';
import { actionOf, keyMatches, pressOf } from '../control/shortcuts.ts';
import { settings } from '../state/settings.ts';
import { IS_MAC } from '../ui/IconButton.tsx';
import { useExplorer } from '../ui/explorer-context.ts';

/** Performs the actions of pressed shortcuts, except while the focus is in a dialog or a menu. */
export function useKeyboard(): void {
  const { actions } = useExplorer();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : undefined;
      const press = pressOf(event, IS_MAC);
      // Everywhere: the browser would save the page as a file.
      if (keyMatches(press, 'Mod+S')) event.preventDefault();
      if (target?.closest('[role="dialog"], [role="menu"]')) return;
      const isCharacter = press.key.length === 1 && !press.ctrlKey && !press.metaKey && !press.altKey;
      const isTyping = target?.closest('input, textarea, select, [contenteditable="true"]') != null;
      if (isCharacter && !isTyping && typeAheadBuffer.add(press.key)) {
        event.preventDefault();
        return;
      }
      const action = actionOf(press, { isTyping, settings: settings.value() });
      if (action === undefined || !action.isEnabled(actions)) return;
      event.preventDefault();
      action.perform(actions);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
}
