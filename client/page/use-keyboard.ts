import { useEffect } from 'react';
import { typeAheadBuffer } from '../base/type-ahead-buffer.ts';
import { actionOf } from '../control/shortcuts.ts';
import { useExplorer } from '../ui/explorer-context.ts';

/** Performs the actions of pressed shortcuts, except while the focus is in a dialog or a menu. */
export function useKeyboard(): void {
  const { actions } = useExplorer();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : undefined;
      if (target?.closest('[role="dialog"], [role="menu"]')) return;
      const isCharacter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      const isTyping = target?.closest('input, textarea, select, [contenteditable="true"]') != null;
      if (isCharacter && !isTyping && typeAheadBuffer.add(event.key)) {
        event.preventDefault();
        return;
      }
      const action = actionOf(event, { isTyping });
      if (action === undefined || !action.isEnabled(actions)) return;
      event.preventDefault();
      action.perform(actions);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
}
