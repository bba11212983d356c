/** The topics of a claim, in the form of this schema version or of version 1, where a claim had one `topic`. */
import type { Row } from '../engine/engine.ts';
import { textOrAbsent, texts } from './values.ts';

/**
 * Reads the columns `topics` and `topic`. A claim that was written by schema version 1 keeps its `topic` until its
 * content changes, so that opening a large database of that version needs no pass over all claims.
 *
 * @returns undefined if there are none.
 */
export function topicsOf(row: Row): string[] | undefined {
  const topics = texts(row, 'topics');
  if (topics.length > 0) return topics;
  const topic = textOrAbsent(row, 'topic');
  return topic === undefined ? undefined : [topic];
}
