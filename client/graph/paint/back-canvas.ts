function onePixel(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  return canvas.getContext('2d', { willReadFrequently: true });
}

/** An invisible canvas, for a picture that is painted in parts. */
export class BackCanvas {
  readonly #canvas = document.createElement('canvas');
  readonly #context = this.#canvas.getContext('2d', { alpha: false });
  readonly #probe = onePixel();

  /** Sets the size and returns the context. A new size clears the canvas. */
  sized(width: number, height: number): CanvasRenderingContext2D | null {
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    return this.#context;
  }

  /**
   * Makes the browser execute all drawing calls so far. It delays them as long as it can, which would be one long task
   * at the end; reading a pixel forces them. The pixel is read through another canvas of one pixel, because a browser
   * keeps a canvas that is often read off the graphics card.
   */
  flush(): void {
    this.#probe?.drawImage(this.#canvas, 0, 0, 1, 1, 0, 0, 1, 1);
    this.#probe?.getImageData(0, 0, 1, 1);
  }

  /** Copies the picture to another canvas and sets its size. */
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
