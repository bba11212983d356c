import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_STATE } from '../../../client/state/explorer-state.ts';
import {
  addGraph,
  closePanel,
  leavePanel,
  moveNodes,
  openDocument,
  openOverview,
  refreshGraph,
  select,
  showGraph,
  togglePins,
} from '../../../client/state/reducers.ts';
import type { ExplorerState } from '../../../client/state/explorer-state.ts';
import { actor, claim, graphs, position } from '../support.ts';

const dispute = {
  nodes: [actor('kp'), actor('us'), claim('deal')],
  edges: [position('kp', 'denies', 'deal'), position('us', 'asserts', 'deal')],
  positions: new Map([
    ['kp', { x: 300, y: 0 }],
    ['us', { x: -300, y: 0 }],
    ['deal', { x: 0, y: 0 }],
  ]),
};
const shown = showGraph({ ...EMPTY_STATE, panel: { kind: 'overview' } }, dispute);

describe('selecting', () => {
  it('opens the panel of a single selected node or edge', () => {
    expect(select(shown, ['kp'], 'replace').panel).toEqual({ kind: 'node', id: 'kp' });
    expect(select(shown, ['kp denies deal'], 'replace').panel).toEqual({ kind: 'edge', id: 'kp denies deal' });
  });

  it('opens the panel of the selection when several are selected', () => {
    const one = select(shown, ['kp'], 'replace');
    const two = select(one, ['us'], 'toggle');
    expect([...two.selection]).toEqual(['kp', 'us']);
    expect(two.panel).toEqual({ kind: 'selection' });
    expect(select(closePanel(one), ['us'], 'toggle').panel).toBeUndefined();
  });

  it('removes selected nodes by a toggle', () => {
    const two = select(select(shown, ['kp'], 'replace'), ['us'], 'toggle');
    expect([...select(two, ['kp'], 'toggle').selection]).toEqual(['us']);
  });

  it('changes an open panel to the overview when nothing is selected, and keeps a closed one closed', () => {
    expect(select(select(shown, ['kp'], 'replace'), [], 'replace').panel).toEqual({ kind: 'overview' });
    expect(select(closePanel(shown), [], 'replace').panel).toBeUndefined();
  });

  it('ignores ids that are not visible', () => {
    expect([...select(shown, ['kp', 'nobody'], 'replace').selection]).toEqual(['kp']);
  });
});

describe('documents', () => {
  it('lead back to the panel that they were opened from, after any number of quotations', () => {
    const onEdge = select(shown, ['kp denies deal'], 'replace');
    const first = openDocument(onEdge, 'article', 's1');
    const second = openDocument(first, 'article', 's2');
    expect(second.panel).toEqual({
      kind: 'document',
      id: 'article',
      statement: 's2',
      from: { kind: 'edge', id: 'kp denies deal' },
    });
    expect(leavePanel(second).panel).toEqual({ kind: 'edge', id: 'kp denies deal' });
    expect(leavePanel(leavePanel(second)).panel).toBeUndefined();
  });
});

describe('a document whose previous panel is about a deleted node', () => {
  it('leads back to the overview', () => {
    const reading = openDocument(select(shown, ['us'], 'replace'), 'article', 's1');
    const gone = showGraph(reading, { ...dispute, nodes: [actor('kp'), claim('deal')] });
    expect(leavePanel(gone).panel).toEqual({ kind: 'overview' });
    const still = refreshGraph(reading, dispute);
    expect(leavePanel(still).panel).toEqual({ kind: 'node', id: 'us' });
  });
});

describe('refreshing', () => {
  it('takes newer content, drops what no longer exists and moves nothing', () => {
    const selected = select(shown, ['us'], 'replace');
    const fresh = refreshGraph(selected, {
      nodes: [actor('kp', { statements: 9 }), claim('deal')],
      edges: dispute.edges,
    });
    expect(fresh.nodes.get('kp')).toMatchObject({ statements: 9 });
    expect([...fresh.nodes.keys()]).toEqual(['kp', 'deal']);
    expect([...fresh.edges.keys()]).toEqual(['kp denies deal']);
    expect(fresh.positions.get('kp')).toEqual({ x: 300, y: 0 });
    expect(fresh.selection.size).toBe(0);
    expect(fresh.panel).toEqual({ kind: 'overview' });
  });

  it('adds no nodes', () => {
    const fresh = refreshGraph(shown, { nodes: [...dispute.nodes, actor('new')], edges: dispute.edges });
    expect(fresh.nodes.has('new')).toBe(false);
  });
});

describe('pins', () => {
  it('are set on all nodes, and removed when all are pinned', () => {
    const both = togglePins(togglePins(shown, ['kp']), ['kp', 'us']);
    expect([...both.pinned].toSorted()).toEqual(['kp', 'us']);
    expect(togglePins(both, ['kp', 'us']).pinned.size).toBe(0);
  });

  it('keep a node where it is when another graph is shown', () => {
    const moved = togglePins(moveNodes(shown, new Map([['kp', { x: 7, y: 8 }]])), ['kp']);
    const again = showGraph(moved, dispute);
    expect(again.positions.get('kp')).toEqual({ x: 7, y: 8 });
    expect(again.positions.get('us')).toEqual({ x: -300, y: 0 });
  });
});

const steps = fc.array(
  fc.oneof(
    graphs.map((graph) => (state: ExplorerState) => showGraph(state, graph)),
    graphs.map((graph) => (state: ExplorerState) => addGraph(state, graph)),
    graphs.map((graph) => (state: ExplorerState) => refreshGraph(state, graph)),
    fc
      .record({
        ids: fc.array(fc.constantFrom('a1', 'a2', 'c1', 'a1 denies c1', 'gone')),
        how: fc.constantFrom('replace' as const, 'toggle' as const),
      })
      .map(
        ({ ids, how }) =>
          (state: ExplorerState) =>
            select(state, ids, how),
      ),
    fc.array(fc.constantFrom('a1', 'c1', 'gone')).map((ids) => (state: ExplorerState) => togglePins(state, ids)),
    fc
      .constantFrom('a1', 'c1', 'gone')
      .map((id) => (state: ExplorerState) => moveNodes(state, new Map([[id, { x: 1, y: 2 }]]))),
    fc.constantFrom(openOverview, closePanel, leavePanel, (state: ExplorerState) => openDocument(state, 'd', 's')),
  ),
  { maxLength: 20 },
);

describe('any sequence of steps', () => {
  it('keeps edges, positions, pins, selection and panel to nodes that exist', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const state = sequence.reduce((current, step) => step(current), EMPTY_STATE);
        const isShown = (id: string) => state.nodes.has(id) || state.edges.has(id);
        for (const edge of state.edges.values())
          expect(state.nodes.has(edge.source) && state.nodes.has(edge.target)).toBe(true);
        expect([...state.positions.keys()].toSorted()).toEqual([...state.nodes.keys()].toSorted());
        expect([...state.pinned].every((id) => state.nodes.has(id))).toBe(true);
        expect([...state.selection].every(isShown)).toBe(true);
        const opened = state.panel?.kind === 'node' || state.panel?.kind === 'edge' ? [state.panel.id] : [];
        expect(opened.filter((id) => !isShown(id))).toEqual([]);
      }),
    );
  });

  it('never moves existing nodes by adding or refreshing', () => {
    fc.assert(
      fc.property(graphs, graphs, (first, second) => {
        const before = showGraph(EMPTY_STATE, first);
        for (const after of [addGraph(before, second), refreshGraph(before, second)]) {
          const kept = [...before.positions].filter(([id]) => after.nodes.has(id));
          expect(kept.map(([id]) => [id, after.positions.get(id)])).toEqual(kept);
        }
      }),
    );
  });

  it('does not mutate its input', () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        let state = EMPTY_STATE;
        for (const step of sequence) {
          const before = structuredClone({
            nodes: state.nodes,
            selection: state.selection,
            positions: state.positions,
            panel: state.panel,
          });
          const next = step(state);
          expect({
            nodes: state.nodes,
            selection: state.selection,
            positions: state.positions,
            panel: state.panel,
          }).toEqual(before);
          state = next;
        }
      }),
    );
  });
});
