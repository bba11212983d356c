/** Notes in the state where the camera came to rest, and moves the camera to where the state says. */
import type { GraphController } from '../graph/scene/scene.ts';
import type { Viewport } from '../graph/scene/geometry.ts';
import { cameraViewOf } from '../graph/scene/camera-view.ts';
import type { Size } from '../graph/scene/geometry.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';

const REST_MS = 250;

export interface CameraWatch {
  /** The camera has moved; once it rests the state knows. */
  onViewport(viewport: Viewport): void;
  /** Moves the camera to where the state says, or shows everything. */
  place(): void;
  /** The same before the first drawing of a canvas that was just mounted. */
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
      const { camera } = store.state();
      if (camera !== undefined) controller.see(camera);
    },
  };
}
