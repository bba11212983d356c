/** A picture with its frame on a 2D canvas, for PNG and for the preview. */
import { SANS, SERIF } from '../../graph/scene/fonts.ts';
import type { Face, Frame, FrameOptions, FrameShape, PathShape } from './frame.ts';
import { MEDIA_TYPES } from '../../../server/contract/media-types.ts';

const fontOf = ({
  size,
  weight,
  face,
}: {
  readonly size: number;
  readonly weight: number;
  readonly face: Face;
}): string => `${weight} ${size}px ${face === 'sans' ? SANS : SERIF}`;

/** Widths of text as the canvas draws it. */
export function createFrameMeasure(): FrameOptions['measure'] {
  const context = document.createElement('canvas').getContext('2d');
  return (text, look) => {
    if (context === null) return text.length * look.size * 0.55;
    context.font = fontOf(look);
    return context.measureText(text).width;
  };
}

const outlineOf = ({ d }: PathShape): Path2D => new Path2D(d);

function drawShape(context: CanvasRenderingContext2D, shape: FrameShape): void {
  if (shape.kind === 'text') {
    context.font = fontOf(shape);
    context.fillStyle = shape.color;
    context.fillText(shape.text, shape.x, shape.y);
    return;
  }
  context.save();
  context.translate(shape.x, shape.y);
  context.scale(shape.scale, shape.scale);
  if (shape.fill !== undefined) {
    context.fillStyle = shape.fill;
    context.fill(outlineOf(shape));
  }
  if (shape.stroke !== undefined) {
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.width ?? 1;
    context.setLineDash([...(shape.dash ?? [])]);
    context.stroke(outlineOf(shape));
  }
  context.restore();
}

export interface Drawn {
  readonly picture: ImageBitmap;
  /** At scale 1. */
  readonly width: number;
  readonly height: number;
}

/** Draws everything into the canvas. The canvas gets the size of the frame times `scale`. */
export function drawFrame(
  canvas: HTMLCanvasElement,
  frame: Frame,
  drawn: Drawn,
  { scale, background }: { readonly scale: number; readonly background?: string | undefined },
): void {
  canvas.width = Math.max(1, Math.round(frame.width * scale));
  canvas.height = Math.max(1, Math.round(frame.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return;
  if (background !== undefined) {
    context.fillStyle = background;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.scale(scale, scale);
  context.imageSmoothingQuality = 'high';
  context.drawImage(drawn.picture, frame.drawing.x, frame.drawing.y, drawn.width, drawn.height);
  for (const shape of frame.shapes) drawShape(context, shape);
}

/** The canvas as a PNG. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The browser made no picture of this size.')) : resolve(blob)),
      MEDIA_TYPES.png,
    );
  });
}
