/** Cytoscape's style sheet, the painter's ink and the SVG show the same look: see client/graph/scene/node-look.ts and edge-look.ts. */
import cytoscape from 'cytoscape';
import { describe, expect, it } from 'vitest';
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import { ACTOR_KINDS, EDGE_STANCES, MODALITIES } from '../../../server/contract/vocabulary.ts';
import { drawnElements } from '../../../client/graph/canvas/elements.ts';
import { graphStyle } from '../../../client/graph/canvas/style.ts';
import { inkOf } from '../../../client/graph/paint/ink.ts';
import { paintScene } from '../../../client/graph/paint/paint-scene.ts';
import { sceneToSvg } from '../../../client/graph/paint/scene-svg.ts';
import type { Detail } from '../../../client/graph/scene/level-of-detail.ts';
import { createLabels } from '../../../client/graph/scene/labels.ts';
import { estimateTextWidth } from '../../../client/graph/scene/node-geometry.ts';
import { BORDERS, RING } from '../../../client/graph/scene/node-look.ts';
import type { Scene } from '../../../client/graph/scene/scene.ts';
import { tokensOf } from '../support.ts';
import { actor, claim, position, speaksFor } from './disputes.ts';

const tokens = tokensOf((_, index) => `rgb(${index},${index},0)`);
const measure = (text: string): number => estimateTextWidth(text, 12);
const OWN = '#117733';

const NODES: Readonly<Record<string, GraphNode>> = {
  ...Object.fromEntries(ACTOR_KINDS.map((kind) => [kind, actor('n', { kind })])),
  'actor of no kind': actor('n'),
  'claim that nobody contests': claim('n', { asserters: 2 }),
  'contested claim': claim('n', { asserters: 2, deniers: 1 }),
};
const EDGES: Readonly<Record<string, GraphEdge>> = {
  ...Object.fromEntries(
    EDGE_STANCES.flatMap((stance) =>
      MODALITIES.map((modality) => [`${stance}, ${modality}`, position('a', stance, 'c', { modality, statements: 3 })]),
    ),
  ),
  'speaks for': speaksFor('a', 'b'),
};
const NODE_STATES: Readonly<Record<string, Partial<Scene>>> = {
  plain: {},
  selected: { selection: new Set(['n']) },
  'with a colour and a size of its own': { styles: new Map([['n', { color: OWN, scale: 1.5 }]]) },
  'on a compact card': { isCompact: true },
};

function sceneOf(scene: Partial<Scene>): Scene {
  return {
    nodes: [],
    edges: [],
    positions: new Map([
      ['n', { x: 0, y: 0 }],
      ['a', { x: -400, y: 0 }],
      ['b', { x: -400, y: 300 }],
      ['c', { x: 0, y: 0 }],
    ]),
    selection: new Set(),
    pinned: new Set(),
    theme: 'light',
    ...scene,
  };
}

/** The styles that Cytoscape computes of an element. */
function cytoscapeStyle(scene: Scene, id: string, classes = ''): (name: string) => string {
  const drawn = drawnElements(scene, { tokens, measure, routes: new Map() });
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: graphStyle(tokens, { isAnimated: false }),
    elements: drawn.map(({ group, fields, classes: own, ...ends }) => ({
      group,
      data: { ...ends, ...fields },
      classes: `${own} ${ends.id === id ? classes : ''}`,
    })),
  });
  const element = cy.getElementById(id);
  return (name) => String(element.style(name));
}
const number = (text: string): number => Number(/^-?[\d.]+/.exec(text)?.[0] ?? Number.NaN);
/** `rgb(1, 2, 3)` and `#010203` as one. */
function rgb(color: string): string {
  const [, hex] = /^#([\da-f]{6})$/.exec(color) ?? [];
  if (hex === undefined) return color.replaceAll(' ', '');
  return `rgb(${[0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(',')})`;
}

/** What all three draw of a node: its border and its body. The radius is 0 where a shape has no corners to round. */
interface Body {
  readonly color: string;
  readonly border: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

interface Line {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly opacity: number;
}

interface Painted {
  readonly body: Body;
  readonly line: Line;
}

/** Runs the painter on a context that notes the first line and the body of the last node. */
function painted(scene: Scene, detail: Detail): Painted {
  const [lines, bodies]: [Line[], Body[]] = [[], []];
  let dash: readonly number[] = [];
  let points: { readonly x: number; readonly y: number }[] = [];
  let shape: readonly [width: number, height: number, radius: number] | undefined;
  const now = { strokeStyle: '', lineWidth: 1, globalAlpha: 1 };
  const extent = (axis: 'x' | 'y') => {
    const values = points.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  const calls: Readonly<Record<string, (...given: readonly number[]) => void>> = {
    beginPath: () => {
      [points, shape] = [[], undefined];
    },
    moveTo: (x = 0, y = 0) => points.push({ x, y }),
    lineTo: (x = 0, y = 0) => points.push({ x, y }),
    roundRect: (_x, _y, width = 0, height = 0, radius = 0) => {
      shape ??= [width, height, radius];
    },
    arc: (_x, _y, radius = 0) => {
      shape ??= [2 * radius, 2 * radius, 0];
    },
    stroke: () => {
      const [width, height, radius] = shape ?? [extent('x'), extent('y'), 0];
      bodies.push({ color: rgb(now.strokeStyle), border: now.lineWidth, width, height, radius });
      lines.push({ color: rgb(now.strokeStyle), width: now.lineWidth, dash, opacity: now.globalAlpha });
    },
  };
  const context = new Proxy(now, {
    get(_, name) {
      if (name === 'canvas') return { width: 1_400, height: 900 };
      if (name === 'getTransform') return () => ({ a: 1, e: 0, f: 0 });
      if (name === 'measureText') return () => ({ width: 40 });
      if (name === 'setLineDash')
        return (given: readonly number[]) => {
          dash = [...given];
        };
      return calls[String(name)] ?? (() => undefined);
    },
    set: (target, name, value) => Reflect.set(target, name, value),
  });
  const ink = inkOf({
    scene,
    tokens,
    hovered: undefined,
    focused: undefined,
    labels: createLabels(measure),
    routes: new Map(),
  });
  const steps = paintScene(context as unknown as CanvasRenderingContext2D, {
    ink,
    tokens,
    type: 'standard',
    viewport: { zoom: 0.5, pan: { x: 700, y: 450 } },
    pixelRatio: 1,
    detail,
    named: new Set(),
    widths: new Map(),
    sprites: { get: () => undefined },
    isAtRest: true,
    isFine: true,
  });
  while (steps.next().done !== true);
  const [line, body] = [lines[0], bodies.at(-1)];
  if (line === undefined || body === undefined) throw new Error('Nothing is painted.');
  return { line, body };
}

/** The body that Cytoscape draws. */
function cytoscapeBody(scene: Scene, classes = ''): Body {
  const style = cytoscapeStyle(scene, 'n', classes);
  return {
    color: rgb(style('border-color')),
    border: number(style('border-width')),
    width: number(style('width')),
    height: number(style('height')),
    radius: style('shape') === 'round-rectangle' ? number(style('corner-radius')) : 0,
  };
}

/** The group of an element in an SVG; gives the values of an attribute in it, in their order. */
function svgOf(scene: Scene, id: string): (name: string) => string[] {
  const svg = sceneToSvg(scene, { tokens, measure });
  const group = svg.split('\n').find((line) => line.includes(`<g id="${id}"`)) ?? '';
  return (name) => [...group.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

function svgBody(scene: Scene): Body {
  const values = svgOf(scene, 'n');
  // An attribute that is not there is not a number.
  const first = (name: string) => Number(values(name)[0] ?? Number.NaN);
  const corners = values('points')[0]
    ?.split(' ')
    .map((point) => point.split(',').map(Number));
  const extent = (axis: 0 | 1) => {
    const places = corners?.map((corner) => corner[axis] ?? Number.NaN) ?? [];
    return Math.max(...places) - Math.min(...places);
  };
  const size = corners
    ? { width: extent(0), height: extent(1), radius: 0 }
    : values('rx').length === 0 || values('cx')[0] === '0'
      ? { width: 2 * first('r'), height: 2 * first('r'), radius: 0 }
      : { width: first('width'), height: first('height'), radius: first('rx') };
  return { color: rgb(values('stroke')[0] ?? ''), border: first('stroke-width'), ...size };
}

describe.each(Object.entries(NODES))('%s', (kind, node) => {
  it.each(Object.entries(NODE_STATES))('%s has one border and one body near', (state, more) => {
    const scene = sceneOf({ nodes: [node], ...more });
    const expected = cytoscapeBody(scene);
    // The width of Cytoscape's double border is that of both its lines and the space between them.
    const isDouble = kind === 'group' && state !== 'selected';
    expect(isDouble ? expected.border : undefined).toBe(isDouble ? RING.border : undefined);
    const body = isDouble ? { ...expected, border: BORDERS.actor.near.width } : expected;
    expect(painted(scene, 'near').body).toEqual(body);
    expect(svgBody(scene)).toEqual(body);
  });

  it.each([
    ['plain', {}],
    ['with a colour of its own', { styles: new Map([['n', { color: OWN }]]) }],
  ] as const)('%s has one border and one body at the far levels', (_, more) => {
    const scene = sceneOf({ nodes: [node], ...more });
    expect(painted(scene, 'far').body).toEqual(cytoscapeBody(scene, 'far'));
  });
});

describe.each(Object.entries(EDGES))('%s', (_, edge) => {
  it.each([
    ['plain', {}],
    ['dimmed', { dimmed: new Set([edge.id]) }],
  ] as const)('%s has one colour, width, dash and opacity', (state, more) => {
    const scene = sceneOf({ nodes: [actor('a'), actor('b'), claim('c')], edges: [edge], ...more });
    const style = cytoscapeStyle(scene, edge.id);
    const [width, weak] = [number(style('width')), number(style('line-opacity'))];
    const expected: Line = {
      color: rgb(style('line-color')),
      width,
      dash: style('line-style') === 'dashed' ? style('line-dash-pattern').split(' ').map(Number) : [],
      opacity: weak * number(style('opacity')),
    };
    // The painter draws lines of about one width in one stroke.
    expect(painted(scene, 'near').line).toEqual({ ...expected, width: Math.round(width) });
    const values = svgOf(scene, edge.id);
    expect({
      color: rgb(values('stroke')[0] ?? ''),
      dash: values('stroke-dasharray').flatMap((dash) => dash.split(' ').map(Number)),
      weak: Number(values('stroke-opacity')[0] ?? 1),
      group: values('opacity'),
    }).toEqual({ color: expected.color, dash: expected.dash, weak, group: state === 'dimmed' ? ['.35'] : [] });
    // An SVG has one decimal place.
    expect(Math.abs(Number(values('stroke-width')[0]) - width)).toBeLessThanOrEqual(0.05);
  });
});
