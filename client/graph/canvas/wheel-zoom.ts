/**
 * Zooms by the wheel. Cytoscape judges the device by its first four events: after a trackpad, one notch of a mouse would
 * zoom three times. Here each event counts by itself, and none zooms by more than one step.
 */
import type { Core } from 'cytoscape';

export type WheelTurn = Pick<WheelEvent, 'deltaY' | 'deltaMode'>;

/** Pixels of one line and one page, for browsers that do not report pixels. */
const PIXELS = [1, 33, 400] as const;
/** One notch of a mouse turns further than this, a finger on a trackpad less in most events. */
const STEP_PIXELS = 24;
/** Pixels for a factor of ten. */
const PIXELS_PER_DECADE = 250;

/** The factor of one event: a step at most, about 1.25; less for the fine events of a trackpad. */
export function wheelFactor({ deltaY, deltaMode }: WheelTurn): number {
  const pixels = deltaY * (PIXELS[deltaMode] ?? 1);
  return 10 ** (-Math.max(-STEP_PIXELS, Math.min(STEP_PIXELS, pixels)) / PIXELS_PER_DECADE);
}

/**
 * Attaches the zoom by the wheel, towards the pointer. It must be attached before Cytoscape, whose own it replaces.
 *
 * @param core The Cytoscape instance, once it is there.
 * @returns a function that detaches it.
 */
export function attachWheelZoom(container: HTMLElement, core: () => Core): () => void {
  const onWheel = (event: WheelEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    // While a button is down, the drawing is dragged.
    if (event.buttons !== 0 || event.deltaY === 0) return;
    const cy = core();
    const { left, top } = container.getBoundingClientRect();
    cy.zoom({
      level: cy.zoom() * wheelFactor(event),
      renderedPosition: { x: event.clientX - left, y: event.clientY - top },
    });
  };
  container.addEventListener('wheel', onWheel, { capture: true, passive: false });
  return () => container.removeEventListener('wheel', onWheel, { capture: true });
}
