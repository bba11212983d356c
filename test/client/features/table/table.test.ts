import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { selectionWords } from '../../../../client/page/use-spoken-selection.ts';
import { EMPTY_STATE } from '../../../../client/state/explorer-state.ts';
import { arrangeRows } from '../../../../client/features/table/arrange-rows.ts';
import { attributeColumns } from '../../../../client/features/table/attribute-columns.ts';
import { EDGE_COLUMNS, NODE_COLUMNS, STATEMENT_COLUMNS } from '../../../../client/features/table/columns.ts';
import type { Column } from '../../../../client/features/table/columns.ts';
import { cellAfter, rowsBetween } from '../../../../client/features/table/grid-moves.ts';
import { chooseColumns, filterRows, showTable, sortRows } from '../../../../client/features/table/table-state.ts';
import { edgeRows, nodeRows } from '../../../../client/features/table/view-rows.ts';
import { actor, claim, nodeMap, position, statement } from '../../support.ts';

const nodes = nodeMap(
  actor('kp', { name: 'North Korea', kind: 'state', aliases: ['DPRK'], asserts: 0, denies: 2, statements: 3 }),
  actor('ve', { name: 'Véra Ødegaard', kind: 'person', asserts: 1, statements: 1 }),
  claim('c1', {
    text: 'Arms were sold.',
    asserters: 1,
    deniers: 1,
    statements: 4,
    firstDate: '2022-09',
    lastDate: '2022-09-22',
  }),
);
const edges = new Map(
  [position('kp', 'denies', 'c1', { statements: 3, lastDate: '2022-09-22' }), position('ve', 'asserts', 'c1')].map(
    (edge) => [edge.id, edge],
  ),
);
const rows = nodeRows({ nodes, edges }, new Set(['ve']));
const names = (text: string, sort?: { column: string; isDescending: boolean }) =>
  arrangeRows(rows, { columns: NODE_COLUMNS, text, sort }).map(({ node }) => node.id);
const cells = <Item>(columns: readonly Column<Item>[], row: Item | undefined) =>
  row && Object.fromEntries(columns.map(({ id, text }) => [id, text(row)]));

beforeAll(() => {
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

describe('the rows of the shown nodes', () => {
  it('tell what is shown of each and what is not, claims first, then those with most statements', () => {
    expect(rows.map(({ node, shown, missing, isPinned }) => [node.id, shown, missing, isPinned])).toEqual([
      ['c1', 2, 0, false],
      ['kp', 1, 1, false],
      ['ve', 1, 0, true],
    ]);
  });

  it('say in their cells what the node is, and nothing for nothing', () => {
    expect(cells(NODE_COLUMNS, rows[0])).toEqual({
      name: 'Arms were sold.',
      kind: 'Claim',
      contested: 'contested',
      asserts: '1',
      denies: '1',
      statements: '4',
      shown: '2',
      missing: '',
      topic: '',
      first: 'September 2022',
      last: expect.stringMatching(/22 Sept? 2022/u) as string,
      pinned: '',
    });
    expect(cells(NODE_COLUMNS, rows[2])).toMatchObject({
      name: 'Véra Ødegaard',
      kind: 'Person',
      contested: '',
      denies: '',
      pinned: 'pinned',
    });
  });
});

describe('the columns of attributes', () => {
  const withAttributes = nodeRows(
    {
      nodes: nodeMap(
        actor('a', { attributes: { seats: [9], party: ['Left', 'Green'], since: ['2022-09'] } }),
        actor('b', { attributes: { seats: [12], party: ['Blue'] } }),
        claim('c', { attributes: { party: ['Left'], seats: [100] } }),
        actor('d'),
      ),
      edges: new Map(),
    },
    new Set(),
  );
  const columns = attributeColumns(withAttributes);
  const order = (text: string, column?: string) =>
    arrangeRows(withAttributes, {
      columns,
      text,
      sort: column === undefined ? undefined : { column, isDescending: false },
    }).map(({ node }) => node.id);

  it('are those of the shown nodes, the most frequent first', () => {
    expect(columns.map(({ heading }) => heading)).toEqual(['party', 'seats', 'since']);
    expect(cells(columns, withAttributes[1])).toEqual({
      'attribute.party': 'Left, Green',
      'attribute.seats': '9',
      'attribute.since': 'September 2022',
    });
  });

  it('are sorted as numbers or as texts, and searched in both forms of a date', () => {
    expect(order('', 'attribute.seats')).toEqual(['a', 'b', 'c', 'd']);
    expect(order('', 'attribute.party')).toEqual(['b', 'c', 'a', 'd']);
    expect(order('2022-09')).toEqual(['a']);
    expect(order('left')).toEqual(['c', 'a']);
  });
});

describe('finding rows', () => {
  it('takes every word, in any case, without accents, and by alias', () => {
    expect(names('korea NORTH')).toEqual(['kp']);
    expect(names('vera')).toEqual(['ve']);
    expect(names('dprk')).toEqual(['kp']);
    expect(names('korea person')).toEqual([]);
    expect(names('  ')).toEqual(['c1', 'kp', 've']);
    expect(names('2022-09-22')).toEqual(['c1']);
  });
});

describe('ordering rows', () => {
  it('compares numbers as numbers and dates as dates, with what has none at the end either way', () => {
    expect(names('', { column: 'statements', isDescending: true })).toEqual(['c1', 'kp', 've']);
    expect(names('', { column: 'first', isDescending: false })).toEqual(['c1', 'kp', 've']);
    expect(names('', { column: 'first', isDescending: true })).toEqual(['c1', 'kp', 've']);
    expect(names('', { column: 'name', isDescending: true })).toEqual(['ve', 'kp', 'c1']);
  });

  it('loses and adds no row, and leaves equal ones in their order', () => {
    const columns: readonly Column<readonly [string, number]>[] = [
      { id: 'character', label: 'name', width: 1, text: ([character]) => character },
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'B', 'é', '')), fc.boolean(), (characters, isDescending) => {
        const given = characters.map((character, index) => [character, index] as const);
        const arranged = arrangeRows(given, { columns, text: '', sort: { column: 'character', isDescending } });
        expect(arranged.toSorted((a, b) => a[1] - b[1])).toEqual(given);
        for (const character of ['a', 'B', 'é', '']) {
          const places = arranged.filter(([one]) => one === character).map(([, index]) => index);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
        expect(
          arranged
            .slice(characters.filter((character) => character !== '').length)
            .every(([character]) => character === ''),
        ).toBe(true);
      }),
    );
  });
});

describe('the rows of edges and statements', () => {
  it('name both ends, the stance with its mark, and the words', () => {
    const [denial] = edgeRows({ nodes, edges });
    expect(cells(EDGE_COLUMNS, denial)).toMatchObject({
      actor: 'North Korea',
      stance: '✕ denies',
      claim: 'Arms were sold.',
      statements: '3',
      modality: 'stated',
      first: '',
    });
    const said = statement('s', {
      stance: 'denies',
      date: '2022',
      modality: 'reported',
      quotation: { exact: 'never', location: 'located' },
      reportedBy: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
      document: { id: 'd', title: 'Title', publisher: { id: 'p', name: 'Paper' } },
    });
    expect(cells(STATEMENT_COLUMNS, said)).toEqual({
      date: '2022',
      actor: 'A',
      stance: '✕ denies',
      claim: 'C',
      quotation: 'never',
      modality: 'reported',
      document: 'Title',
      publisher: 'Paper',
      reportedBy: 'A, B',
    });
  });
});

describe('the keys of a grid', () => {
  const size = { rows: 10, columns: 3, page: 4 };
  const after = (row: number, column: number, key: string, isCommand = false) =>
    cellAfter({ row, column }, { key, isCommand }, size);

  it('move by cell, by screen and to the ends, up into the header', () => {
    expect(after(0, 0, 'ArrowUp')).toEqual({ row: -1, column: 0 });
    expect(after(-1, 1, 'ArrowDown')).toEqual({ row: 0, column: 1 });
    expect(after(9, 2, 'ArrowDown')).toEqual({ row: 9, column: 2 });
    expect(after(3, 2, 'ArrowRight')).toEqual({ row: 3, column: 2 });
    expect(after(3, 0, 'PageDown')).toEqual({ row: 7, column: 0 });
    expect(after(3, 0, 'PageUp')).toEqual({ row: 0, column: 0 });
    expect(after(3, 2, 'Home')).toEqual({ row: 3, column: 0 });
    expect(after(3, 0, 'End', true)).toEqual({ row: 9, column: 2 });
    expect(after(3, 0, 'x')).toBeUndefined();
  });

  it('take the rows between two, whichever comes first', () => {
    expect(rowsBetween(['a', 'b', 'c', 'd'], 2, 1)).toEqual(['b', 'c']);
    expect(rowsBetween(['a', 'b'], -1, 0)).toEqual(['a']);
  });
});

describe('the state of the tables', () => {
  it('orders a column up, then down, then not', () => {
    const sorts = [1, 2, 3]
      .reduce<(typeof EMPTY_STATE)[]>((states) => [...states, sortRows(states.at(-1) ?? EMPTY_STATE, 'name')], [])
      .map(({ table }) => table.looks.nodes.sort);
    expect(sorts).toEqual([{ column: 'name', isDescending: false }, { column: 'name', isDescending: true }, undefined]);
  });

  it('keeps each table its own order and columns, and one column at least', () => {
    const state = chooseColumns(
      sortRows(showTable(EMPTY_STATE, 'edges'), 'stance'),
      ['actor', 'stance'],
      new Set(['stance']),
    );
    expect(state.table.looks.edges).toEqual({ sort: { column: 'stance', isDescending: false }, without: ['actor'] });
    expect(state.table.looks.nodes).toEqual(EMPTY_STATE.table.looks.nodes);
    expect(chooseColumns(state, ['actor', 'stance'], new Set())).toBe(state);
    expect(filterRows(state, '')).toBe(state);
  });
});

describe('what is said of a selection', () => {
  const said = (...ids: string[]) => selectionWords({ selection: new Set(ids), nodes, edges });

  it('names the one thing, and counts several', () => {
    expect(said('kp')).toBe('North Korea selected.');
    expect(said('ve asserts c1')).toBe('Véra Ødegaard asserts: Arms were sold. (1 statement) selected.');
    expect(said('kp', 've')).toBe('2 nodes selected.');
    expect(said('kp', 've', 'kp denies c1')).toBe('2 nodes and 1 edge selected.');
    expect(said()).toBe('Nothing selected.');
  });
});
