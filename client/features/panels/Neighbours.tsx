import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { GraphNode, NodeDetails } from '../../../server/contract/explorer.ts';
import { countText, kindWords, leftText, relationText } from '../../control/expansion-words.ts';
import { expansionChoices, leftOut } from '../../control/expansion-choices.ts';
import type { ExpansionChoice } from '../../control/expansion-choices.ts';
import { useExplorer, useExplorerState } from '../../ui/explorer-context.ts';
import type { Relation } from '../../control/commands.ts';
import { NEIGHBOURS } from '../../words/messages/commands.ts';
import { COMMON } from '../../words/messages/common.ts';
import { EXPANSION } from '../../words/messages/expansion.ts';
import { numberText } from '../../words/numbers.ts';
import { useMessages } from '../../ui/use-messages.ts';

/** How many neighbours there are by relation, stance and kind, and how many of them are shown. They are counted before they are fetched. */
export function Neighbours({ node, details }: { readonly node: GraphNode; readonly details: NodeDetails | undefined }) {
  const [t, common] = [useMessages(NEIGHBOURS), useMessages(COMMON)];
  const { commands } = useExplorer();
  const nodes = useExplorerState((state) => state.nodes);
  const edges = useExplorerState((state) => state.edges);
  const hidden = useExplorerState((state) => state.hidden);
  const [isExpanding, setExpanding] = useState(false);
  if (details === undefined) return null;
  const relations = expansionChoices(node, details, { nodes, edges, hidden });
  const missing = relations.reduce((sum, choice) => sum + leftOut(choice), 0);
  const expand = async (relation: Relation) => {
    setExpanding(true);
    await commands.expand(node.id, relation);
    setExpanding(false);
  };
  return (
    <section className={missing > 0 ? 'neighbours has-more' : 'neighbours'} aria-label={t('title')}>
      <h3 className="side-heading">{t('title')}</h3>
      <table>
        <thead className="visually-hidden">
          <tr>
            <th>{t('relation')}</th>
            <th>{t('number')}</th>
            <th>{t('notShown')}</th>
          </tr>
        </thead>
        <tbody>
          {relations
            .flatMap((choice) => [choice, ...choice.parts])
            .map((choice) => (
              <ChoiceRow
                key={choice.id}
                choice={choice}
                node={node}
                isPart={choice.id !== choice.relation}
                isDisabled={isExpanding}
                onExpand={() => void expand(choice.request)}
              />
            ))}
        </tbody>
      </table>
      {missing > 0 && (
        <Button className="button is-primary" isDisabled={isExpanding} onPress={() => void expand({})}>
          {isExpanding ? common('fetching') : t('expand', { more: countText(missing) })}
        </Button>
      )}
    </section>
  );
}

interface ChoiceRowProps {
  readonly choice: ExpansionChoice;
  readonly node: GraphNode;
  /** Whether the row is one kind within a relation. */
  readonly isPart: boolean;
  readonly isDisabled: boolean;
  readonly onExpand: () => void;
}

function ChoiceRow({ choice, node, isPart, isDisabled, onExpand }: ChoiceRowProps) {
  const [t, expansion] = [useMessages(NEIGHBOURS), useMessages(EXPANSION)];
  return (
    <tr className={isPart ? 'is-part' : undefined}>
      <th scope="row" className={isPart ? undefined : choice.relation}>
        {isPart ? kindWords(choice) : relationText(choice.relation, node)}
      </th>
      <td className="count">{numberText(choice.total)}</td>
      <td>
        {leftOut(choice) > 0 ? (
          <Button className="link" isDisabled={isDisabled} onPress={onExpand}>
            {t('show', { more: leftText(choice) })}
          </Button>
        ) : (
          <span className="muted">{expansion('allShown')}</span>
        )}
      </td>
    </tr>
  );
}
