import { Suspense } from 'react';
import type { ClaimNode, NodeDetails } from '../../../server/contract/explorer.ts';
import { STANCES } from '../../../server/contract/vocabulary.ts';
import type { Stance } from '../../../server/contract/vocabulary.ts';
import { isContested } from '../../../server/contract/contention.ts';
import { dateText } from '../../words/dates.ts';
import { COMMON } from '../../words/messages/common.ts';
import { MODEL, SIDES } from '../../words/messages/model.ts';
import { PANELS } from '../../words/messages/panels.ts';
import { STANCE_MARKS } from '../../words/names.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { Attributes } from './Attributes.tsx';
import { BalanceBar } from './BalanceBar.tsx';
import { Neighbours } from './Neighbours.tsx';
import { RangeNote } from './RangeNote.tsx';
import { PanelOutline } from '../../ui/PanelOutline.tsx';
import { firstWithoutText } from './first-of-document.ts';
import { StatementCard } from './StatementCard.tsx';
import { ListsProblem, StatementList, useStatements } from './StatementList.tsx';
import type { Statements } from './StatementList.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';

const TimelineChart = lazyPart(() => import('./TimelineChart.tsx').then(({ TimelineChart: component }) => component));
const Sources = lazyPart(() => import('./Sources.tsx').then(({ Sources: component }) => component));

/** A claim: the actors of each side, with their statements. */
export function ClaimPanel({
  claim,
  details,
}: {
  readonly claim: ClaimNode;
  readonly details: NodeDetails | undefined;
}) {
  const [t, model, common] = [useMessages(PANELS), useMessages(MODEL), useMessages(COMMON)];
  const asserts = useStatements({ claim: claim.id, stance: 'asserts' });
  const denies = useStatements({ claim: claim.id, stance: 'denies' });
  const neutral = useStatements({ claim: claim.id, stance: 'neutral' });
  const sides = { asserts, denies, neutral };
  const isPending = asserts.isPending || denies.isPending || neutral.isPending;
  return (
    <>
      <p className="panel-kind">
        {t('claimKind', { statements: common('statements', { count: claim.statements }) })}
        {claim.firstDate !== undefined && <> · {t('since', { date: dateText(claim.firstDate) })}</>}
        {claim.topics?.map((topic) => (
          <span key={topic}>
            {' '}
            · <bdi>{topic}</bdi>
          </span>
        ))}
      </p>
      <h2 className="panel-title" dir="auto">
        {claim.text}
      </h2>
      {isContested(claim) && (
        <p>
          <span className="pill">{model('contested')}</span>
        </p>
      )}
      {claim.scope !== undefined && (
        <p className="muted" dir="auto">
          {claim.scope}
        </p>
      )}
      <Attributes attributes={claim.attributes} />
      <BalanceBar asserters={claim.asserters} deniers={claim.deniers} />
      <RangeNote />
      <Suspense>
        <TimelineChart id={claim.id} />
      </Suspense>
      <ListsProblem lists={[asserts, denies, neutral]} />
      {isPending ? (
        <PanelOutline />
      ) : (
        sidesInOrder(sides).map((stance) => <Side key={stance} stance={stance} list={sides[stance]} />)
      )}
      <Suspense>
        <Sources id={claim.id} />
      </Suspense>
      <Neighbours node={claim} details={details} />
    </>
  );
}

/** The side with the latest statement first, neutral last; on a tie asserts comes before denies. */
export function sidesInOrder(sides: Readonly<Record<Stance, Pick<Statements, 'statements'>>>): readonly Stance[] {
  const latest = (stance: Stance) => sides[stance].statements[0]?.date ?? '';
  return STANCES.toSorted((a, b) => {
    if (a === 'neutral' || b === 'neutral') return Number(a === 'neutral') - Number(b === 'neutral');
    return latest(b).localeCompare(latest(a));
  });
}

function Side({ stance, list }: { readonly stance: Stance; readonly list: Statements }) {
  const words = useMessages(SIDES);
  if (list.total === 0) return null;
  const first = firstWithoutText(list.statements);
  return (
    <section className="side">
      <h3 className={`side-heading is-${stance}`}>
        <span aria-hidden="true">{STANCE_MARKS[stance]} </span>
        {words(stance)}
      </h3>
      <StatementList list={list}>
        {list.statements.map((statement) => (
          <StatementCard key={statement.id} statement={statement} saysTextNotLoaded={first.has(statement.id)} />
        ))}
      </StatementList>
    </section>
  );
}
