import { PanelRight, X } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { ACTIONS } from '../control/actions/action-list.ts';
import { closePanel } from '../state/reducers.ts';
import type { Panel } from '../state/explorer-state.ts';
import { PANEL_WIDTH, rememberedPanelWidth, rememberPanelWidth } from '../state/preferences.ts';
import { PAGE } from '../words/messages/page.ts';
import { useMessages } from '../ui/use-messages.ts';
import { OverviewPanel } from '../features/panels/OverviewPanel.tsx';
import { PanelOutline } from '../ui/PanelOutline.tsx';
import { useExplorer, useExplorerState, useValue } from '../ui/explorer-context.ts';
import { ActionButton, IconButton } from '../ui/IconButton.tsx';
import { PanelTrail } from './PanelTrail.tsx';
import { Splitter } from './Splitter.tsx';
import { useCover } from '../ui/use-cover.ts';
import { lazyPart } from '../ui/lazy-part.tsx';

const loadNodePanel = () => import('../features/panels/NodePanel.tsx').then(({ NodePanel: component }) => component);
const loadEdgePanel = () => import('../features/panels/EdgePanel.tsx').then(({ EdgePanel: component }) => component);
const NodePanel = lazyPart(loadNodePanel);
const EdgePanel = lazyPart(loadEdgePanel);
const DocumentPanel = lazyPart(() =>
  import('../features/panels/DocumentPanel.tsx').then(({ DocumentPanel: component }) => component),
);
const SelectionPanel = lazyPart(() =>
  import('../features/panels/SelectionPanel.tsx').then(({ SelectionPanel: component }) => component),
);
const HistoryPanel = lazyPart(() =>
  import('../features/panels/HistoryPanel.tsx').then(({ HistoryPanel: component }) => component),
);
const PathsPanel = lazyPart(() =>
  import('../features/paths/PathsPanel.tsx').then(({ PathsPanel: component }) => component),
);
const SHEET = { min: 15, standard: 50, max: 92 } as const;

/** The evidence beside the graph: a resizable column, or a bottom sheet on narrow pages. */
export function SidePanel() {
  const t = useMessages(PAGE);
  const { store } = useExplorer();
  const panel = useExplorerState((state) => state.panel);
  usePanelsOnceDrawn();
  const cover = useCover('panel');
  const [width, setWidth] = useState(rememberedPanelWidth);
  const [sheet, setSheet] = useState<number>(SHEET.standard);
  const keepWidth = (next: number) => {
    setWidth(next);
    rememberPanelWidth(next);
  };
  if (panel === undefined) return <ReopenButton />;
  return (
    <aside
      ref={cover}
      className="panel"
      aria-label={t('details')}
      style={{ '--panel-width': `${width}px`, '--sheet-height': `${sheet}dvh` } as React.CSSProperties}
    >
      <Splitter
        axis="x"
        label={t('panelWidth')}
        className="panel-splitter"
        value={width}
        limits={PANEL_WIDTH}
        onChange={keepWidth}
      />
      <Splitter
        axis="y"
        label={t('panelHeight')}
        className="sheet-handle"
        value={sheet}
        limits={SHEET}
        onChange={setSheet}
      />
      <div className="panel-top">
        <PanelTrail />
        <IconButton
          label={t('closePanel')}
          keys="Escape"
          className="panel-close"
          onPress={() => store.step(closePanel)}
        >
          <X />
        </IconButton>
      </div>
      <div className="panel-body" key={'id' in panel ? `${panel.kind} ${panel.id}` : panel.kind} tabIndex={-1}>
        <PanelContent panel={panel} />
      </div>
    </aside>
  );
}

/** Preloads the panels of the first click after the first drawing, which does not need them. */
function usePanelsOnceDrawn(): void {
  const isDrawn = useValue(useExplorer().graph) !== undefined;
  useEffect(() => {
    if (!isDrawn) return;
    // A failure here is ignored: opening the panel reports it.
    for (const load of [loadNodePanel, loadEdgePanel]) load().catch(() => undefined);
  }, [isDrawn]);
}

function PanelContent({ panel }: { readonly panel: Panel }) {
  switch (panel.kind) {
    case 'overview':
      return <OverviewPanel />;
    case 'node':
      return (
        <Suspense fallback={<PanelOutline />}>
          <NodePanel id={panel.id} />
        </Suspense>
      );
    case 'edge':
      return (
        <Suspense fallback={<PanelOutline />}>
          <EdgePanel id={panel.id} />
        </Suspense>
      );
    case 'document':
      return (
        <Suspense fallback={<PanelOutline />}>
          <DocumentPanel id={panel.id} statement={panel.statement} />
        </Suspense>
      );
    case 'selection':
      return (
        <Suspense fallback={<PanelOutline />}>
          <SelectionPanel />
        </Suspense>
      );
    case 'history':
      return (
        <Suspense fallback={<PanelOutline />}>
          <HistoryPanel actor={panel.actor} claim={panel.claim} />
        </Suspense>
      );
    case 'paths':
      return (
        <Suspense fallback={<PanelOutline />}>
          <PathsPanel panel={panel} />
        </Suspense>
      );
    default:
      return null;
  }
}

function ReopenButton() {
  return (
    <div className="panel-reopen">
      <ActionButton action={ACTIONS.openPanel} side="left">
        <PanelRight />
      </ActionButton>
    </div>
  );
}
