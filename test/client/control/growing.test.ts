import { describe, expect, it } from 'vitest';
import { mostToBring } from '../../../client/control/growing.ts';
import { actor, claim, nodeMap, position } from '../support.ts';

const nodes = nodeMap(
  actor('few', { asserts: 2 }),
  actor('many', { asserts: 9 }),
  actor('shown', { asserts: 1 }),
  claim('deal', { deniers: 5 }),
);
const edges = new Map(
  [position('shown', 'asserts', 'deal'), position('few', 'asserts', 'deal')].map((edge) => [edge.id, edge] as const),
);
const ids = ['few', 'many', 'shown', 'deal'];

describe('a large selection', () => {
  it('expands the nodes with the most missing neighbours', () => {
    expect(mostToBring({ nodes, edges }, ids, 2)).toEqual(['many', 'deal']);
    expect(mostToBring({ nodes, edges }, ids, 3)).toEqual(['few', 'many', 'deal']);
  });

  it('expands all nodes up to the limit', () => {
    expect(mostToBring({ nodes, edges }, ids, 4)).toEqual(ids);
  });
});
