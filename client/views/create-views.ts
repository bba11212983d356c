/** Everything of links and saved views that is not React, put together for the page. */
import { VIEW_LIMITS } from '../../server/contract/views.ts';
import { ApiProblem } from '../api/api-problem.ts';
import type { GraphController } from '../graph/graph-controller.ts';
import { cameraViewOf } from '../state/camera-view.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import { createValueStore } from '../state/value-store.ts';
import type { ValueStore } from '../state/value-store.ts';
import { momentText } from '../words/dates.ts';
import { messageText } from '../words/define-messages.ts';
import { VIEWS } from '../words/messages/views.ts';
import { problemText } from '../words/problem-text.ts';
import { createAddress } from './address.ts';
import { createCameraWatch } from './camera-watch.ts';
import type { CameraWatch } from './camera-watch.ts';
import { LINK_LIMIT, stateHash, viewHash } from './link-code.ts';
import { createViewOpener } from './open-view.ts';
import type { ViewOpener } from './open-view.ts';
import { portableView } from './portable-view.ts';
import { createView } from './saved-views.ts';
import type { ViewDrawing } from './saved-views.ts';
import { thumbnailOf } from './thumbnail.ts';
import { writeView } from './view-format.ts';
import type { ViewNotice } from './view-notices.ts';

export interface Views extends ViewOpener {
  readonly camera: CameraWatch;
  /** Whether the dialog that saves the view is open. */
  readonly isSaving: ValueStore<boolean>;
  /** Opens what the address asks for; then the address follows what is shown. */
  start(): Promise<void>;
  /** The server's content has changed: Back and Forward ask anew. */
  forget(): void;
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
  readonly showStart: () => void;
  /** Views were saved: lists of them are asked for anew. */
  readonly onSaved: () => void;
}

function canvasBox(): DOMRect | undefined {
  return document.querySelector('.canvas')?.getBoundingClientRect();
}

export function createViews({ store, graph, showStart, onSaved }: ViewsNeeds): Views {
  const camera = createCameraWatch({ store, graph, canvas: canvasBox });
  const opener = createViewOpener({ store, placeCamera: camera.place });
  const address = createAddress({ store, opener, placeCamera: camera.place, showStart, browser: window, storage: () => localStorage });

  /** With the camera as it is now, though it may not have come to rest. */
  const viewNow = () => {
    const [viewport, box] = [graph()?.viewport(), canvasBox()];
    const view = portableView(store.state());
    return viewport === undefined || box === undefined || box.width === 0 ? view : { ...view, camera: cameraViewOf(viewport, box) };
  };
  const draw = async (): Promise<ViewDrawing> => ({ state: writeView(viewNow()), thumbnail: await thumbnailOf(graph()) });
  const copyHash = async (hash: string, done: ViewNotice) => {
    const link = `${window.location.origin}${window.location.pathname}${hash}`;
    opener.notice.set(await isCopied(link) ? done : { kind: 'link', address: link });
  };
  const copyLink = async () => {
    const hash = await stateHash(viewNow());
    if (hash.length <= LINK_LIMIT) {
      await copyHash(hash, { kind: 'copied' });
      return;
    }
    const name = messageText(VIEWS, 'savedForLinkName', { date: momentText(new Date().toISOString()) }).slice(0, VIEW_LIMITS.name);
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
      opener.notice.set({ kind: 'failed', what: 'copy', because: problemText(problem), retry: () => void attemptCopy() });
    }
  };
  return {
    ...opener, camera, isSaving: createValueStore(false),
    start: () => address.start(), forget: () => address.forget(), copyLink: attemptCopy, draw,
    copyLinkTo: (id) => copyHash(viewHash(id), { kind: 'copied' }),
  };
}

/** Whether the browser let us: without permission, or without https, it does not. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
