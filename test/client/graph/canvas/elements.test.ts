import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnElements, isDrawnAlike } from '../../../../client/graph/canvas/elements.ts';
import { lineMark, lineWidth } from '../../../../client/graph/scene/edge-look.ts';
import type { DrawnElement } from '../../../../client/graph/canvas/elements.ts';
import { estimateTextWidth } from '../../../../client/graph/scene/node-geometry.ts';
import { actorIcon, balanceBar, hiddenBadge } from '../../../../client/graph/scene/node-images.ts';
import type { Scene } from '../../../../client/graph/scene/scene.ts';
import { graphStyle } from '../../../../client/graph/canvas/style.ts';
import { actor, arbitraryDispute, claim, position, speaksFor } from '../disputes.ts';
import { tokensOf } from '../../support.ts';

const tokens = tokensOf((_, i) => `rgb(${i}, ${i}, ${i})`);
const measure = (text: string): number => estimateTextWidth(text, 12);

function draw(scene: Partial<Scene>): DrawnElement[] {
  const whole: Scene = {
    nodes: [],
    edges: [],
    positions: new Map(),
    selection: new Set(),
    pinned: new Set(),
    theme: 'light',
    ...scene,
  };
  return drawnElements(whole, { tokens, measure, routes: new Map() });
}
const classesOf = (elements: readonly DrawnElement[], id: string): string[] =>
  elements.find((e) => e.id === id)?.classes.split(' ') ?? [];
const shown = (uri: string | undefined): string => decodeURIComponent(uri ?? '');

describe('elements of a scene', () => {
  it('expresses kind, stance, modality, contestedness and selection as classes', () => {
    const elements = draw({
      nodes: [
        actor('s', { kind: 'state' }),
        actor('x'),
        claim('c', { asserters: 1, deniers: 2 }),
        claim('d', { asserters: 1 }),
      ],
      edges: [position('s', 'denies', 'c', { modality: 'hedged' }), speaksFor('x', 's')],
      selection: new Set(['c', 's denies c']),
    });
    expect(classesOf(elements, 's')).toEqual(['actor', 'state']);
    expect(classesOf(elements, 'x')).toEqual(['actor', 'unknown']);
    expect(classesOf(elements, 'c')).toEqual(['claim', 'contested', 'selected']);
    expect(classesOf(elements, 'd')).toEqual(['claim']);
    expect(classesOf(elements, 's denies c')).toEqual(['position', 'denies', 'hedged', 'selected']);
    expect(classesOf(elements, 'x speaksFor s')).toEqual(['speaks-for']);
  });

  it('applies style rules, filters and paths', () => {
    const elements = draw({
      nodes: [actor('s', { kind: 'state' }), claim('c'), actor('plain')],
      styles: new Map([
        ['s', { color: '#117733', scale: 1.5 }],
        ['c', { color: '#aa4499' }],
      ]),
      dimmed: new Set(['plain']),
      highlight: new Set(['c']),
    });
    expect(classesOf(elements, 's')).toEqual(['actor', 'state', 'painted', 'sized']);
    expect(elements.find(({ id }) => id === 's')?.fields).toMatchObject({
      paint: '#117733',
      bodyWidth: 78,
      bodyHeight: 72,
    });
    expect(classesOf(elements, 'c')).toEqual(['claim', 'painted', 'path']);
    // Cytoscape splits a list of colours at spaces: a colour must not contain one.
    expect(elements.find(({ id }) => id === 'c')?.fields['stripe']).toBe(
      `#aa4499 #aa4499 ${tokens.surface.replaceAll(' ', '')} ${tokens.surface.replaceAll(' ', '')}`,
    );
    expect(classesOf(elements, 'plain')).toEqual(['actor', 'unknown', 'dimmed']);
  });

  it('wraps larger type earlier', () => {
    const text = 'The mayor has known of the plan to close the old mill by the river since the spring.';
    const linesOf = (type: 'standard' | 'projector') =>
      draw({ nodes: [claim('c', { text }), actor('a', { name: 'The Association of Millers and Bakers' })], type })
        .map(({ fields }) => fields['label'])
        .join('|');
    expect(linesOf('standard').split('|')[1]?.split('\n').length).toBe(2);
    expect(linesOf('projector').split('|')[1]?.split('\n').length).toBe(3);
  });

  it('marks a line with its stance, a double prime for reported only, and the number of statements above one', () => {
    expect(lineMark(position('a', 'asserts', 'c'))).toBe('✓');
    expect(lineMark(position('a', 'denies', 'c', { statements: 3 }))).toBe('✕ 3');
    expect(lineMark(position('a', 'asserts', 'c', { modality: 'reported', statements: 2 }))).toBe('✓″ 2');
    expect(lineMark(position('a', 'denies', 'c', { modality: 'hedged' }))).toBe('✕');
  });

  it('draws lines wider the more statements there are, up to 6 px', () => {
    expect(lineWidth(1)).toBeCloseTo(2.35);
    expect(lineWidth(3)).toBeCloseTo(3.45);
    expect(lineWidth(1_000_000)).toBe(6);
  });

  it('draws compact cards of one line when there are more than sixty claims', () => {
    const long = 'A claim that needs more than one line of a card, and then some more words';
    const claims = (n: number) => Array.from({ length: n }, (_, i) => claim(`c${i}`, { text: long }));
    expect(classesOf(draw({ nodes: claims(60) }), 'c0')).toEqual(['claim']);
    const [compact] = draw({ nodes: claims(61) });
    expect(compact?.classes).toBe('claim compact');
    expect(String(compact?.fields['label'])).toMatch(/^[^\n]+…$/);
  });

  it('shows pins and the number of hidden neighbours', () => {
    const elements = draw({
      nodes: [actor('a'), actor('b'), actor('c')],
      pinned: new Set(['a', 'b']),
      hiddenNeighbours: new Map([
        ['b', 12],
        ['c', 3],
      ]),
    });
    expect(classesOf(elements, 'a')).toEqual(['actor', 'unknown', 'pinned']);
    expect(classesOf(elements, 'b')).toEqual(['actor', 'unknown', 'pinned-badged']);
    expect(classesOf(elements, 'c')).toEqual(['actor', 'unknown', 'badged']);
    expect(String(elements[1]?.fields['images']).split(' ')).toHaveLength(3);
    expect(shown(String(elements[2]?.fields['images']).split(' ')[1])).toContain('>+3<');
  });

  it('omits edges without both ends', () => {
    const elements = draw({ nodes: [actor('a')], edges: [position('a', 'asserts', 'gone')] });
    expect(elements.map((e) => e.id)).toEqual(['a']);
  });

  it('draws the same scene the same way, and every node and complete edge once', () => {
    fc.assert(
      fc.property(arbitraryDispute(12), (dispute) => {
        const [first, second] = [draw(dispute), draw(dispute)];
        expect(first.map((e) => e.id).sort()).toEqual([...dispute.nodes, ...dispute.edges].map((e) => e.id).sort());
        first.forEach((element, i) => {
          const again = second[i];
          expect(again !== undefined && isDrawnAlike(element, again)).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('recognises a difference in a class or a field', () => {
    const [plain, other] = [draw({ nodes: [actor('a')] })[0], draw({ nodes: [actor('a', { name: 'b' })] })[0]];
    const selected = draw({ nodes: [actor('a')], selection: new Set(['a']) })[0];
    if (!plain || !other || !selected) throw new Error('not drawn');
    expect(isDrawnAlike(plain, other)).toBe(false);
    expect(isDrawnAlike(plain, selected)).toBe(false);
  });
});

describe('pictures', () => {
  it('show the balance as a solid and a hatched part in numbers of actors', () => {
    const bar = shown(balanceBar({ asserters: 1, deniers: 3 }, tokens, 'card'));
    expect(bar).toContain(`<rect width="53" height="6" fill="${tokens.asserts}"/>`);
    expect(bar).toContain('<rect x="55" width="157" height="6" fill="url(#hatch)"/>');
  });

  it('never round a side with an actor to nothing', () => {
    expect(shown(balanceBar({ asserters: 1, deniers: 10_000 }, tokens, 'card'))).toContain('<rect width="8.2"');
  });

  it('do not exist for a claim without asserters and deniers', () => {
    expect(balanceBar({ asserters: 0, deniers: 0 }, tokens, 'far')).toBeUndefined();
  });

  it('contain no white space, which separates them, and no text of the user', () => {
    for (const uri of [
      actorIcon('media', tokens.text),
      hiddenBadge(5_000, tokens),
      balanceBar({ asserters: 2, deniers: 1 }, tokens, 'compact'),
    ]) {
      expect(uri).toMatch(/^data:image\/svg\+xml;utf8,\S+$/);
    }
    expect(shown(hiddenBadge(5_000, tokens))).toContain('>+999<');
  });
});

describe('the style sheet', () => {
  it('uses no font family with a digit, which a canvas ignores silently', () => {
    const families = graphStyle(tokens, { isAnimated: true, faceVersion: 1 }).flatMap((block) => {
      const style: unknown = 'style' in block ? block.style : undefined;
      return typeof style === 'object' && style !== null && 'font-family' in style
        ? [String(style['font-family'])]
        : [];
    });
    expect(families).toHaveLength(2);
    for (const family of families) expect(family).toMatch(/^[\w-]+(?: [\w-]+)*(?:, [\w-]+(?: [\w-]+)*)*$/);
    expect(families.join()).not.toMatch(/\d/);
  });
});
