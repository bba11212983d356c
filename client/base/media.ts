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

/** Calls `listener` when the pixel ratio of the window changes: on another screen, or by the zoom of the browser. */
export function watchPixelRatio(listener: () => void): () => void {
  let ratio = window.devicePixelRatio;
  let stop = () => {};
  const watch = () => {
    // A query matches one ratio only.
    stop = media(`(resolution: ${ratio}dppx)`).subscribe(check);
  };
  const check = () => {
    if (window.devicePixelRatio === ratio) return;
    ratio = window.devicePixelRatio;
    stop();
    watch();
    listener();
  };
  watch();
  // Some browsers report the zoom as a change of the size only.
  window.addEventListener('resize', check);
  return () => {
    stop();
    window.removeEventListener('resize', check);
  };
}
