/** One Cytoscape instance with its parts. It is created again when its resolution must change. */
import type { Core, CytoscapeOptions } from 'cytoscape';
import { createCamera, MAX_ZOOM, MIN_ZOOM } from './camera.ts';
import type { Camera } from './camera.ts';
import type { Measure } from '../scene/fonts.ts';
import { attachDragging, attachHovering, attachSelecting } from './gestures.ts';
import { createHoverCard } from './hover-card.ts';
import type { HoverCard } from './hover-card.ts';
import type { Labels } from '../scene/labels.ts';
import { attachLasso } from './lasso.ts';
import { attachLocating, placeOf } from './locate.ts';
import type { CameraView } from '../scene/camera-view.ts';
import type { GraphHandlers, Insets } from '../scene/scene.ts';
import type { Rect, Viewport } from '../scene/geometry.ts';
import { createMinimap } from './minimap.ts';
import { attachWheelZoom } from './wheel-zoom.ts';
import { createPainter } from './painter.ts';
import { createShownScene } from './shown-scene.ts';
import type { ShownScene } from './shown-scene.ts';

/** Events of the user. After one, the camera moves only when asked. They are handled in the capture phase. */
const GESTURES = ['pointerdown', 'wheel', 'keydown'] as const;
const GESTURE_OPTIONS = { capture: true, passive: true } as const;

export interface DrawingOptions {
  readonly cytoscape: (options: CytoscapeOptions) => Core;
  readonly container: HTMLElement;
  readonly handlers: GraphHandlers;
  readonly measure: Measure;
  readonly labels: Labels;
  readonly insets: Insets;
  readonly pixelRatio: number;
  readonly isMotionReduced: () => boolean;
  /** Where the camera stands, or what it sees; without either, the first scene is fitted. */
  readonly viewport?: Viewport;
  readonly view?: CameraView;
}

export interface Drawing {
  readonly cy: Core;
  readonly shown: ShownScene;
  readonly camera: Camera;
  readonly card: HoverCard;
  readonly pixelRatio: number;
  viewport(): Viewport;
  placeOf(id: string): Rect | undefined;
  destroy(): void;
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

function createCore({ cytoscape, container, pixelRatio, viewport }: DrawingOptions): Core {
  return cytoscape({
    container,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    // Shift and drag draws the lasso.
    boxSelectionEnabled: false,
    // The page has the selection; Cytoscape would keep a second one.
    autounselectify: true,
    pixelRatio,
    ...(viewport ? { zoom: viewport.zoom, pan: { ...viewport.pan } } : {}),
  });
}

/** Mounts an empty drawing. */
export function createDrawing(options: DrawingOptions): Drawing {
  const { container, handlers, measure, isMotionReduced } = options;
  const detachWheel = attachWheelZoom(container, () => cy);
  const cy = createCore(options);
  const camera = createCamera(cy, isMotionReduced);
  camera.setInsets(options.insets);
  if (options.view) camera.see(options.view);
  const shown = createShownScene({
    cy,
    container,
    measure,
    labels: options.labels,
    isMotionReduced,
    onChanged(what) {
      painter.changed(what);
      if (what === 'all') minimap.update();
    },
    onCaughtUp: () => painter.caughtUp(),
    areFramesFirst: () => painter.isMoving() || painter.isBusy(),
    onFirstScene: (boxAt) => {
      if (!options.viewport && !options.view) camera.fit(boxAt, { isAnimated: false, isReadable: true });
    },
  });
  const painter = createPainter({
    cy,
    container,
    pixelRatio: options.pixelRatio,
    shown,
    onNative: () => shown.updateDetail(),
  });
  const minimap = createMinimap({
    cy,
    container,
    pixelRatio: options.pixelRatio,
    now: () => shown.state(),
    extent: () => shown.extent(),
  });
  const card = createHoverCard(cy, container, () => shown.state().scene);
  const viewport = () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } });
  const viewportFrame = oncePerFrame(() => {
    // While the painter draws, classes of elements are not needed.
    if (!painter.isPainting()) shown.updateDetail();
    container.dataset['zoom'] = cy.zoom().toFixed(3);
    handlers.onViewport(viewport());
  });
  const dragFrame = oncePerFrame(shown.updateRoutes);
  cy.on('viewport', () => {
    painter.moved();
    minimap.update();
    viewportFrame.schedule();
  });
  attachSelecting(cy, container, handlers);
  attachHovering(cy, (id) => {
    shown.hover(id);
    card.show(id);
    handlers.onHover(id);
  });
  const detachLasso = attachLasso(cy, container, handlers.onSelect);
  attachDragging(cy, {
    onDrag: dragFrame.schedule,
    onMove: (moved) => {
      shown.updateRoutes();
      handlers.onMove(moved);
    },
  });
  const catchUp = () => {
    shown.catchUp();
    painter.catchUp();
  };
  const detachLocating = attachLocating(cy, container, catchUp);
  const resized = new ResizeObserver(() => {
    cy.resize();
    camera.resized();
  });
  resized.observe(container);
  for (const gesture of GESTURES) window.addEventListener(gesture, camera.release, GESTURE_OPTIONS);
  return {
    cy,
    shown,
    camera,
    viewport,
    card,
    pixelRatio: options.pixelRatio,
    placeOf(id) {
      catchUp();
      return placeOf(cy, container, id);
    },
    destroy() {
      for (const frame of [viewportFrame, dragFrame]) frame.cancel();
      resized.disconnect();
      for (const gesture of GESTURES) window.removeEventListener(gesture, camera.release, GESTURE_OPTIONS);
      detachLocating();
      detachLasso();
      detachWheel();
      for (const part of [shown, painter, minimap, card]) part.destroy();
      cy.destroy();
    },
  };
}
