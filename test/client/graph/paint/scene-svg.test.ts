import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disputeLayout } from '../../../../client/graph/layout/dispute-layout.ts';
import { feasibleScale } from '../../../../client/graph/canvas/picture.ts';
import type { Scene } from '../../../../client/graph/scene/scene.ts';
import { escapeXml, sceneToSvg } from '../../../../client/graph/paint/scene-svg.ts';
import { actor, arbitraryDispute, claim, position, speaksFor } from '../disputes.ts';
import type { Dispute } from '../disputes.ts';
import { tokensOf } from '../../support.ts';

const tokens = tokensOf((_, index) => `rgb(${index}, 0, 0)`);
const sceneOf = ({ nodes, edges }: Dispute, more: Partial<Scene> = {}): Scene => ({
  nodes,
  edges,
  positions: disputeLayout(nodes, edges),
  selection: new Set(),
  pinned: new Set(),
  theme: 'light',
  ...more,
});

/** Checks the order of opening and closing tags; returns 'whole' or the error. */
function nesting(svg: string): string {
  const open: string[] = [];
  for (const [, closing, name, , selfClosing] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (name === undefined || selfClosing === '/') continue;
    if (closing !== '/') open.push(name);
    else if (open.pop() !== name) return `</${name}> closes something else`;
  }
  return open.length === 0 ? 'whole' : `${open.join(', ')} not closed`;
}

describe('sceneToSvg', () => {
  const dispute: Dispute = {
    nodes: [
      actor('a', { name: 'North <Korea> & "friends"' }),
      actor('b', { kind: 'state' }),
      claim('c', { text: 'Arms were supplied', asserters: 1, deniers: 1, statements: 3 }),
    ],
    edges: [position('a', 'asserts', 'c'), position('b', 'denies', 'c', { statements: 2 }), speaksFor('a', 'b')],
  };

  it('keeps names, claims and marks as text', () => {
    const svg = sceneToSvg(sceneOf(dispute), { tokens });
    const texts = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, spans = '']) =>
      [...spans.matchAll(/<tspan[^>]*>(.*?)<\/tspan>/g)].map(([, line]) => line).join(' '),
    );
    expect(texts.toSorted()).toEqual(
      ['Arms were supplied', 'North &lt;Korea&gt; &amp; &quot;friends&quot;', 'b', '✓', '✕ 2'].toSorted(),
    );
  });

  it('distinguishes stances by form: a dashed line with a bar for denies', () => {
    const svg = sceneToSvg(sceneOf(dispute), { tokens });
    const group = (id: string) => svg.split('\n').find((line) => line.includes(`<g id="${id}"`)) ?? '';
    expect(group('b denies c')).toContain('stroke-dasharray="8 5"');
    expect(group('a asserts c')).not.toContain('stroke-dasharray');
    expect(group('a asserts c')).toContain(
      '<title>North &lt;Korea&gt; &amp; &quot;friends&quot; ✓ Arms were supplied</title>',
    );
  });

  it('applies style rules and dims nodes', () => {
    const svg = sceneToSvg(
      sceneOf(dispute, { styles: new Map([['b', { color: '#117733', scale: 1.5 }]]), dimmed: new Set(['a']) }),
      { tokens },
    );
    expect(svg).toContain('fill="#117733"');
    expect(svg).toContain('<g id="a" opacity=".35">');
  });

  it('has no background if it is transparent', () => {
    const ground = `fill="${tokens.bg}"/>\n`;
    expect([
      sceneToSvg(sceneOf(dispute), { tokens }).includes(ground),
      sceneToSvg(sceneOf(dispute), { tokens, background: 'transparent' }).includes(ground),
    ]).toEqual([true, false]);
  });

  it('is well-formed for any scene', () => {
    fc.assert(
      fc.property(arbitraryDispute(10), (any) => {
        const svg = sceneToSvg(sceneOf(any), { tokens });
        expect(nesting(svg)).toBe('whole');
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('escapeXml', () => {
  it('leaves no markup and no characters that XML forbids', () => {
    expect(escapeXml('<a href="x">&\u0000\u0007</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;');
  });
});

describe('feasibleScale', () => {
  const box = (width: number, height: number) => ({ left: 0, top: 0, right: width, bottom: height });

  it('is the requested one up to the limits of browsers', () => {
    expect([
      feasibleScale(box(1000, 500), 4),
      feasibleScale(box(32_000, 10), 4),
      feasibleScale(box(12_000, 12_000), 1) < 0.92,
    ]).toEqual([4, 0.5, true]);
  });
});
