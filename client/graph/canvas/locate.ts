/**
 * Where things are on the screen. The page asks the controller; end-to-end tests and assistive tools, which
 * have no controller, dispatch a {@link LocateEvent} on the container and read its detail:
 *
 *     const event = new CustomEvent('gainsay:locate', { detail: { id } });
 *     container.dispatchEvent(event);
 *     event.detail.rect // client coordinates; absent when there is no such node or edge
 */
import type { Core, EdgeSingular } from 'cytoscape';
import type { Point, Rect } from '../scene/geometry.ts';

const LOCATE_EVENT = 'gainsay:locate';
/** Half the side of the square around the mark of an edge. */
const MARK = 6;

interface LocateDetail {
  readonly id: string;
  /** Filled in: a node's body, or 12 × 12 px around the mark of an edge. */
  rect?: Rect;
  /** Filled in: what the element is drawn as, for assertions. */
  classes?: readonly string[];
}

function isLocateEvent(event: Event): event is CustomEvent<LocateDetail> {
  return (
    event instanceof CustomEvent && typeof event.detail === 'object' && event.detail !== null && 'id' in event.detail
  );
}

/** Where the mark of a line is, in model pixels; of a curved line the middle. */
function markOf(edge: EdgeSingular): Point {
  const markAt: unknown = edge.data('markAt');
  if (typeof markAt !== 'number' || edge.hasClass('bundled')) return edge.midpoint();
  const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const share = Math.min(1, markAt / Math.max(1, Math.hypot(to.x - from.x, to.y - from.y)));
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/**
 * The body of a node, or a square around the mark of an edge, in client coordinates; undefined when `cy` has no
 * such element. The caller makes sure that `cy` has all elements of the scene.
 */
export function placeOf(cy: Core, container: HTMLElement, id: string): Rect | undefined {
  const element = cy.getElementById(id);
  if (element.empty()) return undefined;
  const { left, top } = container.getBoundingClientRect();
  if (element.isNode()) {
    const [at, width, height] = [element.renderedPosition(), element.renderedWidth(), element.renderedHeight()];
    return { left: left + at.x - width / 2, top: top + at.y - height / 2, width, height };
  }
  const [zoom, pan, at] = [cy.zoom(), cy.pan(), markOf(cy.edges().getElementById(id))];
  return {
    left: left + at.x * zoom + pan.x - MARK,
    top: top + at.y * zoom + pan.y - MARK,
    width: 2 * MARK,
    height: 2 * MARK,
  };
}

/** Answers the event, after `catchUp` has made sure that all elements are there; gives back the function that ends it. */
export function attachLocating(cy: Core, container: HTMLElement, catchUp: () => void): () => void {
  const answer = (event: Event) => {
    if (!isLocateEvent(event)) return;
    const { detail } = event;
    catchUp();
    const rect = placeOf(cy, container, detail.id);
    if (rect === undefined) return;
    detail.rect = rect;
    detail.classes = cy.getElementById(detail.id).classes();
  };
  container.addEventListener(LOCATE_EVENT, answer);
  return () => container.removeEventListener(LOCATE_EVENT, answer);
}
