import { useKeys } from '../../ui/use-keys.ts';
import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton, shortcutText } from '../../ui/IconButton.tsx';
import { useExplorer } from '../../ui/explorer-context.ts';
import { ACTION_LIST, ACTIONS } from '../../control/actions/action-list.ts';
import type { Action } from '../../control/action.ts';
import { actionLabel } from '../../words/action-label.ts';
import { ACTION_GROUPS } from '../../words/messages/actions.ts';
import { COMMON } from '../../words/messages/common.ts';
import { HELP } from '../../words/messages/help.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** Gestures on the graph, each with its effect: words of its own, or the action that it performs. */
const GESTURES = [
  ['click', 'clickEffect'],
  ['addClick', 'addClickEffect'],
  ['doubleClick', ACTIONS.expand],
  ['menu', ACTIONS.menu],
  ['drag', 'dragEffect'],
  ['lasso', 'lassoEffect'],
  ['pan', 'panEffect'],
  ['list', 'listEffect'],
] as const;

/** The shortcuts and gestures. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const keysFor = useKeys();
  const [t, common, groupWords] = [useMessages(HELP), useMessages(COMMON), useMessages(ACTION_GROUPS)];
  const { actions } = useExplorer();
  const goOn = (action: Action) => {
    onClose();
    action.perform(actions);
  };
  const groups = [...new Set(ACTION_LIST.map(({ group }) => group))];
  return (
    <ModalOverlay className="dialog-veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog">
        <Dialog>
          <div className="dialog-top">
            <Heading slot="title">{actionLabel(ACTIONS.help)}</Heading>
            <IconButton label={common('close')} keys="Escape" onPress={onClose}>
              <X />
            </IconButton>
          </div>
          <div className="help-columns">
            {groups.map((group) => (
              <section key={group}>
                <h3 className="side-heading">{groupWords(group)}</h3>
                <dl>
                  {ACTION_LIST.filter((action) => action.group === group && keysFor(action).length > 0).map(
                    (action) => (
                      <div key={action.id}>
                        <dt>{actionLabel(action)}</dt>
                        <dd>
                          {keysFor(action).map((one) => (
                            <kbd translate="no" key={one}>
                              {shortcutText(one)}
                            </kbd>
                          ))}
                        </dd>
                      </div>
                    ),
                  )}
                </dl>
              </section>
            ))}
            <section>
              <h3 className="side-heading">{t('graph')}</h3>
              <dl>
                {GESTURES.map(([gesture, effect]) => (
                  <div key={gesture}>
                    <dt>{t(gesture)}</dt>
                    <dd>{typeof effect === 'string' ? t(effect) : actionLabel(effect)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          </div>
          <div className="help-foot">
            {[ACTIONS.palette, ACTIONS.tour, ACTIONS.settings].map((action) => (
              <Button
                key={action.id}
                className="button"
                isDisabled={!action.isEnabled(actions)}
                onPress={() => goOn(action)}
              >
                {actionLabel(action)}
              </Button>
            ))}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
