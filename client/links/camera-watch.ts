/** Tells the state where the camera came to rest, and moves the camera to where the state says. */
import type { GraphController, Viewport } from '../graph/canvas/graph-controller.ts';
import { cameraViewOf, viewportOf } from '../state/camera-view.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';

const REST_MS = 250;

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface CameraWatch {
  /** The camera has moved; once it rests the state knows. */
  onViewport(viewport: Viewport): void;
  /** Moves the camera to where the state says, or shows everything, once the canvas has drawn the state. */
  place(): void;
  /** The same before the first drawing of a canvas that was just mounted. */
  placeFirst(controller: GraphController): void;
}

interface WatchNeeds {
  readonly store: ExplorerStore;
  readonly graph: () => GraphController | undefined;
  readonly canvas: () => Size | undefined;
}

export function createCameraWatch({ store, graph, canvas }: WatchNeeds): CameraWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = store.state().camera;
  const wanted = (): Viewport | undefined => {
    const [{ camera }, size] = [store.state(), canvas()];
    return camera === undefined || size === undefined ? undefined : viewportOf(camera, size);
  };
  const rest = (viewport: Viewport) => {
    const size = canvas();
    if (size === undefined || size.width === 0 || size.height === 0) return;
    known = cameraViewOf(viewport, size);
    store.patch((state) => ({ ...state, camera: known }));
  };
  const place = () => {
    // After the frame in which React hands the canvas the new scene.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const viewport = wanted();
        if (viewport === undefined) graph()?.fit();
        else graph()?.setViewport(viewport);
      }),
    );
  };
  // Undo and redo can lead to where another camera looked.
  store.subscribe(() => {
    const { camera } = store.state();
    if (camera === known) return;
    known = camera;
    place();
  });
  return {
    onViewport(viewport) {
      clearTimeout(timer);
      timer = setTimeout(() => rest(viewport), REST_MS);
    },
    place,
    placeFirst(controller) {
      const viewport = wanted();
      if (viewport !== undefined) controller.setViewport(viewport);
    },
  };
}
