/** Saved views: a name, a note and a picture for a state of the client. */
import * as z from 'zod/mini';

export const VIEW_LIMITS = { name: 200, note: 10_000, state: 512_000, thumbnail: 100_000 } as const;

/** The id of a view; chosen by the server, or by a client that may repeat its request. */
export const ViewId = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/, 'Not the id of a view.'));

const Name = z
  .string()
  .check(
    z.maxLength(VIEW_LIMITS.name),
    z.regex(/\S/u, 'Empty.'),
    z.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Not a name of one line.'),
  );
const Note = z.string().check(z.maxLength(VIEW_LIMITS.note), z.regex(/^\P{Cs}*$/u, 'Not a text.'));
const State = z.string().check(z.maxLength(VIEW_LIMITS.state), z.refine(isJson, 'Not JSON.'));
/** The first bytes of every PNG, in base64, are the same. */
const Thumbnail = z
  .string()
  .check(
    z.maxLength(VIEW_LIMITS.thumbnail),
    z.regex(/^data:image\/png;base64,iVBORw0KGgo[A-Za-z0-9+/]*={0,2}$/, 'Not a PNG as a data: address.'),
  );

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return !/\p{Cs}/u.test(text);
  } catch {
    return false;
  }
}

/** The content of a view; `state` is JSON that only the client reads. */
export const ViewContent = z.strictObject({
  name: Name,
  note: z.optional(Note),
  state: State,
  thumbnail: z.optional(Thumbnail),
});
export type ViewContent = z.infer<typeof ViewContent>;

/** `version` counts the changes; it is the ETag of the view, and the value of `If-Match`. Times in ISO 8601, UTC. */
export const ViewSummary = z.object({
  id: z.string(),
  name: z.string(),
  note: z.optional(z.string()),
  thumbnail: z.optional(z.string()),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ViewSummary = z.infer<typeof ViewSummary>;

export const View = z.extend(ViewSummary, { state: z.string() });
export type View = z.infer<typeof View>;

/** Latest change first. */
export const ViewList = z.object({
  views: z.array(ViewSummary),
  total: z.int(),
  truncated: z.boolean(),
  next: z.optional(z.string()),
});
export type ViewList = z.infer<typeof ViewList>;
