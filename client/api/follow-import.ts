/** Follows an import by server-sent events; falls back to polling when the stream breaks. */
import * as z from 'zod/mini';
import { endpoints, endpointUrl } from '../../server/contract/endpoints.ts';
import { ENDED_STATES, ImportView } from '../../server/contract/imports.ts';
import { ApiProblem } from './api-problem.ts';
import { callEndpoint } from './call-endpoint.ts';

const ASK_AGAIN_MS = 1_500;

export interface ImportFollower {
  /** Called for each change; the last one is final. */
  onChange(view: ImportView): void;
  /** Called when the server cannot be reached; following continues unless the import is unknown. */
  onProblem(problem: ApiProblem): void;
}

/** Calls the follower with each change until the import has ended or the returned function is called. */
export function followImport(id: string, follower: ImportFollower): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const source = new EventSource(endpointUrl(endpoints.importEvents.path, { params: { id } }));
  const stop = () => {
    isOver = true;
    source.close();
    clearTimeout(timer);
  };
  const receive = (view: ImportView) => {
    if (isOver) return;
    if (ENDED_STATES.includes(view.state)) stop();
    follower.onChange(view);
  };
  const ask = async () => {
    try {
      receive(await callEndpoint('import', { params: { id } }));
    } catch (problem) {
      if (isOver) return;
      if (problem instanceof ApiProblem) {
        if (problem.status === 404) stop();
        follower.onProblem(problem);
      }
    }
    if (!isOver) timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
  };
  const onEvent = (event: MessageEvent<string>) => {
    const view = viewOf(event.data);
    if (view !== undefined) receive(view);
  };
  source.addEventListener('import', onEvent);
  source.addEventListener('settled', onEvent);
  source.onerror = () => {
    source.close();
    if (!isOver && timer === undefined) void ask();
  };
  return stop;
}

function viewOf(text: string): ImportView | undefined {
  try {
    const parsed = z.safeParse(ImportView, JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
