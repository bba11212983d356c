/** An import while this process works on it: its view, its watchers, and the promise of its end. */
import type { ImportProgress, ImportState, ImportView } from '../../contract/imports.ts';
import type { PhaseProgress } from './import-progress.ts';

/** Watchers are called at least this often while the import runs, in milliseconds. */
const HEARTBEAT = 400;
/** Minimum time between two calls that only report progress, in milliseconds. */
const MIN_PAUSE = 100;

export class LiveImport {
  readonly id: string;
  readonly number: number;
  readonly settled: Promise<ImportView>;
  readonly #controller = new AbortController();
  readonly #listeners = new Set<(view: ImportView) => void>();
  readonly #now: () => number;
  readonly #release: (() => Promise<void>) | undefined;
  readonly #resolve: (view: ImportView) => void;
  #view: ImportView;
  #phase: PhaseProgress | undefined;
  #timer: NodeJS.Timeout | undefined;
  #toldAt = 0;
  #released = false;
  #isSettled = false;

  constructor(start: {
    readonly number: number;
    readonly view: ImportView;
    readonly now: () => number;
    readonly release?: (() => Promise<void>) | undefined;
  }) {
    this.number = start.number;
    this.id = start.view.id;
    this.#view = start.view;
    this.#now = start.now;
    this.#release = start.release;
    let settle: (view: ImportView) => void = () => undefined;
    this.settled = new Promise((resolve) => (settle = resolve));
    this.#resolve = settle;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isSettled(): boolean {
    return this.#isSettled;
  }

  cancel(reason: unknown): void {
    if (!this.#isSettled) this.#controller.abort(reason);
  }

  view(): ImportView {
    const progress: ImportProgress | undefined = this.#phase?.view();
    return progress ? { ...this.#view, progress } : this.#view;
  }

  /** Begins a phase. Its progress replaces that of the previous phase. */
  enter(state: ImportState, phase: PhaseProgress): void {
    this.#phase = phase;
    this.#view = { ...this.#view, state };
    this.#timer ??= setInterval(() => this.#tell(), HEARTBEAT).unref();
    this.#tell();
  }

  advance(progress: { readonly rows: number; readonly share: number }): void {
    this.#phase?.advance(progress);
    if (this.#now() - this.#toldAt >= MIN_PAUSE) this.#tell();
  }

  update(change: Partial<Omit<ImportView, 'id'>>): void {
    this.#view = { ...this.#view, ...change };
  }

  /** Ends the import: removes its progress and calls the watchers for the last time. */
  settle(state: ImportState, problem?: NonNullable<ImportView['problem']>): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    clearInterval(this.#timer);
    this.#phase = undefined;
    this.#view = { ...this.#view, state, endedAt: new Date(this.#now()).toISOString(), ...(problem && { problem }) };
    this.#tell();
    this.#listeners.clear();
    this.#resolve(this.#view);
  }

  watch(listener: (view: ImportView) => void): () => void {
    if (!this.#isSettled) this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Releases the file, which is no longer needed. Can be called more than once. */
  async releaseSource(): Promise<void> {
    if (this.#released) return;
    this.#released = true;
    await this.#release?.();
  }

  #tell(): void {
    this.#toldAt = this.#now();
    const view = this.view();
    for (const listener of this.#listeners) listener(view);
  }
}
