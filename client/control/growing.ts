/** Grows the view by the neighbours of several nodes, and removes what expansions added. */
import type { Subgraph } from '../../server/contract/explorer.ts';
import { byTelling } from '../../server/contract/telling-order.ts';
import { callEndpoint } from '../api/call-endpoint.ts';
import { placeNewNodes } from '../graph/layout/place-new-nodes.ts';
import { message, wordMessage } from '../words/define-messages.ts';
import type { Message } from '../words/define-messages.ts';
import { GROWING } from '../words/messages/growing.ts';
import { createAttempt } from './attempt.ts';
import { collapse, collapsible } from '../state/collapse.ts';
import { addGraph } from '../state/reducers.ts';
import type { ExplorerState, PlacedGraph } from '../state/explorer-state.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import { highlight, restore } from '../state/hiding.ts';
import type { Notices } from './notices.ts';
import { hiddenNeighbours } from '../state/view-counts.ts';

/** How many neighbours one expansion adds. */
export const EXPANSION_SIZE = 25;
/** Expanding a selection adds about this many neighbours in total, and at least MIN_EACH of each node. */
const SELECTION_EXPANSION = 100;
const MIN_EACH = 4;
/** How many nodes can be expanded, or have their common neighbours fetched, at once. */
export const MAX_TOGETHER = 50;
/** The maximum number of common neighbours in a response. */
const MAX_COMMON = 200;
/** Maximum number of ids in one request; nodes beyond it keep their content until the page is reloaded. */
export const SUBGRAPH_LIMIT = 2_000;
const EXCLUDE_LIMIT = 5_000;

export interface Growing {
  /** Adds neighbours of several nodes as one step: at most 25 of each node, fewer if there are many nodes. Of more than 50 nodes, the 50 with the most missing neighbours are expanded. */
  expandAll(ids: readonly string[]): Promise<void>;
  /** Removes what the expansions of these nodes added and nothing else depends on. */
  collapse(ids: readonly string[]): void;
  /** Adds all edges between the nodes of the view. */
  connect(): Promise<void>;
  /** Adds and highlights the common neighbours of these nodes: 25 at first, 25 more with each further call. */
  showCommon(ids: readonly string[]): Promise<void>;
  /** Adds nodes by id, with all edges between them and the view. */
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
  const announce = (outcome: Message) => {
    notices.outcome.set(outcome);
    notices.announcement.set(wordMessage(outcome));
  };
  return {
    expandAll: (ids) =>
      attempt(message(GROWING, 'expandFailed'), async () => {
        const before = notHidden(store.state());
        const isMore = await expandAll(store, mostToBring(store.state(), ids, MAX_TOGETHER));
        const count = notHidden(store.state()) - before;
        if (count === 0) announce(message(GROWING, 'selectionHasAll'));
        else if (ids.length > MAX_TOGETHER)
          announce(message(GROWING, 'selectionExpandedPart', { count, max: MAX_TOGETHER, total: ids.length }));
        else announce(message(GROWING, isMore ? 'selectionExpandedMore' : 'selectionExpanded', { count }));
      }),
    collapse(ids) {
      const count = collapsible(store.state(), ids).size;
      if (count > 0)
        store.step((state) => collapse(state, ids), {
          kind: 'collapse',
          count,
          ...(ids[0] !== undefined && ids.length === 1 && { of: ids[0] }),
        });
      announce(count === 0 ? message(GROWING, 'nothingToCollapse') : message(GROWING, 'collapsed', { count }));
    },
    connect: () =>
      attempt(message(GROWING, 'connectFailed'), async () => {
        const ids = [...store.state().nodes.keys()];
        const answer = await callEndpoint('subgraph', { body: { ids: ids.slice(0, SUBGRAPH_LIMIT) } });
        const count = answer.edges.filter(({ id }) => !store.state().edges.has(id)).length;
        if (count > 0) store.step((state) => addGraph(state, { nodes: [], edges: answer.edges, positions: new Map() }));
        const outcome = count === 0 ? message(GROWING, 'allConnected') : message(GROWING, 'connected', { count });
        announce(
          ids.length > SUBGRAPH_LIMIT
            ? message(GROWING, 'connectedInPart', { outcome, count: SUBGRAPH_LIMIT })
            : outcome,
        );
      }),
    showCommon: (ids) =>
      attempt(message(GROWING, 'commonFailed'), async () => {
        const limit = Math.min(MAX_COMMON, commonPointedOut(store.state(), ids) + EXPANSION_SIZE);
        const answer = await callEndpoint('commonNeighbours', { body: { ids: ids.slice(0, MAX_TOGETHER), limit } });
        const count = answer.nodes.filter(({ id }) => !ids.includes(id)).length;
        if (count === 0) {
          announce(message(GROWING, 'noCommon'));
          return;
        }
        const pointed = [...ids, ...answer.nodes.map(({ id }) => id), ...answer.edges.map(({ id }) => id)];
        const whole = await withEdgesAmong(store.state(), [answer]);
        store.step((state) => highlight(addGraph(state, placedBeside(state, whole, ids[0])), pointed));
        announce(commonOutcome(count, answer.total));
      }),
    addNodes: (ids) =>
      attempt(message(GROWING, 'addFailed'), async () => {
        const count = await addNodes(store, ids);
        announce(count === 0 ? message(GROWING, 'nothingAdded') : message(GROWING, 'nodesAdded', { count }));
      }),
  };
}

const notHidden = ({ nodes, hidden }: ExplorerState): number => nodes.size - hidden.size;

/** How many common neighbours of these are highlighted already; they are the first in the server's order. */
function commonPointedOut({ highlight: pointed, nodes }: ExplorerState, ids: readonly string[]): number {
  if (!ids.every((id) => pointed.has(id))) return 0;
  return [...pointed].filter((id) => nodes.has(id) && !ids.includes(id)).length;
}

function commonOutcome(count: number, total: number): Message {
  if (total <= count) return message(GROWING, 'common', { count });
  return message(GROWING, count < MAX_COMMON ? 'commonMore' : 'commonMost', { count, total });
}

/** Adds nodes by id, with all edges between them and the view; hidden ones are restored. Returns how many became visible. */
export async function addNodes(store: ExplorerStore, ids: readonly string[]): Promise<number> {
  const shown = [...store.state().nodes.keys()].filter((id) => !ids.includes(id)).slice(0, SUBGRAPH_LIMIT - ids.length);
  const answer = await callEndpoint('subgraph', { body: { ids: [...ids, ...shown] } });
  const near = ids.find((id) => store.state().nodes.has(id));
  const { nodes, hidden } = store.state();
  store.step((state) => restore(addGraph(state, placedBeside(state, answer, near)), ids));
  return ids.filter((id) => (!nodes.has(id) || hidden.has(id)) && store.state().nodes.has(id)).length;
}

/** The nodes that an expansion of `id` can exclude: all visible ones except the node itself. Hidden neighbours are not excluded. */
export function shownBeside({ nodes, hidden }: Pick<ExplorerState, 'nodes' | 'hidden'>, id: string): string[] {
  return [...nodes.keys()].filter((known) => known !== id && !hidden.has(known)).slice(0, EXCLUDE_LIMIT);
}

type Answer = Pick<Subgraph, 'nodes' | 'edges'>;

/** Whether a response contains anything that is not visible. */
export function bringsNew({ nodes, edges, hidden }: ExplorerState, answer: Answer): boolean {
  return (
    answer.nodes.some(({ id }) => !nodes.has(id) || hidden.has(id)) || answer.edges.some(({ id }) => !edges.has(id))
  );
}

/** Adds the result of an expansion, placed near the expanded node; hidden nodes in it are restored at their positions. */
export function grownBy(state: ExplorerState, answer: Answer, id: string): ExplorerState {
  return restore(
    addGraph(state, placedBeside(state, answer, id), id),
    answer.nodes.map((node) => node.id),
  );
}

/** Finds positions for the new nodes of a response. */
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

/** The `limit` nodes of `ids` with the most missing neighbours, then the more telling ones; in the given order. */
export function mostToBring(
  state: Pick<ExplorerState, 'nodes' | 'edges'>,
  ids: readonly string[],
  limit: number,
): readonly string[] {
  if (ids.length <= limit) return ids;
  const hidden = hiddenNeighbours(state);
  const ranked = ids.toSorted((a, b) => {
    const [one, other] = [state.nodes.get(a), state.nodes.get(b)];
    return (hidden.get(b) ?? 0) - (hidden.get(a) ?? 0) || (one && other ? byTelling(one, other) : 0);
  });
  const chosen = new Set(ranked.slice(0, limit));
  return ids.filter((id) => chosen.has(id));
}

/** Fetches the neighbours of several nodes and adds them as one step; returns whether there are more. */
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
  // No response contains edges to the nodes of the others: one more request fetches them.
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

/** Merges responses, with all edges between their nodes and the view. */
async function withEdgesAmong(
  state: ExplorerState,
  answers: readonly Pick<Subgraph, 'nodes' | 'edges'>[],
): Promise<Pick<Subgraph, 'nodes' | 'edges'>> {
  const nodes = answers.flatMap((answer) => answer.nodes);
  const ids = [...new Set([...nodes.map(({ id }) => id), ...state.nodes.keys()])];
  const among = await callEndpoint('subgraph', { body: { ids: ids.slice(0, SUBGRAPH_LIMIT) } });
  return { nodes, edges: [...answers.flatMap((answer) => answer.edges), ...among.edges] };
}
