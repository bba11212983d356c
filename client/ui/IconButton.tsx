import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { Action } from '../control/actions/action-list.ts';
import { actionLabel } from '../words/action-label.ts';
import { useLanguage } from './use-messages.ts';
import { keysText } from '../control/shortcuts.ts';
import { useKeys } from './use-keys.ts';
import { useExplorer, useIsEnabled } from './explorer-context.ts';

/** Whether this is a Mac, or a phone or tablet of the same maker. */
export const IS_MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
type Side = 'bottom' | 'left' | 'right' | 'top';

interface IconButtonProps {
  readonly label: string;
  readonly keys?: string | undefined;
  readonly side?: Side;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
  readonly className?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button with an icon only: its name is the accessible label, and with the shortcut the tooltip. */
export function IconButton({
  label,
  keys,
  side = 'bottom',
  isDisabled = false,
  isPressed,
  className = '',
  onPress,
  children,
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <Button
        className={`icon-button ${className}`}
        aria-label={label}
        isDisabled={isDisabled}
        onPress={onPress}
        {...(isPressed === undefined ? {} : { 'aria-current': isPressed ? ('page' as const) : ('false' as const) })}
      >
        {children}
      </Button>
      <Tooltip className="tooltip" placement={side} offset={6}>
        {label}
        {keys !== undefined && <kbd translate="no">{keysText(keys, IS_MAC)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** The button of an action, disabled while the action is. */
export function ActionButton({
  action,
  label,
  side = 'bottom',
  children,
}: {
  readonly action: Action;
  readonly label?: string;
  readonly side?: Side;
  readonly children: ReactNode;
}) {
  const { actions } = useExplorer();
  const isEnabled = useIsEnabled(action);
  const keysFor = useKeys();
  useLanguage();
  return (
    <IconButton
      className={`is-${action.id}`}
      label={label ?? actionLabel(action)}
      keys={keysFor(action)[0]}
      side={side}
      isDisabled={!isEnabled}
      onPress={() => action.perform(actions)}
    >
      {children}
    </IconButton>
  );
}

/** The text of a shortcut on this platform. */
export function shortcutText(keys: string): string {
  return keysText(keys, IS_MAC);
}
