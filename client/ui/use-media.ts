import { useSyncExternalStore } from 'react';
import { MEDIA_QUERIES } from '../base/breakpoints.ts';
import { media } from '../base/media.ts';
import type { Media } from '../base/media.ts';

/** Whether the query matches now. */
export function useMedia({ subscribe, matches }: Media): boolean {
  return useSyncExternalStore(subscribe, matches);
}

/** Whether the page is as narrow as a phone in portrait. The style sheets use the same width. */
export const NARROW = media(MEDIA_QUERIES.narrow);
