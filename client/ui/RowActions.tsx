import {
  Crosshair,
  Ellipsis,
  Eye,
  EyeOff,
  Network,
  Pin,
  ScanEye,
  Spline,
  SquareDashedMousePointer,
} from 'lucide-react';
import { useRef } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useExplorer, useExplorerState } from './explorer-context.ts';
import { ActionButton, IconButton } from './IconButton.tsx';
import { ACTIONS } from '../control/actions/action-list.ts';
import { TABLE } from '../words/messages/table.ts';
import { useMessages } from './use-messages.ts';

/** The actions above the table; all others are in the menu of a row. */
const SHOWN = [
  [ACTIONS.expand, Network],
  [ACTIONS.pin, Pin],
  [ACTIONS.reveal, Crosshair],
  [ACTIONS.hide, EyeOff],
  [ACTIONS.keepOnly, ScanEye],
  [ACTIONS.restore, Eye],
  [ACTIONS.selectNeighbours, Spline],
  [ACTIONS.invert, SquareDashedMousePointer],
] as const;

/** Buttons for the selected rows: the same actions as on the canvas. */
export function RowActions() {
  const t = useMessages(TABLE);
  const { menu, store } = useExplorer();
  const selection = useExplorerState((state) => state.selection);
  const bar = useRef<HTMLDivElement>(null);
  const openMenu = () => {
    const [id] = selection;
    const box = bar.current?.getBoundingClientRect();
    if (id === undefined || box === undefined) return;
    menu.set({ kind: store.state().nodes.has(id) ? 'node' : 'edge', id, at: { x: box.left, y: box.bottom } });
  };
  return (
    <Toolbar
      ref={bar}
      className={selection.size === 0 ? 'table-actions is-idle' : 'table-actions'}
      aria-label={t('rowActions')}
    >
      <span className="count">{selection.size > 0 && t('selectedRows', { count: selection.size })}</span>
      {SHOWN.map(([action, Icon]) => (
        <ActionButton key={action.id} action={action}>
          <Icon />
        </ActionButton>
      ))}
      <IconButton label={t('menu')} keys="Shift+F10" isDisabled={selection.size === 0} onPress={openMenu}>
        <Ellipsis />
      </IconButton>
    </Toolbar>
  );
}
