/** Media queries of the browser as values that can be read and subscribed to. */

export interface Media {
  readonly matches: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

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
