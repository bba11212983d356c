/** Commands that need the server: each fetches, then applies one reducer to the store. */
import type { GraphNode, NeighbourKind, Subgraph } from '../../server/contract/explorer.ts';
import { EDGE_STANCES } from '../../server/contract/vocabulary.ts';
import type { EdgeStance, Stance } from '../../server/contract/vocabulary.ts';
import { callEndpoint } from '../api/call-endpoint.ts';
import { fetchSubgraph } from '../api/fetch-subgraph.ts';
import { disputeLayout } from '../graph/layout/dispute-layout.ts';
import { message, messageText, wordMessage } from '../words/define-messages.ts';
import type { Message } from '../words/define-messages.ts';
import { COMMANDS } from '../words/messages/commands.ts';
import { COMMON } from '../words/messages/common.ts';
import { nodeText } from '../words/names.ts';
import { createAttempt } from './attempt.ts';
import { openDocument, refreshGraph, select, showEvidenceScreen, showGraph, showScreen } from '../state/reducers.ts';
import type { ExplorerState } from '../state/explorer-state.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import { NO_FILTERS } from '../state/filters.ts';
import { addNodes, bringsNew, createGrowing, EXPANSION_SIZE, grownBy, shownBeside } from './growing.ts';
import type { Growing } from './growing.ts';
import { restore } from '../state/hiding.ts';
import type { Notices } from './notices.ts';

/** Which neighbours to request; empty for all. */
export interface Relation {
  readonly stance?: EdgeStance;
  readonly relation?: 'position' | 'speaksFor' | 'spokenForBy';
  /** Kinds of actors. */
  readonly kinds?: NeighbourKind[];
  /** For claims. */
  readonly contested?: boolean;
}

/** A statement with its actor and its claim. */
export interface StatementPlace {
  readonly id: string;
  readonly actor: string;
  readonly claim: string;
}

export interface Commands extends Growing {
  /** Shows the start view of the overview. `isStep`: the user requested it, and undo restores the previous view. */
  showStart(graph: Subgraph, isStep: boolean): void;
  /** Adds up to 25 neighbours that are not visible, of one relation or of all; hidden ones are restored. */
  expand(id: string, relation?: Relation): Promise<void>;
  /** Adds an actor or claim with its edges to the view, and selects it. `isWide`: expands it, too. */
  showNode(node: GraphNode, isWide?: boolean): Promise<void>;
  /** Selects the edge of a statement, or its claim if it has no edge. `isWide`: expands both ends, too. */
  showStatement(statement: StatementPlace, isWide?: boolean): Promise<void>;
  openDocument(id: string, statement?: string): void;
  /** Fetches all nodes of the view and of its history again. */
  refresh(): Promise<void>;
}

interface CommandNeeds {
  readonly store: ExplorerStore;
  readonly notices: Notices;
  /** Pans to a node or an edge once it is drawn. */
  readonly reveal: (id: string) => void;
  /** The free part of the canvas, for the layout of the start view, in pixels. */
  readonly canvasSize: () => { readonly width: number; readonly height: number };
}

export function createCommands({ store, notices, reveal, canvasSize }: CommandNeeds): Commands {
  const say = (words: string) => notices.announcement.set(words);
  const attempt = createAttempt(notices);
  const commands: Commands = {
    ...createGrowing({ store, notices }),
    showStart(graph, isStep) {
      const placed = { ...graph, positions: disputeLayout(graph.nodes, graph.edges, { canvas: canvasSize() }) };
      const plain = { hidden: new Set<string>(), highlight: new Set<string>(), filters: NO_FILTERS };
      const reduce = (state: ExplorerState) => showGraph(select({ ...state, ...plain }, [], 'replace'), placed);
      if (isStep) store.step((state) => showScreen(reduce(state), 'graph'), { kind: 'reset' });
      else store.patch(reduce);
      say(
        messageText(COMMANDS, 'shown', {
          nodes: messageText(COMMON, 'nodes', { count: graph.nodes.length }),
          edges: messageText(COMMON, 'edges', { count: graph.edges.length }),
        }),
      );
    },
    expand: (id, relation = {}) =>
      attempt(message(COMMANDS, 'expandProblem'), async () => {
        const exclude = shownBeside(store.state(), id);
        const answer = await callEndpoint('neighbours', {
          params: { id },
          body: { ...relation, exclude, limit: EXPANSION_SIZE },
        });
        if (bringsNew(store.state(), answer))
          store.step((state) => grownBy(state, answer, id), { kind: 'expand', count: 1, of: id });
        const outcome = expansionOutcome(store.state(), id, answer);
        notices.outcome.set(outcome);
        say(wordMessage(outcome));
      }),
    showNode: (node, isWide = false) =>
      attempt(message(COMMANDS, 'nodeProblem'), async () => {
        if (!store.state().nodes.has(node.id)) await addNodes(store, [node.id]);
        store.step((state) => select(restore(showEvidenceScreen(state), [node.id]), [node.id], 'replace'));
        if (isWide) await commands.expand(node.id);
        reveal(node.id);
        say(messageText(COMMANDS, 'selected', { name: nodeText(node) }));
      }),
    showStatement: ({ id, actor, claim }, isWide = false) =>
      attempt(message(COMMANDS, 'statementProblem'), async () => {
        await addNodes(store, [actor, claim]);
        const stance = await stanceOf({ id, actor, claim });
        const edge = stance === undefined ? claim : `${actor} ${stance} ${claim}`;
        const shown = store.state().edges.has(edge) ? edge : claim;
        store.step((state) => select(showEvidenceScreen(state), [shown], 'replace'));
        if (isWide) await commands.expandAll([actor, claim]);
        reveal(shown);
        say(messageText(COMMANDS, 'statementShown'));
      }),
    openDocument: (id, statement) => store.step((state) => openDocument(showEvidenceScreen(state), id, statement)),
    refresh: () =>
      attempt(message(COMMANDS, 'refreshProblem'), async () => {
        const ids = store.knownNodes();
        if (ids.length === 0) return;
        const answer = await fetchSubgraph(ids);
        store.revise((state) => refreshGraph(state, answer));
      }),
  };
  return commands;
}

/** Finds the stance of a statement by its id, actor and claim. */
async function stanceOf({ id, actor, claim }: StatementPlace): Promise<Stance | undefined> {
  for (const stance of EDGE_STANCES) {
    const page = await callEndpoint('statements', { query: { actor, claim, stance, limit: 200 } });
    if (page.statements.some((statement) => statement.id === id)) return stance;
  }
  return undefined;
}

function expansionOutcome(state: ExplorerState, id: string, answer: Subgraph): Message {
  const node = state.nodes.get(id);
  const name = node === undefined ? message(COMMANDS, 'thisNode') : nodeText(node);
  const added = answer.nodes.filter((other) => other.id !== id).length;
  if (added === 0) return message(COMMANDS, 'noMore', { name });
  return message(COMMANDS, answer.truncated ? 'addedOfMore' : 'added', { count: added, name });
}
