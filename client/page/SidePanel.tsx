import { ArrowLeft, PanelRight, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { closePanel, leavePanel, openOverview } from '../state/explorer-state.ts';
import type { ExplorerState, Panel } from '../state/explorer-state.ts';
import { PANEL_WIDTH, rememberedPanelWidth, rememberPanelWidth } from '../state/preferences.ts';
import { messageText } from '../words/define-messages.ts';
import { PAGE } from '../words/messages/page.ts';
import { edgeText, nodeText } from '../words/names.ts';
import { useMessages } from '../words/use-messages.ts';
import { EdgePanel } from '../panels/EdgePanel.tsx';
import { NodePanel } from '../panels/NodePanel.tsx';
import { OverviewPanel } from '../panels/OverviewPanel.tsx';
import { PanelOutline } from '../panels/PanelOutline.tsx';
import { useExplorer, useExplorerState } from './explorer-context.ts';
import { IconButton } from './IconButton.tsx';
import { Splitter } from './Splitter.tsx';

const DocumentPanel = lazy(() => import('../panels/DocumentPanel.tsx').then(({ DocumentPanel: component }) => ({ default: component })));
const SHEET = { least: 15, standard: 50, most: 92 } as const;

/** The evidence beside the graph: a column whose width can be changed, or a sheet from below on narrow pages. */
export function SidePanel() {
  const t = useMessages(PAGE);
  const { store } = useExplorer();
  const panel = useExplorerState((state) => state.panel);
  const [width, setWidth] = useState(rememberedPanelWidth);
  const [sheet, setSheet] = useState<number>(SHEET.standard);
  const keepWidth = (next: number) => {
    setWidth(next);
    rememberPanelWidth(next);
  };
  if (panel === undefined) return <ReopenButton />;
  return (
    <aside className="panel" aria-label={t('details')} style={{ '--panel-width': `${width}px`, '--sheet-height': `${sheet}dvh` } as React.CSSProperties}>
      <Splitter axis="x" label={t('panelWidth')} className="panel-splitter" value={width} limits={PANEL_WIDTH} onChange={keepWidth} />
      <Splitter axis="y" label={t('panelHeight')} className="sheet-handle" value={sheet} limits={SHEET} onChange={setSheet} />
      <div className="panel-top">
        {panel.kind === 'document' && panel.from !== undefined && <BackButton />}
        <IconButton label={t('closePanel')} keys="Escape" className="panel-close" onPress={() => store.step(closePanel)}><X /></IconButton>
      </div>
      <div className="panel-body" key={'id' in panel ? `${panel.kind} ${panel.id}` : panel.kind} tabIndex={-1}>
        <PanelContent panel={panel} />
      </div>
    </aside>
  );
}

function PanelContent({ panel }: { readonly panel: Panel }) {
  switch (panel.kind) {
    case 'overview':
      return <OverviewPanel />;
    case 'node':
      return <NodePanel id={panel.id} />;
    case 'edge':
      return <EdgePanel id={panel.id} />;
    case 'document':
      return <Suspense fallback={<PanelOutline />}><DocumentPanel id={panel.id} statement={panel.statement} /></Suspense>;
    default:
      return null;
  }
}

function ReopenButton() {
  const t = useMessages(PAGE);
  const { store } = useExplorer();
  return (
    <div className="panel-reopen">
      <IconButton label={t('openPanel')} side="left" onPress={() => store.step(openOverview)}><PanelRight /></IconButton>
    </div>
  );
}

function BackButton() {
  const t = useMessages(PAGE);
  const { store } = useExplorer();
  const words = useExplorerState(backWords);
  return (
    <IconButton label={t('backTo', { place: words })} className="panel-back" onPress={() => store.step(leavePanel)}>
      <ArrowLeft /><bdi>{words}</bdi>
    </IconButton>
  );
}

function backWords(state: ExplorerState): string {
  const from = state.panel?.kind === 'document' ? state.panel.from : undefined;
  if (from === undefined || from.kind === 'overview') return messageText(PAGE, 'theOverview');
  if (!('id' in from)) return messageText(PAGE, 'thePanel');
  const node = state.nodes.get(from.id);
  if (node !== undefined) return nodeText(node);
  const edge = state.edges.get(from.id);
  return edge === undefined ? messageText(PAGE, 'thePanel') : edgeText(edge, state.nodes);
}
