/** Small pictures as bitmaps: drawing an SVG in every frame is too slow while the camera moves. */

/** Pixels of the bitmap per model pixel. */
const SHARPNESS = 2;
const MAX_KEPT = 2_000;

export interface Sprites {
  /** Returns the bitmap of an SVG data URI in this size; undefined until it is loaded. */
  get(uri: string, width: number, height: number): HTMLCanvasElement | undefined;
}

/** Creates a cache of bitmaps. `onLoaded` is called when a requested picture is loaded. */
export function createSprites(onLoaded: () => void): Sprites {
  const known = new Map<string, HTMLCanvasElement | 'loading'>();
  const load = (key: string, uri: string, width: number, height: number) => {
    if (known.size >= MAX_KEPT) known.clear();
    known.set(key, 'loading');
    const image = new Image();
    image.addEventListener('load', () => {
      const bitmap = document.createElement('canvas');
      bitmap.width = width * SHARPNESS;
      bitmap.height = height * SHARPNESS;
      bitmap.getContext('2d')?.drawImage(image, 0, 0, bitmap.width, bitmap.height);
      known.set(key, bitmap);
      onLoaded();
    });
    image.src = uri;
  };
  return {
    get(uri, width, height) {
      const key = `${width} ${height} ${uri}`;
      const found = known.get(key);
      if (found === undefined) load(key, uri, width, height);
      return found === undefined || found === 'loading' ? undefined : found;
    },
  };
}
