import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInView } from '../../../../client/features/search/find-in-view.ts';
import { nodesQuotedIn } from '../../../../client/features/search/nodes-quoted-in.ts';
import { RECENT_LIMIT, withFind } from '../../../../client/features/search/recent-finds.ts';
import type { RecentFind } from '../../../../client/features/search/recent-finds.ts';
import { actor, claim, nodeMap } from '../../support.ts';

const nodes = nodeMap(
  actor('kp', { name: 'North Korea', aliases: ['DPRK', 'Pyongyang'] }),
  actor('mz', { name: 'José Muñoz' }),
  claim('c', { text: 'North Korea supplied arms.', topics: ['Arms trade'] }),
);
const positions = new Map([
  ['kp', { x: 300, y: 40 }],
  ['mz', { x: 0, y: 0 }],
  ['c', { x: 10, y: 40 }],
]);
/** Pieces of words that the nodes have, and of one that they lack. */
const pieces = fc
  .array(fc.constantFrom('korea', 'NORTH', 'é', 'arms', 'o', 'xyzzy', '.'), { maxLength: 3 })
  .map((words) => words.join(' '));
const find = (typed: string) => findInView(nodes, positions, typed);

describe('finding in the view', () => {
  it('finds names, aliases, texts and topics, from the top and from the left', () => {
    expect(find('korea')).toEqual(['c', 'kp']);
    expect(find('pyong')).toEqual(['kp']);
    expect(find('trade')).toEqual(['c']);
  });

  it('wants every word, in any order, and knows neither case nor marks', () => {
    expect(find('ARMS north')).toEqual(['c']);
    expect(find('munoz jose')).toEqual(['mz']);
    expect(find('korea munoz')).toEqual([]);
    expect(find('  ')).toEqual([]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), pieces), (typed) => {
        const words = typed.split(/\s+/u).filter((word) => word !== '');
        const found = find(typed);
        // What every word alone finds is found by all of them, and nothing else.
        expect(found.toSorted()).toEqual(
          words.length === 0
            ? []
            : [...nodes.keys()].filter((id) => words.every((word) => find(word).includes(id))).toSorted(),
        );
      }),
    );
  });

  it('finds a node by any piece of its text', () => {
    const texts = [
      ['kp', 'North Korea'],
      ['kp', 'Pyongyang'],
      ['mz', 'José Muñoz'],
      ['c', 'North Korea supplied arms.'],
      ['c', 'Arms trade'],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 12 }), ([id, text], from, length) => {
        const start = from % text.length;
        const piece = text.slice(start, start + length);
        expect(find(piece).includes(id)).toBe(piece.trim() !== '');
      }),
    );
  });
});

describe('what was found lately', () => {
  const hit = (id: string) => ({ kind: 'actor' as const, id, text: `Actor ${id}`, hits: [] });

  it('has the latest first, each once', () => {
    const finds = ['a', 'b', 'a', 'c'].reduce<readonly RecentFind[]>((all, id) => withFind(all, hit(id)), []);
    expect(finds.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('forgets the oldest', () => {
    const ids = Array.from({ length: RECENT_LIMIT + 3 }, (_, index) => String(index));
    const finds = ids.reduce<readonly RecentFind[]>((all, id) => withFind(all, hit(id)), []);
    expect(finds.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, RECENT_LIMIT));
  });

  it('keeps of a quotation who said it of what', () => {
    const [find0] = withFind([], {
      kind: 'quotation',
      id: 's',
      text: 'never',
      hits: [],
      actor: { id: 'kp', name: 'North Korea', kind: 'state' },
      claim: { id: 'c', text: 'C' },
    });
    expect(find0).toEqual({
      kind: 'quotation',
      id: 's',
      text: 'never',
      actor: { id: 'kp', name: 'North Korea' },
      claim: { id: 'c', text: 'C' },
    });
  });
});

describe('whom and what a document quotes', () => {
  const said = (actorId: string, claimId: string) => ({
    actor: { id: actorId, name: actorId },
    claim: { id: claimId, text: claimId },
  });

  it('is each actor and claim once, in the order of the statements', () => {
    expect(nodesQuotedIn([said('a', 'c'), said('b', 'c'), said('a', 'd')])).toEqual({
      ids: ['a', 'c', 'b', 'd'],
      isMore: false,
    });
    expect(nodesQuotedIn([])).toEqual({ ids: [], isMore: false });
  });

  it('is no more than an expansion brings, and of no statement one end alone', () => {
    const many = Array.from({ length: 40 }, (_, index) => said(`a${index}`, `c${index}`));
    const { ids, isMore } = nodesQuotedIn(many);
    expect([ids.length, ids.at(-1), isMore]).toEqual([24, 'c11', true]);
    // There is room for one more node, which a later statement fills.
    expect(nodesQuotedIn([...many, said('a0', 'late')]).ids.at(-1)).toBe('late');
  });
});
