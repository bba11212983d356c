/**
 * Where things are on the screen, for end-to-end tests and assistive tools: a canvas has no elements
 * of its own to ask. Dispatch a {@link LocateEvent} on the container and read its detail:
 *
 *     const event = new CustomEvent('gainsay:locate', { detail: { id } });
 *     container.dispatchEvent(event);
 *     event.detail.rect // client coordinates; absent when there is no such node or edge
 */
import type { Core, EdgeSingular } from 'cytoscape';
import type { Point } from '../scene/geometry.ts';

export const LOCATE_EVENT = 'gainsay:locate';

export interface LocateDetail {
  readonly id: string;
  /** Filled in: a node's body, or 12 × 12 px around the mark of an edge. */
  rect?: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** Filled in: what the element is drawn as, for assertions. */
  classes?: readonly string[];
}

export type LocateEvent = CustomEvent<LocateDetail>;

function isLocateEvent(event: Event): event is LocateEvent {
  return (
    event instanceof CustomEvent && typeof event.detail === 'object' && event.detail !== null && 'id' in event.detail
  );
}

/** Where the mark of a line stands, in model pixels: over no node if that could be. The middle of lines that bow. */
function markOf(edge: EdgeSingular): Point {
  const markAt: unknown = edge.data('markAt');
  if (typeof markAt !== 'number' || edge.hasClass('bundled')) return edge.midpoint();
  const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const share = Math.min(1, markAt / Math.max(1, Math.hypot(to.x - from.x, to.y - from.y)));
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Answers {@link LOCATE_EVENT}, once `catchUp` has made sure that all elements are there; gives back the function that ends it. */
export function attachLocating(cy: Core, container: HTMLElement, catchUp: () => void): () => void {
  const answer = (event: Event) => {
    if (!isLocateEvent(event)) return;
    catchUp();
    const element = cy.getElementById(event.detail.id);
    if (element.empty()) return;
    const { left, top } = container.getBoundingClientRect();
    event.detail.classes = element.classes();
    if (element.isNode()) {
      const [at, width, height] = [element.renderedPosition(), element.renderedWidth(), element.renderedHeight()];
      event.detail.rect = { left: left + at.x - width / 2, top: top + at.y - height / 2, width, height };
    } else {
      const [zoom, pan, at] = [cy.zoom(), cy.pan(), markOf(cy.edges().getElementById(event.detail.id))];
      event.detail.rect = {
        left: left + at.x * zoom + pan.x - 6,
        top: top + at.y * zoom + pan.y - 6,
        width: 12,
        height: 12,
      };
    }
  };
  container.addEventListener(LOCATE_EVENT, answer);
  return () => container.removeEventListener(LOCATE_EVENT, answer);
}
