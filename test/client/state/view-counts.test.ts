import { describe, expect, it } from 'vitest';
import { hiddenNeighbours, legendMembers } from '../../../client/state/view-counts.ts';
import { actor, claim, nodeMap, position } from '../support.ts';

const nodes = nodeMap(
  actor('kp', { asserts: 2, denies: 3 }),
  actor('us', { asserts: 1 }),
  claim('deal', { asserters: 1, deniers: 1 }),
  claim('arms', { deniers: 4 }),
);
const edges = new Map(
  [
    position('kp', 'denies', 'deal'),
    position('kp', 'denies', 'arms'),
    position('us', 'asserts', 'deal', { modality: 'hedged' }),
    { type: 'speaksFor' as const, id: 'us speaksFor kp', source: 'us', target: 'kp' },
  ].map((edge) => [edge.id, edge] as const),
);

describe('the legend', () => {
  it('counts each stance, hedged edges under both of their rows, and contested claims', () => {
    const members = legendMembers({ nodes, edges });
    expect(Object.fromEntries([...members].map(([row, ids]) => [row, ids.length]))).toEqual({
      asserts: 1,
      denies: 2,
      hedged: 1,
      reported: 0,
      speaksFor: 1,
      contested: 1,
    });
    expect(members.get('hedged')).toEqual(['us asserts deal']);
    expect(members.get('contested')).toEqual(['deal']);
  });
});

describe('hidden neighbours', () => {
  it('are the positions of a node minus the visible ones', () => {
    expect(Object.fromEntries(hiddenNeighbours({ nodes, edges }))).toEqual({ kp: 3, arms: 3 });
  });
});
