import { useEffect } from 'react';
import { actionOf } from '../state/shortcuts.ts';
import { useExplorer } from './explorer-context.ts';

/** Performs the actions whose shortcuts are pressed, wherever the focus is but in a dialog or a menu. */
export function useKeyboard(): void {
  const { actions } = useExplorer();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : undefined;
      if (target?.closest('[role="dialog"], [role="menu"]')) return;
      const isTyping = target?.closest('input, textarea, select, [contenteditable="true"]') != null;
      const action = actionOf(event, { isTyping });
      if (action === undefined || !action.isEnabled(actions)) return;
      event.preventDefault();
      action.perform(actions);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
}
