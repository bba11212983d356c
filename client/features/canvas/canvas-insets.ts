/** Reports the parts of the canvas that other elements cover, so that `fit` avoids them. */
import { NARROW_CANVAS } from '../../base/breakpoints.ts';
import type { InsetsWatch } from '../../control/canvas-sync.ts';
import type { Insets } from '../../graph/scene/scene.ts';
import type { Point } from '../../graph/scene/geometry.ts';

const GAP = 12;
/** Half of the largest node with its label: positions are centres, so the drawing is larger than their bounding box. */
const NODE = { width: 110, height: 60 } as const;

/** Measures the elements over the canvas, now and whenever they change, and reports the insets. */
export function watchInsets(canvas: HTMLElement, onInsets: (insets: Insets) => void): InsetsWatch {
  const screen = canvas.parentElement;
  if (screen === null) return { update: () => undefined, stop: () => undefined };
  let drawing: Size = { width: 1, height: 1 };
  const measure = () => {
    const box = canvas.getBoundingClientRect();
    const sheet = document.querySelector('.panel')?.getBoundingClientRect();
    // The minimap is above the counts and messages, however many lines they have.
    screen.style.setProperty(
      '--counts-height',
      `${screen.querySelector('.view-counts')?.getBoundingClientRect().height ?? 0}px`,
    );
    onInsets(
      insetsOf({
        canvas: box,
        drawing,
        legend: cornerOf(box, screen.querySelector('.legend')),
        controls: cornerOf(box, screen.querySelector('.view-controls'), screen.querySelector('.view-counts')),
        chips: screen.querySelector('.filter-chips')?.getBoundingClientRect(),
        axis: screen.querySelector('.time-axis')?.getBoundingClientRect(),
        sheet:
          sheet === undefined
            ? 0
            : Math.max(
                0,
                Math.min(box.right, sheet.right) - Math.max(box.left, sheet.left) > 0 ? box.bottom - sheet.top : 0,
              ),
      }),
    );
  };
  const observer = new ResizeObserver(measure);
  const observe = () => {
    for (const element of screen.querySelectorAll('.canvas, .legend, .view-controls, .view-counts, .filter-chips'))
      observer.observe(element);
  };
  // The legend appears with the first nodes.
  const arrivals = new MutationObserver(() => {
    observe();
    measure();
  });
  arrivals.observe(screen, { childList: true });
  observe();
  measure();
  return {
    update(positions) {
      drawing = sizeOf(positions);
      measure();
    },
    stop() {
      observer.disconnect();
      arrivals.disconnect();
    },
  };
}

/** The size of an element in a lower corner together with the element above it: the counts on a narrow page, none on a wide one. */
function cornerOf(canvas: DOMRect, element: Element | null, other: Element | null = null): Size | undefined {
  const box = element?.getBoundingClientRect();
  if (box === undefined) return undefined;
  const above = other?.getBoundingClientRect();
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
