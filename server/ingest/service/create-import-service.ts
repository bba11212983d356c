/** The import service: a queue of imports and undos over one database, which stays consistent after any failure. */
import type { ImportList, ImportState, ImportView } from '../../contract/imports.ts';
import type { GraphEngine } from '../../engine/engine.ts';
import { readImport, readImports, takeImportNumber } from '../../store/imports.ts';
import type { LeaseHolder } from '../../store/lease.ts';
import { type JobDependencies, type StagedMark, runImport } from './import-job.ts';
import { PhaseProgress } from './import-progress.ts';
import {
  type ImportService,
  type ImportSource,
  ImportStateError,
  StoppingError,
  UndoFailedError,
  UndoUnfinishedError,
} from './import-service.ts';
import { importId, newView, problemOf, storedView } from './import-views.ts';
import { isGoneOwner, leaseOwner } from '../load/lease-owner.ts';
import { LeaseRenewer } from '../load/lease-renewer.ts';
import { LiveImport } from './live-import.ts';
import { Recovery } from '../load/recovery.ts';
import { sweepImport } from '../load/sweep.ts';
import { hideImport } from '../load/undo.ts';
import { byCodeUnits } from '../../store/values.ts';

export interface ImportServiceDependencies {
  readonly engine: GraphEngine;
  /** A folder for spools. The spool of an import is removed when the import ends. */
  readonly tmp: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly logger?: ImportLogger;
  /** How long an import waits for a lost database before it fails, in milliseconds. */
  readonly patience?: number;
}

export interface ImportLogger {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** Creates the service for a database that `prepareDatabase` has prepared. Call `recover` before the first import. */
export function createImportService(dependencies: ImportServiceDependencies): ImportService {
  return new QueuedImportService(dependencies);
}

/** How many settled imports this process keeps. Each may have a thousand faults and a thousand warnings. */
const REMEMBERED = 100;

/** The reason of an abort when an import is cancelled. */
class CancelledError extends Error {
  readonly code = 'cancelled';
}

class QueuedImportService implements ImportService {
  readonly #engine: GraphEngine;
  readonly #deps: JobDependencies;
  readonly #logger: ImportLogger | undefined;
  readonly #lease: LeaseRenewer;
  readonly #recovery: Recovery;
  /** Imports of this process, and undos while they run. */
  readonly #live = new Map<string, LiveImport>();
  readonly #stopping = new AbortController();
  #queue: Promise<unknown> = Promise.resolve();
  #dryRuns = 0;

  constructor({ engine, tmp, now = Date.now, logger, patience }: ImportServiceDependencies) {
    const holder: LeaseHolder = { owner: leaseOwner(), isGone: (owner) => isGoneOwner(owner, engine) };
    this.#engine = engine;
    this.#logger = logger;
    this.#deps = { engine, holder, tmp, now, patience };
    this.#lease = new LeaseRenewer(engine, holder);
    this.#recovery = new Recovery({ ...this.#deps, lease: this.#lease, inTurn: (work) => this.#inTurn(work) });
  }

  async start(source: ImportSource, { dryRun }: { readonly dryRun: boolean }): Promise<ImportView> {
    this.#refuseWhenStopping();
    // A dry run writes nothing, not even its number.
    const number = dryRun
      ? (this.#dryRuns += 1)
      : await this.#engine.write((q) => takeImportNumber(q, (taken) => importId(taken, false)));
    this.#refuseWhenStopping();
    const { now } = this.#deps;
    const live = new LiveImport({
      number,
      view: newView({ number, source, dryRun, startedAt: this.#timestamp() }),
      now,
      release: source.release,
    });
    this.#live.set(live.id, live);
    void this.#inTurn(() => this.#run(live, source));
    return live.view();
  }

  async get(id: string): Promise<ImportView | undefined> {
    const live = this.#live.get(id);
    if (live && !live.isSettled) return live.view();
    // A failed import may still be published, when the connection was lost during the commit.
    const stored = await this.#engine.read((q) => readImport(q, id));
    return stored ? storedView(stored, live?.view()) : live?.view();
  }

  async list(limit: number): Promise<ImportList> {
    const { imports, total } = await this.#engine.read((q) => readImports(q, limit));
    const storedIds = new Set(imports.map(({ id }) => id));
    const views = imports.map(
      (stored) => this.#viewOf(stored.id) ?? storedView(stored, this.#live.get(stored.id)?.view()),
    );
    const others = [...this.#live.values()].filter(({ id }) => !storedIds.has(id)).map((live) => live.view());
    // An import that is neither stored nor beyond the limit was never stored, or is not stored yet.
    const unstored = others.filter((view) => (view.state !== 'published' && view.state !== 'undone') || view.unchanged);
    const all = [...views, ...unstored].toSorted(
      (a, b) => byCodeUnits(b.startedAt, a.startedAt) || byCodeUnits(b.id, a.id),
    );
    return { imports: all.slice(0, limit), total: total + unstored.length, truncated: total + unstored.length > limit };
  }

  watch(id: string, listener: (view: ImportView) => void): () => void {
    return this.#live.get(id)?.watch(listener) ?? (() => undefined);
  }

  async settled(id: string): Promise<ImportView> {
    const live = this.#live.get(id);
    if (live && !live.isSettled) return live.settled;
    const view = await this.get(id);
    if (!view) throw new ImportStateError(`There is no import ${id}.`);
    return view;
  }

  async cancel(id: string): Promise<ImportView | undefined> {
    const live = this.#live.get(id);
    if (!live || live.isSettled || live.view().state === 'undoing') return this.get(id);
    live.cancel(new CancelledError('The import was cancelled.'));
    return live.settled;
  }

  async undo(id: string): Promise<ImportView | undefined> {
    this.#refuseWhenStopping();
    return this.#inTurn(async () => {
      this.#refuseWhenStopping();
      const view = await this.get(id);
      if (!view || view.state === 'undone') return view;
      if (view.state === 'published' && view.unchanged)
        throw new ImportStateError(`${id} changed nothing, so there is nothing to undo.`);
      if (view.state !== 'published' && view.state !== 'undoing')
        throw new ImportStateError(`${id} was not published, so there is nothing to undo.`);
      return this.#undo(view);
    });
  }

  async recover(): Promise<void> {
    await this.#recovery.run();
  }

  async close(): Promise<void> {
    const reason = new StoppingError();
    this.#stopping.abort(reason);
    this.#recovery.stop();
    for (const live of this.#live.values()) live.cancel(reason);
    await this.#queue.catch(() => undefined);
    await this.#lease.release().catch(() => undefined);
  }

  async #run(live: LiveImport, source: ImportSource): Promise<void> {
    const end = await this.#end(live, source);
    // Release everything before the import settles, so that callers that wait for it find nothing in use.
    await live
      .releaseSource()
      .catch((error: unknown) =>
        this.#logger?.warn({ err: error }, 'the source file of an import could not be released'),
      );
    await this.#lease.release().catch(() => undefined);
    live.settle(end.state, end.problem);
    this.#forgetOldest();
  }

  #forgetOldest(): void {
    const settled = [...this.#live.values()].filter(({ isSettled }) => isSettled);
    for (const { id } of settled.slice(0, -REMEMBERED)) this.#live.delete(id);
  }

  async #end(
    live: LiveImport,
    source: ImportSource,
  ): Promise<{ readonly state: ImportState; readonly problem?: NonNullable<ImportView['problem']> }> {
    const mark: StagedMark = { staged: false };
    try {
      live.signal.throwIfAborted();
      if (!live.view().dryRun) await this.#recovery.takeTurn(live.signal);
      return { state: await runImport(live, source, { deps: this.#deps, mark }) };
    } catch (error) {
      if (mark.staged) await this.#sweep(live);
      if (live.signal.aborted) return { state: 'cancelled' };
      const problem = problemOf(error);
      // For an unexpected failure, the user's message refers to the log.
      this.#logger?.[problem.code === 'internal' ? 'error' : 'warn'](
        { import: live.id, err: error },
        'an import failed',
      );
      return { state: 'failed', problem };
    }
  }

  /** Removes what a failed import left. When the database is unreachable, recovery does it later. */
  async #sweep({ id }: LiveImport): Promise<void> {
    try {
      await sweepImport({ ...this.#sweeping(), importId: id, state: 'loading', patience: 0 });
    } catch (error) {
      this.#logger?.warn(
        { import: id, err: error },
        'the data of a failed import could not be removed; trying again later',
      );
      this.#recovery.schedule();
    }
  }

  async #undo(view: ImportView): Promise<ImportView> {
    const { now, engine, holder, patience } = this.#deps;
    const live = new LiveImport({ number: numberOf(view.id), view, now });
    const context = { engine, holder, patience, importId: view.id, signal: this.#stopping.signal };
    const total = Object.values(view.counts ?? {}).reduce((sum, { added }) => sum + added, 0);
    let rows = 0;
    let isHidden = view.state === 'undoing';
    try {
      await this.#recovery.takeTurn(this.#stopping.signal);
      this.#live.set(view.id, live);
      live.enter('undoing', new PhaseProgress(now));
      await hideImport(context, { now: () => this.#timestamp() });
      isHidden = true;
      const onDeleted = (nodes: number): void =>
        live.advance({ rows: (rows += nodes), share: total > 0 ? rows / total : 0 });
      await sweepImport({ ...context, state: 'undoing', now: () => this.#timestamp(), onDeleted });
      await this.#lease.release().catch(() => undefined);
      live.settle('undone');
      return live.view();
    } catch (error) {
      this.#live.delete(view.id);
      // From now on the state is read from the database.
      const failure = await this.#undoError(view.id, isHidden, error);
      live.settle(view.state, problemOf(failure));
      if (!this.#stopping.signal.aborted) this.#recovery.schedule();
      throw failure;
    } finally {
      await this.#lease.release().catch(() => undefined);
    }
  }

  /** What is true after an undo that failed. A commit whose answer was lost may have hidden the import all the same. */
  async #undoError(id: string, isHidden: boolean, cause: unknown): Promise<unknown> {
    if (isHidden) return new UndoUnfinishedError(id, cause);
    try {
      const stored = await this.#engine.read((q) => readImport(q, id));
      return stored?.state === 'published' ? new UndoFailedError(id, cause) : new UndoUnfinishedError(id, cause);
    } catch {
      // Nobody knows: the error says only that the database cannot be reached.
      return cause;
    }
  }

  #sweeping() {
    const { engine, holder, patience } = this.#deps;
    return { engine, holder, patience, now: () => this.#timestamp() };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #viewOf(id: string): ImportView | undefined {
    const live = this.#live.get(id);
    return live && !live.isSettled ? live.view() : undefined;
  }

  #timestamp(): string {
    return new Date(this.#deps.now()).toISOString();
  }

  #refuseWhenStopping(): void {
    if (this.#stopping.signal.aborted) throw new StoppingError();
  }
}

function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}
