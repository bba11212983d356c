/** Converts the user's gestures on the canvas to calls of the handlers. */
import type { CollectionReturnValue, Core, EventObject, NodeSingular } from 'cytoscape';
import type { GraphHandlers, MenuTarget } from '../scene/scene.ts';
import type { Point } from '../scene/geometry.ts';

function clientPoint(event: EventObject, container: HTMLElement): Point {
  const rect = container.getBoundingClientRect();
  const at = event.renderedPosition ?? { x: rect.width / 2, y: rect.height / 2 };
  return { x: rect.left + at.x, y: rect.top + at.y };
}

function menuTarget(cy: Core, event: EventObject, container: HTMLElement): MenuTarget {
  const at = clientPoint(event, container);
  if (event.target === cy) return { kind: 'canvas', at };
  return { kind: event.target.isNode() ? 'node' : 'edge', id: event.target.id(), at };
}

function isAdding(event: EventObject): boolean {
  const { ctrlKey, metaKey, shiftKey } = event.originalEvent ?? {};
  return ctrlKey === true || metaKey === true || shiftKey === true;
}

/** Attaches clicks, double clicks and the menu. */
export function attachSelecting(cy: Core, container: HTMLElement, handlers: GraphHandlers): void {
  // Cytoscape reports two quick clicks on different elements as a double click on the second.
  let taps: readonly (string | undefined)[] = [];
  let isHeld = false;
  cy.on('tapstart', () => {
    isHeld = false;
  });
  cy.on('tap', (event) => {
    // The end of a long press that opened the menu is not a tap.
    if (isHeld) return;
    taps = [taps.at(-1), event.target === cy || isAdding(event) ? undefined : event.target.id()];
    if (event.target === cy) {
      if (!isAdding(event)) handlers.onSelect([], 'replace');
    } else handlers.onSelect([event.target.id()], isAdding(event) ? 'toggle' : 'replace');
  });
  cy.on('dbltap', 'node', (event) => {
    const id = event.target.id();
    if (taps.length === 2 && taps.every((tapped) => tapped === id)) handlers.onExpand(id);
  });
  cy.on('cxttap taphold', (event) => {
    // A long press with the left mouse button is a slow drag and opens no menu.
    if (event.type === 'taphold' && event.originalEvent instanceof MouseEvent) return;
    isHeld = event.type === 'taphold';
    handlers.onMenu(menuTarget(cy, event, container));
  });
}

/** Returns the nodes that move when one is dragged: the selection if the node is in it. */
function dragged(cy: Core, node: NodeSingular): NodeSingular[] {
  if (!node.hasClass('selected')) return [node];
  return cy.nodes('.selected').toArray();
}

export interface Dragging {
  readonly onDrag: () => void;
  readonly onMove: GraphHandlers['onMove'];
}

/** Attaches dragging of one node, or of all selected nodes. */
export function attachDragging(cy: Core, { onDrag, onMove }: Dragging): void {
  let last: Point | undefined;
  cy.on('grab', 'node', (event) => {
    last = { ...event.target.position() };
  });
  cy.on('drag', 'node', (event) => {
    const node = event.target as NodeSingular;
    const at = { ...node.position() };
    const shift = { x: at.x - (last?.x ?? at.x), y: at.y - (last?.y ?? at.y) };
    last = at;
    for (const other of dragged(cy, node)) if (other.id() !== node.id()) other.shift({ ...shift });
    onDrag();
  });
  cy.on('dragfree', 'node', (event) => {
    last = undefined;
    onMove(new Map(dragged(cy, event.target).map((node) => [node.id(), { ...node.position() }])));
  });
}

/** Returns a node with its edges and neighbours, or an edge with its two ends. */
function inReach(cy: Core, id: string): CollectionReturnValue {
  const element = cy.collection().union(cy.getElementById(id));
  return element.nodes().closedNeighborhood().union(element.edges().connectedNodes()).union(element);
}

/** Fades everything but the element under the pointer and its neighbourhood; `undefined` ends that. */
export function showHover(cy: Core, id: string | undefined): void {
  cy.batch(() => {
    cy.elements('.faded, .hovered').removeClass('faded hovered');
    const element = id === undefined ? cy.collection() : cy.getElementById(id);
    if (element.empty()) return;
    cy.elements().difference(inReach(cy, element.id())).addClass('faded');
    element.addClass('hovered');
  });
}

/** Reports the element under the mouse pointer after a short rest. Touch does not hover. */
export function attachHovering(cy: Core, onHover: GraphHandlers['onHover']): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hovered: string | undefined;
  const show = (id: string | undefined) => {
    if (id === hovered || cy.destroyed()) return;
    hovered = id;
    onHover(id);
  };
  // The delay prevents flicker while the pointer crosses the drawing.
  const later = (id: string | undefined) => {
    clearTimeout(timer);
    timer = setTimeout(show, 70, id);
  };
  cy.on('mouseover', 'node, edge', (event) => later(event.target.id()));
  cy.on('mouseout', 'node, edge', () => later(undefined));
  cy.on('grab', 'node', () => {
    clearTimeout(timer);
    show(undefined);
  });
  // Cytoscape sends no mouseout when the pointer leaves the canvas together with the element.
  const leave = () => later(undefined);
  const container = cy.container();
  container?.addEventListener('mouseleave', leave);
  cy.on('destroy', () => {
    clearTimeout(timer);
    container?.removeEventListener('mouseleave', leave);
  });
}
