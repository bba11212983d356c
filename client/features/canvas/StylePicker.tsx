import { Palette } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { GraphNode } from '../../../server/contract/explorer.ts';
import {
  attributeProperty,
  scalesOf,
  STYLE_PROPERTIES,
  STYLE_TARGETS,
  withRule,
} from '../../graph/scene/style-rules.ts';
import type { StyleProperty, StyleScale, StyleTarget } from '../../graph/scene/style-rules.ts';
import { styledAttributes } from '../../graph/scene/styled-attributes.ts';
import { useExplorer, useExplorerState, useValue, useVisibleGraph } from '../../ui/explorer-context.ts';
import { ActionButton } from '../../ui/IconButton.tsx';
import { NARROW, useMedia } from '../../ui/use-media.ts';
import { ACTIONS } from '../../control/actions/action-list.ts';
import { openTool } from '../../control/open-tool.ts';
import { STYLE_WORDS } from '../../words/messages/styles.ts';
import { stylePropertyText } from '../../words/style-value-text.ts';
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
  const t = useMessages(STYLE_WORDS);
  const { store } = useExplorer();
  const by = useExplorerState((state) => state.styleRules.find((rule) => rule.target === target)?.by);
  const { nodes } = useVisibleGraph();
  const offered = useMemo(() => offeredFor(nodes.values(), target, by), [nodes, target, by]);
  const choose = (value: string) => {
    const chosen = offered.find((one) => one.by === value);
    store.step((state) => ({ ...state, styleRules: withRule(state.styleRules, target, chosen?.by, chosen?.scale) }));
  };
  return (
    <RadioGroup className="style-choice" value={by ?? NONE} onChange={choose}>
      <Label>{t(target)}</Label>
      <Radio className="style-option" value={NONE}>
        {t('none')}
      </Radio>
      {offered.map((property) => (
        <Radio key={property.by} className="style-option" value={property.by}>
          <bdi>{stylePropertyText(property.by)}</bdi>
        </Radio>
      ))}
    </RadioGroup>
  );
}

interface Offered {
  readonly by: StyleProperty;
  readonly scale: StyleScale | undefined;
}

/** The properties that fit a target, and the one in use, which the view may no longer have. */
function offeredFor(nodes: Iterable<GraphNode>, target: StyleTarget, inUse: StyleProperty | undefined): Offered[] {
  const own = STYLE_PROPERTIES.map((by): Offered => ({ by, scale: scalesOf(by, target)[0] }));
  const attributes = styledAttributes(nodes, target).map(({ key, scale }): Offered => ({
    by: attributeProperty(key),
    scale,
  }));
  const offered = [...own.filter(({ scale }) => scale !== undefined), ...attributes];
  if (inUse === undefined || offered.some(({ by }) => by === inUse)) return offered;
  return [...offered, { by: inUse, scale: scalesOf(inUse, target)[0] }];
}
