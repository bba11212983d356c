import { Palette } from 'lucide-react';
import { useRef } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { scalesOf, STYLE_PROPERTIES, STYLE_TARGETS, withRule } from '../../graph/scene/style-rules.ts';
import type { StyleTarget } from '../../graph/scene/style-rules.ts';
import { useExplorer, useExplorerState, useValue } from '../../ui/explorer-context.ts';
import { ActionButton } from '../../ui/IconButton.tsx';
import { NARROW, useMedia } from '../../ui/use-media.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';
import { openTool } from '../../control/open-tool.ts';
import { STYLE_PROPERTY_WORDS, STYLE_WORDS } from '../../words/messages/styles.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { actionLabel } from '../../words/action-label.ts';

const NONE = 'none';

/** The button in the controls of the canvas that opens the style rules. */
export function StylePicker() {
  const t = useMessages(STYLE_WORDS);
  const isNarrow = useMedia(NARROW);
  const anchor = useRef<HTMLSpanElement>(null);
  const isOpen = useValue(openTool) === 'styles';
  return (
    <span ref={anchor} className="tool-anchor">
      <ActionButton action={ACTIONS.styles} side="left">
        <Palette />
      </ActionButton>
      <Popover
        className="menu style-popover"
        triggerRef={anchor}
        isOpen={isOpen}
        onOpenChange={(opens) => !opens && openTool.set(undefined)}
        placement={isNarrow ? 'top end' : 'left bottom'}
      >
        <Dialog className="style-rules" aria-label={actionLabel(ACTIONS.styles)}>
          {STYLE_TARGETS.map((target) => (
            <TargetRules key={target} target={target} />
          ))}
          <p className="muted">{t('note')}</p>
        </Dialog>
      </Popover>
    </span>
  );
}

function TargetRules({ target }: { readonly target: StyleTarget }) {
  const [t, properties] = [useMessages(STYLE_WORDS), useMessages(STYLE_PROPERTY_WORDS)];
  const { store } = useExplorer();
  const by = useExplorerState((state) => state.styleRules.find((rule) => rule.target === target)?.by);
  const offered = STYLE_PROPERTIES.filter((property) => scalesOf(property, target).length > 0);
  const choose = (value: string) =>
    store.step((state) => ({
      ...state,
      styleRules: withRule(
        state.styleRules,
        target,
        offered.find((property) => property === value),
      ),
    }));
  return (
    <RadioGroup className="style-choice" value={by ?? NONE} onChange={choose}>
      <Label>{t(target)}</Label>
      <Radio className="style-option" value={NONE}>
        {t('none')}
      </Radio>
      {offered.map((property) => (
        <Radio key={property} className="style-option" value={property}>
          {properties(property)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
