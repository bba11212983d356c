import { describe, expect, it } from 'vitest';
import { expansionChoices, leftOut } from '../../../client/control/expansion-choices.ts';
import { hopsOf, missingNodes, pathSteps } from '../../../client/features/paths/path-steps.ts';
import { EMPTY_STATE } from '../../../client/state/explorer-state.ts';
import { showGraph } from '../../../client/state/reducers.ts';
import { bringsNew, grownBy, shownBeside } from '../../../client/control/growing.ts';
import { hide } from '../../../client/state/hiding.ts';
import { actor, claim, nodeMap, position, statement } from '../support.ts';

const none = { asserts: 0, denies: 0, speaksFor: 0, spokenForBy: 0 };

describe('what an expansion can add', () => {
  it('is counted by stance and kind, with the visible number of each', () => {
    const node = claim('c');
    const details = {
      neighbours: { ...none, asserts: 5, denies: 2 },
      groups: [
        { relation: 'asserts' as const, kind: 'state' as const, count: 4 },
        { relation: 'asserts' as const, kind: 'unknown' as const, count: 1 },
        { relation: 'denies' as const, kind: 'media' as const, count: 2 },
      ],
    };
    const nodes = nodeMap(node, actor('a', { kind: 'state' }), actor('b'), actor('m', { kind: 'media' }));
    const edges = [position('a', 'asserts', 'c'), position('b', 'asserts', 'c'), position('m', 'denies', 'c')];
    const choices = expansionChoices(node, details, {
      nodes,
      edges: new Map(edges.map((edge) => [edge.id, edge])),
      hidden: new Set(),
    });
    expect(choices.map(({ id, total, shown }) => [id, total, shown])).toEqual([
      ['asserts', 5, 2],
      ['denies', 2, 1],
    ]);
    expect(choices[0]?.parts.map((part) => [part.id, part.total, part.shown, leftOut(part)])).toEqual([
      ['asserts state', 4, 1, 3],
      ['asserts unknown', 1, 1, 0],
    ]);
    expect(choices[0]?.parts[0]?.request).toEqual({ stance: 'asserts', kinds: ['state'] });
    expect(choices[1]?.parts).toEqual([]);
    expect(choices[1]?.request).toEqual({ stance: 'denies' });
  });

  it('separates contested claims from others, and speaking for from being spoken for', () => {
    const node = actor('kp');
    const details = {
      neighbours: { ...none, denies: 3, speaksFor: 1, spokenForBy: 1 },
      groups: [
        { relation: 'denies' as const, contested: true, count: 1 },
        { relation: 'denies' as const, contested: false, count: 2 },
        { relation: 'speaksFor' as const, kind: 'state' as const, count: 1 },
        { relation: 'spokenForBy' as const, kind: 'person' as const, count: 1 },
      ],
    };
    const nodes = nodeMap(node, claim('c', { asserters: 1, deniers: 1 }), actor('x', { kind: 'person' }));
    const edges = [
      position('kp', 'denies', 'c'),
      { type: 'speaksFor' as const, id: 'x speaksFor kp', source: 'x', target: 'kp' },
    ];
    const choices = expansionChoices(node, details, {
      nodes,
      edges: new Map(edges.map((edge) => [edge.id, edge])),
      hidden: new Set(),
    });
    expect(choices.map(({ id, shown }) => [id, shown])).toEqual([
      ['denies', 1],
      ['speaksFor', 0],
      ['spokenForBy', 1],
    ]);
    expect(choices[0]?.parts.map(({ isContested, shown, request }) => [isContested, shown, request])).toEqual([
      [true, 1, { stance: 'denies', contested: true }],
      [false, 0, { stance: 'denies', contested: false }],
    ]);
    expect([choices[1]?.request, choices[2]?.request]).toEqual([
      { relation: 'speaksFor' },
      { relation: 'spokenForBy' },
    ]);
  });
});

describe('an expansion', () => {
  const graph = {
    nodes: [actor('kp'), claim('c'), claim('d')],
    edges: [position('kp', 'denies', 'c'), position('kp', 'denies', 'd')],
    positions: new Map([
      ['kp', { x: 0, y: 0 }],
      ['c', { x: 300, y: 0 }],
      ['d', { x: 300, y: 90 }],
    ]),
  };
  const state = hide(showGraph(EMPTY_STATE, graph), ['c']);

  it('counts hidden nodes among those that it can add', () => {
    const details = {
      neighbours: { ...none, denies: 2 },
      groups: [{ relation: 'denies' as const, contested: false, count: 2 }],
    };
    const [denies] = expansionChoices(actor('kp'), details, state);
    expect(denies && leftOut(denies)).toBe(1);
    expect(shownBeside(state, 'kp')).toEqual(['d']);
  });

  it('restores hidden nodes at their positions', () => {
    const answer = { nodes: [claim('c')], edges: [position('kp', 'denies', 'c')] };
    expect(bringsNew(state, answer)).toBe(true);
    const grown = grownBy(state, answer, 'kp');
    expect([...grown.hidden]).toEqual([]);
    expect(grown.positions).toEqual(state.positions);
    expect(bringsNew(grown, answer)).toBe(false);
  });
});

describe('a path', () => {
  const answer = {
    nodes: [actor('kp'), claim('c'), actor('us')],
    edges: [position('kp', 'denies', 'c'), position('us', 'asserts', 'c'), position('us', 'denies', 'c')],
    statements: [
      statement('s1', { actor: { id: 'kp', name: 'KP' }, claim: { id: 'c', text: 'C' }, stance: 'denies' }),
      statement('s2', { actor: { id: 'us', name: 'US' }, claim: { id: 'c', text: 'C' }, stance: 'asserts' }),
    ],
    paths: [{ nodes: ['kp', 'c', 'us'], edges: ['kp denies c', 'us asserts c', 'us denies c'] }],
    maxHops: 6,
    truncated: false,
  };
  const [path] = answer.paths;
  if (path === undefined) throw new Error('no path');

  it('is read from node to node, with all edges between two and their statements', () => {
    const steps = pathSteps(answer, path);
    expect(
      steps.map(({ node, onward }) => [
        node.id,
        onward.map(({ edge, statements }) => [edge.id, statements.map(({ id }) => id)]),
      ]),
    ).toEqual([
      ['kp', [['kp denies c', ['s1']]]],
      [
        'c',
        [
          ['us asserts c', ['s2']],
          ['us denies c', []],
        ],
      ],
      ['us', []],
    ]);
  });

  it('has its length, and its nodes that are not visible', () => {
    expect(hopsOf(path)).toBe(2);
    expect(missingNodes(path, nodeMap(actor('kp')))).toEqual(['c', 'us']);
  });
});
