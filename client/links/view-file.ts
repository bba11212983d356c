/** A saved view as a file that another installation of Gainsay can open. */
import * as z from 'zod/mini';
import { parseJson } from '../base/parse-json.ts';
import { ViewContent } from '../../server/contract/views.ts';
import type { View } from '../../server/contract/views.ts';
import { readView } from './view-format.ts';
import type { FormatFault } from './view-format.ts';
import { fileStem } from '../../server/contract/file-names.ts';

const FILE_KIND = 'gainsay-view';
/** The state is nested JSON, so that people and programs can read it. */
const ViewFile = z.object({
  kind: z.literal(FILE_KIND),
  version: z.literal(1),
  name: z.string(),
  note: z.optional(z.string()),
  thumbnail: z.optional(z.string()),
  state: z.unknown(),
});

/** The text of the file. */
export function viewFile({ name, note, thumbnail, state }: View): string {
  return `${JSON.stringify({ kind: FILE_KIND, version: 1, name, note, thumbnail, state: JSON.parse(state) as unknown }, undefined, 1)}\n`;
}

/** The name of the file, from the name of the view. */
export function viewFileName(name: string): string {
  return `${fileStem(name, 'view')}.gainsay-view.json`;
}

/** Parses a file into content that can be saved. Never throws. */
export function readViewFile(text: string): { readonly content: ViewContent } | { readonly fault: FormatFault } {
  const file = z.safeParse(ViewFile, parseJson(text));
  if (!file.success) return { fault: 'damaged' };
  const { name, note, thumbnail } = file.data;
  const state = JSON.stringify(file.data.state) ?? '';
  const read = readView(state);
  if ('fault' in read) return read;
  const content = z.safeParse(ViewContent, {
    name,
    state,
    ...(note !== undefined && { note }),
    ...(thumbnail !== undefined && { thumbnail }),
  });
  return content.success ? { content: content.data } : { fault: 'damaged' };
}
