import { useKeys } from '../ui/use-keys.ts';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { ACTIONS } from '../control/actions/action-list.ts';
import type { ExplorerState, Panel } from '../state/explorer-state.ts';
import { messageText } from '../words/define-messages.ts';
import { PAGE } from '../words/messages/page.ts';
import { edgeText, nodeText } from '../words/names.ts';
import { useMessages } from '../ui/use-messages.ts';
import { useExplorer, useExplorerState } from '../ui/explorer-context.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** The panel's own back and forward, with the title of the previous panel. */
export function PanelTrail() {
  const keysFor = useKeys();
  const t = useMessages(PAGE);
  const { actions } = useExplorer();
  const back = useExplorerState((state) => placeOf(state, state.panelBack.at(-1)));
  const forward = useExplorerState((state) => placeOf(state, state.panelForward.at(-1)));
  if (back === undefined && forward === undefined) return null;
  return (
    <>
      <IconButton
        label={t('backTo', { place: back ?? t('thePanel') })}
        keys={keysFor(ACTIONS.panelBack)[0]}
        className="panel-back"
        isDisabled={back === undefined}
        onPress={() => ACTIONS.panelBack.perform(actions)}
      >
        <ArrowLeft />
        {back !== undefined && <bdi>{back}</bdi>}
      </IconButton>
      {forward !== undefined && (
        <IconButton
          label={t('forwardTo', { place: forward })}
          keys={keysFor(ACTIONS.panelForward)[0]}
          className="panel-forward"
          onPress={() => ACTIONS.panelForward.perform(actions)}
        >
          <ArrowRight />
        </IconButton>
      )}
    </>
  );
}

const PLACES = {
  overview: 'theOverview',
  document: 'theDocument',
  selection: 'theSelection',
  history: 'theHistory',
  paths: 'thePaths',
} as const;

/** The title of a panel. */
function placeOf({ nodes, edges }: ExplorerState, panel: Panel | undefined): string | undefined {
  if (panel === undefined) return undefined;
  if (panel.kind !== 'node' && panel.kind !== 'edge') return messageText(PAGE, PLACES[panel.kind]);
  const node = nodes.get(panel.id);
  if (node !== undefined) return nodeText(node);
  const edge = edges.get(panel.id);
  return edge === undefined ? messageText(PAGE, 'thePanel') : edgeText(edge, nodes);
}
