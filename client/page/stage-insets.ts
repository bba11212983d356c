/** Keeps the canvas told of what floats over it, so that fitting leaves that out. */
import type { GraphController, Insets } from '../graph/graph-controller.ts';

const MARGIN = 20;

/** Watches canvas and legend for their sizes. Gives a function that stops. */
export function watchInsets(canvas: HTMLElement, controller: GraphController): () => void {
  const stage = canvas.parentElement;
  if (stage === null) return () => undefined;
  const update = () => {
    controller.setInsets(insetsOf({
      canvas: canvas.getBoundingClientRect(),
      legend: stage.querySelector('.legend')?.getBoundingClientRect(),
      controls: stage.querySelector('.view-controls')?.getBoundingClientRect(),
    }));
  };
  const observer = new ResizeObserver(update);
  observer.observe(canvas);
  for (const element of stage.querySelectorAll('.legend, .view-controls')) observer.observe(element);
  // The legend appears with the first nodes.
  const arrivals = new MutationObserver(() => {
    for (const element of stage.querySelectorAll('.legend, .view-controls')) observer.observe(element);
    update();
  });
  arrivals.observe(stage, { childList: true });
  update();
  return () => {
    observer.disconnect();
    arrivals.disconnect();
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * What to leave out so that nothing lies under legend and controls. The legend stands in a corner, so
 * either a strip on the left or one below clears it: the one that costs less of the canvas is taken.
 */
export function insetsOf({ canvas, legend, controls }: { canvas: Size; legend?: Size | undefined; controls?: Size | undefined }): Insets {
  const right = controls === undefined ? MARGIN : controls.width + 2 * MARGIN;
  const free = { top: MARGIN, right, bottom: MARGIN, left: MARGIN };
  if (legend === undefined) return free;
  const areaBeside = (canvas.width - legend.width) * canvas.height;
  const areaAbove = canvas.width * (canvas.height - legend.height);
  return areaBeside >= areaAbove
    ? { ...free, left: legend.width + 2 * MARGIN }
    : { ...free, bottom: legend.height + 2 * MARGIN };
}
