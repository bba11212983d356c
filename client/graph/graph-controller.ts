/** The canvas as the page sees it: mount it once, then render scenes. */
import type { Core } from 'cytoscape';
import { createCamera, MAX_ZOOM, MIN_ZOOM } from './camera.ts';
import { attachDragging, attachHovering, attachSelecting } from './gestures.ts';
import { attachLocating } from './locate.ts';
import { areFacesLoaded, createTextMeasure, loadFaces } from './measure-text.ts';
import type { GraphController, GraphHandlers, Scene } from './scene.ts';
import { createStage } from './stage.ts';

export type { GraphController, GraphHandlers, Insets, MenuTarget, Point, Scene, Viewport } from './scene.ts';

/** The marks are among the characters that the faces are asked for. */
const FACE_SAMPLE = 'Aa✓✕″…';

function isMotionReduced(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Calls `work` at most once a frame. */
function oncePerFrame(work: () => void): { schedule(): void; cancel(): void } {
  let frame: number | undefined;
  return {
    schedule() {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        work();
      });
    },
    cancel() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
    },
  };
}

async function createCore(container: HTMLElement): Promise<Core> {
  const [{ default: cytoscape }] = await Promise.all([import('cytoscape'), loadFaces(FACE_SAMPLE)]);
  // It warns of lines between nodes that someone has dragged onto each other: nothing to be told of.
  cytoscape.warnings(false);
  return cytoscape({
    container,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    boxSelectionEnabled: true,
    // The selection is the page's: Cytoscape's own would be a second truth.
    autounselectify: true,
    // More than 1.5 costs half of the frames of a large drawing and shows little.
    pixelRatio: Math.min(window.devicePixelRatio, 1.5),
  });
}

/**
 * Mounts the canvas in `container` (positioned, with a size), once the faces of the theme are loaded.
 *
 * For tests and assistive tools the container says in `data-nodes`, `data-edges` and `data-zoom` what
 * is drawn, and answers the event `gainsay:locate` with where on the screen it is (see locate.ts).
 */
export async function mountGraph(container: HTMLElement, handlers: GraphHandlers): Promise<GraphController> {
  const cy = await createCore(container);
  const camera = createCamera(cy, isMotionReduced);
  const text = createTextMeasure();
  const stage = createStage({ cy, container, measure: text.measure, isMotionReduced, onFirstScene: (box) => camera.fit(box, false) });
  const viewport = () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } });
  const viewportFrame = oncePerFrame(() => {
    stage.updateDetail();
    container.dataset['zoom'] = cy.zoom().toFixed(3);
    handlers.onViewport(viewport());
  });
  const dragFrame = oncePerFrame(() => stage.updateRoutes());
  cy.on('viewport', viewportFrame.schedule);
  attachSelecting(cy, container, handlers);
  attachHovering(cy, handlers.onHover);
  attachDragging(cy, { onDrag: dragFrame.schedule, onMove: (moved) => { stage.updateRoutes(); handlers.onMove(moved); } });
  const detachLocating = attachLocating(cy, container);
  const resized = new ResizeObserver(() => cy.resize());
  resized.observe(container);
  // Other scripts are other files of the face: they come when a name first needs them.
  const lateFaces = (scene: Scene) => {
    const sample = text.newCharacters(scene.nodes.map((node) => (node.type === 'actor' ? node.name : node.text)));
    if (sample === '' || areFacesLoaded(sample)) return;
    void loadFaces(sample).then(() => {
      text.forget();
      if (!cy.destroyed()) stage.updateText();
    });
  };
  return {
    render(scene: Scene) {
      stage.render(scene);
      container.dataset['nodes'] = String(cy.nodes().length);
      container.dataset['edges'] = String(cy.edges().length);
      lateFaces(scene);
    },
    fit() {
      const box = stage.extent();
      if (box) camera.fit(box, true);
    },
    zoomBy: (factor) => camera.zoomTo(cy.zoom() * factor),
    zoomTo: camera.zoomTo,
    setInsets: camera.setInsets,
    reveal(id) {
      const element = cy.getElementById(id);
      if (element.nonempty()) camera.reveal(element);
    },
    focus: stage.focus,
    viewport,
    destroy() {
      for (const frame of [viewportFrame, dragFrame]) frame.cancel();
      resized.disconnect();
      detachLocating();
      cy.destroy();
    },
  };
}
