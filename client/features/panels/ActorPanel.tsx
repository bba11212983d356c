import { Suspense } from 'react';
import type { ActorNode, NodeDetails, StatementView } from '../../../server/contract/explorer.ts';
import { STANCES } from '../../../server/contract/vocabulary.ts';
import type { Stance } from '../../../server/contract/vocabulary.ts';
import { COMMON } from '../../words/messages/common.ts';
import { POSITIONS } from '../../words/messages/model.ts';
import { PANELS } from '../../words/messages/panels.ts';
import { kindText, STANCE_MARKS } from '../../words/names.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { Attributes } from './Attributes.tsx';
import { Neighbours } from './Neighbours.tsx';
import { HistoryLink } from './HistoryLink.tsx';
import { ActorLink, ClaimLink } from './NodeLink.tsx';
import { RangeNote } from './RangeNote.tsx';
import { PanelOutline } from '../../ui/PanelOutline.tsx';
import { firstWithoutText } from './first-of-document.ts';
import { StatementCard } from './StatementCard.tsx';
import { ListsProblem, StatementList, useStatements } from './StatementList.tsx';
import type { Statements } from './StatementList.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';

const TimelineChart = lazyPart(() => import('./TimelineChart.tsx').then(({ TimelineChart: component }) => component));
const Sources = lazyPart(() => import('./Sources.tsx').then(({ Sources: component }) => component));

/** An actor: its assertions and denials, newest first. */
export function ActorPanel({
  actor,
  details,
}: {
  readonly actor: ActorNode;
  readonly details: NodeDetails | undefined;
}) {
  const [t, common] = [useMessages(PANELS), useMessages(COMMON)];
  const lists = {
    asserts: useStatements({ actor: actor.id, stance: 'asserts' }),
    denies: useStatements({ actor: actor.id, stance: 'denies' }),
    neutral: useStatements({ actor: actor.id, stance: 'neutral' }),
  };
  return (
    <>
      <p className="panel-kind">
        {t('actorKind', { kind: kindText(actor.kind), statements: common('statements', { count: actor.statements }) })}
      </p>
      <h2 className="panel-title" dir="auto">
        {actor.name}
      </h2>
      {actor.aliases.length > 0 && (
        <p className="muted">
          {t.rich('alsoNamed', {
            names: actor.aliases.map((alias, index) => (
              <span key={alias}>
                {index > 0 && ', '}
                <bdi>{alias}</bdi>
              </span>
            )),
          })}
        </p>
      )}
      {actor.description !== undefined && <p dir="auto">{actor.description}</p>}
      <Attributes attributes={actor.attributes} />
      <Speaking details={details} />
      <p className="actor-counts">
        <span className="asserts">{t('actorAsserts', { claims: common('claims', { count: actor.asserts }) })}</span>
        <span className="denies">{t('actorDenies', { claims: common('claims', { count: actor.denies }) })}</span>
      </p>
      <RangeNote />
      <Suspense>
        <TimelineChart id={actor.id} />
      </Suspense>
      <ListsProblem lists={Object.values(lists)} />
      {lists.asserts.isPending && <PanelOutline />}
      {STANCES.map((stance) => (
        <Positions key={stance} stance={stance} list={lists[stance]} />
      ))}
      <Suspense>
        <Sources id={actor.id} />
      </Suspense>
      <Neighbours node={actor} details={details} />
    </>
  );
}

function Speaking({ details }: { readonly details: NodeDetails | undefined }) {
  const t = useMessages(PANELS);
  const of = (relation: 'speaksFor' | 'spokenForBy') =>
    details?.speaking.filter((one) => one.relation === relation) ?? [];
  const rows = [
    ['speaksFor', of('speaksFor')],
    ['spokenForBy', of('spokenForBy')],
  ] as const;
  return rows.map(
    ([relation, actors]) =>
      actors.length > 0 && (
        <p key={relation} className="muted">
          {t.rich(relation, {
            names: actors.map(({ actor }, index) => (
              <span key={actor.id}>
                {index > 0 && ', '}
                <ActorLink actor={actor} />
              </span>
            )),
          })}
        </p>
      ),
  );
}

function Positions({ stance, list }: { readonly stance: Stance; readonly list: Statements }) {
  const words = useMessages(POSITIONS);
  if (list.total === 0) return null;
  const firstTold = firstWithoutText(list.statements);
  return (
    <section className="side">
      <h3 className={`side-heading is-${stance}`}>
        <span aria-hidden="true">{STANCE_MARKS[stance]} </span>
        {words(stance)}
      </h3>
      <StatementList list={list}>
        {byClaim(list.statements).map((statements) => {
          const [first] = statements;
          return (
            first && (
              <div key={first.claim.id} className="claim-group">
                <ClaimLink claim={first.claim} />
                {statements.map((statement) => (
                  <StatementCard
                    key={statement.id}
                    statement={statement}
                    showsActor={false}
                    saysTextNotLoaded={firstTold.has(statement.id)}
                  />
                ))}
                {statements.length > 1 && <HistoryLink actor={first.actor.id} claim={first.claim.id} />}
              </div>
            )
          );
        })}
      </StatementList>
    </section>
  );
}

/** The statements by claim; claims in the order of their first statement. */
export function byClaim(statements: readonly StatementView[]): readonly (readonly StatementView[])[] {
  const groups = new Map<string, StatementView[]>();
  for (const statement of statements) {
    const group = groups.get(statement.claim.id);
    if (group === undefined) groups.set(statement.claim.id, [statement]);
    else group.push(statement);
  }
  return [...groups.values()];
}
