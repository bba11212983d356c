/** The lasso: shift and drag over the background selects the nodes inside the loop. */
import type { Core } from 'cytoscape';
import type { GraphHandlers } from '../scene/scene.ts';
import type { Point } from '../scene/geometry.ts';

/** Whether a point lies within a closed loop, by the even-odd rule (ray casting). */
export function isEnclosed(loop: readonly Point[], { x, y }: Point): boolean {
  let isInside = false;
  loop.forEach((a, index) => {
    const b = loop[(index + 1) % loop.length];
    if (!b || a.y > y === b.y > y) return;
    if (x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) isInside = !isInside;
  });
  return isInside;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Minimum distance of two points of the loop, in pixels. */
const MIN_STEP = 4;

/** Shows the loop on the screen while the user draws it. */
function createLoop(container: HTMLElement): { draw(points: readonly Point[]): void; remove(): void } {
  const svg = document.createElementNS(SVG, 'svg');
  const polygon = document.createElementNS(SVG, 'polygon');
  svg.classList.add('lasso');
  svg.append(polygon);
  container.append(svg);
  return {
    draw: (points) => polygon.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' ')),
    remove: () => svg.remove(),
  };
}

/** Attaches the gesture and returns a function that detaches it. With Ctrl or Cmd, the nodes are added to the selection. */
export function attachLasso(cy: Core, container: HTMLElement, onSelect: GraphHandlers['onSelect']): () => void {
  let isOverElement = false;
  let end: (() => void) | undefined;
  cy.on('mouseover', 'node, edge', () => {
    isOverElement = true;
  });
  cy.on('mouseout', 'node, edge', () => {
    isOverElement = false;
  });
  const pointOf = (event: MouseEvent): Point => {
    const { left, top } = container.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const enclosed = (loop: readonly Point[]): string[] => {
    const [zoom, pan] = [cy.zoom(), cy.pan()];
    return cy
      .nodes()
      .toArray()
      .filter((node) => {
        const { x, y } = node.position();
        return isEnclosed(loop, { x: x * zoom + pan.x, y: y * zoom + pan.y });
      })
      .map((node) => node.id());
  };
  const begin = (event: MouseEvent) => {
    if (!event.shiftKey || event.button !== 0 || isOverElement) return;
    // Otherwise Cytoscape would pan.
    event.stopPropagation();
    event.preventDefault();
    const points: Point[] = [pointOf(event)];
    const loop = createLoop(container);
    const move = (moved: MouseEvent) => {
      const [at, last] = [pointOf(moved), points.at(-1)];
      if (last && Math.hypot(at.x - last.x, at.y - last.y) < MIN_STEP) return;
      points.push(at);
      loop.draw(points);
    };
    const finish = (released: MouseEvent) => {
      end?.();
      if (points.length < 3) return;
      const ids = enclosed(points);
      const isAdding = released.ctrlKey || released.metaKey;
      onSelect(
        isAdding ? ids.filter((id) => !cy.getElementById(id).hasClass('selected')) : ids,
        isAdding ? 'toggle' : 'replace',
      );
    };
    const cancel = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return;
      pressed.stopPropagation();
      end?.();
    };
    end = () => {
      end = undefined;
      loop.remove();
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', finish);
      window.removeEventListener('keydown', cancel, true);
    };
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', finish);
    window.addEventListener('keydown', cancel, true);
  };
  container.addEventListener('mousedown', begin, true);
  return () => {
    end?.();
    container.removeEventListener('mousedown', begin, true);
  };
}
