import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { GraphNode } from '../../../server/contract/explorer.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { commonQuery, MAX_IN_COMMON } from '../../ui/queries.ts';
import { DETAILS } from '../../words/messages/details.ts';
import { nodeText, STANCE_MARKS } from '../../words/names.ts';
import { numberText } from '../../words/numbers.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { isContradiction, pairsOf, sharedPositions } from './agreement.ts';
import type { Pair, Shared } from './agreement.ts';
import { ActorLink, ClaimLink } from './NodeLink.tsx';
import { PanelOutline } from '../../ui/PanelOutline.tsx';

const PAIRS_LISTED = 12;
/** How many items of each list are shown at first. */
const SHARED_LISTED = 8;

/** Several actors: the claims on which they take positions, and who agrees. Several claims: who takes positions on them. All of `chosen` have one type. */
export function InCommon({ chosen }: { readonly chosen: readonly GraphNode[] }) {
  const t = useMessages(DETAILS);
  const ids = chosen.map(({ id }) => id);
  const answer = useQuery(commonQuery(ids));
  if (ids.length > MAX_IN_COMMON) return <p className="muted">{t('tooMany', { max: MAX_IN_COMMON })}</p>;
  if (answer.error !== null && answer.data === undefined) {
    return (
      <ErrorBar what={t('commonProblem')} because={problemText(answer.error)} onRetry={() => void answer.refetch()} />
    );
  }
  if (answer.data === undefined) return <PanelOutline />;
  const { nodes, total, truncated } = answer.data;
  const shared = sharedPositions(new Set(ids), answer.data);
  const names = new Map(chosen.map((node) => [node.id, nodeText(node)]));
  return (
    <>
      {chosen[0]?.type === 'actor' ? (
        <ActorsInCommon shared={shared} names={names} />
      ) : (
        <ClaimsInCommon shared={shared} names={names} />
      )}
      {truncated && <p className="muted">{t('commonTruncated', { shown: nodes.length, all: total })}</p>}
    </>
  );
}

interface SharedProps {
  readonly shared: readonly Shared[];
  /** Among the chosen nodes. */
  readonly names: ReadonlyMap<string, string>;
}

function ActorsInCommon({ shared, names }: SharedProps) {
  const t = useMessages(DETAILS);
  const contradictions = shared.filter(isContradiction);
  const agreements = shared.filter((one) => !isContradiction(one));
  if (shared.length === 0) return <p className="muted">{t('noneInCommon')}</p>;
  return (
    <>
      <Pairs pairs={pairsOf(shared)} names={names} />
      <SharedList heading={t('contradictions')} shared={contradictions} names={names} />
      <SharedList heading={t('agreements')} shared={agreements} names={names} />
    </>
  );
}

function ClaimsInCommon({ shared, names }: SharedProps) {
  const t = useMessages(DETAILS);
  if (shared.length === 0) return <p className="muted">{t('noActorsInCommon')}</p>;
  return <SharedList heading={t('actorsInCommon')} shared={shared} names={names} />;
}

function SharedList({ heading, shared, names }: SharedProps & { readonly heading: string }) {
  const t = useMessages(DETAILS);
  const [isOpen, setOpen] = useState(false);
  if (shared.length === 0) return null;
  const listed = isOpen ? shared : shared.slice(0, SHARED_LISTED);
  return (
    <section className="side" aria-label={heading}>
      <h3 className="side-heading">
        {heading} <span className="count">{numberText(shared.length)}</span>
      </h3>
      {listed.map(({ node, asserts, denies }) => (
        <div key={node.id} className="shared">
          {node.type === 'claim' ? <ClaimLink claim={node} /> : <ActorLink actor={node} className="statement-actor" />}
          <SharedSide stance="asserts" ids={asserts} names={names} />
          <SharedSide stance="denies" ids={denies} names={names} />
        </div>
      ))}
      {listed.length < shared.length && (
        <Button className="button" onPress={() => setOpen(true)}>
          {t('allShared', { count: shared.length })}
        </Button>
      )}
    </section>
  );
}

function SharedSide({
  stance,
  ids,
  names,
}: {
  readonly stance: 'asserts' | 'denies';
  readonly ids: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}) {
  if (ids.length === 0) return null;
  return (
    <p className={`shared-side ${stance}`}>
      {STANCE_MARKS[stance]}{' '}
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <bdi>{names.get(id)}</bdi>
        </span>
      ))}
    </p>
  );
}

function Pairs({ pairs, names }: { readonly pairs: readonly Pair[]; readonly names: ReadonlyMap<string, string> }) {
  const t = useMessages(DETAILS);
  if (pairs.length === 0) return null;
  return (
    <section className="side" aria-label={t('pairs')}>
      <h3 className="side-heading">{t('pairs')}</h3>
      <table className="pair-table">
        <thead>
          <tr>
            <th scope="col">{t('pairsOf')}</th>
            <th scope="col">{t('agree')}</th>
            <th scope="col">{t('contradict')}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.slice(0, PAIRS_LISTED).map(({ a, b, agree, contradict }) => (
            <tr key={`${a} ${b}`}>
              <th scope="row">{t.rich('pairWith', { a: <bdi>{names.get(a)}</bdi>, b: <bdi>{names.get(b)}</bdi> })}</th>
              <td className="count">{agree > 0 ? numberText(agree) : ''}</td>
              <td className="count">{contradict > 0 ? numberText(contradict) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
