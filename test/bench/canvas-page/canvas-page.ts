/** The page of the canvas bench: mounts Gainsay's canvas or sigma.js on the same graph, and moves the camera. */
import * as graphologyPackage from 'graphology';
import * as sigmaPackage from 'sigma';
import '../../../client/theme.css';
import '../../../client/features/canvas/canvas.css';
import { mountGraph } from '../../../client/graph/canvas/graph-controller.ts';
import type { GraphController, GraphHandlers, Scene } from '../../../client/graph/scene/scene.ts';
import { placeNewNodes } from '../../../client/graph/layout/place-new-nodes.ts';
import { runLayout } from '../../../client/graph/layout/run-layout.ts';
import { sampleScene } from './sample-dispute.ts';

/** The used parts of graphology and sigma.js. Their own types describe scripts, not modules, and have no constructors here. */
interface PeerGraph {
  addNode(id: string, attributes: Readonly<Record<string, unknown>>): void;
  addEdgeWithKey(id: string, source: string, target: string, attributes: Readonly<Record<string, unknown>>): void;
}
interface SigmaCamera {
  getState(): { readonly x: number; readonly y: number; readonly ratio: number; readonly angle: number };
  setState(state: { readonly x: number; readonly y: number; readonly ratio: number }): void;
}
type SigmaClass = new (
  graph: PeerGraph,
  container: HTMLElement,
  settings: Readonly<Record<string, unknown>>,
) => { getCamera(): SigmaCamera; kill(): void };
const exported = (module: object, name: string): unknown => Reflect.get(module, name);
const GraphologyGraph = exported(graphologyPackage, 'default') as new (options: {
  readonly multi: boolean;
}) => PeerGraph;
const SigmaRenderer = exported(sigmaPackage, 'Sigma') as SigmaClass;

export type Renderer = 'gainsay' | 'sigma';

/** A mounted drawing; its camera moves by shares of the size of the screen. */
interface Mounted {
  readonly move: (step: { readonly x: number; readonly y: number; readonly zoom: number }) => void;
  readonly end: () => void;
}

export interface Measured {
  readonly firstFrame: number;
  readonly panAndZoom: number;
  readonly pan: number;
  /** Script time of the page per frame while panning and zooming, in milliseconds. */
  readonly script: number;
}

export interface Tasks {
  readonly layout: number;
  readonly expand: number;
  readonly pan: number;
}

const QUIET: GraphHandlers = {
  onSelect: () => undefined,
  onExpand: () => undefined,
  onMove: () => undefined,
  onHover: () => undefined,
  onViewport: () => undefined,
  onMenu: () => undefined,
};

const frame = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
const place = document.querySelector<HTMLElement>('#place') ?? document.body;

function freshContainer(): HTMLElement {
  const container = document.createElement('div');
  container.className = 'canvas';
  place.replaceChildren(container);
  return container;
}

async function mountOurs(scene: Scene): Promise<Mounted & { readonly controller: GraphController }> {
  const controller = await mountGraph(freshContainer(), QUIET, { isMotionReduced: () => false });
  controller.render(scene);
  const { zoom, pan } = controller.viewport();
  const [width, height] = [place.clientWidth, place.clientHeight];
  return {
    controller,
    move(step) {
      const next = zoom * step.zoom;
      const at = (axis: 'x' | 'y', middle: number) => middle - ((middle - pan[axis]) / zoom) * next;
      controller.setViewport({
        zoom: next,
        pan: { x: at('x', width / 2) + step.x * width, y: at('y', height / 2) + step.y * height },
      });
    },
    end: () => controller.destroy(),
  };
}

function mountSigma(scene: Scene): Mounted {
  const graph = new GraphologyGraph({ multi: true });
  for (const node of scene.nodes) {
    const at = scene.positions.get(node.id) ?? { x: 0, y: 0 };
    graph.addNode(node.id, {
      x: at.x,
      y: -at.y,
      size: node.type === 'actor' ? 6 : 8,
      label: node.type === 'actor' ? node.name : node.text,
      color: node.type === 'actor' ? '#8a8577' : '#5f5b51',
    });
  }
  for (const edge of scene.edges) {
    if (edge.type === 'position')
      graph.addEdgeWithKey(edge.id, edge.source, edge.target, {
        size: 1.5,
        color: edge.stance === 'asserts' ? '#0b6e8f' : '#b8430f',
      });
  }
  const sigma = new SigmaRenderer(graph, freshContainer(), {
    defaultEdgeType: 'arrow',
    labelFont: 'Gainsay Sans',
    labelSize: 12,
  });
  const camera = sigma.getCamera();
  const start = camera.getState();
  return {
    move: ({ x, y, zoom }) =>
      camera.setState({ ...start, x: start.x - x / zoom, y: start.y + y / zoom, ratio: start.ratio / zoom }),
    end: () => sigma.kill(),
  };
}

const PERIOD = 2_000;

/** Measures frames per second over `duration` while every frame moves the camera, and the script time of a move. */
async function framesWhile(
  mounted: Mounted,
  isZooming: boolean,
  duration: number,
): Promise<{ readonly rate: number; readonly script: number }> {
  let [frames, script, now] = [0, 0, await frame()];
  const begun = now;
  while (now - begun < duration) {
    const turn = ((now - begun) / PERIOD) * 2 * Math.PI;
    const before = performance.now();
    mounted.move({
      x: 0.2 * Math.sin(turn),
      y: 0.15 * Math.sin(turn * 1.3),
      zoom: isZooming ? 1.6 ** Math.sin(turn * 0.7) : 1,
    });
    script += performance.now() - before;
    now = await frame();
    frames += 1;
  }
  return { rate: (frames * 1000) / (now - begun), script: script / frames };
}

async function measure(renderer: Renderer, elements: number, duration: number): Promise<Measured> {
  const scene = sampleScene(elements);
  // Loads scripts and fonts first, so that both renderers have them: sigma.js is part of the script of this page.
  (await mountGraph(freshContainer(), QUIET, { isMotionReduced: () => false })).destroy();
  await frame();
  const begun = performance.now();
  const mounted = renderer === 'gainsay' ? await mountOurs(scene) : mountSigma(scene);
  // The first frame is drawn in the next callback and is on the screen at the start of the one after.
  await frame();
  const firstFrame = (await frame()) - begun;
  const both = await framesWhile(mounted, true, duration);
  const pan = await framesWhile(mounted, false, duration);
  mounted.end();
  return { firstFrame, panAndZoom: both.rate, pan: pan.rate, script: both.script };
}

/** The longest task in ms while `work` runs; browsers report tasks above 50 ms only, so 50 means 50 or less. */
async function longestTask(name: keyof Tasks, work: () => Promise<unknown>): Promise<number> {
  performance.mark(`bench:${name}`);
  let longest = 50;
  const take = (entries: PerformanceEntryList) => {
    for (const entry of entries) longest = Math.max(longest, entry.duration);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });
  await work();
  await frame();
  await new Promise((resolve) => {
    setTimeout(resolve, 120);
  });
  take(observer.takeRecords());
  observer.disconnect();
  performance.mark(`bench:${name}-end`);
  return longest;
}

/** The scene with 25 more actors around its first claim, as an expansion brings them. */
function expanded(scene: Scene): Scene {
  const claim = scene.nodes.find((node) => node.type === 'claim')?.id ?? '';
  const nodes = Array.from({ length: 25 }, (_, index) => ({
    type: 'actor' as const,
    id: `new${index}`,
    name: `Newcomer ${index}`,
    aliases: [],
    asserts: 1,
    denies: 0,
    statements: 1,
  }));
  const edges = nodes.map(({ id }) => ({
    type: 'position' as const,
    id: `${id} asserts ${claim}`,
    source: id,
    target: claim,
    stance: 'asserts' as const,
    statements: 1,
    modality: 'stated' as const,
  }));
  const all = { ...scene, nodes: [...scene.nodes, ...nodes], edges: [...scene.edges, ...edges] };
  return { ...all, positions: new Map([...scene.positions, ...placeNewNodes({ ...all, near: claim })]) };
}

async function tasks(elements: number): Promise<Tasks> {
  const scene = sampleScene(elements);
  const mounted = await mountOurs(scene);
  await frame();
  await new Promise((resolve) => {
    setTimeout(resolve, 1_000);
  });
  const pan = await longestTask('pan', () => framesWhile(mounted, false, 2_000));
  const layout = await longestTask('layout', async () => {
    const positions = await runLayout(
      'force',
      { ...scene, canvas: { width: 1_400, height: 900 } },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    if (positions) mounted.controller.render({ ...scene, positions });
    await frame();
  });
  const expand = await longestTask('expand', async () => {
    mounted.controller.render(expanded(scene));
    await frame();
  });
  mounted.end();
  return { pan, layout, expand };
}

/** Renders, expands and undoes repeatedly; the caller measures the memory. */
async function churn(elements: number, rounds: number): Promise<void> {
  const [scene, other] = [sampleScene(elements), sampleScene(Math.round(elements / 2))];
  const more = expanded(scene);
  const { controller } = await mountOurs(scene);
  for (let round = 0; round < rounds; round += 1) {
    controller.render(more);
    controller.render(scene);
    controller.render(other);
    controller.render(scene);
    if (round % 10 === 0) await frame();
  }
  controller.destroy();
  place.replaceChildren();
}

export interface CanvasBench {
  readonly measure: typeof measure;
  readonly tasks: typeof tasks;
  readonly churn: typeof churn;
}

Object.assign(globalThis, { canvasBench: { measure, tasks, churn } satisfies CanvasBench });
