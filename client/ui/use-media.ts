import { useSyncExternalStore } from 'react';
import { MEDIA_QUERIES } from '../base/breakpoints.ts';

export interface Media {
  readonly matches: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A media query that components can follow. */
export function media(text: string): Media {
  const query = window.matchMedia(text);
  return {
    matches: () => query.matches,
    subscribe(listener) {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
  };
}

/** Whether the query matches now. */
export function useMedia({ subscribe, matches }: Media): boolean {
  return useSyncExternalStore(subscribe, matches);
}

/** A page with room for one thing beside another at most: a phone held upright. The style sheets change at the same width. */
export const NARROW = media(MEDIA_QUERIES.narrow);
