/** Growing a view by more than one node's neighbours, and taking back what was brought. */
import type { Subgraph } from '../../server/contract/explorer.ts';
import { callEndpoint } from '../api/call-endpoint.ts';
import { placeNewNodes } from '../graph/layout/place-new-nodes.ts';
import { messageText } from '../words/define-messages.ts';
import { GROWING } from '../words/messages/growing.ts';
import { createAttempt } from './attempt.ts';
import { collapse, collapsible } from '../state/collapse.ts';
import { addGraph } from '../state/reducers.ts';
import type { ExplorerState, PlacedGraph } from '../state/explorer-state.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import { highlight, restore } from '../state/hiding.ts';
import type { Notices } from './notices.ts';
import { hiddenNeighbours } from '../state/view-counts.ts';

/** How many neighbours one expansion brings. */
export const EXPANSION_SIZE = 25;
/** Expanding a selection brings at most about so many in all, and of each node at least so many. */
const SELECTION_EXPANSION = 100;
const MIN_EACH = 4;
/** Nodes whose neighbours, or common neighbours, are asked for at once. */
export const MAX_TOGETHER = 50;
/** Common neighbours that the server tells of at most. */
const MAX_COMMON = 200;
/** Ids that the server takes in one request; what is beyond keeps its content until the page is loaded again. */
export const SUBGRAPH_LIMIT = 2_000;
const EXCLUDE_LIMIT = 5_000;

export interface Growing {
  /** Brings neighbours of several nodes, as one step: of each at most 25, of many fewer; of more than 50 nodes those of the 50 with most to bring. */
  expandAll(ids: readonly string[]): Promise<void>;
  /** Takes back what the expansions of these brought and nothing else needs. */
  collapse(ids: readonly string[]): void;
  /** Adds all edges among what is shown. */
  connect(): Promise<void>;
  /** Adds and points out what all or most of these are joined to, 25 at first; asked again, 25 more. */
  showCommon(ids: readonly string[]): Promise<void>;
  /** Adds nodes by their ids, with every edge between them and what is shown. */
  addNodes(ids: readonly string[]): Promise<void>;
}

export function createGrowing({
  store,
  notices,
}: {
  readonly store: ExplorerStore;
  readonly notices: Notices;
}): Growing {
  const attempt = createAttempt(notices);
  const tell = (words: string) => {
    notices.outcome.set({ words });
    notices.announcement.set(words);
  };
  return {
    expandAll: (ids) =>
      attempt(messageText(GROWING, 'expandFailed'), async () => {
        const before = notHidden(store.state());
        const isMore = await expandAll(store, mostToBring(store.state(), ids, MAX_TOGETHER));
        const count = notHidden(store.state()) - before;
        if (count === 0) tell(messageText(GROWING, 'selectionHasAll'));
        else if (ids.length > MAX_TOGETHER)
          tell(messageText(GROWING, 'selectionExpandedPart', { count, most: MAX_TOGETHER, total: ids.length }));
        else tell(messageText(GROWING, isMore ? 'selectionExpandedMore' : 'selectionExpanded', { count }));
      }),
    collapse(ids) {
      const count = collapsible(store.state(), ids).size;
      if (count > 0)
        store.step((state) => collapse(state, ids), {
          kind: 'collapse',
          count,
          ...(ids[0] !== undefined && ids.length === 1 && { of: ids[0] }),
        });
      tell(count === 0 ? messageText(GROWING, 'nothingToCollapse') : messageText(GROWING, 'collapsed', { count }));
    },
    connect: () =>
      attempt(messageText(GROWING, 'connectFailed'), async () => {
        const ids = [...store.state().nodes.keys()];
        const answer = await callEndpoint('subgraph', { body: { ids: ids.slice(0, SUBGRAPH_LIMIT) } });
        const count = answer.edges.filter(({ id }) => !store.state().edges.has(id)).length;
        if (count > 0) store.step((state) => addGraph(state, { nodes: [], edges: answer.edges, positions: new Map() }));
        const words = count === 0 ? messageText(GROWING, 'allConnected') : messageText(GROWING, 'connected', { count });
        tell(
          ids.length > SUBGRAPH_LIMIT
            ? `${words} ${messageText(GROWING, 'connectedInPart', { count: SUBGRAPH_LIMIT })}`
            : words,
        );
      }),
    showCommon: (ids) =>
      attempt(messageText(GROWING, 'commonFailed'), async () => {
        const limit = Math.min(MAX_COMMON, commonPointedOut(store.state(), ids) + EXPANSION_SIZE);
        const answer = await callEndpoint('commonNeighbours', { body: { ids: ids.slice(0, MAX_TOGETHER), limit } });
        const count = answer.nodes.filter(({ id }) => !ids.includes(id)).length;
        if (count === 0) {
          tell(messageText(GROWING, 'noCommon'));
          return;
        }
        const pointed = [...ids, ...answer.nodes.map(({ id }) => id), ...answer.edges.map(({ id }) => id)];
        const whole = await withEdgesAmong(store.state(), [answer]);
        store.step((state) => highlight(addGraph(state, placedBeside(state, whole, ids[0])), pointed));
        tell(commonWords(count, answer.total));
      }),
    addNodes: (ids) =>
      attempt(messageText(GROWING, 'addFailed'), async () => {
        const count = await addNodes(store, ids);
        tell(count === 0 ? messageText(GROWING, 'nothingAdded') : messageText(GROWING, 'nodesAdded', { count }));
      }),
  };
}

const notHidden = ({ nodes, hidden }: ExplorerState): number => nodes.size - hidden.size;

/** How many common neighbours of these are pointed out already; they are the first in the server's order. */
function commonPointedOut({ highlight: pointed, nodes }: ExplorerState, ids: readonly string[]): number {
  if (!ids.every((id) => pointed.has(id))) return 0;
  return [...pointed].filter((id) => nodes.has(id) && !ids.includes(id)).length;
}

function commonWords(count: number, total: number): string {
  if (total <= count) return messageText(GROWING, 'common', { count });
  return messageText(GROWING, count < MAX_COMMON ? 'commonMore' : 'commonMost', { count, total });
}

/** Adds nodes by id, with every edge between them and what is shown; hidden ones come back. Gives how many were not to be seen. */
export async function addNodes(store: ExplorerStore, ids: readonly string[]): Promise<number> {
  const shown = [...store.state().nodes.keys()].filter((id) => !ids.includes(id)).slice(0, SUBGRAPH_LIMIT - ids.length);
  const answer = await callEndpoint('subgraph', { body: { ids: [...ids, ...shown] } });
  const near = ids.find((id) => store.state().nodes.has(id));
  const { nodes, hidden } = store.state();
  store.step((state) => restore(addGraph(state, placedBeside(state, answer, near)), ids));
  return ids.filter((id) => (!nodes.has(id) || hidden.has(id)) && store.state().nodes.has(id)).length;
}

/** What an expansion of the node need not bring: all that is shown but the node itself. Hidden neighbours may come back. */
export function shownBeside({ nodes, hidden }: Pick<ExplorerState, 'nodes' | 'hidden'>, id: string): string[] {
  return [...nodes.keys()].filter((known) => known !== id && !hidden.has(known)).slice(0, EXCLUDE_LIMIT);
}

type Answer = Pick<Subgraph, 'nodes' | 'edges'>;

/** Whether anything of an answer is not shown. */
export function bringsNew({ nodes, edges, hidden }: ExplorerState, answer: Answer): boolean {
  return (
    answer.nodes.some(({ id }) => !nodes.has(id) || hidden.has(id)) || answer.edges.some(({ id }) => !edges.has(id))
  );
}

/** With what the expansion of a node brought, placed near it; hidden nodes among it are where they were. */
export function grownBy(state: ExplorerState, answer: Answer, id: string): ExplorerState {
  return restore(
    addGraph(state, placedBeside(state, answer, id), id),
    answer.nodes.map((node) => node.id),
  );
}

/** Finds places for what is new in an answer. */
export function placedBeside(
  state: ExplorerState,
  answer: Pick<Subgraph, 'nodes' | 'edges'>,
  near: string | undefined,
): PlacedGraph {
  const nodes = [...new Map([...state.nodes, ...answer.nodes.map((node) => [node.id, node] as const)]).values()];
  const edges = [...new Map([...state.edges, ...answer.edges.map((edge) => [edge.id, edge] as const)]).values()];
  const placing = { nodes, edges, positions: state.positions, ...(near === undefined ? {} : { near }) };
  return { nodes: answer.nodes, edges: answer.edges, positions: placeNewNodes(placing) };
}

/** Those of `ids`, at most `limit`, that have most neighbours which are not shown, in the order given. */
export function mostToBring(
  state: Pick<ExplorerState, 'nodes' | 'edges'>,
  ids: readonly string[],
  limit: number,
): readonly string[] {
  if (ids.length <= limit) return ids;
  const hidden = hiddenNeighbours(state);
  const chosen = new Set(ids.toSorted((a, b) => (hidden.get(b) ?? 0) - (hidden.get(a) ?? 0)).slice(0, limit));
  return ids.filter((id) => chosen.has(id));
}

/** Fetches the neighbours of several nodes and adds them as one step; gives whether there are more. */
async function expandAll(store: ExplorerStore, ids: readonly string[]): Promise<boolean> {
  const limit = Math.min(EXPANSION_SIZE, Math.max(MIN_EACH, Math.floor(SELECTION_EXPANSION / ids.length)));
  const answers = await Promise.all(
    ids.map(async (id) => {
      return {
        id,
        answer: await callEndpoint('neighbours', {
          params: { id },
          body: { exclude: shownBeside(store.state(), id), limit },
        }),
      };
    }),
  );
  if (!answers.some(({ answer }) => bringsNew(store.state(), answer))) return false;
  // No answer knows of what the others bring: the edges among those come by one request more.
  const whole = await withEdgesAmong(
    store.state(),
    answers.map(({ answer }) => answer),
  );
  store.step(
    (state) => {
      const grown = answers.reduce(
        (now, { id, answer }) => grownBy(now, { nodes: answer.nodes, edges: whole.edges }, id),
        state,
      );
      return addGraph(grown, { ...whole, positions: new Map() });
    },
    { kind: 'expand', count: ids.length },
  );
  return answers.some(({ answer }) => answer.truncated);
}

/** The answers as one, with every edge among what they bring and what is shown. */
async function withEdgesAmong(
  state: ExplorerState,
  answers: readonly Pick<Subgraph, 'nodes' | 'edges'>[],
): Promise<Pick<Subgraph, 'nodes' | 'edges'>> {
  const nodes = answers.flatMap((answer) => answer.nodes);
  const ids = [...new Set([...nodes.map(({ id }) => id), ...state.nodes.keys()])];
  const among = await callEndpoint('subgraph', { body: { ids: ids.slice(0, SUBGRAPH_LIMIT) } });
  return { nodes, edges: [...answers.flatMap((answer) => answer.edges), ...among.edges] };
}
