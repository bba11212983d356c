/** Opens a view: fetches its content, shows what still exists, and reports what is missing. */
import { ApiProblem } from '../api/api-problem.ts';
import { callEndpoint } from '../api/call-endpoint.ts';
import { fetchSubgraph } from '../api/fetch-subgraph.ts';
import type { ExplorerStore } from '../state/explorer-store.ts';
import type { StepName } from '../state/step-names.ts';
import type { ValueStore } from '../base/value-store.ts';
import { portableView, showView } from './portable-view.ts';
import type { PortableView } from './portable-view.ts';
import { readView } from './view-format.ts';
import type { ViewNotice } from './view-notices.ts';

/** The open saved view: the next save overwrites this version. */
export interface OpenedView {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly note?: string | undefined;
  /** The content of that version, if known: differences from it are unsaved changes. */
  readonly as?: PortableView;
}

export interface OpenOptions {
  readonly name: StepName;
  /** False at the start of a visit, when there is nothing to undo. */
  readonly isStep: boolean;
  /** The saved view that is opened, if it is one. */
  readonly opened?: OpenedView;
  readonly note?: ViewNotice;
}

/** What the page shows about opening views. */
export interface ViewValues {
  /** True while a view is being fetched. */
  readonly isOpening: ValueStore<boolean>;
  readonly opened: ValueStore<OpenedView | undefined>;
  readonly notice: ValueStore<ViewNotice | undefined>;
}

export interface ViewOpener {
  /** Shows a view; resolves to whether it was shown. A later call overrides an earlier one. */
  open(view: PortableView, options: OpenOptions): Promise<boolean>;
  /** Shows a saved view by its id; resolves to whether it was shown. */
  openSaved(id: string, isStep: boolean): Promise<boolean>;
}

interface OpenerNeeds {
  readonly store: ExplorerStore;
  readonly values: ViewValues;
  /** Moves the camera to that of the view, once its nodes are drawn. */
  readonly placeCamera: () => void;
}

export function createViewOpener({ store, values, placeCamera }: OpenerNeeds): ViewOpener {
  const { isOpening, opened, notice } = values;
  let latest = 0;

  const attempt = async (work: (isLatest: () => boolean) => Promise<boolean>): Promise<boolean> => {
    latest += 1;
    const mine = latest;
    const isLatest = () => mine === latest;
    isOpening.set(true);
    try {
      return await work(isLatest);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      if (isLatest()) notice.set(noticeOf(problem, () => void attempt(work)));
      return false;
    } finally {
      if (isLatest()) isOpening.set(false);
    }
  };

  const show = async (view: PortableView, options: OpenOptions, isLatest: () => boolean): Promise<boolean> => {
    const graph = await fetchSubgraph([...view.positions.keys()]);
    if (!isLatest()) return false;
    const [found, total] = [graph.nodes.length, view.positions.size];
    if (found === 0) {
      notice.set(total === 0 ? { kind: 'fault', fault: 'damaged' } : { kind: 'gone', total });
      return false;
    }
    const change = options.isStep ? store.step : store.patch;
    change((state) => showView(state, view, graph), options.name);
    // The view as it is shown, without nodes that no longer exist.
    opened.set(
      options.opened?.as === undefined ? options.opened : { ...options.opened, as: portableView(store.state()) },
    );
    notice.set(found < total ? { kind: 'missing', missing: total - found, total } : options.note);
    placeCamera();
    return true;
  };

  return {
    open: (view, options) => attempt((isLatest) => show(view, options, isLatest)),
    openSaved: (id, isStep) =>
      attempt(async (isLatest) => {
        const saved = await callEndpoint('view', { params: { id } });
        const read = readView(saved.state);
        if ('fault' in read) {
          notice.set({ kind: 'fault', fault: read.fault });
          return false;
        }
        const { name, version, note } = saved;
        return show(
          read.view,
          { name: { kind: 'openView', of: name }, isStep, opened: { id, name, version, note, as: read.view } },
          isLatest,
        );
      }),
  };
}

function noticeOf(problem: ApiProblem, retry: () => void): ViewNotice {
  if (problem.code === 'view-deleted' || problem.code === 'not-found') return { kind: 'deleted' };
  return { kind: 'failed', what: 'open', because: problem, retry };
}
