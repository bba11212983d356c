/** The ways of a scene's lines, found once for all who ask, in steps, each of which helps all of them. */
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

/** Whether lines run the same in both scenes: a selection changes no line. */
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

  /** From now on routes are those of this scene. Who is in the midst of steps goes on with these. */
  follow(scene: Scene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (before !== undefined && isSameGround(before, scene)) return;
    this.#found = undefined;
    this.#work = this.#find(scene);
  }

  /** Lines keep their ends at the cards, wherever these are now. */
  keep(scene: Scene): void {
    this.#scene = scene;
    if (this.#found) this.#found = { routes: this.#found.routes, isWhole: true };
  }

  /** Texts are as wide as they are now. */
  forget(): void {
    this.#scene = undefined;
  }

  /** As far as they are found; lines without a route run from middle to middle. */
  known(): Routes {
    return this.#found?.routes ?? NONE;
  }

  isWhole(): boolean {
    return this.#found?.isWhole === true;
  }

  /** Where lines run, in steps; marks that are not placed yet stand in the middle. */
  *ends(): Generator<undefined, Routes> {
    while (this.#found === undefined) {
      this.#step();
      yield;
    }
    return this.#found.routes;
  }

  /** With all marks placed, in steps. */
  *whole(): Generator<undefined, Routes> {
    while (this.#found?.isWhole !== true) {
      this.#step();
      yield;
    }
    return this.#found.routes;
  }

  #step(): void {
    // Work that has failed finds nothing more: its lines run from middle to middle.
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
