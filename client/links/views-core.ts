/** The implementation of links and saved views, loaded after the shell of the page. */
import { VIEW_LIMITS } from '../../server/contract/views.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { cameraViewOf } from '../graph/scene/camera-view.ts';
import { momentText } from '../words/dates.ts';
import { messageText } from '../words/define-messages.ts';
import { VIEWS } from '../words/messages/views.ts';
import { createDrafts } from './draft.ts';
import { createUrlSync } from './url-sync.ts';
import type { CoreNeeds, Views } from './views.ts';
import { LINK_LIMIT, stateHash, viewHash } from './link-code.ts';
import { createViewOpener } from './open-view.ts';
import type { ViewOpener, ViewValues } from './open-view.ts';
import { portableView } from './portable-view.ts';
import { createView } from './saved-views.ts';
import type { ViewDrawing } from './saved-views.ts';
import { thumbnailOf } from './thumbnail.ts';
import { writeView } from './view-format.ts';
import type { ViewNotice } from './view-notices.ts';

/** The part of {@link Views} that is loaded lazily; see create-views.ts. */
export type ViewsCore = ViewOpener & Omit<Views, keyof ViewOpener | keyof ViewValues | 'camera' | 'isSaving'>;

export function createViewsCore({ store, graph, showStart, onSaved, values, camera, size }: CoreNeeds): ViewsCore {
  const opener = createViewOpener({ store, values, placeCamera: camera.place });
  const urlSync = createUrlSync({
    store,
    opener,
    values,
    placeCamera: camera.place,
    showStart,
    browser: window,
    drafts: createDrafts({
      session: () => sessionStorage,
      local: () => localStorage,
      document: randomName(),
      now: () => Date.now(),
    }),
  });

  /** The current view, with the current camera even while it moves. */
  const viewNow = () => {
    const [viewport, box] = [graph()?.viewport(), size()];
    const view = portableView(store.state());
    return viewport === undefined || box === undefined || box.width === 0
      ? view
      : { ...view, camera: cameraViewOf(viewport, box) };
  };
  const draw = async (): Promise<ViewDrawing> => ({
    state: writeView(viewNow()),
    thumbnail: thumbnailOf(store.state()),
  });
  const copyHash = async (hash: string, done: ViewNotice) => {
    const link = `${window.location.origin}${window.location.pathname}${hash}`;
    values.notice.set((await isCopied(link)) ? done : { kind: 'link', address: link });
  };
  const copyLink = async () => {
    const hash = await stateHash(viewNow());
    if (hash.length <= LINK_LIMIT) {
      await copyHash(hash, { kind: 'copied' });
      return;
    }
    const name = messageText(VIEWS, 'savedForLinkName', { date: momentText(new Date().toISOString()) }).slice(
      0,
      VIEW_LIMITS.name,
    );
    const saved = await createView({ name, note: '' }, await draw());
    onSaved();
    await copyHash(viewHash(saved.id), { kind: 'savedForLink', name });
  };
  const attemptCopy = async (): Promise<void> => {
    if (store.state().nodes.size === 0) return;
    try {
      await copyLink();
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      values.notice.set({ kind: 'failed', what: 'copy', because: problem, retry: () => void attemptCopy() });
    }
  };
  return {
    ...opener,
    start: () => urlSync.start(),
    forget: async () => urlSync.forget(),
    copyLink: attemptCopy,
    draw,
    copyLinkTo: (id) => copyHash(viewHash(id), { kind: 'copied' }),
  };
}

/** A name that no other document has. `crypto.randomUUID` needs HTTPS, this does not. */
function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-');
}

/** Whether the text was copied: browsers deny it without permission or without HTTPS. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
