import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-aria-components/Link';
import type { ClaimNode, Counts, GraphNode } from '../../../server/contract/explorer.ts';
import { useExplorer, useExplorerState } from '../../ui/explorer-context.ts';
import { overviewQuery } from '../../ui/queries.ts';
import { isContested } from '../../../server/contract/contention.ts';
import { byTelling } from '../../../server/contract/telling-order.ts';
import { COMMON } from '../../words/messages/common.ts';
import { MODEL } from '../../words/messages/model.ts';
import { COUNT_WORDS, OVERVIEW } from '../../words/messages/panels.ts';
import { numberText } from '../../words/numbers.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { BalanceBar } from './BalanceBar.tsx';
import { PanelOutline } from '../../ui/PanelOutline.tsx';

/** How many uncontested claims the overview lists. */
const OTHER_CLAIMS = 8;

/** The counts of the whole database and the claims on the canvas. The panel shows them while nothing is selected. */
export function OverviewPanel() {
  const [t, common] = [useMessages(OVERVIEW), useMessages(COMMON)];
  const overview = useQuery(overviewQuery);
  const nodes = useExplorerState((state) => state.nodes);
  if (overview.isPending) return <PanelOutline />;
  const counts = overview.data?.counts;
  const isEmpty = counts !== undefined && counts.claims === 0 && nodes.size === 0;
  return (
    <>
      <p className="panel-kind">{t('overview')}</p>
      <h2 className="panel-title">{t('title')}</h2>
      {counts === undefined && <p className="muted">{t('noCounts')}</p>}
      {isEmpty && <p className="muted">{t('nothingYet')}</p>}
      {counts !== undefined && !isEmpty && <CountList counts={counts} />}
      <ShownClaims nodes={nodes} />
      {overview.data?.graph.truncated === true && counts !== undefined && (
        <p className="muted">{t('truncated', { claims: common('contestedClaims', { count: counts.contested }) })}</p>
      )}
    </>
  );
}

function ShownClaims({ nodes }: { readonly nodes: ReadonlyMap<string, GraphNode> }) {
  const t = useMessages(OVERVIEW);
  const claims = [...nodes.values()].filter((node) => node.type === 'claim');
  const contested = claims.filter(isContested).toSorted(byTelling);
  const others = claims.filter((claim) => !isContested(claim)).toSorted(byTelling);
  if (claims.length === 0) return null;
  return (
    <>
      <section className="side">
        <h3 className="side-heading">{t('contestedShown')}</h3>
        {contested.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} />
        ))}
        {contested.length === 0 && <p className="muted">{t('noneContested')}</p>}
      </section>
      {others.length > 0 && (
        <section className="side">
          <h3 className="side-heading">{t('othersShown')}</h3>
          {others.slice(0, OTHER_CLAIMS).map((claim) => (
            <ClaimRow key={claim.id} claim={claim} />
          ))}
          {others.length > OTHER_CLAIMS && (
            <p className="muted">{t('listed', { shown: OTHER_CLAIMS, total: others.length })}</p>
          )}
        </section>
      )}
    </>
  );
}

const COUNTED = ['claims', 'contested', 'actors', 'statements', 'documents'] as const;

function CountList({ counts }: { readonly counts: Counts }) {
  const t = useMessages(COUNT_WORDS);
  return (
    <dl className="count-list">
      {COUNTED.map((what) => (
        <div key={what}>
          <dt>{what === 'contested' ? t(what) : t(what, { count: counts[what] })}</dt>
          <dd>{numberText(counts[what])}</dd>
        </div>
      ))}
    </dl>
  );
}

function ClaimRow({ claim }: { readonly claim: ClaimNode }) {
  const [t, model] = [useMessages(OVERVIEW), useMessages(MODEL)];
  const { commands } = useExplorer();
  const { asserters, deniers, text } = claim;
  return (
    <div className="claim-row">
      <Link className="claim-link" onPress={() => void commands.showNode(claim)}>
        <span dir="auto">{text}</span>
      </Link>
      {isContested(claim) ? (
        <BalanceBar asserters={asserters} deniers={deniers} />
      ) : (
        <p className="claim-row-counts">
          {asserters > 0 && <span className="asserts">✓ {model('asserting', { count: asserters })}</span>}
          {deniers > 0 && <span className="denies">✕ {model('denying', { count: deniers })}</span>}
          {asserters + deniers === 0 && <span className="muted">{t('neither')}</span>}
        </p>
      )}
    </div>
  );
}
