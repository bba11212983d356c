import { describe, expect, it } from 'vitest';
import { routeEdges } from '../../../../client/graph/routing/edge-routing.ts';
import { inkOf } from '../../../../client/graph/paint/ink.ts';
import { createLabels } from '../../../../client/graph/scene/labels.ts';
import { estimateTextWidth } from '../../../../client/graph/scene/node-geometry.ts';
import { inkOfMany } from '../../../../client/graph/scene/level-of-detail.ts';
import { paintScene } from '../../../../client/graph/paint/paint-scene.ts';
import type { ScenePaint } from '../../../../client/graph/paint/paint-scene.ts';
import type { Tokens } from '../../../../client/graph/scene/tokens.ts';
import { sampleScene } from '../../../bench/canvas-page/sample-dispute.ts';

/** Every token is a colour with the name of the token. */
const tokens = new Proxy({}, { get: (_, name) => (name === 'leastInk' ? 0.35 : String(name)) }) as Tokens;
const scene = sampleScene(3_000);
const ink = inkOf({
  scene,
  tokens,
  hovered: undefined,
  focused: undefined,
  labels: createLabels((text) => estimateTextWidth(text, 12)),
  routes: routeEdges({ ...scene, markWidth: () => 14 }),
});

interface Noted {
  readonly context: CanvasRenderingContext2D;
  /** Names of the called methods. */
  readonly told: string[];
  /** Opacities that lines were stroked with. Strokes before the first setLineDash are the halos under them. */
  readonly shares: Set<number>;
}

/** A context that only records calls. */
function notingContext(): Noted {
  const [told, shares]: [string[], Set<number>] = [[], new Set()];
  let share = 1;
  const context = new Proxy(
    { canvas: { width: 1_400, height: 900 } },
    {
      get(target, name) {
        if (name === 'canvas') return target.canvas;
        if (name === 'getTransform') return () => ({ a: 1, e: 0, f: 0 });
        return (...given: readonly unknown[]) => {
          told.push(String(name));
          if (name === 'stroke' && told.includes('setLineDash')) shares.add(share);
          return name === 'measureText' ? { width: String(given[0]).length * 7 } : undefined;
        };
      },
      set(_, name, value) {
        if (name === 'globalAlpha') share = Number(value);
        return true;
      },
    },
  );
  return { context: context as unknown as CanvasRenderingContext2D, told, shares };
}

const painting = (zoom: number, detail: ScenePaint['detail']): ScenePaint => ({
  ink,
  tokens,
  type: 'standard',
  viewport: { zoom, pan: { x: 0, y: 0 } },
  pixelRatio: 1,
  detail,
  named: new Set(),
  widths: new Map(),
  sprites: { get: () => undefined },
  isAtRest: true,
  isFine: true,
});

describe('a picture of 3,000 elements', () => {
  it.each([
    [0.05, 'dot'],
    [0.3, 'far'],
    [0.6, 'near'],
  ] as const)('at zoom %d is painted in short steps', (zoom, detail) => {
    const { context, told } = notingContext();
    const lengths: number[] = [];
    let before = 0;
    for (const steps = paintScene(context, painting(zoom, detail)); ;) {
      const isDone = steps.next().done === true;
      const strokes = told
        .slice(before)
        .filter((name) => name === 'stroke' || name === 'fill' || name === 'fillText').length;
      lengths.push(strokes);
      before = told.length;
      if (isDone) break;
    }
    expect(lengths.length).toBeGreaterThan(detail === 'near' ? 20 : 60);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(3 * 64);
    expect(told.filter((name) => name === 'save')).toHaveLength(told.filter((name) => name === 'restore').length);
  });
});

describe('many lines at the far levels', () => {
  function sharesOf(detail: ScenePaint['detail'], pointedOut?: string): ReadonlySet<number> {
    const { context, shares } = notingContext();
    const edges = ink.edges.map((edge) => ({ ...edge, isWeak: false, isSelected: edge.id === pointedOut }));
    const steps = paintScene(context, { ...painting(0.05, detail), ink: { nodes: [], edges } });
    while (steps.next().done !== true);
    return shares;
  }
  const thinned = inkOfMany(ink.edges.length, { least: 0.35 });

  it('have the lower opacity the more they are, down to a minimum', () => {
    expect(inkOfMany(0, { least: 0.35 })).toBe(1);
    expect(inkOfMany(400, { least: 0.35 })).toBe(1);
    expect(inkOfMany(1_600, { least: 0.35 })).toBe(0.5);
    expect(inkOfMany(1_000_000, { least: 0.35 })).toBe(0.35);
    expect(inkOfMany(1_000_000, { least: 1 })).toBe(1);
    expect(inkOfMany(240, { few: 60, least: 0.12 })).toBe(0.5);
  });

  it('are translucent, except a selected one', () => {
    expect(thinned).toBeLessThan(0.6);
    expect(sharesOf('far')).toEqual(new Set([thinned]));
    expect(sharesOf('far', ink.edges[0]?.id)).toEqual(new Set([thinned, 1]));
    expect(sharesOf('near')).toEqual(new Set([1]));
  });
});
