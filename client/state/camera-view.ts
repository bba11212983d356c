/** Between the camera of a canvas of some size and what it sees, so that a view opens alike on another screen. */
import type { Viewport } from '../graph/canvas/graph-controller.ts';
import type { CameraView } from './explorer-state.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a canvas of that size shows of the drawing. */
export function cameraViewOf({ zoom, pan }: Viewport, { width, height }: Size): CameraView {
  return {
    center: { x: (width / 2 - pan.x) / zoom, y: (height / 2 - pan.y) / zoom },
    width: width / zoom,
    height: height / zoom,
  };
}

/** The camera with which a canvas of that size shows all that was seen, in its middle. */
export function viewportOf({ center, width, height }: CameraView, size: Size): Viewport {
  const zoom = Math.min(size.width / width, size.height / height);
  return { zoom, pan: { x: size.width / 2 - center.x * zoom, y: size.height / 2 - center.y * zoom } };
}
