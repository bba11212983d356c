/** Measures what floats over the canvas, so that a fit leaves it out. */
import { NARROW_CANVAS } from '../../base/breakpoints.ts';
import type { CanvasCovers, CoverName } from '../../control/canvas-covers.ts';
import type { InsetsWatch } from '../../control/canvas-sync.ts';
import type { Insets } from '../../graph/scene/scene.ts';
import type { Point } from '../../graph/scene/geometry.ts';

const GAP = 12;
/** Half of the largest node with its label: positions are centres, so the drawing is larger than their bounding box. */
const NODE = { width: 110, height: 60 } as const;

/** Measures what lies over the canvas, at once and whenever it changes, and reports the insets. */
export function watchInsets(
  canvas: HTMLElement,
  covers: CanvasCovers,
  onInsets: (insets: Insets) => void,
): InsetsWatch {
  let drawing: Size = { width: 1, height: 1 };
  const measure = () => {
    const box = canvas.getBoundingClientRect();
    const parts = covers.value();
    const boxOf = (name: CoverName) => parts.get(name)?.getBoundingClientRect();
    const counts = boxOf('counts');
    // The minimap is above the counts, however many lines they take.
    canvas.parentElement?.style.setProperty('--counts-height', `${counts?.height ?? 0}px`);
    onInsets(
      insetsOf({
        canvas: box,
        drawing,
        legend: cornerOf(box, boxOf('legend')),
        controls: cornerOf(box, boxOf('controls'), counts),
        chips: boxOf('chips'),
        axis: boxOf('axis'),
        sheet: sheetOver(box, boxOf('panel')),
      }),
    );
  };
  const observer = new ResizeObserver(measure);
  const observe = () => {
    observer.disconnect();
    for (const element of [canvas, ...covers.value().values()]) observer.observe(element);
    measure();
  };
  const stopFollowing = covers.subscribe(observe);
  observe();
  return {
    update(positions) {
      drawing = sizeOf(positions);
      measure();
    },
    stop() {
      observer.disconnect();
      stopFollowing();
    },
  };
}

/** How high a panel that lies over the canvas, as a sheet from below, covers it; 0 for one beside it. */
function sheetOver(canvas: DOMRect, panel: DOMRect | undefined): number {
  if (panel === undefined) return 0;
  const isOver = Math.min(canvas.right, panel.right) > Math.max(canvas.left, panel.left);
  return isOver ? Math.max(0, canvas.bottom - panel.top) : 0;
}

/** What a part in a lower corner takes of the canvas, together with what is on top of it. */
function cornerOf(canvas: DOMRect, box: DOMRect | undefined, above?: DOMRect): Size | undefined {
  if (box === undefined) return undefined;
  const top = above !== undefined && above.height > 0 && above.bottom <= box.top + 1 ? above.top : box.top;
  return { width: box.width, height: box.height === 0 ? 0 : canvas.bottom - top - GAP };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(positions: ReadonlyMap<string, Point>): Size {
  if (positions.size === 0) return { width: 1, height: 1 };
  const [xs, ys] = [[...positions.values()].map(({ x }) => x), [...positions.values()].map(({ y }) => y)];
  return {
    width: Math.max(...xs) - Math.min(...xs) + 2 * NODE.width,
    height: Math.max(...ys) - Math.min(...ys) + 2 * NODE.height,
  };
}

interface Covered {
  readonly canvas: Size;
  /** Size of the drawing to fit, in model pixels. */
  readonly drawing: Size;
  /** In the lower left corner. */
  readonly legend?: Size | undefined;
  /** In the lower right corner. */
  readonly controls?: Size | undefined;
  /** At the top, from left to right. */
  readonly chips?: Size | undefined;
  /** Along the upper edge. */
  readonly axis?: Size | undefined;
  /** Height of the canvas that the bottom sheet covers. */
  readonly sheet: number;
}

/**
 * The insets that keep the drawing clear of legend, controls and sheet. Legend and controls are in corners: a strip
 * at the side or at the bottom avoids each. The strips that allow the largest drawing are chosen.
 */
export function insetsOf({ canvas, drawing, legend, controls, chips, axis, sheet }: Covered): Insets {
  const zero = { width: 0, height: 0 };
  const [left, right] = [legend ?? zero, controls ?? zero].map(({ width, height }) =>
    width === 0 ? zero : { width: width + GAP, height: height + GAP },
  ) as [Size, Size];
  const top = (chips === undefined ? 0 : chips.height + GAP) + (axis?.height ?? 0);
  const ways: readonly Insets[] = [
    { top, left: left.width, right: right.width, bottom: sheet },
    { top, left: 0, right: right.width, bottom: left.height + sheet },
    { top, left: 0, right: 0, bottom: Math.max(left.height, right.height) + sheet },
    { top, left: left.width, right: 0, bottom: right.height + sheet },
  ];
  // A narrow canvas has no room for a strip at the side: tall elements scroll there.
  if (canvas.width < NARROW_CANVAS)
    return { top, left: 0, right: 0, bottom: Math.max(left.height, right.height) + sheet };
  const zoom = ({ left: l, right: r, bottom }: Insets) =>
    Math.min((canvas.width - l - r) / drawing.width, (canvas.height - top - bottom) / drawing.height);
  return ways.reduce((best, way) => (zoom(way) > zoom(best) ? way : best));
}
