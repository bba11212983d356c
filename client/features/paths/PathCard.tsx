import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { Link } from 'react-aria-components/Link';
import type { GraphNode, StatementView } from '../../../server/contract/explorer.ts';
import type { GraphPath, PathAnswer } from '../../../server/contract/paths.ts';
import { useExplorer, useVisibleGraph } from '../../ui/explorer-context.ts';
import { highlight } from '../../state/hiding.ts';
import { dateText } from '../../words/dates.ts';
import { MODALITIES } from '../../words/messages/model.ts';
import { PATHS } from '../../words/messages/paths.ts';
import { nodeText } from '../../words/names.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { relationText } from '../../control/expansion-words.ts';
import { elementsOf, hopsOf, missingNodes, pathSteps } from './path-steps.ts';
import type { PathLink } from './path-steps.ts';

interface PathCardProps {
  readonly answer: PathAnswer;
  readonly path: GraphPath;
  /** From 1 on. */
  readonly number: number;
}

/** One path with its statements. Its shown part is highlighted on the canvas while the pointer or the focus is on it. */
export function PathCard({ answer, path, number }: PathCardProps) {
  const t = useMessages(PATHS);
  const { store, commands } = useExplorer();
  const { nodes } = useVisibleGraph();
  const missing = missingNodes(path, nodes);
  const point = (isOn: boolean) => store.patch((state) => highlight(state, isOn ? elementsOf(path) : []));
  useEffect(() => () => store.patch((state) => highlight(state, [])), [store]);
  const add = async () => {
    point(false);
    await commands.addNodes(path.nodes);
    point(true);
  };
  return (
    <section
      className="path-card"
      aria-label={t('path', { count: number })}
      onMouseEnter={() => point(true)}
      onMouseLeave={() => point(false)}
      onFocus={() => point(true)}
      onBlur={() => point(false)}
    >
      <div className="path-top">
        <h3 className="side-heading">
          {t('path', { count: number })} <span className="count">{t('hops', { count: hopsOf(path) })}</span>
        </h3>
        {missing.length > 0 ? (
          <Button className="button" onPress={() => void add()}>
            {t('add', { count: missing.length })}
          </Button>
        ) : (
          <span className="muted">{t('allShown')}</span>
        )}
      </div>
      <ol className="path-steps">
        {pathSteps(answer, path).map(({ node, onward }) => (
          <li key={node.id}>
            <NodeLine node={node} isShown={nodes.has(node.id)} />
            {onward.map((link) => (
              <PathLinkLine key={link.edge.id} link={link} node={node} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function NodeLine({ node, isShown }: { readonly node: GraphNode; readonly isShown: boolean }) {
  const { commands } = useExplorer();
  return (
    <Link
      className={`path-node is-${node.type}${isShown ? '' : ' is-missing'}`}
      onPress={() => void commands.showNode(node)}
    >
      <span dir="auto">{nodeText(node)}</span>
    </Link>
  );
}

function PathLinkLine({ link: { edge, statements }, node }: { readonly link: PathLink; readonly node: GraphNode }) {
  const relation = edge.type === 'position' ? edge.stance : edge.source === node.id ? 'speaksFor' : 'spokenForBy';
  return (
    <div className={`path-link is-${edge.type === 'position' ? edge.stance : 'speaks-for'}`}>
      <p className={edge.type === 'position' ? edge.stance : 'muted'}>{relationText(relation, node)}</p>
      {statements.map((statement) => (
        <Quote key={statement.id} statement={statement} />
      ))}
    </div>
  );
}

function Quote({ statement }: { readonly statement: StatementView }) {
  const modalities = useMessages(MODALITIES);
  const { commands } = useExplorer();
  const { id, actor, claim, date, modality, quotation, document } = statement;
  const about = [
    date === undefined ? undefined : dateText(date),
    modality === 'stated' ? undefined : modalities(modality),
    document?.publisher?.name ?? document?.title,
  ];
  const words = about.filter((one) => one !== undefined).join(' · ');
  return (
    <Button
      className="path-quote"
      onPress={() => void commands.showStatement({ id, actor: actor.id, claim: claim.id })}
    >
      {quotation !== undefined && (
        <q className="serif" dir="auto">
          {quotation.exact}
        </q>
      )}
      <span className="muted" dir="auto">
        {words === '' ? actor.name : words}
      </span>
    </Button>
  );
}
