import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { LEGEND_SAMPLES } from '../../../../client/ui/legend-samples.ts';
import { layoutFrame } from '../../../../client/features/export/frame.ts';
import type { FrameOptions, LegendLine } from '../../../../client/features/export/frame.ts';
import { drawingOf, framedSvg } from '../../../../client/features/export/frame-svg.ts';
import { sourceLines, legendLines } from '../../../../client/features/export/picture-words.ts';
import { estimateTextWidth } from '../../../../client/graph/scene/node-geometry.ts';
import { LEGEND_ROWS } from '../../../../client/state/view-counts.ts';
import type { Scene } from '../../../../client/graph/scene/scene.ts';
import type { GraphEdge, GraphNode, StatementView } from '../../../../server/contract/explorer.ts';
import { tokensOf } from '../../support.ts';

vi.stubGlobal('navigator', { languages: ['en-GB'] });
const tokens = tokensOf((name) => `rgb(${name.length}, 0, 0)`);
const measure: FrameOptions['measure'] = (text, { size }) => estimateTextWidth(text, size);
const LINES: readonly LegendLine[] = [
  { row: 'asserts', words: 'asserts ✓' },
  { row: 'denies', words: 'denies ✕' },
  { color: '#123456', words: 'Topic: Arms' },
];
const nodes: readonly GraphNode[] = [
  {
    type: 'actor',
    id: 'nk',
    name: 'North Korea <"&>',
    kind: 'state',
    aliases: [],
    asserts: 0,
    denies: 1,
    statements: 1,
  },
  { type: 'claim', id: 'deal', text: 'A deal is under way.', asserters: 0, deniers: 1, statements: 1 },
];
const edges: readonly GraphEdge[] = [
  {
    type: 'position',
    id: 'nk denies deal',
    source: 'nk',
    target: 'deal',
    stance: 'denies',
    statements: 2,
    modality: 'stated',
  },
];
const scene: Scene = {
  nodes,
  edges,
  positions: new Map([
    ['nk', { x: 0, y: 0 }],
    ['deal', { x: 400, y: 40 }],
  ]),
  selection: new Set(),
  pinned: new Set(),
  theme: 'light',
};

describe('the frame of a picture', () => {
  it('keeps title, drawing, legend and sources below each other and within the picture, whatever the sizes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 20_000 }),
        fc.integer({ min: 50, max: 20_000 }),
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        (width, height, title) => {
          const frame = layoutFrame({
            drawing: { width, height },
            title,
            legend: LINES,
            sources: { heading: 'Sources', lines: ['A paper, 2022'] },
            footer: 'Gainsay',
            tokens,
            measure,
          });
          expect(frame.drawing.x).toBeGreaterThanOrEqual(0);
          expect(frame.drawing.x + width).toBeLessThanOrEqual(frame.width + 1);
          expect(frame.drawing.y + height).toBeLessThan(frame.height);
          for (const shape of frame.shapes) {
            const isAbove = shape.y <= frame.drawing.y;
            expect(isAbove || shape.y >= frame.drawing.y + height).toBe(true);
            expect(shape.y).toBeLessThanOrEqual(frame.height);
          }
        },
      ),
    );
  });

  it('has the times over the drawing, as many as have room', () => {
    const plain = layoutFrame({ drawing: { width: 600, height: 300 }, footer: 'Gainsay', tokens, measure });
    const frame = layoutFrame({
      drawing: { width: 600, height: 300 },
      footer: 'Gainsay',
      tokens,
      measure,
      axis: [
        { x: 10, words: '2019' },
        { x: 30, words: '2020' },
        { x: 300, words: '2021' },
      ],
    });
    const texts = frame.shapes.flatMap((shape) =>
      shape.kind === 'text' && shape.text.startsWith('2')
        ? [[shape.text, Math.round(shape.x - frame.drawing.x), shape.y < frame.drawing.y]]
        : [],
    );
    expect(texts).toEqual([
      ['2019', 16, true],
      ['2021', 306, true],
    ]);
    expect(frame.drawing.y).toBeGreaterThan(plain.drawing.y);
  });

  it('leaves out what is not wished', () => {
    const words = (options: Partial<FrameOptions>) =>
      layoutFrame({
        drawing: { width: 600, height: 300 },
        footer: 'Gainsay',
        tokens,
        measure,
        ...options,
      }).shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(words({})).toEqual(['Gainsay']);
    expect(words({ title: 'Who denies it', legend: LINES })).toEqual([
      'Who denies it',
      'asserts ✓',
      'denies ✕',
      'Topic: Arms',
      'Gainsay',
    ]);
  });
});

describe('the legend of a picture', () => {
  it.each(LEGEND_ROWS)('has the sign for %s of the page', (row) => {
    const { shapes } = layoutFrame({
      drawing: { width: 600, height: 300 },
      legend: [{ row, words: row }],
      footer: 'Gainsay',
      tokens,
      measure,
    });
    expect(shapes.flatMap((shape) => (shape.kind === 'path' ? [shape.d] : []))).toEqual(
      LEGEND_SAMPLES[row].map(({ d }) => d),
    );
  });
});

describe('a framed SVG', () => {
  it('holds drawing, title and legend as text, and markup of the data as words', () => {
    const shapes = drawingOf(scene, { tokens });
    const frame = layoutFrame({
      drawing: { width: shapes.box.right - shapes.box.left, height: shapes.box.bottom - shapes.box.top },
      title: 'Who <denies> it',
      legend: LINES,
      footer: 'Gainsay',
      tokens,
      measure,
    });
    const svg = framedSvg(shapes, frame, { title: 'Who <denies> it', background: tokens.bg });
    const texts = [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</gu)].map(([, text]) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['Who &lt;denies&gt; it', 'asserts ✓', 'Topic: Arms', 'Gainsay', '✕ 2']),
    );
    expect(texts.join(' ')).toContain('North Korea');
    expect(svg).not.toContain('<denies>');
    expect(svg).toContain(`viewBox="0 0 ${frame.width} ${frame.height}"`);
  });
});

describe('the words around a picture', () => {
  it('name the marks that occur, and what style rules say', () => {
    const lines = legendLines(
      { nodes: new Map(nodes.map((node) => [node.id, node])), edges: new Map(edges.map((edge) => [edge.id, edge])) },
      [
        { target: 'color', by: 'kind', values: { type: 'name', name: 'state' }, color: '#abc', ids: ['nk'] },
        { target: 'size', by: 'statements', values: { type: 'range', from: 1, to: 3 }, scale: 1.2, ids: [] },
        { target: 'color', by: 'balance', values: { type: 'range', from: -1, to: -1 }, color: '#def', ids: [] },
      ],
    );
    expect(lines).toEqual([
      { row: 'denies', words: 'denies ✕' },
      { color: '#abc', words: 'Kind: State' },
      { scale: 1.2, words: 'Statements: 1 to 3' },
      { color: '#def', words: 'Balance: only denies' },
    ]);
  });

  it('list each document once, those with most statements first, and say how many are left out', () => {
    const of = (id: string): StatementView => ({
      id,
      actor: { id: 'a', name: 'A' },
      claim: { id: 'c', text: 'C' },
      stance: 'asserts',
      modality: 'stated',
      reportedBy: [],
      importId: 'i',
      document: { id, title: `Paper ${id}`, publishedAt: '2022', url: 'https://example.org/' },
    });
    expect(sourceLines([of('a'), of('b'), of('b')])).toEqual([
      'Paper b, 2022, https://example.org/',
      'Paper a, 2022, https://example.org/',
    ]);
    const arabic = { ...of('a'), document: { id: 'a', title: 'تقرير (2022)', publishedAt: '2022-09-22' } };
    expect(sourceLines([arabic])).toEqual(['\u2068تقرير (2022)\u2069, 22 Sept 2022']);
    const many = sourceLines(Array.from({ length: 50 }, (_, i) => of(`d${i}`)));
    expect([many.length, many.at(-1)]).toEqual([41, 'and 10 more']);
  });
});
