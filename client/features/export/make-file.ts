/** Makes the file of an export. */
import type { StatementView } from '../../../server/contract/explorer.ts';
import type { GraphController } from '../../graph/scene/scene.ts';
import { feasibleScale } from '../../graph/canvas/picture.ts';
import type { Tokens } from '../../graph/scene/tokens.ts';
import { isPicture } from './export-options.ts';
import type { ExportOptions } from './export-options.ts';
import type { Frame } from './frame.ts';
import { drawFrame, pngOf } from './frame-canvas.ts';
import type { Drawn } from './frame-canvas.ts';
import { framedSvg } from './frame-svg.ts';
import type { SceneShapes } from '../../graph/paint/scene-svg.ts';
import { nativeCsv } from './native-csv.ts';
import type { ShownGraph } from './shown-graph.ts';
import { nativeFile } from './view-json.ts';
import type { DocumentText } from './view-json.ts';
import { MEDIA_TYPES } from '../../../server/contract/media-types.ts';

/** Spreadsheets read a file as UTF-8 only if it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The drawing of the canvas at a scale; undefined when nothing is drawn. */
export async function drawnPicture(
  graph: GraphController,
  { scale, hasMarks }: { readonly scale: number; readonly hasMarks: boolean },
): Promise<Drawn | undefined> {
  const blob = await graph.picture({ scale, hasMarks, background: 'transparent' });
  if (blob === undefined) return undefined;
  const picture = await createImageBitmap(blob);
  return { picture, width: picture.width / scale, height: picture.height / scale };
}

/** The largest scale, up to the requested one, at which a browser can make the framed picture. */
export function pictureScale({ width, height }: Frame, scale: number): number {
  return feasibleScale({ left: 0, top: 0, right: width, bottom: height }, scale);
}

interface PictureParts {
  readonly graph: GraphController;
  /** At scale 1, which the frame was laid out for. */
  readonly drawn: Drawn;
  readonly frame: Frame;
  readonly tokens: Tokens;
}

/** The framed PNG. */
export async function pngFile(
  { graph, drawn, frame, tokens }: PictureParts,
  { scale, isTransparent, withMarks }: ExportOptions,
): Promise<Blob> {
  const feasible = pictureScale(frame, scale);
  const { picture } = (await drawnPicture(graph, { scale: feasible, hasMarks: withMarks })) ?? drawn;
  const canvas = document.createElement('canvas');
  drawFrame(
    canvas,
    frame,
    { ...drawn, picture },
    { scale: feasible, background: isTransparent ? undefined : tokens.bg },
  );
  return pngOf(canvas);
}

/** The framed SVG. */
export function svgFile(
  shapes: SceneShapes,
  frame: Frame,
  { title, isTransparent }: ExportOptions,
  tokens: Tokens,
): Blob {
  const text = framedSvg(shapes, frame, { title, background: isTransparent ? undefined : tokens.bg });
  return new Blob([text], { type: MEDIA_TYPES.svg });
}

/** The text of a CSV or JSON file. */
export function fileText(
  options: ExportOptions,
  shown: ShownGraph,
  statements: readonly StatementView[],
  texts: ReadonlyMap<string, DocumentText>,
): string {
  if (isPicture(options.format)) return '';
  const file = nativeFile({ title: options.title, shown, statements, texts });
  return options.format === 'csv' ? BYTE_ORDER_MARK + nativeCsv(file) : `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // By then the download no longer needs the address.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
