import { X } from 'lucide-react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton, shortcutText } from '../page/IconButton.tsx';
import { ACTION_LIST } from '../state/actions.ts';

const GESTURES = [
  ['Click', 'select, and open its panel'],
  ['Ctrl or Cmd and click', 'add to the selection'],
  ['Double click', 'show neighbours'],
  ['Right click, Shift+F10', 'open the menu'],
  ['Drag a node', 'move it'],
  ['Drag the background, wheel', 'pan, zoom'],
  ['Tab to the graph’s list, arrow keys, Enter', 'the same by keyboard'],
] as const;

/** What can be done by which keys and gestures. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const groups = [...new Set(ACTION_LIST.map(({ group }) => group))];
  return (
    <ModalOverlay className="dialog-veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog">
        <Dialog>
          <div className="dialog-top">
            <Heading slot="title">Shortcuts</Heading>
            <IconButton label="Close" keys="Escape" onPress={onClose}><X /></IconButton>
          </div>
          <div className="help-columns">
            {groups.map((group) => (
              <section key={group}>
                <h3 className="side-heading">{group}</h3>
                <dl>
                  {ACTION_LIST.filter((action) => action.group === group).map(({ id, label, keys }) => (
                    <div key={id}><dt>{label}</dt><dd>{keys.map((one) => <kbd key={one}>{shortcutText(one)}</kbd>)}</dd></div>
                  ))}
                </dl>
              </section>
            ))}
            <section>
              <h3 className="side-heading">Graph</h3>
              <dl>{GESTURES.map(([gesture, effect]) => <div key={gesture}><dt>{gesture}</dt><dd>{effect}</dd></div>)}</dl>
            </section>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
