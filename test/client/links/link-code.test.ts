import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_STATE } from '../../../client/state/explorer-state.ts';
import { moveNodes, select, showGraph, togglePins } from '../../../client/state/reducers.ts';
import { hide } from '../../../client/state/hiding.ts';
import { LINK_LIMIT, readHash, stateHash, viewHash } from '../../../client/links/link-code.ts';
import { EMPTY_VIEW, portableView, showView } from '../../../client/links/portable-view.ts';
import { readView, writeView } from '../../../client/links/view-format.ts';
import { actor, claim, graphs, position } from '../support.ts';
import { views } from './arbitrary-view.ts';

describe('a link in a sentence', () => {
  it.each([
    '.',
    ')',
    ').',
    ',',
    ';',
    ':',
    '!',
    '?',
    '>',
    ']',
    '"',
    '%22',
    '%29.',
    '”',
    '%E2%80%9D',
    '»',
    '%C2%BB',
    ' ',
    '%20',
    '…',
  ])('opens with %s behind it', async (tail) => {
    const hash = await stateHash(EMPTY_VIEW);
    expect(await readHash(hash + tail)).toEqual(await readHash(hash));
    expect(await readHash(`#view=a-1${tail}`)).toEqual({ kind: 'view', id: 'a-1' });
  });
});

describe('a view as JSON', () => {
  it('is read back unchanged', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(writeView(view))).toEqual({ view });
      }),
    );
  });

  it('rounds places to whole pixels', () => {
    const placed = { ...portableView(EMPTY_STATE), positions: new Map([['a', { x: 1.4, y: -0.4 }]]) };
    const read = readView(writeView(placed));
    expect('view' in read && read.view.positions.get('a')).toEqual({ x: 1, y: 0 });
  });

  it('leaves out default values', () => {
    expect(JSON.parse(writeView(portableView(EMPTY_STATE)))).toEqual({ v: 1, n: [], p: [], panel: null });
  });

  it('distinguishes a newer format from a damaged one', () => {
    expect(readView('{"v":2,"anything":[]}')).toEqual({ fault: 'newer' });
    expect(readView('{"v":1}')).toEqual({ fault: 'damaged' });
    expect(readView('{"v":1,"n":["a","a"],"p":[0,0,0,0]}')).toEqual({ fault: 'damaged' });
    expect(readView('{"v":1,"n":["a"],"p":[0]}')).toEqual({ fault: 'damaged' });
    expect(readView('{"v":1,"n":["two words"],"p":[0,0]}')).toEqual({ fault: 'damaged' });
  });

  it('ignores indexes outside of its list of nodes', () => {
    const read = readView('{"v":1,"n":["a"],"p":[0,0],"pinned":[0,9],"selection":[5,[0,7,0],[0,1,3]]}');
    expect('view' in read && [...read.view.pinned, ...read.view.selection]).toEqual(['a']);
  });

  it('reads any JSON without an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ v: fc.constant(1), n: fc.array(fc.string()), p: fc.array(fc.double()), panel: fc.jsonValue() }),
        ),
        (value) => {
          const read = readView(JSON.stringify(value) ?? '');
          const found = 'fault' in read ? read.fault : readView(writeView(read.view));
          expect([{ view: expect.anything() }, 'damaged', 'newer']).toContainEqual(found);
        },
      ),
    );
  });
});

describe('a link', () => {
  it('is read back as the view that it was made from', async () => {
    await fc.assert(
      fc.asyncProperty(views, async (view) => {
        const hash = await stateHash(view);
        expect(hash).toMatch(/^#state=[\w-]+$/u);
        expect(await readHash(hash)).toEqual({ kind: 'state', view });
      }),
      { numRuns: 50 },
    );
  });

  it('gives a view or a fault for any hash', async () => {
    const hashes = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('#state=', '#view=', '#', 'state=', '#other='),
          fc.oneof(fc.base64String(), fc.string(), fc.stringMatching(/^[\w-]*$/u)),
        )
        .map(([a, b]) => a + b),
    );
    await fc.assert(
      fc.asyncProperty(hashes, async (hash) => {
        const link = await readHash(hash);
        const found = link.kind === 'fault' ? link.fault : link.kind;
        expect(['none', 'state', 'view', 'damaged', 'newer', 'unknown']).toContain(found);
      }),
    );
  });

  it('is damaged or still a view when it is cut or a character is changed', async () => {
    const hash = await stateHash({
      ...portableView(EMPTY_STATE),
      positions: new Map([
        ['north-korea', { x: 1, y: 2 }],
        ['russia', { x: 3, y: 4 }],
      ]),
    });
    for (let length = '#state='.length; length < hash.length; length += 1) {
      expect(await readHash(hash.slice(0, length))).toMatchObject({ kind: 'fault' });
    }
  });

  it('names a saved view by its id', async () => {
    expect(await readHash(viewHash('0190-Ab'))).toEqual({ kind: 'view', id: '0190-Ab' });
    expect(await readHash('#view=%E0%A4%A')).toEqual({ kind: 'fault', fault: 'damaged' });
    expect(await readHash('#view=../imports')).toEqual({ kind: 'fault', fault: 'damaged' });
    expect(await readHash('#chapter-2')).toEqual({ kind: 'fault', fault: 'unknown' });
    expect(await readHash('')).toEqual({ kind: 'none' });
  });

  it('does not inflate a few characters to gigabytes', async () => {
    const zeros = new Blob([new Uint8Array(30_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const characters = Buffer.from(await new Response(zeros).arrayBuffer()).toString('base64url');
    expect(characters.length).toBeLessThan(100_000);
    expect(await readHash(`#state=${characters}`)).toEqual({ kind: 'fault', fault: 'damaged' });
  });

  it('has room for a view of 300 nodes with every part set', async () => {
    const names = Array.from(
      { length: 300 },
      (_, index) => `${['ministry-of-defence', 'spokesman', 'claim-on-the-supply', 'agency'][index % 4]}-${index}`,
    );
    const random = (index: number) => Math.round(Math.sin(index * 12.9898) * 2_000);
    const view = {
      ...portableView(EMPTY_STATE),
      positions: new Map(names.map((name, index) => [name, { x: random(index), y: random(index + 1_000) }])),
      pinned: new Set(names.slice(0, 20)),
      hidden: new Set(names.slice(40, 60)),
      selection: new Set(names.slice(100, 110)),
    };
    expect((await stateHash(view)).length).toBeLessThan(LINK_LIMIT);
  });
});

describe('showing a view', () => {
  const dispute = {
    nodes: [actor('kp'), actor('us'), claim('deal')],
    edges: [position('kp', 'denies', 'deal'), position('us', 'asserts', 'deal')],
    positions: new Map([
      ['kp', { x: 300, y: 0 }],
      ['us', { x: -300, y: 0 }],
      ['deal', { x: 0, y: 0 }],
    ]),
  };

  it('restores the state that it was taken from', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const [first = 'nobody', second = 'nobody'] = graph.nodes.map(({ id }) => id);
        const state = hide(
          togglePins(
            moveNodes(select(showGraph(EMPTY_STATE, graph), [second], 'replace'), new Map([[first, { x: 7, y: 9 }]])),
            [second],
          ),
          [first],
        );
        const shown = showView(EMPTY_STATE, portableView(state), graph);
        expect(shown).toEqual({ ...state, panelBack: [], panelForward: [] });
      }),
    );
  });

  it('leaves out what no longer exists, and keeps the positions of the rest', () => {
    const state = select(showGraph(EMPTY_STATE, dispute), ['us asserts deal'], 'replace');
    const shown = showView(EMPTY_STATE, portableView(state), {
      nodes: [actor('kp'), claim('deal')],
      edges: [position('kp', 'denies', 'deal')],
    });
    expect([...shown.nodes.keys()]).toEqual(['kp', 'deal']);
    expect([...shown.positions]).toEqual([
      ['kp', { x: 300, y: 0 }],
      ['deal', { x: 0, y: 0 }],
    ]);
    expect(shown.selection.size).toBe(0);
    expect(shown.panel).toEqual({ kind: 'overview' });
  });
});
