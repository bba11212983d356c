/** Saved views: created, changed by a caller that knows the current version, deleted, restored. */
import { randomUUID } from 'node:crypto';
import type { View, ViewContent, ViewList, ViewSummary } from '../contract/views.ts';
import type { GraphEngine, Queryable } from '../engine/engine.ts';
import { present } from '../store/values.ts';
import {
  hasContent,
  isViewIdTaken,
  lockView,
  purgeViews,
  readView,
  readViews,
  readViewTotal,
  writeView,
  type StoredView,
  type ViewKey,
} from '../store/views.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** Every method answers `undefined` when there is no such view. Failures are EngineErrors. */
export interface Views {
  /** @throws CursorError */
  list(query: { readonly cursor?: string; readonly limit: number }): Promise<ViewList>;
  /** @throws ViewDeletedError */
  get(id: string): Promise<View | undefined>;
  /** @throws ViewExistsError when a view with other content has this id. */
  create(view: ViewContent & { readonly id?: string | undefined }): Promise<View>;
  /**
   * @param known The versions that the caller may have.
   * @throws ViewConflictError, ViewDeletedError
   */
  update(id: string, content: ViewContent, known: readonly number[]): Promise<View | undefined>;
  /** Deletes it; deleting it again changes nothing. @throws ViewConflictError */
  remove(id: string, known: readonly number[]): Promise<ViewSummary | undefined>;
  /** Restores a deleted view; has no effect on a view that is not deleted. */
  restore(id: string): Promise<View | undefined>;
  /** @throws ViewDeletedError, ViewExistsError */
  duplicate(id: string, copy: { readonly id?: string | undefined; readonly name: string }): Promise<View | undefined>;
}

export class ViewDeletedError extends Error {
  readonly code = 'view-deleted';
  constructor(name: string) {
    super(`The view “${name}” has been deleted. It can be restored for 30 days.`);
    this.name = 'ViewDeletedError';
  }
}

export class ViewExistsError extends Error {
  readonly code = 'view-exists';
  constructor() {
    super('Another view has this id. Save this one under a new id, or without one.');
    this.name = 'ViewExistsError';
  }
}

/** Somebody else has changed the view since the caller read it. */
export class ViewConflictError extends Error {
  readonly code = 'version-conflict';
  readonly currentVersion: number;
  constructor({ name, version }: View) {
    super(
      `The view “${name}” has been changed since it was opened here; its version is now ${version}. Open it again, or save this one as a copy.`,
    );
    this.name = 'ViewConflictError';
    this.currentVersion = version;
  }
}

const RESTORABLE_DAYS = 30;
const DAY = 86_400_000;

/** The views of a database that was prepared by `prepareDatabase`. */
export function createViews(engine: GraphEngine, now: () => Date = () => new Date()): Views {
  const time = (): string => now().toISOString();
  const create = (id: string, content: ViewContent): Promise<View> => {
    const at = time();
    return engine.write((q) => createView(q, { ...contentOf(content), id, version: 1, createdAt: at, updatedAt: at }));
  };
  return {
    list: (query) => engine.read((q) => viewPage(q, query)),
    get: (id) => engine.read(async (q) => shown(await readView(q, id))),
    create: ({ id = randomUUID(), ...content }) => create(id, content),
    update: (id, content, known) => engine.write((q) => updateView(q, { id, content, known, at: time() })),
    remove: (id, known) =>
      engine.write((q) =>
        removeView(q, {
          id,
          known,
          at: time(),
          before: new Date(now().getTime() - RESTORABLE_DAYS * DAY).toISOString(),
        }),
      ),
    restore: (id) =>
      engine.write(async (q) => {
        const view = await lockView(q, id);
        if (view?.deletedAt === undefined) return view;
        return writeView(q, changed(view, contentOf(view), time()));
      }),
    duplicate: async (id, { id: copyId = randomUUID(), name }) => {
      const view = await engine.read(async (q) => shown(await readView(q, id)));
      return view && create(copyId, { ...contentOf(view), name });
    },
  };
}

async function viewPage(
  q: Queryable,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<ViewList> {
  const after = cursor === undefined ? undefined : readKey(cursor);
  const views = await readViews(q, { after, limit: limit + 1 });
  const page = views.slice(0, limit);
  const isLast = views.length <= limit;
  const last = page.at(-1);
  return {
    views: page,
    total: isLast && after === undefined ? page.length : await readViewTotal(q),
    truncated: !isLast,
    ...(!isLast && last && { next: writeCursor(['views'], [last.updatedAt, last.id]) }),
  };
}

function readKey(cursor: string): ViewKey {
  const [updatedAt, id] = readCursor(['views'], cursor, ['string', 'string']);
  return { updatedAt: String(updatedAt), id: String(id) };
}

/** The same id and content is a repeated request. */
async function createView(q: Queryable, view: View): Promise<View> {
  const known = await lockView(q, view.id);
  if (known === undefined) {
    if (await isViewIdTaken(q, view.id)) throw new ViewExistsError();
    return writeView(q, view);
  }
  if (known.deletedAt !== undefined || !hasContent(known, view)) throw new ViewExistsError();
  return known;
}

interface Change {
  readonly id: string;
  readonly known: readonly number[];
  readonly at: string;
}

/** A repeated change, whose first answer was lost, gets the same answer. */
async function updateView(
  q: Queryable,
  { id, content, known, at }: Change & { readonly content: ViewContent },
): Promise<View | undefined> {
  const view = shown(await lockView(q, id));
  if (view === undefined) return undefined;
  if (known.includes(view.version - 1) && hasContent(view, content)) return view;
  if (!known.includes(view.version)) throw new ViewConflictError(view);
  return writeView(q, changed(view, content, at));
}

async function removeView(
  q: Queryable,
  { id, known, at, before }: Change & { readonly before: string },
): Promise<ViewSummary | undefined> {
  const view = await lockView(q, id);
  if (view === undefined) return undefined;
  if (view.deletedAt !== undefined) return summaryOf(view);
  if (!known.includes(view.version)) throw new ViewConflictError(view);
  await purgeViews(q, before);
  return summaryOf(await writeView(q, { ...changed(view, contentOf(view), at), deletedAt: at }));
}

/** @throws ViewDeletedError */
function shown(view: StoredView | undefined): View | undefined {
  if (view?.deletedAt !== undefined) throw new ViewDeletedError(view.name);
  return view;
}

function changed({ id, createdAt, version }: View, content: ViewContent, updatedAt: string): View {
  return { ...contentOf(content), id, createdAt, updatedAt, version: version + 1 };
}

function contentOf({ name, note, state, thumbnail }: ViewContent): ViewContent {
  return present({ name, note, state, thumbnail });
}

function summaryOf({ id, name, note, thumbnail, version, createdAt, updatedAt }: View): ViewSummary {
  return present({ id, name, note, thumbnail, version, createdAt, updatedAt });
}
