function onePixel(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  return canvas.getContext('2d', { willReadFrequently: true });
}

/** A canvas that nobody sees, for a picture that is painted in parts. */
export class BackCanvas {
  readonly #canvas = document.createElement('canvas');
  readonly #context = this.#canvas.getContext('2d', { alpha: false });
  readonly #probe = onePixel();

  /** Its context; what was on it may be gone. */
  sized(width: number, height: number): CanvasRenderingContext2D | null {
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    return this.#context;
  }

  /**
   * Has the browser draw what it has been told so far. It puts that off as long as it can, which would be a single
   * task at the end; reading a pixel leaves it no choice. Read through a canvas of that one pixel, because a browser
   * takes a canvas that is often read for one that is better kept off the graphics card.
   */
  flush(): void {
    this.#probe?.drawImage(this.#canvas, 0, 0, 1, 1, 0, 0, 1, 1);
    this.#probe?.getImageData(0, 0, 1, 1);
  }

  /** Puts the picture on another canvas, which becomes as large. */
  showOn(canvas: HTMLCanvasElement): void {
    const { width, height } = this.#canvas;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const context = canvas.getContext('2d', { alpha: false });
    context?.setTransform(1, 0, 0, 1, 0, 0);
    if (context) context.globalAlpha = 1;
    context?.drawImage(this.#canvas, 0, 0);
  }
}
