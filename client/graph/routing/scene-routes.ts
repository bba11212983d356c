/** The routes of a scene, computed once for all callers in shared steps. */
import { beginRoutes } from './edge-routing.ts';
import type { Route } from './edge-routing.ts';
import { lineMark } from '../scene/edge-look.ts';
import type { Measure } from '../scene/fonts.ts';
import { isCompactScene, TYPE_SIZES } from '../scene/node-geometry.ts';
import type { Scene } from '../scene/scene.ts';

export type Routes = ReadonlyMap<string, Route>;

const NONE: Routes = new Map();

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Whether both scenes have the same routes: a selection changes no line. */
function isSameGround(a: Scene, b: Scene): boolean {
  return (
    a.positions === b.positions &&
    a.type === b.type &&
    isCompactScene(a) === isCompactScene(b) &&
    isSameList(a.nodes, b.nodes) &&
    isSameList(a.edges, b.edges)
  );
}

export class SceneRoutes {
  readonly #measure: Measure;
  #scene: Scene | undefined;
  #work: Iterator<undefined, void> = [].values();
  #found: { readonly routes: Routes; readonly isWhole: boolean } | undefined;

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  /** Sets the scene to route. Callers that are in the middle of the steps continue with this scene. */
  follow(scene: Scene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (before !== undefined && isSameGround(before, scene)) return;
    this.#found = undefined;
    this.#work = this.#find(scene);
  }

  /** Keeps the routes for moved nodes: lines keep their ports. */
  keep(scene: Scene): void {
    this.#scene = scene;
    if (this.#found) this.#found = { routes: this.#found.routes, isWhole: true };
  }

  /** Discards the routes: the widths of texts have changed. */
  forget(): void {
    this.#scene = undefined;
  }

  /** Returns the routes found so far. Lines without a route are drawn from centre to centre. */
  known(): Routes {
    return this.#found?.routes ?? NONE;
  }

  isWhole(): boolean {
    return this.#found?.isWhole === true;
  }

  /** Computes the paths in steps; marks that are not placed yet are in the middle. */
  *ends(): Generator<undefined, Routes> {
    while (this.#found === undefined) {
      this.#step();
      yield;
    }
    return this.#found.routes;
  }

  /** Computes the paths and all marks in steps. */
  *whole(): Generator<undefined, Routes> {
    while (this.#found?.isWhole !== true) {
      this.#step();
      yield;
    }
    return this.#found.routes;
  }

  #step(): void {
    // If the work has failed, there are no more steps: lines without a route are drawn from centre to centre.
    if (this.#work.next().done === true) this.#found = { routes: this.known(), isWhole: true };
  }

  *#find(scene: Scene): Generator<undefined, void> {
    const grown = TYPE_SIZES[scene.type ?? 'standard'].markFont / TYPE_SIZES.standard.markFont;
    const { rough, steps } = yield* beginRoutes({
      ...scene,
      markWidth: (edge) => (edge.type === 'position' ? this.#measure(lineMark(edge), 'mark') * grown + 6 : 0),
    });
    this.#found = { routes: rough, isWhole: false };
    yield;
    this.#found = { routes: yield* steps(), isWhole: true };
  }
}
