import { useQuery } from '@tanstack/react-query';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { useExplorer, useExplorerState } from '../../ui/explorer-context.ts';
import { nodeQuery } from '../../ui/queries.ts';
import { MENUS } from '../../words/messages/menus.ts';
import { useMessages } from '../../ui/use-messages.ts';
import { kindWords, leftText, relationText } from '../../control/expansion-words.ts';
import { expansionChoices, leftOut } from '../../control/expansion-choices.ts';
import type { ExpansionChoice } from '../../control/expansion-choices.ts';

/** A menu of the neighbours of a node by relation and kind. They are counted before they are fetched. */
export function ExpandBy({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useMessages(MENUS);
  const { commands } = useExplorer();
  const node = useExplorerState((state) => state.nodes.get(id));
  const nodes = useExplorerState((state) => state.nodes);
  const edges = useExplorerState((state) => state.edges);
  const hidden = useExplorerState((state) => state.hidden);
  const details = useQuery(nodeQuery(id));
  if (node === undefined || details.data === undefined) {
    const words = details.error === null ? t('counting') : t('countFailed');
    return (
      <Menu aria-label={t('expandBy')} disabledKeys={['none']}>
        <MenuItem id="none" className="menu-item" textValue={words}>
          {words}
        </MenuItem>
      </Menu>
    );
  }
  const relations = expansionChoices(node, details.data, { nodes, edges, hidden });
  const rows: readonly (ExpansionChoice & { readonly words: string })[] = relations.flatMap((choice) => [
    { ...choice, words: relationText(choice.relation, node) },
    ...choice.parts.map((part) => ({ ...part, words: kindWords(part) })),
  ]);
  const perform = (key: React.Key) => {
    const chosen = rows.find((row) => row.id === key);
    if (chosen !== undefined) void commands.expand(id, chosen.request);
    onClose();
  };
  return (
    <Menu
      aria-label={t('expandBy')}
      onAction={perform}
      disabledKeys={rows.filter((row) => leftOut(row) === 0).map((row) => row.id)}
      renderEmptyState={() => <p className="menu-empty">{t('noNeighbours')}</p>}
    >
      {relations.map((choice) => (
        <MenuSection key={choice.id} className="menu-section" aria-label={relationText(choice.relation, node)}>
          {rows
            .filter(({ relation }) => relation === choice.relation)
            .map((row) => (
              <MenuItem
                key={row.id}
                id={row.id}
                className={row.id === choice.id ? `menu-item ${choice.relation}` : 'menu-item is-part'}
                textValue={`${row.words}, ${leftText(row)}`}
              >
                {row.words}
                <span className="menu-count">{leftText(row)}</span>
              </MenuItem>
            ))}
        </MenuSection>
      ))}
    </Menu>
  );
}
