/** The steps of the history in words. */
import type { ExplorerState } from '../../state/explorer-state.ts';
import type { StepKind, StepName } from '../../state/step-names.ts';
import { messageText } from '../../words/define-messages.ts';
import { HISTORY } from '../../words/messages/history.ts';
import { edgeText, nodeText } from '../../words/names.ts';

type Named = Extract<
  StepKind,
  'add' | 'remove' | 'hide' | 'restore' | 'move' | 'pin' | 'unpin' | 'select' | 'expand' | 'collapse'
>;
const ONE = {
  add: 'addOne',
  remove: 'removeOne',
  hide: 'hideOne',
  restore: 'restoreOne',
  move: 'moveOne',
  pin: 'pinOne',
  unpin: 'unpinOne',
  select: 'selectOne',
  expand: 'expandOne',
  collapse: 'collapseOne',
} as const satisfies Record<Named, keyof typeof HISTORY.en>;

/** The text of a step, with the names that the state knows. */
export function stepText({ kind, count = 0, of }: StepName, state: Pick<ExplorerState, 'nodes' | 'edges'>): string {
  const name = of === undefined ? undefined : nameOf(of, state);
  switch (kind) {
    case 'add':
    case 'remove':
    case 'hide':
    case 'restore':
    case 'move':
    case 'pin':
    case 'unpin':
    case 'select':
    case 'expand':
    case 'collapse':
      return name === undefined ? messageText(HISTORY, kind, { count }) : messageText(HISTORY, ONE[kind], { of: name });
    case 'replace':
    case 'highlight':
      return messageText(HISTORY, kind, { count });
    case 'openView':
      return messageText(HISTORY, 'openView', { of: of ?? '' });
    case 'panel':
      return name === undefined ? messageText(HISTORY, 'panel') : messageText(HISTORY, 'panelOne', { of: name });
    case 'keepOnly':
    case 'layout':
    case 'filter':
    case 'unfilter':
    case 'style':
    case 'deselect':
    case 'closePanel':
    case 'openLink':
    case 'reset':
    case 'other':
      return messageText(HISTORY, kind);
    default:
      return kind satisfies never;
  }
}

function nameOf(id: string, { nodes, edges }: Pick<ExplorerState, 'nodes' | 'edges'>): string | undefined {
  const node = nodes.get(id);
  if (node !== undefined) return nodeText(node);
  const edge = edges.get(id);
  return edge === undefined ? undefined : edgeText(edge, nodes);
}
