/** The camera. It moves when the user or the page asks, and uses the area that nothing covers. */
import type { BoundingBox12, BoundingBoxWH, Core, SingularElementReturnValue } from 'cytoscape';
import type { Box } from '../scene/geometry.ts';
import { viewportOf } from '../scene/camera-view.ts';
import type { CameraView } from '../scene/camera-view.ts';
import type { Insets } from '../scene/scene.ts';
import type { Viewport } from '../scene/geometry.ts';
import { NARROW_CANVAS } from '../../base/breakpoints.ts';

export const MIN_ZOOM = 0.03;
export const MAX_ZOOM = 4;
/** Maximum zoom of a fit: three nodes do not fill the screen. */
const MAX_FIT_ZOOM = 1.15;
const PADDING = 20;
const NARROW_PADDING = 8;
/** At this zoom the text of claims is about 11 px high on the screen. */
const MIN_READABLE = 0.72;
/** Space at the top for the button that opens the panel. */
const READABLE_TOP = 64;
const STEPS = 7;
const SLOW = 240;
/** How long a fit holds: what comes with it (a panel, a legend, a chip) changes the free area a moment later. */
const HOLD_MS = 1_000;

export type Area = BoundingBox12 & BoundingBoxWH;

export interface Camera {
  /**
   * Shows the whole drawing. The caller gives its box (model pixels): Cytoscape would style all elements first to compute it.
   * The box depends on the zoom, because names have a fixed size on the screen at the far levels.
   * With `isReadable`, a drawing that is too high to be read as a whole is shown from its top.
   */
  fit(boxAt: (zoom: number) => Box, how: { readonly isAnimated: boolean; readonly isReadable: boolean }): void;
  zoomTo(level: number): void;
  /** Zooms from the target of a running animation, so that several presses add up. */
  zoomBy(factor: number): void;
  /** Sets the camera without animation. */
  setViewport(viewport: Viewport): void;
  /** Shows what another camera saw, at once. */
  see(view: CameraView): void;
  /** A fit, a reveal or a seen view is done again when these differ and it was asked for just before. */
  setInsets(insets: Insets): void;
  /** The same for the size of the canvas. */
  resized(): void;
  /** The user does something: the camera stays as it is from now on. */
  release(): void;
  reveal(element: SingularElementReturnValue): void;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Returns the part of the container that nothing covers, in CSS pixels. */
function freeArea(cy: Core, insets: Insets): Area {
  const [left, top] = [insets.left, insets.top];
  // If nearly everything is covered, a minimum size remains.
  const w = Math.max(80, cy.width() - insets.left - insets.right);
  const h = Math.max(80, cy.height() - insets.top - insets.bottom);
  return { x1: left, y1: top, x2: left + w, y2: top + h, w, h };
}

/** Returns the zoom at which `box` fills the area, within limits. */
function zoomFor(box: Box, area: Area): number {
  const padding = area.w < NARROW_CANVAS ? NARROW_PADDING : PADDING;
  const room = { w: Math.max(40, area.w - 2 * padding), h: Math.max(40, area.h - 2 * padding) };
  return clamp(
    Math.min(room.w / Math.max(1, box.right - box.left), room.h / Math.max(1, box.bottom - box.top)),
    MIN_ZOOM,
    MAX_FIT_ZOOM,
  );
}

/**
 * Returns the viewport that shows the whole drawing in the middle of `area`. It finds the zoom by bisection: the lower the
 * zoom, the larger names are compared to the drawing.
 */
export function fitted(boxAt: (zoom: number) => Box, area: Area): Viewport {
  let high = zoomFor(boxAt(MAX_FIT_ZOOM), area);
  let low = high;
  if (zoomFor(boxAt(high), area) < high) {
    low = Math.max(MIN_ZOOM, high / 2);
    for (let step = 0; step < STEPS; step += 1) {
      const zoom = (low + high) / 2;
      if (zoomFor(boxAt(zoom), area) < zoom) high = zoom;
      else low = zoom;
    }
  }
  const box = boxAt(low);
  const pan = {
    x: area.x1 + area.w / 2 - (low * (box.left + box.right)) / 2,
    y: area.y1 + area.h / 2 - (low * (box.top + box.bottom)) / 2,
  };
  return { zoom: low, pan };
}

/**
 * Returns the viewport that shows the top of a drawing on a narrow page, if its width fits at a readable zoom and its height
 * does not; otherwise `undefined`.
 */
export function readable(boxAt: (zoom: number) => Box, area: Area): Viewport | undefined {
  if (area.w >= NARROW_CANVAS) return undefined;
  const box = boxAt(MAX_FIT_ZOOM);
  const zoom = Math.min(MAX_FIT_ZOOM, (area.w - 2 * NARROW_PADDING) / Math.max(1, box.right - box.left));
  const height = zoom * (box.bottom - box.top);
  if (zoom < MIN_READABLE || height <= area.h - 2 * NARROW_PADDING) return undefined;
  return {
    zoom,
    pan: { x: area.x1 + area.w / 2 - (zoom * (box.left + box.right)) / 2, y: area.y1 + READABLE_TOP - zoom * box.top },
  };
}

/** Returns the shift that moves `from`–`to` into `low`–`high`; it centres a longer one. */
function push(from: number, to: number, low: number, high: number): number {
  if (to - from > high - low) return (low + high - from - to) / 2;
  if (from < low) return low - from;
  return to > high ? high - to : 0;
}

/** Creates a camera for `cy`. It calls `isMotionReduced` before every movement. */
export function createCamera(cy: Core, isMotionReduced: () => boolean): Camera {
  let insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  let goal = cy.zoom();
  /** What the page asked for last, computed again as long as it holds. */
  let aim: { readonly viewport: () => Viewport | undefined; readonly since: number } | undefined;
  const go = ({ zoom, pan }: Viewport, isAnimated: boolean) => {
    cy.stop();
    goal = zoom;
    if (!isAnimated || isMotionReduced()) cy.viewport({ zoom, pan: { ...pan } });
    else cy.animate({ zoom, pan: { ...pan } }, { duration: SLOW, easing: 'ease-out' });
  };
  const pursue = (viewport: () => Viewport | undefined, isAnimated: boolean) => {
    aim = { viewport, since: performance.now() };
    const at = viewport();
    if (at !== undefined) go(at, isAnimated);
  };
  const pursueAgain = () => {
    if (aim === undefined || performance.now() - aim.since > HOLD_MS) return;
    const at = aim.viewport();
    if (at !== undefined) go(at, cy.animated());
  };
  const zoomTo = (level: number) => {
    aim = undefined;
    const zoom = clamp(level, MIN_ZOOM, MAX_ZOOM);
    const area = freeArea(cy, insets);
    const [before, middle] = [
      { zoom: cy.zoom(), pan: cy.pan() },
      { x: area.x1 + area.w / 2, y: area.y1 + area.h / 2 },
    ];
    const at = (axis: 'x' | 'y') => middle[axis] - ((middle[axis] - before.pan[axis]) / before.zoom) * zoom;
    go({ zoom, pan: { x: at('x'), y: at('y') } }, true);
  };
  return {
    fit: (boxAt, { isAnimated, isReadable }) =>
      pursue(() => {
        const area = freeArea(cy, insets);
        return (isReadable ? readable(boxAt, area) : undefined) ?? fitted(boxAt, area);
      }, isAnimated),
    zoomTo,
    zoomBy: (factor) => zoomTo((cy.animated() ? goal : cy.zoom()) * factor),
    setViewport: ({ zoom, pan }) => {
      aim = undefined;
      go({ zoom: clamp(zoom, MIN_ZOOM, MAX_ZOOM), pan }, false);
    },
    see: (view) =>
      pursue(() => {
        const { zoom, pan } = viewportOf(view, { width: cy.width(), height: cy.height() });
        return { zoom: clamp(zoom, MIN_ZOOM, MAX_ZOOM), pan };
      }, false),
    setInsets(next) {
      const isSame = (['top', 'right', 'bottom', 'left'] as const).every((side) => next[side] === insets[side]);
      insets = next;
      if (!isSame) pursueAgain();
    },
    resized: pursueAgain,
    release() {
      aim = undefined;
    },
    reveal: (element) =>
      pursue(() => {
        if (element.removed()) return undefined;
        const box = element.renderedBoundingBox({ includeOverlays: false, includeUnderlays: false });
        const area = freeArea(cy, insets);
        const shift = {
          x: push(box.x1 - PADDING, box.x2 + PADDING, area.x1, area.x2),
          y: push(box.y1 - PADDING, box.y2 + PADDING, area.y1, area.y2),
        };
        if (shift.x === 0 && shift.y === 0) return undefined;
        const { x, y } = cy.pan();
        return { zoom: cy.zoom(), pan: { x: x + shift.x, y: y + shift.y } };
      }, true),
  };
}
