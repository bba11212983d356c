/** Updates Cytoscape's elements to a scene: at once, or in slices, between which the page can draw and respond. */
import type { Core, ElementDefinition } from 'cytoscape';
import { drawnEdges } from '../scene/scene.ts';
import { eachDrawn, isDrawnAlike } from './elements.ts';
import type { DrawingContext, DrawnElement } from './elements.ts';
import { startSlices } from '../../base/slices.ts';
import type { Slices } from '../../base/slices.ts';
import type { Point } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';

/** Classes that depend on the pointer, the focus and the zoom: an update keeps them. */
const STATE_CLASSES = ['faded', 'hovered', 'focused', 'far', 'dot', 'named'] as const;

export interface SyncTarget {
  readonly scene: Scene;
  /** Computes in small steps what elements need, and returns the drawing context. */
  readonly prepare: () => Generator<undefined, DrawingContext>;
  /** Whether nodes move to their new positions with an animation. */
  readonly isAnimated: boolean;
}

/** Elements per call. A small number, so that a slice can stop in time. */
const ADDED_TOGETHER = 12;
const GLIDE = { duration: 240, easing: 'ease-out' } as const;

/** Returns the definition of a new element; `id`, `source` and `target` cannot change later. */
function definition(drawn: DrawnElement, at: Point | undefined): ElementDefinition {
  const ends = drawn.group === 'edges' ? { source: drawn.source, target: drawn.target } : {};
  return {
    group: drawn.group,
    data: { id: drawn.id, ...ends, ...drawn.fields },
    classes: drawn.classes,
    ...(at ? { position: { ...at } } : {}),
  };
}

/** Keeps the last drawn state of each element. A new target replaces one that is not reached yet. */
export class ElementSync {
  readonly #cy: Core;
  readonly #onReached: () => void;
  readonly #isMoving: () => boolean;
  #applied = new Map<string, DrawnElement>();
  #added: ElementDefinition[] = [];
  #slices: Slices | undefined;

  /** @param onReached Called after the last slice. */
  constructor(cy: Core, { isMoving, onReached }: { readonly isMoving: () => boolean; readonly onReached: () => void }) {
    this.#cy = cy;
    this.#isMoving = isMoving;
    this.#onReached = onReached;
  }

  isBehind(): boolean {
    return this.#slices !== undefined;
  }

  /** How many elements Cytoscape has. */
  size(): number {
    return this.#applied.size;
  }

  /** Starts to update to the target in slices. */
  begin(target: SyncTarget): void {
    this.#slices?.stop();
    this.#slices = startSlices(this.#steps(target), {
      // In a batch, Cytoscape delays events and styling until the end.
      around: (work) =>
        this.#cy.batch(() => {
          work();
          this.#flush();
        }),
      isUrgentElsewhere: this.#isMoving,
      onDone: () => {
        this.#slices = undefined;
        this.#onReached();
      },
    });
  }

  /** Runs the remaining steps now. */
  finish(): void {
    this.#slices?.finish();
  }

  stop(): void {
    this.#slices?.stop();
    this.#slices = undefined;
  }

  *#steps({ scene, prepare, isAnimated }: SyncTarget): Generator<undefined, void> {
    const context = yield* prepare();
    yield* this.#removals(scene);
    for (const drawn of eachDrawn(scene, context)) {
      const at = scene.positions.get(drawn.id);
      if (this.#draw(drawn, at) && at) this.#move(drawn.id, at, isAnimated);
      yield;
    }
  }

  *#removals(scene: Scene): Generator<undefined, void> {
    const ends = new Map(drawnEdges(scene).map((edge) => [edge.id, `${edge.source} ${edge.target}`]));
    const kept = new Set([...scene.nodes.map(({ id }) => id), ...ends.keys()]);
    // Edges first: Cytoscape removes the edges of a removed node one by one.
    for (const drawn of [...this.#applied.values()].reverse()) {
      // The ends of an edge cannot change after its creation.
      const isOther = drawn.group === 'edges' && ends.get(drawn.id) !== `${drawn.source} ${drawn.target}`;
      if (kept.has(drawn.id) && !isOther) continue;
      this.#cy.getElementById(drawn.id).remove();
      this.#applied.delete(drawn.id);
      yield;
    }
  }

  /** Returns whether the element existed before. */
  #draw(drawn: DrawnElement, at: Point | undefined): boolean {
    const before = this.#applied.get(drawn.id);
    this.#applied.set(drawn.id, drawn);
    if (before === undefined) {
      // Nodes come before their first edge.
      this.#added.push(definition(drawn, at));
      if (this.#added.length >= ADDED_TOGETHER) this.#flush();
      return false;
    }
    if (isDrawnAlike(before, drawn)) return true;
    const element = this.#cy.getElementById(drawn.id);
    const kept = STATE_CLASSES.filter((name) => element.hasClass(name));
    element.data({ ...drawn.fields }).classes([...drawn.classes.split(' '), ...kept]);
    return true;
  }

  #move(id: string, at: Point, isAnimated: boolean): void {
    const element = this.#cy.getElementById(id);
    const { x, y } = element.position();
    if (Math.abs(x - at.x) <= 0.01 && Math.abs(y - at.y) <= 0.01) return;
    if (isAnimated) element.stop().animate({ position: { ...at } }, GLIDE);
    else element.stop().position({ ...at });
  }

  #flush(): void {
    if (this.#added.length > 0) this.#cy.add(this.#added);
    this.#added = [];
  }
}
