/** Converts between the camera of a canvas of some size and what that camera sees, so that a view opens alike on another screen. */
import type { Point, Size, Viewport } from './geometry.ts';

/** What a camera sees: the middle and the size of the visible part, in model pixels. */
export interface CameraView {
  readonly center: Point;
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

/** The camera with which a canvas of that size shows all of `view`, in its middle. */
export function viewportOf({ center, width, height }: CameraView, size: Size): Viewport {
  const zoom = Math.min(size.width / width, size.height / height);
  return { zoom, pan: { x: size.width / 2 - center.x * zoom, y: size.height / 2 - center.y * zoom } };
}
