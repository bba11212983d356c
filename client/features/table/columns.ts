/** The columns of the three tables: the text of a cell, and the values for searching and sorting. */
import type { GraphEdge, GraphNode, StatementView } from '../../../server/contract/explorer.ts';
import type { Stance } from '../../../server/contract/vocabulary.ts';
import { isContested } from '../../../server/contract/contention.ts';
import { dateText } from '../../words/dates.ts';
import { messageText } from '../../words/define-messages.ts';
import { KINDS, MODALITIES, MODEL, STANCE_VERBS } from '../../words/messages/model.ts';
import { TABLE } from '../../words/messages/table.ts';
import type { COLUMN_WORDS } from '../../words/messages/table.ts';
import { kindText, nodeText, STANCE_MARKS } from '../../words/names.ts';
import { numberText } from '../../words/numbers.ts';

export interface Column<Item> {
  /** Its name in the state of the table. */
  readonly id: string;
  readonly label: keyof typeof COLUMN_WORDS.en;
  /** The heading, where it is not a word of ours but the key of an attribute. */
  readonly heading?: string;
  /** The minimum width in pixels, and the share of the remaining width. */
  readonly width: number;
  readonly grow?: number;
  readonly isNumber?: boolean;
  readonly isSerif?: boolean;
  /** The text of the cell; empty for none. */
  readonly text: (item: Item) => string;
  /** The text that is searched; by default the text of the cell. */
  readonly find?: (item: Item) => string;
  /** The sort key; rows without one come last. By default the searched text. */
  readonly order?: (item: Item) => string | number | undefined;
  readonly stance?: (item: Item) => Stance | undefined;
}

export interface NodeRow {
  readonly node: GraphNode;
  /** The number of its shown edges. */
  readonly shown: number;
  /** The number of its positions that are not shown. */
  readonly missing: number;
  readonly isPinned: boolean;
}

export interface EdgeRow {
  readonly edge: GraphEdge;
  readonly source: GraphNode;
  readonly target: GraphNode;
}

const count = (value: number) => (value === 0 ? '' : numberText(value));
const date = (value: string | undefined) => (value === undefined ? '' : dateText(value));
/** One word each, because the column is narrow. */
const stanceText = (stance: Stance) =>
  `${STANCE_MARKS[stance]} ${stance === 'neutral' ? messageText(TABLE, 'neutral') : messageText(STANCE_VERBS, stance)}`;
const claimDate = ({ node }: NodeRow, which: 'firstDate' | 'lastDate') =>
  node.type === 'claim' ? node[which] : undefined;
const edgeDate = ({ edge }: EdgeRow, which: 'firstDate' | 'lastDate') =>
  edge.type === 'position' ? edge[which] : undefined;
const asserting = ({ node }: NodeRow) => (node.type === 'actor' ? node.asserts : node.asserters);
const denying = ({ node }: NodeRow) => (node.type === 'actor' ? node.denies : node.deniers);
const contestedText = ({ node }: NodeRow) => (isContested(node) ? messageText(MODEL, 'contested') : '');
const aliases = ({ node }: NodeRow) => (node.type === 'actor' ? node.aliases.join(' ') : (node.scope ?? ''));
const edgeStatements = ({ edge }: EdgeRow) => (edge.type === 'position' ? edge.statements : 0);

export const NODE_COLUMNS: readonly Column<NodeRow>[] = [
  {
    id: 'name',
    label: 'name',
    width: 320,
    grow: 3,
    text: ({ node }) => nodeText(node),
    find: (row) => `${nodeText(row.node)} ${aliases(row)}`,
  },
  {
    id: 'kind',
    label: 'kind',
    width: 112,
    text: ({ node }) => (node.type === 'claim' ? messageText(KINDS, 'claim') : kindText(node.kind)),
  },
  { id: 'contested', label: 'contested', width: 104, text: contestedText },
  {
    id: 'asserts',
    label: 'asserts',
    width: 92,
    isNumber: true,
    text: (row) => count(asserting(row)),
    order: asserting,
  },
  { id: 'denies', label: 'denies', width: 92, isNumber: true, text: (row) => count(denying(row)), order: denying },
  {
    id: 'statements',
    label: 'statements',
    width: 108,
    isNumber: true,
    text: ({ node }) => count(node.statements),
    order: ({ node }) => node.statements,
  },
  {
    id: 'shown',
    label: 'shown',
    width: 116,
    isNumber: true,
    text: ({ shown }) => count(shown),
    order: ({ shown }) => shown,
  },
  {
    id: 'missing',
    label: 'missing',
    width: 108,
    isNumber: true,
    text: ({ missing }) => count(missing),
    order: ({ missing }) => missing,
  },
  {
    id: 'topic',
    label: 'topic',
    width: 120,
    grow: 1,
    text: ({ node }) => (node.type === 'claim' ? (node.topics ?? []).join(', ') : ''),
  },
  {
    id: 'first',
    label: 'first',
    width: 140,
    text: (row) => date(claimDate(row, 'firstDate')),
    find: (row) => claimDate(row, 'firstDate') ?? '',
    order: (row) => claimDate(row, 'firstDate'),
  },
  {
    id: 'last',
    label: 'last',
    width: 140,
    text: (row) => date(claimDate(row, 'lastDate')),
    find: (row) => claimDate(row, 'lastDate') ?? '',
    order: (row) => claimDate(row, 'lastDate'),
  },
  { id: 'pinned', label: 'pinned', width: 96, text: ({ isPinned }) => (isPinned ? messageText(TABLE, 'pinned') : '') },
];

export const EDGE_COLUMNS: readonly Column<EdgeRow>[] = [
  { id: 'actor', label: 'actor', width: 180, grow: 1, text: ({ source }) => nodeText(source) },
  {
    id: 'stance',
    label: 'stance',
    width: 116,
    text: ({ edge }) => (edge.type === 'position' ? stanceText(edge.stance) : messageText(MODEL, 'speaksFor')),
    stance: ({ edge }) => (edge.type === 'position' ? edge.stance : undefined),
  },
  { id: 'claim', label: 'claim', width: 260, grow: 3, isSerif: true, text: ({ target }) => nodeText(target) },
  {
    id: 'statements',
    label: 'statements',
    width: 108,
    isNumber: true,
    text: (row) => count(edgeStatements(row)),
    order: edgeStatements,
  },
  {
    id: 'modality',
    label: 'modality',
    width: 112,
    text: ({ edge }) => (edge.type === 'position' ? messageText(MODALITIES, edge.modality) : ''),
  },
  {
    id: 'first',
    label: 'first',
    width: 140,
    text: (row) => date(edgeDate(row, 'firstDate')),
    find: (row) => edgeDate(row, 'firstDate') ?? '',
    order: (row) => edgeDate(row, 'firstDate'),
  },
  {
    id: 'last',
    label: 'last',
    width: 140,
    text: (row) => date(edgeDate(row, 'lastDate')),
    find: (row) => edgeDate(row, 'lastDate') ?? '',
    order: (row) => edgeDate(row, 'lastDate'),
  },
];

export const STATEMENT_COLUMNS: readonly Column<StatementView>[] = [
  {
    id: 'date',
    label: 'date',
    width: 140,
    text: (row) => date(row.date),
    find: (row) => row.date ?? '',
    order: (row) => row.date,
  },
  { id: 'actor', label: 'actor', width: 160, grow: 1, text: ({ actor }) => actor.name },
  {
    id: 'stance',
    label: 'stance',
    width: 116,
    text: ({ stance }) => stanceText(stance),
    stance: ({ stance }) => stance,
  },
  { id: 'claim', label: 'claim', width: 240, grow: 2, isSerif: true, text: ({ claim }) => claim.text },
  {
    id: 'quotation',
    label: 'quotation',
    width: 240,
    grow: 2,
    isSerif: true,
    text: ({ quotation }) => quotation?.exact ?? '',
  },
  { id: 'modality', label: 'modality', width: 112, text: ({ modality }) => messageText(MODALITIES, modality) },
  { id: 'document', label: 'document', width: 200, grow: 1, text: ({ document }) => document?.title ?? '' },
  { id: 'publisher', label: 'publisher', width: 140, text: ({ document }) => document?.publisher?.name ?? '' },
  {
    id: 'reportedBy',
    label: 'reportedBy',
    width: 140,
    text: ({ reportedBy }) => reportedBy.map(({ name }) => name).join(', '),
  },
];
