/** Operations on saved views, over the server's API. Every change sends the version that it is based on. */
import type { View, ViewSummary } from '../../server/contract/views.ts';
import { callEndpoint } from '../api/call-endpoint.ts';
import { ApiProblem } from '../api/api-problem.ts';

export interface ViewWords {
  readonly name: string;
  readonly note: string;
}
export interface ViewDrawing {
  readonly state: string;
  readonly thumbnail: string | undefined;
}

/** A change that was based on an old version: the server's version, and the one to be saved. */
export interface Conflict {
  readonly theirs: View;
  readonly mine: ViewWords & ViewDrawing;
}
export type Saved = { readonly view: View } | { readonly conflict: Conflict };

/** Saves a new view. @throws ApiProblem */
export async function createView({ name, note }: ViewWords, { state, thumbnail }: ViewDrawing): Promise<View> {
  // With an id from the client a retry does not save the view twice.
  return callEndpoint('createView', {
    body: { id: crypto.randomUUID(), ...contentOf({ name, note }, { state, thumbnail }) },
  });
}

/**
 * Overwrites a version of a view. A newer version of another user is not overwritten but returned as a conflict.
 *
 * @throws ApiProblem for any other failure, such as `view-deleted`
 */
export async function saveOver(id: string, version: number, words: ViewWords, drawing: ViewDrawing): Promise<Saved> {
  try {
    return {
      view: await callEndpoint('updateView', { params: { id }, ifMatch: version, body: contentOf(words, drawing) }),
    };
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.code !== 'version-conflict') throw problem;
    return { conflict: { theirs: await callEndpoint('view', { params: { id } }), mine: { ...words, ...drawing } } };
  }
}

/** Changes only name and note of a view. @throws ApiProblem */
export async function renameView(summary: ViewSummary, words: ViewWords): Promise<Saved> {
  const whole = await callEndpoint('view', { params: { id: summary.id } });
  return saveOver(summary.id, summary.version, words, { state: whole.state, thumbnail: whole.thumbnail });
}

/** A copy under a new name. @throws ApiProblem */
export async function duplicateView(id: string, name: string): Promise<View> {
  return callEndpoint('duplicateView', { params: { id }, body: { id: crypto.randomUUID(), name } });
}

/** Deletes a view; {@link restoreView} restores it. @throws ApiProblem also when the view has changed since */
export async function deleteView({ id, version }: ViewSummary): Promise<void> {
  await callEndpoint('deleteView', { params: { id }, ifMatch: version });
}

/** @throws ApiProblem */
export async function restoreView(id: string): Promise<View> {
  return callEndpoint('restoreView', { params: { id } });
}

function contentOf({ name, note }: ViewWords, { state, thumbnail }: ViewDrawing) {
  return { name, state, ...(note !== '' && { note }), ...(thumbnail !== undefined && { thumbnail }) };
}
