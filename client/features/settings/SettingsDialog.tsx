import { X } from 'lucide-react';
import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useExplorer, useExplorerState, useValue } from '../../ui/explorer-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { THEMES } from '../../state/explorer-state.ts';
import { chooseTheme } from '../../state/reducers.ts';
import {
  changeSettings,
  LABEL_CHOICES,
  LANGUAGE_CHOICES,
  MOTION_CHOICES,
  settings,
  TYPE_CHOICES,
} from '../../state/settings.ts';
import { COMMON } from '../../words/messages/common.ts';
import {
  LABEL_WORDS,
  LANGUAGE_WORDS,
  MOTION_WORDS,
  SETTINGS,
  THEME_WORDS,
  TYPE_WORDS,
} from '../../words/messages/settings.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { Choice } from './Choice.tsx';
import { ShortcutSettings } from './ShortcutSettings.tsx';
import { actionLabel } from '../../words/action-label.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';

/** The settings of this browser. Each change applies at once. */
export function SettingsDialog({ onClose, onTour }: { readonly onClose: () => void; readonly onTour: () => void }) {
  const [t, common] = [useMessages(SETTINGS), useMessages(COMMON)];
  return (
    <ModalOverlay className="dialog-veil" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog settings">
        <Dialog>
          <div className="dialog-top">
            <Heading slot="title">{actionLabel(ACTIONS.settings)}</Heading>
            <IconButton label={common('close')} keys="Escape" onPress={onClose}>
              <X />
            </IconButton>
          </div>
          <Choices />
          <div className="settings-foot">
            <p className="muted">{t('remembered')}</p>
            <Button className="button" onPress={onTour}>
              {actionLabel(ACTIONS.tour)}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choices() {
  const { store, graph } = useExplorer();
  const theme = useExplorerState((state) => state.theme);
  const { language, type, motion, labels } = useValue(settings);
  const t = useMessages(SETTINGS);
  const [languages, themes, types] = [useMessages(LANGUAGE_WORDS), useMessages(THEME_WORDS), useMessages(TYPE_WORDS)];
  const [motions, names] = [useMessages(MOTION_WORDS), useMessages(LABEL_WORDS)];
  const typeEffect = useId();
  const chooseType = (next: typeof type) => {
    changeSettings({ type: next });
    // The canvas has another size now: a graph that was shown completely must be so again.
    graph.value()?.fit();
  };
  return (
    <div className="settings-choices">
      <Choice
        label={t('language')}
        options={LANGUAGE_CHOICES}
        value={language}
        words={languages}
        langs={{ en: 'en', de: 'de' }}
        onChange={(next) => changeSettings({ language: next })}
      />
      <Choice
        label={t('theme')}
        options={THEMES}
        value={theme}
        words={themes}
        onChange={(next) => store.patch((state) => chooseTheme(state, next))}
      />
      <Choice
        label={t('type')}
        options={TYPE_CHOICES}
        value={type}
        words={types}
        describedBy={typeEffect}
        onChange={chooseType}
      />
      <p id={typeEffect} className="muted settings-effect">
        {t('typeEffect')}
      </p>
      <Choice
        label={t('motion')}
        options={MOTION_CHOICES}
        value={motion}
        words={motions}
        onChange={(next) => changeSettings({ motion: next })}
      />
      <Choice
        label={t('labels')}
        options={LABEL_CHOICES}
        value={labels}
        words={names}
        onChange={(next) => changeSettings({ labels: next })}
      />
      <ShortcutSettings />
    </div>
  );
}
