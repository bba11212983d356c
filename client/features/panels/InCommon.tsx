import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Agreement } from '../../../server/contract/agreement.ts';
import type { GraphNode } from '../../../server/contract/explorer.ts';
import type { CommonNeighbours } from '../../../server/contract/paths.ts';
import { ErrorBar } from '../../ui/ErrorBar.tsx';
import { agreementQuery, commonQuery, MAX_IN_COMMON } from '../../ui/queries.ts';
import type { CommonSides } from '../../ui/queries.ts';
import { COMMON } from '../../words/messages/common.ts';
import { DETAILS } from '../../words/messages/details.ts';
import { nodeText, STANCE_MARKS } from '../../words/names.ts';
import { numberText } from '../../words/numbers.ts';
import { problemText } from '../../words/problem-text.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { nextSort, PAIR_COLUMNS, sharedPositions, sortedPairs } from './agreement.ts';
import type { PairSort } from './agreement.ts';
import { ActorLink, ClaimLink } from './NodeLink.tsx';
import { PanelOutline } from '../../ui/PanelOutline.tsx';

/** How many pairs are shown at first; a button shows the others. */
const PAIRS_LISTED = 12;

/** Several actors: the claims on which they take positions, and who agrees. Several claims: who takes positions on them. All of `chosen` have one type. */
export function InCommon({ chosen }: { readonly chosen: readonly GraphNode[] }) {
  const t = useMessages(DETAILS);
  if (chosen.length > MAX_IN_COMMON) return <p className="muted">{t('tooMany', { max: MAX_IN_COMMON })}</p>;
  return chosen[0]?.type === 'actor' ? (
    <ActorsInCommon chosen={chosen} />
  ) : (
    <SharedList chosen={chosen} heading={t('actorsInCommon')} none={t('noActorsInCommon')} />
  );
}

function CommonProblem({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const t = useMessages(DETAILS);
  return <ErrorBar what={t('commonProblem')} because={problemText(error)} onRetry={onRetry} />;
}

function ActorsInCommon({ chosen }: { readonly chosen: readonly GraphNode[] }) {
  const t = useMessages(DETAILS);
  const { data, error, refetch } = useQuery(agreementQuery(chosen.map(({ id }) => id).toSorted()));
  if (data === undefined)
    return error === null ? <PanelOutline /> : <CommonProblem error={error} onRetry={() => void refetch()} />;
  if (data.claims === 0) return <p className="muted">{t('noneInCommon')}</p>;
  return (
    <>
      <Pairs agreement={data} chosen={chosen} />
      {data.contradicted > 0 && <SharedList chosen={chosen} sides="opposite" heading={t('contradictions')} />}
      {data.agreed > 0 && <SharedList chosen={chosen} sides="same" heading={t('agreements')} />}
      {data.incomplete && <p className="muted">{t('commonIncomplete')}</p>}
    </>
  );
}

interface SharedListProps {
  readonly chosen: readonly GraphNode[];
  readonly sides?: CommonSides;
  readonly heading: string;
  /** What is said when there is none. */
  readonly none?: string;
}

/** What the chosen nodes share, page by page. */
function SharedList({ chosen, sides, heading, none }: SharedListProps) {
  const [t, common] = [useMessages(DETAILS), useMessages(COMMON)];
  const ids = chosen.map(({ id }) => id);
  const answer = useInfiniteQuery(commonQuery(ids, sides));
  const pages: readonly CommonNeighbours[] = answer.data?.pages ?? [];
  const [first] = pages;
  if (first === undefined)
    return answer.error === null ? (
      <PanelOutline />
    ) : (
      <CommonProblem error={answer.error} onRetry={() => void answer.refetch()} />
    );
  if (first.total === 0) return none === undefined ? null : <p className="muted">{none}</p>;
  const shared = pages.flatMap((page) => sharedPositions(new Set(ids), page));
  const names = new Map(chosen.map((node) => [node.id, nodeText(node)]));
  return (
    <section className="side" aria-label={heading}>
      <h3 className="side-heading">
        {heading} <span className="count">{numberText(first.total)}</span>
      </h3>
      {shared.map(({ node, asserts, denies }) => (
        <div key={node.id} className="shared">
          {node.type === 'claim' ? <ClaimLink claim={node} /> : <ActorLink actor={node} className="statement-actor" />}
          <SharedSide stance="asserts" ids={asserts} names={names} />
          <SharedSide stance="denies" ids={denies} names={names} />
        </div>
      ))}
      {answer.error !== null && <CommonProblem error={answer.error} onRetry={() => void answer.fetchNextPage()} />}
      {answer.hasNextPage && (
        <p className="list-more">
          <span className="count">{t('sharedShown', { shown: shared.length, all: first.total })}</span>
          <Button className="button" isDisabled={answer.isFetchingNextPage} onPress={() => void answer.fetchNextPage()}>
            {answer.isFetchingNextPage ? common('fetching') : t('moreShared')}
          </Button>
        </p>
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

function Pairs({ agreement, chosen }: { readonly agreement: Agreement; readonly chosen: readonly GraphNode[] }) {
  const t = useMessages(DETAILS);
  const [sort, setSort] = useState<PairSort>({ column: 'contradict', isDescending: true });
  const [isOpen, setOpen] = useState(false);
  const pairs = sortedPairs(agreement.pairs, sort);
  const listed = isOpen || pairs.length <= PAIRS_LISTED + 1 ? pairs : pairs.slice(0, PAIRS_LISTED);
  const names = new Map(chosen.map((node) => [node.id, nodeText(node)]));
  return (
    <section className="side" aria-label={t('pairs')}>
      <h3 className="side-heading">
        {t('pairs')} <span className="count">{t('pairsCounted', { count: agreement.claims })}</span>
      </h3>
      <table className="pair-table">
        <thead>
          <tr>
            <th scope="col">{t('pairsOf')}</th>
            {PAIR_COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={sort.column !== column ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
              >
                <Button className="pair-sort" onPress={() => setSort(nextSort(sort, column))}>
                  {t(column)}
                  <span aria-hidden="true">{sort.column !== column ? '' : sort.isDescending ? ' ↓' : ' ↑'}</span>
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map(({ a, b, agree, contradict }) => (
            <tr key={`${a} ${b}`}>
              <th scope="row">{t.rich('pairWith', { a: <bdi>{names.get(a)}</bdi>, b: <bdi>{names.get(b)}</bdi> })}</th>
              <td className="count">{agree > 0 ? numberText(agree) : ''}</td>
              <td className="count">{contradict > 0 ? numberText(contradict) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {listed.length < pairs.length && (
        <Button className="button" onPress={() => setOpen(true)}>
          {t('allPairs', { count: pairs.length })}
        </Button>
      )}
    </section>
  );
}
