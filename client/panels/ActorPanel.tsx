import type { ActorNode, NodeDetails, StatementView } from '../../server/contract/explorer.ts';
import { STANCES } from '../../server/contract/vocabulary.ts';
import type { Stance } from '../../server/contract/vocabulary.ts';
import { KIND_WORDS, POSITION_WORDS, STANCE_MARKS } from '../words/names.ts';
import { counted } from '../words/numbers.ts';
import { Neighbours } from './Neighbours.tsx';
import { ActorLink, ClaimLink } from './NodeLink.tsx';
import { PanelOutline } from './PanelOutline.tsx';
import { StatementCard } from './StatementCard.tsx';
import { ListsProblem, StatementList, useStatements } from './StatementList.tsx';
import type { Statements } from './StatementList.tsx';

/** An actor: what it asserts, what it denies, newest first. */
export function ActorPanel({ actor, details }: { readonly actor: ActorNode; readonly details: NodeDetails | undefined }) {
  const lists = {
    asserts: useStatements({ actor: actor.id, stance: 'asserts' }),
    denies: useStatements({ actor: actor.id, stance: 'denies' }),
    neutral: useStatements({ actor: actor.id, stance: 'neutral' }),
  };
  return (
    <>
      <p className="panel-kind">{actor.kind === undefined ? 'Actor' : KIND_WORDS[actor.kind]} · {counted(actor.statements, 'statement')}</p>
      <h2 className="panel-title" dir="auto">{actor.name}</h2>
      {actor.aliases.length > 0 && (
        <p className="muted">Also {actor.aliases.map((alias, index) => <span key={alias}>{index > 0 && ', '}<bdi>{alias}</bdi></span>)}</p>
      )}
      {actor.description !== undefined && <p dir="auto">{actor.description}</p>}
      <Speaking details={details} />
      <p className="actor-counts">
        <span className="asserts">✓ asserts {counted(actor.asserts, 'claim')}</span>
        <span className="denies">✕ denies {counted(actor.denies, 'claim')}</span>
      </p>
      <ListsProblem lists={Object.values(lists)} />
      {lists.asserts.isPending && <PanelOutline />}
      {STANCES.map((stance) => <Positions key={stance} stance={stance} list={lists[stance]} />)}
      <Neighbours node={actor} details={details} />
    </>
  );
}

function Speaking({ details }: { readonly details: NodeDetails | undefined }) {
  const of = (relation: 'speaksFor' | 'spokenForBy') => details?.speaking.filter((one) => one.relation === relation) ?? [];
  const rows = [['Speaks for', of('speaksFor')], ['Spoken for by', of('spokenForBy')]] as const;
  return rows.map(([words, actors]) => actors.length > 0 && (
    <p key={words} className="muted">
      {words} {actors.map(({ actor }, index) => <span key={actor.id}>{index > 0 && ', '}<ActorLink actor={actor} /></span>)}
    </p>
  ));
}

function Positions({ stance, list }: { readonly stance: Stance; readonly list: Statements }) {
  if (list.total === 0) return null;
  return (
    <section className="side">
      <h3 className={`side-heading is-${stance}`}>
        <span aria-hidden="true">{STANCE_MARKS[stance]} </span>{POSITION_WORDS[stance]}
      </h3>
      <StatementList list={list}>
        {byClaim(list.statements).map((statements) => {
          const [first] = statements;
          return first && (
            <div key={first.claim.id} className="claim-group">
              <ClaimLink claim={first.claim} />
              {statements.map((statement) => <StatementCard key={statement.id} statement={statement} showsActor={false} />)}
            </div>
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
