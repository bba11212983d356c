import { describe, expect, it } from 'vitest';
import { EMPTY_STATE } from '../../../client/state/explorer-state.ts';
import {
  closePanel,
  openDocument,
  openOverview,
  refreshGraph,
  reopenPanel,
  select,
  showGraph,
} from '../../../client/state/reducers.ts';
import { goBackInPanel, goForwardInPanel, TRAIL_LIMIT } from '../../../client/state/panel-trail.ts';
import { actor, claim, position } from '../support.ts';

const graph = {
  nodes: [actor('kp'), claim('deal')],
  edges: [position('kp', 'denies', 'deal')],
  positions: new Map([
    ['kp', { x: 0, y: 0 }],
    ['deal', { x: 9, y: 0 }],
  ]),
};
const shown = openOverview(showGraph(EMPTY_STATE, graph));

describe('the panel’s own back and forward', () => {
  it('lead through the panels that were open', () => {
    const third = openDocument(select(select(shown, ['kp'], 'replace'), ['deal'], 'replace'), 'article', 's1');
    const back = goBackInPanel(goBackInPanel(third));
    expect(back.panel).toEqual({ kind: 'node', id: 'kp' });
    expect(goForwardInPanel(back).panel).toEqual({ kind: 'node', id: 'deal' });
    expect(goForwardInPanel(goForwardInPanel(back))).toEqual(third);
    expect(goForwardInPanel(third)).toBe(third);
  });

  it('count quotations of one document as one entry', () => {
    const turned = openDocument(openDocument(select(shown, ['kp'], 'replace'), 'article', 's1'), 'article', 's2');
    expect(goBackInPanel(turned).panel).toEqual({ kind: 'node', id: 'kp' });
  });

  it('drop the forward panels when another panel is opened', () => {
    const back = goBackInPanel(select(shown, ['kp'], 'replace'));
    expect(select(back, ['deal'], 'replace').panelForward).toEqual([]);
  });

  it('reopen a closed panel', () => {
    expect(goBackInPanel(closePanel(select(shown, ['kp'], 'replace'))).panel).toEqual({ kind: 'node', id: 'kp' });
  });

  it('skip panels of deleted nodes', () => {
    const there = select(select(shown, ['kp'], 'replace'), ['deal'], 'replace');
    expect(goBackInPanel(refreshGraph(there, { nodes: [claim('deal')], edges: [] })).panel).toEqual({
      kind: 'overview',
    });
  });

  it('keep a limited number of panels', () => {
    let state = shown;
    for (let turn = 0; turn < TRAIL_LIMIT + 20; turn += 1)
      state = select(state, [turn % 2 === 0 ? 'kp' : 'deal'], 'replace');
    expect(state.panelBack.length).toBe(TRAIL_LIMIT);
  });
});

describe('a closed panel', () => {
  it('opens on the selection, otherwise on the overview', () => {
    const [one, other] = [...shown.nodes.keys()];
    if (one === undefined || other === undefined) throw new Error('Two nodes are needed.');
    const reopened = (ids: readonly string[]) => reopenPanel(closePanel(select(shown, ids, 'replace'))).panel;
    expect(reopened([])).toEqual({ kind: 'overview' });
    expect(reopened([one])).toEqual({ kind: 'node', id: one });
    expect(reopened([one, other])).toEqual({ kind: 'selection' });
  });
});
