import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { GraphEdge, GraphNode, NodeDetails } from '../../server/contract/explorer.ts';
import { useExplorer, useExplorerState } from '../page/explorer-context.ts';
import type { Relation } from '../state/commands.ts';
import { EXPANSION_SIZE } from '../state/growing.ts';
import { messageText } from '../words/define-messages.ts';
import { NEIGHBOURS } from '../words/messages/commands.ts';
import { COMMON } from '../words/messages/common.ts';
import { EXPANSION } from '../words/messages/expansion.ts';
import { numberText } from '../words/numbers.ts';
import { useMessages } from '../words/use-messages.ts';

interface NeighbourRow {
  readonly words: 'asserts' | 'denies' | 'assertsClaim' | 'deniesClaim' | 'speaksFor' | 'spokenForBy';
  readonly className: string;
  readonly total: number;
  readonly shown: number;
  readonly relation: Relation;
}

/** How many neighbours there are by relation and stance, and how many of them are shown, before any is fetched. */
export function Neighbours({ node, details }: { readonly node: GraphNode; readonly details: NodeDetails | undefined }) {
  const [t, common, relations] = [useMessages(NEIGHBOURS), useMessages(COMMON), useMessages(EXPANSION)];
  const { commands } = useExplorer();
  const edges = useExplorerState((state) => state.edges);
  const [isExpanding, setExpanding] = useState(false);
  if (details === undefined) return null;
  const rows = neighbourRows(node, details, edges);
  const hidden = rows.reduce((sum, { total, shown }) => sum + Math.max(0, total - shown), 0);
  const expand = async (relation: Relation) => {
    setExpanding(true);
    await commands.expand(node.id, relation);
    setExpanding(false);
  };
  return (
    <section className={hidden > 0 ? 'neighbours has-more' : 'neighbours'} aria-label={t('title')}>
      <h3 className="side-heading">{t('title')}</h3>
      <table>
        <thead className="visually-hidden"><tr><th>{t('relation')}</th><th>{t('number')}</th><th>{t('notShown')}</th></tr></thead>
        <tbody>
          {rows.map(({ words, className, total, shown, relation }) => (
            <tr key={words}>
              <th scope="row" className={className}>{relations(words)}</th>
              <td className="count">{numberText(total)}</td>
              <td>
                {total > shown
                  ? <Button className="link" isDisabled={isExpanding} onPress={() => void expand(relation)}>{t('show', { more: moreWords(total - shown) })}</Button>
                  : <span className="muted">{relations('allShown')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <Button className="button is-primary" isDisabled={isExpanding} onPress={() => void expand({})}>
          {isExpanding ? common('fetching') : t('expand', { more: moreWords(hidden) })}
        </Button>
      )}
    </section>
  );
}

function moreWords(hidden: number): string {
  if (hidden > EXPANSION_SIZE) return messageText(EXPANSION, 'leftOf', { shown: EXPANSION_SIZE, count: hidden });
  return messageText(EXPANSION, 'left', { count: hidden });
}

/** The relations that a node has, with how many of each there are and are shown. */
export function neighbourRows(node: GraphNode, { neighbours }: NodeDetails, edges: ReadonlyMap<string, GraphEdge>): readonly NeighbourRow[] {
  const own = [...edges.values()].filter((edge) => edge.source === node.id || edge.target === node.id);
  const shown = (isOf: (edge: GraphEdge) => boolean) => own.filter(isOf).length;
  const isClaim = node.type === 'claim';
  const rows: readonly NeighbourRow[] = [
    {
      words: isClaim ? 'assertsClaim' : 'asserts', className: 'asserts', total: neighbours.asserts,
      shown: shown((edge) => edge.type === 'position' && edge.stance === 'asserts'), relation: { stance: 'asserts' },
    },
    {
      words: isClaim ? 'deniesClaim' : 'denies', className: 'denies', total: neighbours.denies,
      shown: shown((edge) => edge.type === 'position' && edge.stance === 'denies'), relation: { stance: 'denies' },
    },
    {
      words: 'speaksFor', className: '', total: neighbours.speaksFor,
      shown: shown((edge) => edge.type === 'speaksFor' && edge.source === node.id), relation: { relation: 'speaksFor' },
    },
    {
      words: 'spokenForBy', className: '', total: neighbours.spokenForBy,
      shown: shown((edge) => edge.type === 'speaksFor' && edge.target === node.id), relation: { relation: 'speaksFor' },
    },
  ];
  return rows.filter(({ total }) => total > 0);
}
