import { X } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import { useExplorer, useExplorerState } from '../../ui/explorer-context.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { select } from '../../state/reducers.ts';
import { RowActions } from '../../ui/RowActions.tsx';
import { COMMON } from '../../words/messages/common.ts';
import { DETAILS } from '../../words/messages/details.ts';
import { edgeText, nodeSummary, nodeText } from '../../words/names.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { InCommon } from './InCommon.tsx';

/** Beyond this number, selected items are only counted. */
const LISTED = 30;

/** The selection: its counts, its actions, and what it has in common. */
export function SelectionPanel() {
  const [t, common] = [useMessages(DETAILS), useMessages(COMMON)];
  const selection = useExplorerState((state) => state.selection);
  const nodes = useExplorerState((state) => state.nodes);
  const edges = useExplorerState((state) => state.edges);
  const chosen = [...selection].flatMap((id) => nodes.get(id) ?? []);
  const chosenEdges = [...selection].flatMap((id) => edges.get(id) ?? []);
  const actors = chosen.filter((node) => node.type === 'actor');
  const claims = chosen.filter((node) => node.type === 'claim');
  const counts = [
    actors.length > 0 && common('actors', { count: actors.length }),
    claims.length > 0 && common('claims', { count: claims.length }),
    chosenEdges.length > 0 && common('edges', { count: chosenEdges.length }),
  ].filter((words) => words !== false);
  if (counts.length === 0) return <p className="muted">{t('nothingSelected')}</p>;
  return (
    <>
      <p className="panel-kind">{t('selection')}</p>
      <h2 className="panel-title">{counts.join(', ')}</h2>
      <RowActions />
      <SelectedEdges edges={chosenEdges} />
      {actors.length > 1 && <InCommon chosen={actors} />}
      {claims.length > 1 && <InCommon chosen={claims} />}
      <Chosen nodes={chosen} edges={chosenEdges} />
    </>
  );
}

function SelectedEdges({ edges }: { readonly edges: readonly GraphEdge[] }) {
  const [t, common] = [useMessages(DETAILS), useMessages(COMMON)];
  const positions = edges.filter((edge) => edge.type === 'position');
  if (positions.length === 0) return null;
  const of = (stance: 'asserts' | 'denies') => positions.filter((edge) => edge.stance === stance).length;
  return (
    <p className="actor-counts">
      {of('asserts') > 0 && <span className="asserts">{t('assertsEdges', { count: of('asserts') })}</span>}
      {of('denies') > 0 && <span className="denies">{t('deniesEdges', { count: of('denies') })}</span>}
      <span className="muted">
        {common('statements', { count: positions.reduce((sum, { statements }) => sum + statements, 0) })}
      </span>
    </p>
  );
}

function Chosen({ nodes, edges }: { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] }) {
  const t = useMessages(DETAILS);
  const { store } = useExplorer();
  const all = useExplorerState((state) => state.nodes);
  const rows = [
    ...nodes.map((node) => ({ id: node.id, text: nodeText(node), more: nodeSummary(node) })),
    ...edges.map((edge) => ({ id: edge.id, text: edgeText(edge, all), more: '' })),
  ];
  return (
    <section className="side">
      <h3 className="side-heading">{t('selected')}</h3>
      <ul className="chosen-list">
        {rows.slice(0, LISTED).map(({ id, text, more }) => (
          <li key={id}>
            <div>
              <Link className="link is-plain" onPress={() => store.step((state) => select(state, [id], 'replace'))}>
                <bdi>{text}</bdi>
              </Link>
              <span className="muted">{more}</span>
            </div>
            <IconButton
              label={t('removeSelected', { what: text })}
              onPress={() => store.step((state) => select(state, [id], 'toggle'))}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
      {rows.length > LISTED && <p className="muted">{t('moreSelected', { count: rows.length - LISTED })}</p>}
    </section>
  );
}
