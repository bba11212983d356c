/** Links and saved views for the shell of the page: the values are there at once, the code is loaded when needed. */
import { createValueStore } from '../base/value-store.ts';
import { createCameraWatch } from './camera-watch.ts';
import { hasDraft } from './draft-key.ts';
import type { ViewValues } from './open-view.ts';
import type { Views, ViewsNeeds } from './views.ts';
import type { ViewsCore } from './views-core.ts';

export function createViews(needs: ViewsNeeds): Views {
  const { store, graph, size } = needs;
  const camera = createCameraWatch({ store, graph, size });
  const values: ViewValues = {
    // The start view waits if there may be another view to open.
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
