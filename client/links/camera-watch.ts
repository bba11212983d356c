/** Writes the camera to the state when it stops moving, and moves the camera when the state changes. */
import type { GraphController } from '../graph/scene/scene.ts';
import type { Viewport } from '../graph/scene/geometry.ts';
import { cameraViewOf } from '../graph/scene/camera-view.ts';
import type { Size } from '../graph/scene/geometry.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';

const REST_MS = 250;

export interface CameraWatch {
  /** The camera has moved; the state is updated once it stops. */
  onViewport(viewport: Viewport): void;
  /** Moves the camera to that of the state, or fits the whole drawing if there is none. */
  place(): void;
  /** Moves the camera of a canvas that was just mounted, before its first drawing. */
  placeFirst(controller: GraphController): void;
}

interface WatchNeeds {
  readonly store: ExplorerStore;
  readonly graph: () => GraphController | undefined;
  readonly size: () => Size | undefined;
}

export function createCameraWatch({ store, graph, size }: WatchNeeds): CameraWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = store.state().camera;
  const rest = (viewport: Viewport) => {
    const box = size();
    if (box === undefined || box.width === 0 || box.height === 0) return;
    known = cameraViewOf(viewport, box);
    store.patch((state) => ({ ...state, camera: known }));
  };
  const place = () => {
    const { camera } = store.state();
    if (camera === undefined) graph()?.fit();
    else graph()?.see(camera);
  };
  // Undo and redo can restore another camera.
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
      const { camera } = store.state();
      if (camera !== undefined) controller.see(camera);
    },
  };
}
