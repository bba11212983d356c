import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import type { ClaimNode, Counts } from '../../server/contract/explorer.ts';
import { ErrorBar } from '../page/ErrorBar.tsx';
import { useExplorer, useExplorerState } from '../page/explorer-context.ts';
import { overviewQuery } from '../page/queries.ts';
import { isContested } from '../state/view-counts.ts';
import { counted, numberText } from '../words/numbers.ts';
import { BalanceBar } from './BalanceBar.tsx';
import { PanelOutline } from './PanelOutline.tsx';

/** What there is in all, and the contested claims that are on the canvas: what the panel shows while nothing is selected. */
export function OverviewPanel() {
  const overview = useQuery(overviewQuery);
  const nodes = useExplorerState((state) => state.nodes);
  const claims = [...nodes.values()].filter((node): node is ClaimNode => node.type === 'claim').filter(isContested);
  if (overview.isPending) return <PanelOutline />;
  if (overview.error !== null && overview.data === undefined) {
    return <ErrorBar what="The overview could not be fetched." because={overview.error.message} onRetry={() => void overview.refetch()} />;
  }
  const counts = overview.data?.counts;
  return (
    <>
      <p className="panel-kind">Overview</p>
      <h2 className="panel-title">Who says what, and who denies it</h2>
      {counts !== undefined && <CountList counts={counts} />}
      {claims.length > 0 && (
        <section className="side">
          <h3 className="side-heading">Contested claims shown</h3>
          {claims.toSorted(byContention).map((claim) => <ClaimRow key={claim.id} claim={claim} />)}
        </section>
      )}
      {claims.length === 0 && nodes.size > 0 && <p className="muted">No claim shown here is both asserted and denied.</p>}
      {overview.data?.graph.truncated === true && counts !== undefined && (
        <p className="muted">The start view holds the most contested of {counted(counts.contested, 'contested claim')}. Search and expand for the rest.</p>
      )}
    </>
  );
}

function byContention(a: ClaimNode, b: ClaimNode): number {
  return Math.min(b.asserters, b.deniers) - Math.min(a.asserters, a.deniers) || b.statements - a.statements || (a.id < b.id ? -1 : 1);
}

function CountList({ counts }: { readonly counts: Counts }) {
  const rows = [
    [counts.claims, 'claims'], [counts.contested, 'contested'], [counts.actors, 'actors'],
    [counts.statements, 'statements'], [counts.documents, 'documents'],
  ] as const;
  return (
    <dl className="count-list">
      {rows.map(([count, words]) => <div key={words}><dt>{words}</dt><dd className="count">{numberText(count)}</dd></div>)}
    </dl>
  );
}

function ClaimRow({ claim }: { readonly claim: ClaimNode }) {
  const { commands } = useExplorer();
  return (
    <div className="claim-row">
      <Button className="claim-link" onPress={() => void commands.showNode(claim)}><span dir="auto">{claim.text}</span></Button>
      <BalanceBar asserters={claim.asserters} deniers={claim.deniers} />
    </div>
  );
}
