import { Maximize, Minus, Plus, RotateCcw } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { ACTIONS } from '../../control/actions/action-list.ts';
import { restore } from '../../state/hiding.ts';
import { CANVAS } from '../../words/messages/canvas.ts';
import { COMMON } from '../../words/messages/common.ts';
import { useLanguage, useMessages } from '../../ui/use-messages.ts';
import { useExplorer, useValue, useVisibleGraph } from '../../ui/explorer-context.ts';
import { ActionButton } from '../../ui/IconButton.tsx';
import { useCover } from '../../ui/use-cover.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { actionLabel } from '../../words/action-label.ts';
import { wordMessage } from '../../words/define-messages.ts';

const LayoutPicker = lazyPart(() => import('./LayoutPicker.tsx').then(({ LayoutPicker: component }) => component));
const StylePicker = lazyPart(() => import('./StylePicker.tsx').then(({ StylePicker: component }) => component));
const LayoutProgress = lazyPart(() =>
  import('./LayoutProgress.tsx').then(({ LayoutProgress: component }) => component),
);

const OUTCOME_MS = 6_000;

/** Zoom, fit and reset, and the counts of what is visible. */
export function ViewControls() {
  const [t, common] = [useMessages(CANVAS), useMessages(COMMON)];
  const [countsCover, controlsCover] = [useCover('counts'), useCover('controls')];
  const { nodes, edges, hiddenNodes, filteredNodes } = useVisibleGraph();
  return (
    <div className="view-corner">
      <div ref={countsCover} className="view-counts">
        <Suspense>
          <LayoutProgress />
        </Suspense>
        <Outcome />
        {filteredNodes > 0 && (
          <span className="count">{t('filteredOut', { nodes: common('nodes', { count: filteredNodes }) })}</span>
        )}
        {hiddenNodes > 0 && <HiddenCount hidden={hiddenNodes} />}
        {nodes.size > 0 && (
          <span className="count">
            {t('counts', {
              nodes: common('nodes', { count: nodes.size }),
              edges: common('edges', { count: edges.size }),
            })}
          </span>
        )}
      </div>
      <div
        ref={controlsCover}
        className="view-controls"
        role="toolbar"
        aria-label={t('camera')}
        aria-orientation="vertical"
      >
        <ActionButton action={ACTIONS.zoomIn} side="left">
          <Plus />
        </ActionButton>
        <ActionButton action={ACTIONS.zoomOut} side="left">
          <Minus />
        </ActionButton>
        <ActionButton action={ACTIONS.fit} side="left">
          <Maximize />
        </ActionButton>
        <ActionButton action={ACTIONS.reset} side="left">
          <RotateCcw />
        </ActionButton>
        <Suspense fallback={<span className="icon-button" />}>
          <LayoutPicker />
        </Suspense>
        <Suspense fallback={<span className="icon-button" />}>
          <StylePicker />
        </Suspense>
      </div>
    </div>
  );
}

/** The number of hidden nodes; a click restores them. */
function HiddenCount({ hidden }: { readonly hidden: number }) {
  const [t, common] = [useMessages(CANVAS), useMessages(COMMON)];
  const { store } = useExplorer();
  return (
    <span className="count">
      {t.rich('hidden', {
        nodes: common('nodes', { count: hidden }),
        restore: (
          <Button className="link" onPress={() => store.step((state) => restore(state))}>
            {actionLabel(ACTIONS.restore)}
          </Button>
        ),
      })}
    </span>
  );
}

/** The result of the last expansion, shown for a limited time. */
function Outcome() {
  const { notices } = useExplorer();
  const outcome = useValue(notices.outcome);
  useLanguage();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => notices.outcome.set(undefined), OUTCOME_MS);
    return () => clearTimeout(timer);
  }, [outcome, notices]);
  return outcome === undefined ? null : (
    <span className="view-outcome" dir="auto">
      {wordMessage(outcome)}
    </span>
  );
}
