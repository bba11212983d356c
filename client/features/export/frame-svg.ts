/** A picture with its frame as SVG: the text stays text. Pure. */
import { escapeXml, sceneShapes, SVG_FONT_STYLE } from '../../graph/paint/scene-svg.ts';
import type { SceneShapes, SvgOptions } from '../../graph/paint/scene-svg.ts';
import type { Scene } from '../../graph/scene/scene.ts';
import type { Frame, FrameShape } from './frame.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

function shapeSvg(shape: FrameShape): string {
  if (shape.kind === 'text') {
    return `<text class="${shape.face}" x="${round(shape.x)}" y="${round(shape.y)}" font-size="${round(shape.size)}" font-weight="${shape.weight}" fill="${shape.color}">${escapeXml(shape.text)}</text>`;
  }
  const { d, x, y, scale, stroke = 'none', fill = 'none', width = 1, dash } = shape;
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  return `<path d="${d}" transform="translate(${round(x)} ${round(y)}) scale(${round(scale)})" fill="${fill}" stroke="${stroke}" stroke-width="${width}"${dashes}/>`;
}

/** The parts of the drawing, and its size with some space around it. */
export function drawingOf(scene: Scene, options: SvgOptions): SceneShapes {
  const shapes = sceneShapes(scene, options);
  const { left, top, right, bottom } = shapes.box;
  const space = 12;
  return { ...shapes, box: { left: left - space, top: top - space, right: right + space, bottom: bottom + space } };
}

/** The whole document. */
export function framedSvg(
  { content, defs, box }: SceneShapes,
  frame: Frame,
  options: { readonly title: string; readonly background?: string | undefined },
): string {
  const { width, height, drawing } = frame;
  const background =
    options.background === undefined ? '' : `<rect width="${width}" height="${height}" fill="${options.background}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><title>${escapeXml(options.title)}</title>` +
    `<defs><style>${SVG_FONT_STYLE}</style>${defs}</defs>${background}\n${frame.shapes.map(shapeSvg).join('\n')}\n` +
    `<g transform="translate(${round(drawing.x - box.left)} ${round(drawing.y - box.top)})">\n${content}\n</g>\n</svg>\n`
  );
}
