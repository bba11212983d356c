/** Saved views: what the user does with them, over the server's API. Every change names the version that it changes. */
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

/** A change that met a newer version: what the server has, and what was to be saved. */
export interface Conflict {
  readonly theirs: View;
  readonly mine: ViewWords & ViewDrawing;
}
export type Saved = { readonly view: View } | { readonly conflict: Conflict };

/** Saves a new view. @throws ApiProblem */
export async function createView({ name, note }: ViewWords, { state, thumbnail }: ViewDrawing): Promise<View> {
  // With an id of ours the request can be sent again without saving the view twice.
  return callEndpoint('createView', {
    body: { id: crypto.randomUUID(), ...contentOf({ name, note }, { state, thumbnail }) },
  });
}

/**
 * Saves over a version of a view. Someone else's newer version is not overwritten: it comes back as a conflict.
 *
 * @throws ApiProblem for anything else that goes wrong, such as `view-deleted`
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

/** Changes name and note of a view, and nothing of what it shows. @throws ApiProblem */
export async function renameView(summary: ViewSummary, words: ViewWords): Promise<Saved> {
  const whole = await callEndpoint('view', { params: { id: summary.id } });
  return saveOver(summary.id, summary.version, words, { state: whole.state, thumbnail: whole.thumbnail });
}

/** A copy under a new name. @throws ApiProblem */
export async function duplicateView(id: string, name: string): Promise<View> {
  return callEndpoint('duplicateView', { params: { id }, body: { id: crypto.randomUUID(), name } });
}

/** Deletes a view; {@link restoreView} brings it back. @throws ApiProblem also when it was changed meanwhile */
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
