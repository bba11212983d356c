import { useSyncExternalStore } from 'react';
import { MEDIA_QUERIES } from '../base/breakpoints.ts';
import { media } from '../base/media.ts';
import type { Media } from '../base/media.ts';

/** Whether the query matches now. */
export function useMedia({ subscribe, matches }: Media): boolean {
  return useSyncExternalStore(subscribe, matches);
}

/** A page with room for one thing beside another at most: a phone held upright. The style sheets change at the same width. */
export const NARROW = media(MEDIA_QUERIES.narrow);
