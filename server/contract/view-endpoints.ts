/** The rows of the table of endpoints for saved views. */
import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { Cursor, limit } from './endpoint-parts.ts';
import { BODY_PROBLEMS } from './problems.ts';
import { View, ViewContent, ViewId, ViewList, ViewSummary } from './views.ts';

const byView = z.strictObject({ id: ViewId });
/** Enough for 512,000 characters of JSON inside JSON, a picture and a note. */
const MAX_BYTES = 4_000_000;
const KNOWN = ['not-found', 'view-deleted'] as const;
const CHANGED = [...KNOWN, 'version-required', 'version-conflict', 'engine-storage'] as const;

export const viewEndpoints = {
  views: {
    method: 'GET',
    path: '/api/views',
    group: 'Views',
    summary: 'Saved views, latest change first, without their states',
    query: z.strictObject({ cursor: z.optional(Cursor), limit: limit(100, 200) }),
    response: ViewList,
    problems: ['bad-cursor'],
  },
  createView: {
    method: 'POST',
    path: '/api/views',
    group: 'Views',
    status: 201,
    bodyBytes: MAX_BYTES,
    summary: 'Save a view',
    description: 'A client that may repeat the request gives an `id`: the same view with the same id is saved once.',
    body: z.extend(ViewContent, { id: z.optional(ViewId) }),
    response: View,
    problems: [...BODY_PROBLEMS, 'view-exists', 'engine-storage'],
  },
  view: {
    method: 'GET',
    path: '/api/views/:id',
    group: 'Views',
    summary: 'A saved view with its state',
    description: 'Its ETag is its version between quotation marks.',
    params: byView,
    response: View,
    tagged: true,
    problems: KNOWN,
  },
  updateView: {
    method: 'PUT',
    path: '/api/views/:id',
    group: 'Views',
    ifMatch: true,
    bodyBytes: MAX_BYTES,
    summary: 'Change a view',
    description: 'Members that are left out are removed. On a conflict, the problem contains the current version.',
    params: byView,
    body: ViewContent,
    response: View,
    problems: [...BODY_PROBLEMS, ...CHANGED],
  },
  deleteView: {
    method: 'DELETE',
    path: '/api/views/:id',
    group: 'Views',
    ifMatch: true,
    summary: 'Delete a view',
    description: 'It can be restored for 30 days.',
    params: byView,
    response: ViewSummary,
    problems: CHANGED,
  },
  restoreView: {
    method: 'POST',
    path: '/api/views/:id/restore',
    group: 'Views',
    summary: 'Restore a deleted view',
    params: byView,
    response: View,
    problems: ['not-found', 'engine-storage'],
  },
  duplicateView: {
    method: 'POST',
    path: '/api/views/:id/duplicate',
    group: 'Views',
    status: 201,
    summary: 'Save a copy of a view under a new name',
    params: byView,
    body: z.strictObject({ id: z.optional(ViewId), name: ViewContent.shape.name }),
    response: View,
    problems: [...KNOWN, ...BODY_PROBLEMS, 'view-exists', 'engine-storage'],
  },
} as const satisfies Record<string, Endpoint>;
