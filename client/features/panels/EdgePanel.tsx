import type { PositionEdge } from '../../../server/contract/explorer.ts';
import { useExplorerState, useVisibleGraph } from '../../ui/explorer-context.ts';
import { dateText } from '../../words/dates.ts';
import { COMMON } from '../../words/messages/common.ts';
import { MODEL, STANCE_VERBS } from '../../words/messages/model.ts';
import { PANELS } from '../../words/messages/panels.ts';
import { nodeText, STANCE_MARKS } from '../../words/names.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { HistoryLink } from './HistoryLink.tsx';
import { ActorLink, ClaimLink } from './NodeLink.tsx';
import { RangeNote } from './RangeNote.tsx';
import { PanelOutline } from '../../ui/PanelOutline.tsx';
import { firstWithoutText } from './first-of-document.ts';
import { StatementCard } from './StatementCard.tsx';
import { ListsProblem, StatementList, useStatements } from './StatementList.tsx';

/** An edge: its statements, newest first. */
export function EdgePanel({ id }: { readonly id: string }) {
  const stored = useExplorerState((state) => state.edges.get(id));
  // The visible edge counts only the statements that pass the filters.
  const edge = useVisibleGraph().edges.get(id) ?? stored;
  if (edge === undefined) return null;
  return edge.type === 'position' ? (
    <PositionPanel edge={edge} />
  ) : (
    <SpeaksForPanel source={edge.source} target={edge.target} />
  );
}

function PositionPanel({ edge }: { readonly edge: PositionEdge }) {
  const [t, verbs, common] = [useMessages(PANELS), useMessages(STANCE_VERBS), useMessages(COMMON)];
  const { stance, firstDate, statements } = edge;
  const actor = useExplorerState((state) => state.nodes.get(edge.source));
  const claim = useExplorerState((state) => state.nodes.get(edge.target));
  const list = useStatements({ actor: edge.source, claim: edge.target, stance });
  const first = firstWithoutText(list.statements);
  return (
    <>
      <p className="panel-kind">
        {t('positionKind', { statements: common('statements', { count: statements }) })}
        {firstDate !== undefined && <> · {t('since', { date: dateText(firstDate) })}</>}
      </p>
      <h2 className="edge-title">
        {actor !== undefined && <ActorLink actor={{ id: actor.id, name: nodeText(actor) }} className="edge-actor" />}
        <span className={`edge-stance is-${stance}`}>
          <span aria-hidden="true">{STANCE_MARKS[stance]} </span>
          {verbs(stance)}
        </span>
        {claim !== undefined && <ClaimLink claim={{ id: claim.id, text: nodeText(claim) }} />}
      </h2>
      <RangeNote />
      <ListsProblem lists={[list]} />
      {list.isPending ? (
        <PanelOutline />
      ) : (
        <StatementList list={list}>
          {list.statements.map((statement) => (
            <StatementCard key={statement.id} statement={statement} saysTextNotLoaded={first.has(statement.id)} />
          ))}
        </StatementList>
      )}
      <HistoryLink actor={edge.source} claim={edge.target} />
    </>
  );
}

function SpeaksForPanel({ source, target }: { readonly source: string; readonly target: string }) {
  const [t, model] = [useMessages(PANELS), useMessages(MODEL)];
  const from = useExplorerState((state) => state.nodes.get(source));
  const to = useExplorerState((state) => state.nodes.get(target));
  if (from === undefined || to === undefined) return null;
  return (
    <>
      <p className="panel-kind">{t('relationKind')}</p>
      <h2 className="edge-title">
        <ActorLink actor={{ id: from.id, name: nodeText(from) }} className="edge-actor" />
        <span className="edge-stance">{model('speaksFor')}</span>
        <ActorLink actor={{ id: to.id, name: nodeText(to) }} className="edge-actor" />
      </h2>
    </>
  );
}
