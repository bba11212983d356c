/** Runs a layout: small ones at once, larger ones in a worker. */
import type { LayoutAnswer, LayoutRequest } from './layout-worker.ts';
import { layoutSteps } from './layouts.ts';
import type { LayoutName } from './layout-names.ts';
import type { LayoutInput } from './layouts.ts';
import type { Point } from '../scene/geometry.ts';

/** With more elements than this, a layout runs in a worker. */
export const MAX_AT_ONCE = 300;

export interface LayoutRun {
  readonly signal: AbortSignal;
  /** Called with the share that is done, from 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** The worker threw an exception, or its script was not loaded. */
export class LayoutError extends Error {
  readonly code = 'LAYOUT_FAILED';
}

/**
 * Returns the positions of all nodes, or undefined if `signal` aborted it.
 *
 * @throws LayoutError
 */
export async function runLayout(
  name: LayoutName,
  input: LayoutInput,
  run: LayoutRun,
): Promise<ReadonlyMap<string, Point> | undefined> {
  if (run.signal.aborted) return undefined;
  if (input.nodes.length + input.edges.length > MAX_AT_ONCE) return inWorker({ name, input }, run);
  const steps = layoutSteps(name, input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function inWorker(
  request: LayoutRequest,
  { signal, onProgress }: LayoutRun,
): Promise<ReadonlyMap<string, Point> | undefined> {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<ReadonlyMap<string, Point> | undefined>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    worker.addEventListener('error', (event) =>
      reject(new LayoutError(event.message || 'The script of the layout was not loaded.')),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.type === 'progress') onProgress(data.done);
      else resolve(data.positions);
    });
    worker.postMessage(request, []);
  }).finally(() => worker.terminate());
}
