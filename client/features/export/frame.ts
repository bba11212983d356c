/** The frame around a drawing: title, legend, sources. Pure: shapes that both SVG and canvas can draw. */
import { LEGEND_SAMPLES, SAMPLE_BOX } from '../../ui/legend-samples.ts';
import type { LegendRow } from '../../state/view-counts.ts';
import { wrapLines } from '../../graph/scene/text-wrap.ts';
import type { Tokens } from '../../graph/scene/tokens.ts';

export type Face = 'sans' | 'serif';
export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  /** The start of its baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly face: Face;
  readonly color: string;
}
export interface PathShape {
  readonly kind: 'path';
  /** A path as in SVG, relative to the place. */
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly stroke?: string;
  readonly fill?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
}
export type FrameShape = TextShape | PathShape;

/** One line of the legend. */
export type LegendLine =
  | { readonly row: LegendRow; readonly words: string }
  /** The dot of a style rule, with its colour or size. */
  | { readonly color?: string; readonly scale?: number; readonly words: string };

export interface FrameOptions {
  /** The drawing's own size. */
  readonly drawing: { readonly width: number; readonly height: number };
  /** Absent parts are left out. */
  readonly title?: string;
  /** Dates above the drawing, by their distance from its left edge; dates without room are left out. */
  readonly axis?: readonly { readonly x: number; readonly words: string }[];
  readonly legend?: readonly LegendLine[];
  readonly sources?: { readonly heading: string; readonly lines: readonly string[] };
  readonly footer: string;
  readonly tokens: Tokens;
  readonly measure: (
    text: string,
    look: { readonly size: number; readonly weight: 400 | 600; readonly face: Face },
  ) => number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** The position of the upper left corner of the drawing. */
  readonly drawing: { readonly x: number; readonly y: number };
  readonly shapes: readonly FrameShape[];
}

const MIN_WIDTH = 520;
/** Up to this width, the text has the sizes of the page. Beside a wider drawing it grows with the width, so that it stays readable. */
const PLAIN_WIDTH = 1_400;
const MAX_GROWTH = 4;

function sampleShapes(
  line: LegendLine,
  at: { x: number; y: number; scale: number },
  tokens: Tokens,
): readonly PathShape[] {
  if (!('row' in line)) {
    const radius = Math.min(7, 5 * (line.scale ?? 1));
    const d = `M${19 - radius} 7A${radius} ${radius} 0 1 1 ${19 + radius} 7A${radius} ${radius} 0 1 1 ${19 - radius} 7z`;
    return [{ kind: 'path', d, ...at, fill: line.color ?? tokens.surface, stroke: tokens.control, width: 1 }];
  }
  const { row } = line;
  const color =
    row === 'denies'
      ? tokens.denies
      : row === 'speaksFor'
        ? tokens.control
        : row === 'contested'
          ? tokens.text
          : tokens.asserts;
  return LEGEND_SAMPLES[row].map(({ isFilled = false, ...part }): PathShape => ({
    kind: 'path',
    ...at,
    ...part,
    ...(isFilled ? { fill: color } : { stroke: color }),
  }));
}

/** Collects shapes from top to bottom. */
class Column {
  readonly shapes: FrameShape[] = [];
  y: number;
  readonly left: number;
  readonly width: number;
  readonly unit: number;
  readonly options: FrameOptions;

  constructor(options: FrameOptions, unit: number, width: number) {
    this.options = options;
    this.unit = unit;
    this.left = 28 * unit;
    this.y = 28 * unit;
    this.width = width - 2 * this.left;
  }

  text(text: string, look: { size: number; weight: 400 | 600; face: Face; color: string; maxLines: number }): void {
    const size = look.size * this.unit;
    const measure = (part: string) => this.options.measure(part, { ...look, size });
    for (const line of wrapLines(text, { maxWidth: this.width, maxLines: look.maxLines, measure })) {
      this.y += size * 1.3;
      this.shapes.push({
        kind: 'text',
        text: line,
        x: this.left,
        y: this.y - size * 0.3,
        size,
        weight: look.weight,
        face: look.face,
        color: look.color,
      });
    }
  }

  /** Dates with a tick each, as many as have room. */
  axis(ticks: readonly { readonly x: number; readonly words: string }[], from: number): void {
    const { tokens, measure } = this.options;
    const size = 12 * this.unit;
    this.y += 20 * this.unit;
    let free = -Infinity;
    for (const { x, words } of ticks) {
      if (x < free) continue;
      this.shapes.push({
        kind: 'path',
        d: 'M0 0V16',
        x: from + x,
        y: this.y - 14 * this.unit,
        scale: this.unit,
        stroke: tokens.control,
        width: 1,
      });
      this.shapes.push({
        kind: 'text',
        text: words,
        x: from + x + 6 * this.unit,
        y: this.y - 2 * this.unit,
        size,
        weight: 400,
        face: 'sans',
        color: tokens.muted,
      });
      free = x + measure(words, { size, weight: 400, face: 'sans' }) + 22 * this.unit;
    }
    this.gap(10);
  }

  gap(height: number): void {
    this.y += height * this.unit;
  }

  /** The entries of the legend, as many side by side as fit. */
  legend(lines: readonly LegendLine[]): void {
    const { tokens, measure } = this.options;
    const size = 13 * this.unit;
    let x = this.left;
    this.y += 22 * this.unit;
    for (const line of lines) {
      const width = (SAMPLE_BOX.width + 10) * this.unit + measure(line.words, { size, weight: 400, face: 'sans' });
      if (x > this.left && x + width > this.left + this.width) {
        x = this.left;
        this.y += 24 * this.unit;
      }
      this.shapes.push(...sampleShapes(line, { x, y: this.y - 12 * this.unit, scale: this.unit }, tokens));
      this.shapes.push({
        kind: 'text',
        text: line.words,
        x: x + (SAMPLE_BOX.width + 10) * this.unit,
        y: this.y,
        size,
        weight: 400,
        face: 'sans',
        color: tokens.text,
      });
      x += width + 26 * this.unit;
    }
    this.gap(6);
  }
}

/** Lays out everything around a drawing. */
export function layoutFrame(options: FrameOptions): Frame {
  const { drawing, title, axis = [], legend = [], sources, footer, tokens } = options;
  const unit = Math.min(MAX_GROWTH, Math.max(1, drawing.width / PLAIN_WIDTH));
  const width = Math.max(MIN_WIDTH * unit, drawing.width + 2 * 28 * unit);
  const column = new Column(options, unit, width);
  if (title !== undefined && title.trim() !== '') {
    column.text(title, { size: 26, weight: 600, face: 'serif', color: tokens.text, maxLines: 3 });
    column.gap(14);
  }
  if (axis.length > 0) column.axis(axis, (width - drawing.width) / 2);
  const place = { x: (width - drawing.width) / 2, y: column.y };
  column.y += drawing.height;
  if (legend.length > 0) {
    column.gap(14);
    column.legend(legend);
  }
  if (sources !== undefined && sources.lines.length > 0) {
    column.gap(14);
    column.text(sources.heading, { size: 13, weight: 600, face: 'sans', color: tokens.text, maxLines: 1 });
    for (const line of sources.lines)
      column.text(line, { size: 12, weight: 400, face: 'sans', color: tokens.muted, maxLines: 2 });
  }
  column.gap(14);
  column.text(footer, { size: 11, weight: 400, face: 'sans', color: tokens.muted, maxLines: 1 });
  column.gap(20);
  return { width: Math.ceil(width), height: Math.ceil(column.y), drawing: place, shapes: column.shapes };
}
