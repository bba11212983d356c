/** The canvas as the page sees it: mount it once, then render scenes. */
import { watchPixelRatio } from '../../base/media.ts';
import { createDrawing } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { createLabels } from '../scene/labels.ts';
import { areFacesLoaded, createTextMeasure, loadFaces } from '../scene/measure-text.ts';
import { pictureOf } from './picture.ts';
import { withoutMarks } from '../scene/scene.ts';
import type { CameraView } from '../scene/camera-view.ts';
import type { GraphController, GraphHandlers, Insets, Scene } from '../scene/scene.ts';
import { readTokens } from '../scene/tokens.ts';

export type { Point } from '../scene/geometry.ts';

/** The marks are among the characters that the faces are asked for. */
const FACE_SAMPLE = 'Aa✓✕″…';
/** More elements than this are drawn less finely on fine screens: that doubles the frames and shows little. */
const MAX_SHARP = 400;
const COARSE_RATIO = 1.5;

function pixelRatioFor(scene: Scene): number {
  const isLarge = scene.nodes.length + scene.edges.length > MAX_SHARP;
  return isLarge ? Math.min(window.devicePixelRatio, COARSE_RATIO) : window.devicePixelRatio;
}

export interface MountOptions {
  /** Whether nothing may move by itself; asked before each movement. */
  readonly isMotionReduced: () => boolean;
}

/**
 * Mounts the canvas in `container` (positioned, with a size), once the faces of the theme are loaded.
 * Rejects when Cytoscape's script cannot be loaded.
 *
 * For tests and assistive tools the container says in `data-nodes`, `data-edges` and `data-zoom` what
 * is drawn, and answers the event `gainsay:locate` with where on the screen it is (see locate.ts).
 */
export async function mountGraph(
  container: HTMLElement,
  handlers: GraphHandlers,
  { isMotionReduced }: MountOptions,
): Promise<GraphController> {
  const [{ default: cytoscape }] = await Promise.all([import('cytoscape'), loadFaces(FACE_SAMPLE)]);
  // It warns of lines between nodes that someone has dragged onto each other: nothing to be told of.
  cytoscape.warnings(false);
  const text = createTextMeasure();
  const labels = createLabels(text.measure);
  let insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  let drawing: Drawing | undefined;
  let isDestroyed = false;
  /** What the camera was asked to see before there was anything to see. */
  let wanted: CameraView | undefined;

  // Only the creation of Cytoscape takes a resolution.
  const drawingFor = (scene: Scene): Drawing => {
    const pixelRatio = pixelRatioFor(scene);
    if (drawing?.pixelRatio === pixelRatio) return drawing;
    const viewport = drawing !== undefined && drawing.shown.counts().nodes > 0 ? drawing.viewport() : undefined;
    drawing?.destroy();
    drawing = createDrawing({
      cytoscape,
      container,
      handlers,
      measure: text.measure,
      labels,
      insets,
      pixelRatio,
      isMotionReduced,
      ...(viewport ? { viewport } : {}),
      ...(viewport === undefined && wanted ? { view: wanted } : {}),
    });
    return drawing;
  };
  // Other scripts are other files of the face: they come when a name first needs them.
  const awaitFaces = (scene: Scene) => {
    const sample = text.newCharacters(scene.nodes.map((node) => (node.type === 'actor' ? node.name : node.text)));
    if (sample === '' || areFacesLoaded(sample)) return;
    void loadFaces(sample).then(() => {
      text.forget();
      labels.forget();
      if (!isDestroyed) drawing?.shown.updateText();
    });
  };
  const render = (scene: Scene) => {
    if (isDestroyed) return;
    const { cy, shown } = drawingFor(scene);
    shown.render(scene);
    const { nodes, edges } = shown.counts();
    container.dataset['nodes'] = String(nodes);
    container.dataset['edges'] = String(edges);
    container.dataset['zoom'] = cy.zoom().toFixed(3);
    awaitFaces(scene);
  };
  const unwatch = watchPixelRatio(() => {
    const scene = drawing?.shown.state().scene;
    if (scene !== undefined) render(scene);
  });
  return {
    render,
    fit(how = 'readable') {
      const boxAt = drawing?.shown.extentFrom();
      if (boxAt) drawing?.camera.fit(boxAt, { isAnimated: true, isReadable: how === 'readable' });
    },
    zoomBy: (factor) => drawing?.camera.zoomBy(factor),
    zoomTo: (level) => drawing?.camera.zoomTo(level),
    setInsets(next) {
      insets = next;
      drawing?.camera.setInsets(next);
    },
    reveal(id) {
      drawing?.shown.catchUp();
      const element = drawing?.cy.getElementById(id);
      if (element?.nonempty() === true) drawing?.camera.reveal(element);
    },
    focus(id) {
      drawing?.shown.focus(id);
      drawing?.card.show(id);
    },
    setViewport: (viewport) => drawing?.camera.setViewport(viewport),
    see(view) {
      wanted = view;
      drawing?.camera.see(view);
    },
    size: () => ({ width: container.clientWidth, height: container.clientHeight }),
    placeOf: (id) => drawing?.placeOf(id),
    async picture(options) {
      const scene = drawing?.shown.state().scene;
      if (drawing === undefined || scene === undefined) return undefined;
      const { shown, cy } = drawing;
      // A picture is looked at near: its type is as usual, whatever the page's is.
      const pictured: Scene = { ...(options.hasMarks ? scene : withoutMarks(scene)), type: 'standard' };
      return shown.withoutTransitions(() => {
        shown.render(pictured);
        shown.catchUp();
        const box = shown.extent();
        const coded = box && pictureOf(cy, box, options, readTokens(container).bg);
        shown.render(scene);
        return coded;
      });
    },
    viewport: () => drawing?.viewport() ?? { zoom: 1, pan: { x: 0, y: 0 } },
    destroy() {
      isDestroyed = true;
      unwatch();
      drawing?.destroy();
      drawing = undefined;
    },
  };
}
