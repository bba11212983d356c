import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { GraphEdge, GraphNode, NodeDetails } from '../../server/contract/explorer.ts';
import { useExplorer, useExplorerState } from '../page/explorer-context.ts';
import type { Relation } from '../state/commands.ts';
import { EXPANSION_SIZE } from '../state/growing.ts';
import { numberText } from '../words/numbers.ts';

interface NeighbourRow {
  readonly words: string;
  readonly className: string;
  readonly total: number;
  readonly shown: number;
  readonly relation: Relation;
}

/** How many neighbours there are by relation and stance, and how many of them are shown, before any is fetched. */
export function Neighbours({ node, details }: { readonly node: GraphNode; readonly details: NodeDetails | undefined }) {
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
    <section className={hidden > 0 ? 'neighbours has-more' : 'neighbours'} aria-label="Neighbours">
      <h3 className="side-heading">Neighbours</h3>
      <table>
        <thead className="visually-hidden"><tr><th>Relation</th><th>Number</th><th>Not shown</th></tr></thead>
        <tbody>
          {rows.map(({ words, className, total, shown, relation }) => (
            <tr key={words}>
              <th scope="row" className={className}>{words}</th>
              <td className="count">{numberText(total)}</td>
              <td>
                {total > shown
                  ? <Button className="link" isDisabled={isExpanding} onPress={() => void expand(relation)}>show {moreWords(total - shown)}</Button>
                  : <span className="muted">all shown</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <Button className="button is-primary" isDisabled={isExpanding} onPress={() => void expand({})}>
          {isExpanding ? 'Fetching…' : `Expand: show ${moreWords(hidden)}`}
        </Button>
      )}
    </section>
  );
}

function moreWords(hidden: number): string {
  return hidden > EXPANSION_SIZE ? `${EXPANSION_SIZE} of ${numberText(hidden)} more` : `${numberText(hidden)} more`;
}

/** The relations that a node has, with how many of each there are and are shown. */
export function neighbourRows(node: GraphNode, { neighbours }: NodeDetails, edges: ReadonlyMap<string, GraphEdge>): readonly NeighbourRow[] {
  const own = [...edges.values()].filter((edge) => edge.source === node.id || edge.target === node.id);
  const shown = (isOf: (edge: GraphEdge) => boolean) => own.filter(isOf).length;
  const isClaim = node.type === 'claim';
  const rows: readonly NeighbourRow[] = [
    {
      words: isClaim ? '✓ asserted by' : '✓ asserts', className: 'asserts', total: neighbours.asserts,
      shown: shown((edge) => edge.type === 'position' && edge.stance === 'asserts'), relation: { stance: 'asserts' },
    },
    {
      words: isClaim ? '✕ denied by' : '✕ denies', className: 'denies', total: neighbours.denies,
      shown: shown((edge) => edge.type === 'position' && edge.stance === 'denies'), relation: { stance: 'denies' },
    },
    {
      words: 'speaks for', className: '', total: neighbours.speaksFor,
      shown: shown((edge) => edge.type === 'speaksFor' && edge.source === node.id), relation: { relation: 'speaksFor' },
    },
    {
      words: 'spoken for by', className: '', total: neighbours.spokenForBy,
      shown: shown((edge) => edge.type === 'speaksFor' && edge.target === node.id), relation: { relation: 'speaksFor' },
    },
  ];
  return rows.filter(({ total }) => total > 0);
}
