import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-aria-components/Link';
import type { ClaimNode, Counts, GraphNode } from '../../server/contract/explorer.ts';
import { useExplorer, useExplorerState } from '../page/explorer-context.ts';
import { overviewQuery } from '../page/queries.ts';
import { isContested } from '../state/view-counts.ts';
import { counted, numberText } from '../words/numbers.ts';
import { BalanceBar } from './BalanceBar.tsx';
import { PanelOutline } from './PanelOutline.tsx';

/** How many uncontested claims the overview lists. */
const OTHER_CLAIMS = 8;

/** What there is in all, and the claims that are on the canvas: what the panel shows while nothing is selected. */
export function OverviewPanel() {
  const overview = useQuery(overviewQuery);
  const nodes = useExplorerState((state) => state.nodes);
  if (overview.isPending) return <PanelOutline />;
  const counts = overview.data?.counts;
  const isEmpty = counts !== undefined && counts.claims === 0 && nodes.size === 0;
  return (
    <>
      <p className="panel-kind">Overview</p>
      <h2 className="panel-title">Who says what, and who denies it</h2>
      {counts === undefined && <p className="muted">The counts are not available now.</p>}
      {isEmpty && <p className="muted">Once something is loaded, its counts and its contested claims stand here.</p>}
      {counts !== undefined && !isEmpty && <CountList counts={counts} />}
      <ShownClaims nodes={nodes} />
      {overview.data?.graph.truncated === true && counts !== undefined && (
        <p className="muted">The start view holds the most contested of {counted(counts.contested, 'contested claim')}. Search and expand for the rest.</p>
      )}
    </>
  );
}

function ShownClaims({ nodes }: { readonly nodes: ReadonlyMap<string, GraphNode> }) {
  const claims = [...nodes.values()].filter((node) => node.type === 'claim');
  const contested = claims.filter(isContested).toSorted(byContention);
  const others = claims.filter((claim) => !isContested(claim)).toSorted((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1));
  if (claims.length === 0) return null;
  return (
    <>
      <section className="side">
        <h3 className="side-heading">Contested claims shown</h3>
        {contested.map((claim) => <ClaimRow key={claim.id} claim={claim} />)}
        {contested.length === 0 && <p className="muted">No claim shown here is both asserted and denied.</p>}
      </section>
      {others.length > 0 && (
        <section className="side">
          <h3 className="side-heading">Other claims shown</h3>
          {others.slice(0, OTHER_CLAIMS).map((claim) => <ClaimRow key={claim.id} claim={claim} />)}
          {others.length > OTHER_CLAIMS && <p className="muted">{OTHER_CLAIMS} of {numberText(others.length)} listed; the others are on the canvas.</p>}
        </section>
      )}
    </>
  );
}

function byContention(a: ClaimNode, b: ClaimNode): number {
  return Math.min(b.asserters, b.deniers) - Math.min(a.asserters, a.deniers) || b.statements - a.statements || (a.id < b.id ? -1 : 1);
}

function CountList({ counts }: { readonly counts: Counts }) {
  const rows = [
    [counts.claims, 'claim'], [counts.contested, 'contested'], [counts.actors, 'actor'],
    [counts.statements, 'statement'], [counts.documents, 'document'],
  ] as const;
  return (
    <dl className="count-list">
      {rows.map(([count, words]) => <div key={words}><dt>{words === 'contested' || count === 1 ? words : `${words}s`}</dt><dd>{numberText(count)}</dd></div>)}
    </dl>
  );
}

function ClaimRow({ claim }: { readonly claim: ClaimNode }) {
  const { commands } = useExplorer();
  const { asserters, deniers, text } = claim;
  return (
    <div className="claim-row">
      <Link className="claim-link" onPress={() => void commands.showNode(claim)}><span dir="auto">{text}</span></Link>
      {isContested(claim) ? <BalanceBar asserters={asserters} deniers={deniers} /> : (
        <p className="claim-row-counts">
          {asserters > 0 && <span className="asserts">✓ {numberText(asserters)} {asserters === 1 ? 'asserts' : 'assert'}</span>}
          {deniers > 0 && <span className="denies">✕ {numberText(deniers)} {deniers === 1 ? 'denies' : 'deny'}</span>}
          {asserters + deniers === 0 && <span className="muted">neither asserted nor denied</span>}
        </p>
      )}
    </div>
  );
}
