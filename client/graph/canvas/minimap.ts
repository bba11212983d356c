/** The minimap: the whole drawing in a corner with a frame for the visible part. Dragging in it pans. */
import type { Core } from 'cytoscape';
import type { Box } from '../scene/geometry.ts';
import { ACTOR_SIZE, CARD } from '../scene/node-geometry.ts';
import type { Scene } from '../scene/scene.ts';
import type { Tokens } from '../scene/tokens.ts';

const SIZE = { width: 168, height: 112 } as const;
const PADDING = 6;
/** Height of a card in the minimap: lower than a card, so that cards of one column stay separate. */
const CARD_HEIGHT = 40;
/** With fewer nodes there is no minimap. */
const MIN_NODES = 12;

export interface MinimapOptions {
  readonly cy: Core;
  readonly container: HTMLElement;
  readonly pixelRatio: number;
  readonly now: () => { readonly scene: Scene; readonly tokens: Tokens };
  readonly extent: () => Box | undefined;
}

export interface Minimap {
  /** The drawing or the camera has changed. */
  update(): void;
  destroy(): void;
}

/** Maps model pixels to pixels of the minimap. */
interface Projection {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

function projectionOf(box: Box): Projection {
  const scale = Math.min(
    (SIZE.width - 2 * PADDING) / Math.max(1, box.right - box.left),
    (SIZE.height - 2 * PADDING) / Math.max(1, box.bottom - box.top),
  );
  return {
    scale,
    x: SIZE.width / 2 - ((box.left + box.right) / 2) * scale,
    y: SIZE.height / 2 - ((box.top + box.bottom) / 2) * scale,
  };
}

/** Returns the visible part, in model pixels. */
function seenOf(cy: Core): Box {
  const [zoom, pan] = [cy.zoom(), cy.pan()];
  return {
    left: -pan.x / zoom,
    top: -pan.y / zoom,
    right: (cy.width() - pan.x) / zoom,
    bottom: (cy.height() - pan.y) / zoom,
  };
}

class CanvasMinimap implements Minimap {
  readonly #options: MinimapOptions;
  readonly #canvas = document.createElement('canvas');
  /** The drawing without the frame: it is drawn once and used while the camera moves. */
  readonly #ground = document.createElement('canvas');
  #drawn: Scene | undefined;
  #projection: Projection | undefined;
  #box: Box | undefined;
  #frame: number | undefined;

  constructor(options: MinimapOptions) {
    this.#options = options;
    this.#canvas.className = 'minimap';
    this.#canvas.hidden = true;
    this.#canvas.setAttribute('aria-hidden', 'true');
    for (const canvas of [this.#canvas, this.#ground]) {
      canvas.width = SIZE.width * options.pixelRatio;
      canvas.height = SIZE.height * options.pixelRatio;
    }
    options.container.append(this.#canvas);
    this.#canvas.addEventListener('pointerdown', this.#grab);
    // Otherwise Cytoscape would handle these as gestures on the drawing.
    for (const name of ['mousedown', 'touchstart', 'wheel', 'contextmenu', 'dblclick'] as const) {
      this.#canvas.addEventListener(name, (event) => event.stopPropagation(), { passive: true });
    }
  }

  readonly update = (): void => {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      if (!this.#options.cy.destroyed()) this.#paint();
    });
  };

  destroy(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#canvas.remove();
  }

  #paint(): void {
    const { scene, tokens } = this.#options.now();
    if (scene !== this.#drawn) this.#redraw(scene, tokens);
    const [box, projection] = [this.#box, this.#projection];
    const seen = seenOf(this.#options.cy);
    const isWholeSeen =
      !box || (box.left >= seen.left && box.right <= seen.right && box.top >= seen.top && box.bottom <= seen.bottom);
    this.#canvas.hidden = scene.nodes.length < MIN_NODES || isWholeSeen;
    const context = this.#canvas.getContext('2d');
    if (this.#canvas.hidden || !context || !projection) return;
    const ratio = this.#options.pixelRatio;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.drawImage(this.#ground, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { scale, x, y } = projection;
    const [left, top] = [Math.max(1, seen.left * scale + x), Math.max(1, seen.top * scale + y)];
    const [right, bottom] = [
      Math.min(SIZE.width - 1, seen.right * scale + x),
      Math.min(SIZE.height - 1, seen.bottom * scale + y),
    ];
    context.strokeStyle = tokens.accent;
    context.lineWidth = 1.5;
    context.strokeRect(left, top, Math.max(4, right - left), Math.max(4, bottom - top));
  }

  #redraw(scene: Scene, tokens: Tokens): void {
    this.#drawn = scene;
    this.#box = this.#options.extent();
    this.#projection = this.#box && projectionOf(this.#box);
    const context = this.#ground.getContext('2d');
    if (!context || !this.#projection) return;
    const ratio = this.#options.pixelRatio;
    const { scale, x, y } = this.#projection;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, SIZE.width, SIZE.height);
    for (const node of scene.nodes) {
      const at = scene.positions.get(node.id);
      if (!at) continue;
      const size =
        node.type === 'claim'
          ? { width: Math.max(3, CARD.width * scale), height: Math.max(2, CARD_HEIGHT * scale) }
          : { width: Math.max(2.5, ACTOR_SIZE.width * scale), height: Math.max(2.5, ACTOR_SIZE.height * scale) };
      context.fillStyle = scene.selection.has(node.id)
        ? tokens.accent
        : (scene.styles?.get(node.id)?.color ?? (node.type === 'claim' ? tokens.text : tokens.control));
      context.fillRect(at.x * scale + x - size.width / 2, at.y * scale + y - size.height / 2, size.width, size.height);
    }
  }

  readonly #grab = (event: PointerEvent): void => {
    event.stopPropagation();
    this.#canvas.setPointerCapture(event.pointerId);
    const go = (at: PointerEvent) => {
      const { cy } = this.#options;
      const rect = this.#canvas.getBoundingClientRect();
      if (!this.#projection) return;
      const { scale, x, y } = this.#projection;
      const [to, zoom] = [
        { x: (at.clientX - rect.left - x) / scale, y: (at.clientY - rect.top - y) / scale },
        cy.zoom(),
      ];
      cy.viewport({ zoom, pan: { x: cy.width() / 2 - to.x * zoom, y: cy.height() / 2 - to.y * zoom } });
    };
    const end = () => {
      this.#canvas.removeEventListener('pointermove', go);
      this.#canvas.removeEventListener('pointerup', end);
      this.#canvas.removeEventListener('pointercancel', end);
    };
    this.#canvas.addEventListener('pointermove', go);
    this.#canvas.addEventListener('pointerup', end);
    this.#canvas.addEventListener('pointercancel', end);
    go(event);
  };
}

/** Creates a minimap in the corner of `container`; it is hidden while the whole drawing is visible. */
export function createMinimap(options: MinimapOptions): Minimap {
  return new CanvasMinimap(options);
}
