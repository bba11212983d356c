/** Links and saved views as the shell of the page knows them: values to look at, and work that is loaded when needed. */
import type { Size } from '../graph/scene/geometry.ts';
import type { GraphController } from '../graph/scene/scene.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import { createValueStore } from '../base/value-store.ts';
import type { ValueStore } from '../base/value-store.ts';
import { createCameraWatch } from './camera-watch.ts';
import type { CameraWatch } from './camera-watch.ts';
import { hasDraft } from './draft-key.ts';
import type { ViewOpener, ViewValues } from './open-view.ts';
import type { ViewDrawing } from './saved-views.ts';
import type { ViewsCore } from './views-core.ts';

export interface Views extends ViewOpener, ViewValues {
  readonly camera: CameraWatch;
  /** Whether the dialog that saves the view is open. */
  readonly isSaving: ValueStore<boolean>;
  /** Opens what the address asks for; then the address follows what is shown. */
  start(): Promise<void>;
  /** The server's content has changed: Back and Forward ask anew. */
  forget(): Promise<void>;
  /** Copies a link to what is shown; what is too long for one is saved as a view first. */
  copyLink(): Promise<void>;
  /** Copies the link to a saved view. */
  copyLinkTo(id: string): Promise<void>;
  /** What is shown, as a saved view keeps it. */
  draw(): Promise<ViewDrawing>;
}

interface ViewsNeeds {
  readonly store: ExplorerStore;
  readonly graph: () => GraphController | undefined;
  /** The size of the canvas. */
  readonly size: () => Size | undefined;
  readonly showStart: () => void;
  /** Views were saved: lists of them are asked for anew. */
  readonly onSaved: () => void;
}

export interface CoreNeeds extends ViewsNeeds {
  readonly values: ViewValues;
  readonly camera: CameraWatch;
}

export function createViews(needs: ViewsNeeds): Views {
  const { store, graph, size } = needs;
  const camera = createCameraWatch({ store, graph, size });
  const values: ViewValues = {
    // Where there may be something else to show the start view waits for it.
    isOpening: createValueStore(window.location.hash !== '' || hasDraft(() => localStorage)),
    opened: createValueStore(undefined),
    notice: createValueStore(undefined),
  };
  let loading: Promise<ViewsCore> | undefined;
  const core = () => {
    loading ??= import('./views-core.ts').then(({ createViewsCore }) => createViewsCore({ ...needs, values, camera }));
    return loading;
  };
  return {
    ...values,
    camera,
    isSaving: createValueStore(false),
    async start() {
      try {
        await (await core()).start();
      } finally {
        values.isOpening.set(false);
      }
    },
    forget: async () => (await core()).forget(),
    open: async (view, options) => (await core()).open(view, options),
    openSaved: async (id, isStep) => (await core()).openSaved(id, isStep),
    copyLink: async () => (await core()).copyLink(),
    copyLinkTo: async (id) => (await core()).copyLinkTo(id),
    draw: async () => (await core()).draw(),
  };
}
