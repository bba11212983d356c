/**
 * Keeps the URL of the page and the state in sync: a link, reload, Back and Forward restore the same view. Nothing
 * is written before the first action of the user.
 */
import type { ExplorerState } from '../state/explorer-state.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import { isMajor, markOf } from './address-entries.ts';
import type { Draft, Drafts } from './draft.ts';
import { isViewHash, LINK_LIMIT, readHash, stateHash, viewHash } from './link-code.ts';
import type { Link } from './link-code.ts';
import type { OpenedView, ViewOpener, ViewValues } from './open-view.ts';
import { isSameView, portableView } from './portable-view.ts';
import type { PortableView } from './portable-view.ts';

/** Changes within this time are written together. */
const WRITE_AFTER_MS = 400;
/** Number of entries whose state is in memory, so that Back needs no request. */
const ENTRIES_KEPT = 60;

export interface UrlSync {
  /** Opens the view of the URL, or the unsaved view; then follows the store. */
  start(): Promise<void>;
  /** The server's content has changed: Back and Forward fetch it again. */
  forget(): void;
  stop(): void;
}

export interface UrlSyncNeeds {
  readonly store: ExplorerStore;
  readonly opener: ViewOpener;
  readonly values: ViewValues;
  readonly placeCamera: () => void;
  /** Shows the start view, for an entry without a state. */
  readonly showStart: () => void;
  readonly browser: Pick<
    Window,
    'history' | 'location' | 'addEventListener' | 'removeEventListener' | 'setTimeout' | 'clearTimeout'
  >;
  readonly drafts: Drafts;
}

class StoreUrlSync implements UrlSync {
  readonly #needs: UrlSyncNeeds;
  readonly #entries = new Map<number, ExplorerState>();
  #entry = 0;
  /** The state that was last written, or the latest one before the first action of the user. */
  #written: ExplorerState;
  #isFollowing = false;
  #isTouched = false;
  #timer: number | undefined;
  /** Whether the hash is being computed. */
  #isWriting = false;
  /** Whether the state is, or continues, a stored draft. */
  #isDraft = false;
  #stops: (() => void)[] = [];

  constructor(needs: UrlSyncNeeds) {
    this.#needs = needs;
    this.#written = needs.store.state();
  }

  async start(): Promise<void> {
    const { store, values, browser } = this.#needs;
    const mark = markOf(browser.history.state);
    this.#entry = mark?.entry ?? 0;
    browser.addEventListener('popstate', this.#onTravel);
    browser.addEventListener('pagehide', this.#keepNow);
    this.#stops = [
      () => browser.removeEventListener('popstate', this.#onTravel),
      () => browser.removeEventListener('pagehide', this.#keepNow),
      store.subscribe(this.#onChange),
      values.opened.subscribe(this.#onOpened),
    ];
    await this.#openFirst(mark?.opened);
    if (mark === undefined && values.opened.value() !== undefined) browser.history.replaceState(this.#mark(), '');
    values.isOpening.set(false);
    this.#rememberWritten();
    this.#isFollowing = true;
    // The user may have acted before the sync followed the store.
    if (store.steps().names.length === 0) return;
    this.#isTouched = true;
    this.#schedule();
  }

  forget(): void {
    this.#entries.clear();
  }

  stop(): void {
    this.#cancel();
    for (const stop of this.#stops) stop();
  }

  async #openFirst(opened: OpenedView | undefined): Promise<void> {
    const { opener, values, browser, drafts } = this.#needs;
    const { hash } = browser.location;
    const draft = drafts.kept();
    // A link to a saved view opens the saved version; only a reload restores unsaved changes.
    if (draft?.after === hash && (opened !== undefined || !isViewHash(hash))) {
      const note = hash === '' ? { note: { kind: 'restored' } as const } : {};
      const isShown = await opener.open(draft.view, {
        name: { kind: 'openLink' },
        isStep: false,
        ...(opened && { opened }),
        ...note,
      });
      drafts.take();
      this.#isTouched = isShown;
      this.#isDraft = isShown;
      // A draft whose nodes are all gone is dropped without a notice: the start view follows.
      if (!isShown && hash === '' && values.notice.value()?.kind === 'gone') {
        values.notice.set(undefined);
        drafts.drop();
      }
      return;
    }
    const link = await readHash(hash);
    this.#isTouched = link.kind === 'state' || link.kind === 'view';
    await this.#follow(link, false, opened);
    if (hash === '' && draft !== undefined) this.#offer(draft);
  }

  /** Offers the unsaved view of the last visit; the user decides whether to open it. */
  #offer({ view }: Draft): void {
    const { opener, values, drafts } = this.#needs;
    values.notice.set({
      kind: 'kept',
      open: () => {
        drafts.take();
        void opener.open(view, { name: { kind: 'openLink' }, isStep: true });
      },
    });
  }

  async #follow(link: Link, isStep: boolean, opened?: OpenedView): Promise<void> {
    const { opener, values, showStart } = this.#needs;
    switch (link.kind) {
      case 'state':
        await opener.open(link.view, { name: { kind: 'openLink' }, isStep, ...(opened && { opened }) });
        return;
      case 'view':
        await opener.openSaved(link.id, isStep);
        return;
      case 'fault':
        values.notice.set({ kind: 'fault', fault: link.fault });
        return;
      case 'none':
        if (isStep) showStart();
        return;
      default:
        link satisfies never;
    }
  }

  readonly #onChange = (): void => {
    if (!this.#isFollowing) return;
    const { store } = this.#needs;
    this.#isTouched ||= store.steps().names.length > 0;
    const state = store.state();
    if (!this.#isTouched) {
      this.#written = state;
      return;
    }
    if (state.screen === this.#written.screen && isSameView(portableView(state), portableView(this.#written))) return;
    this.#schedule();
  };

  /** A view that was just saved or opened has its own URL. */
  readonly #onOpened = (): void => {
    if (!this.#isFollowing || this.#needs.values.opened.value()?.as === undefined) return;
    this.#isTouched = true;
    this.#schedule();
  };

  #schedule(): void {
    this.#cancel();
    this.#timer = this.#needs.browser.setTimeout(() => void this.#write(), WRITE_AFTER_MS);
  }

  async #write(): Promise<void> {
    this.#timer = undefined;
    const { store, browser, drafts } = this.#needs;
    const state = store.state();
    if (state.nodes.size === 0) return;
    this.#isWriting = true;
    const hash = await this.#hashFor(portableView(state)).finally(() => {
      this.#isWriting = false;
    });
    if (this.#timer !== undefined) return;
    const isPushed = isMajor(this.#written, state);
    if (isPushed) {
      this.#put(this.#entry, this.#written);
      this.#entry += 1;
    }
    const mark = this.#mark();
    const address = `${browser.location.pathname}${browser.location.search}${hash}`;
    if (isPushed) browser.history.pushState(mark, '', address);
    else browser.history.replaceState(mark, '', address);
    this.#rememberWritten();
    this.#isDraft = !this.#isReset() && !isViewHash(hash);
    if (this.#isDraft) drafts.keep({ view: portableView(state), after: hash });
    else drafts.drop();
  }

  /** The history state of the current entry. */
  #mark(): object {
    const opened = this.#needs.values.opened.value();
    return { gainsay: { entry: this.#entry, ...(opened && { opened: { ...opened, as: undefined } }) } };
  }

  /** The hash of the saved view if it is unchanged, nothing for the start view, otherwise the state unless it is too long. */
  async #hashFor(view: PortableView): Promise<string> {
    const opened = this.#needs.values.opened.value();
    if (opened?.as !== undefined && isSameView({ ...view, camera: undefined }, { ...opened.as, camera: undefined }))
      return viewHash(opened.id);
    if (this.#isReset()) return '';
    const hash = await stateHash(view);
    return hash.length > LINK_LIMIT ? '' : hash;
  }

  #isReset(): boolean {
    const { names, done } = this.#needs.store.steps();
    return names[done - 1]?.kind === 'reset';
  }

  /**
   * Stores changes that are not yet written, so that a reload does not lose them. A written draft is stored again: it is
   * then newer than those of tabs that were left before, and a duplicate of this tab may have taken its place.
   */
  readonly #keepNow = (): void => {
    if (this.#timer === undefined && !this.#isWriting && !this.#isDraft) return;
    const { store, browser, drafts } = this.#needs;
    drafts.keep({ view: portableView(store.state()), after: browser.location.hash });
  };

  readonly #onTravel = (event: PopStateEvent): void => {
    this.#cancel();
    const { store, values, placeCamera, browser } = this.#needs;
    const mark = markOf(event.state);
    this.#put(this.#entry, store.state());
    this.#entry = mark?.entry ?? this.#entry + 1;
    const there = mark === undefined ? undefined : this.#entries.get(mark.entry);
    // The entry that the user has left must keep its state: Forward returns to it.
    this.#isTouched = true;
    if (there === undefined) {
      void readHash(browser.location.hash).then(async (link) => {
        await this.#follow(link, true, mark?.opened);
        this.#rememberWritten();
        this.#cancel();
      });
      return;
    }
    store.step(({ theme }) => ({ ...there, theme }), { kind: 'openLink' });
    values.opened.set(mark?.opened);
    placeCamera();
    this.#rememberWritten();
    this.#cancel();
  };

  /** Marks the current state as written. */
  #rememberWritten(): void {
    this.#written = this.#needs.store.state();
    this.#put(this.#entry, this.#written);
  }

  #put(entry: number, state: ExplorerState): void {
    this.#entries.delete(entry);
    this.#entries.set(entry, state);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= ENTRIES_KEPT) break;
      this.#entries.delete(oldest);
    }
  }

  #cancel(): void {
    if (this.#timer !== undefined) this.#needs.browser.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Creates the sync; it follows the store after `start`. */
export function createUrlSync(needs: UrlSyncNeeds): UrlSync {
  return new StoreUrlSync(needs);
}
