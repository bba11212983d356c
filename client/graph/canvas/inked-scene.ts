/** The ink of the shown scene. It is made in steps and painted for the current camera. */
import type { Core } from 'cytoscape';
import { inkOf, inkSteps } from '../paint/ink.ts';
import type { Ink, InkSource } from '../paint/ink.ts';
import { detailAt, namedFromAfar, namingSteps } from '../scene/level-of-detail.ts';
import type { Detail } from '../scene/level-of-detail.ts';
import { paintScene } from '../paint/paint-scene.ts';
import { finished } from '../../base/slices.ts';
import type { Sprites } from '../paint/sprites.ts';
import type { ShownScene } from './shown-scene.ts';

/** With more lines, dashes and heads are drawn only when the camera rests. */
const MAX_FINE_LINES = 300;
/** Names are chosen again when the logarithm of the zoom has changed by this much. */
const RENAMED_AFTER = 0.12;

interface Inked {
  readonly ink: Ink;
  readonly source: InkSource;
  /** Ids of the nodes that are named at the far levels, and the zoom they were chosen for. */
  named: { readonly zoom: number; readonly ids: ReadonlySet<string> };
}

const UNNAMED: Inked['named'] = { zoom: 1e-9, ids: new Set() };

export interface InkedSceneOptions {
  readonly cy: Core;
  readonly pixelRatio: number;
  readonly shown: Pick<ShownScene, 'sketch' | 'source'>;
  readonly sprites: Sprites;
}

export class InkedScene {
  readonly #options: InkedSceneOptions;
  /** Widths of names, kept between frames, so that no size is measured again. */
  readonly #widths = new Map<string, number>();
  #inked: Inked | undefined;
  #isStale = true;
  #detail: Detail = 'near';

  constructor(options: InkedSceneOptions) {
    this.#options = options;
  }

  /** The scene has changed. Until {@link refresh} ends, the old ink is painted. */
  change(): void {
    this.#isStale = true;
  }

  isStale(): boolean {
    return this.#isStale;
  }

  /** Returns the level of detail of the last painting. */
  detail(): Detail {
    return this.#detail;
  }

  /** Returns the current ink. */
  ink(): Ink {
    return this.#present().ink;
  }

  /** Makes the ink of the current scene in steps. */
  *refresh(): Generator<undefined, void> {
    if (!this.#isStale) return;
    this.#isStale = false;
    const source = yield* this.#options.shown.source();
    const ink = yield* inkSteps(source);
    const zoom = this.#options.cy.zoom();
    const isNear = detailAt(zoom, this.#detail) === 'near';
    const named = isNear ? UNNAMED : { zoom, ids: yield* namingSteps({ ...source.scene, zoom }) };
    this.#inked = { ink, source, named };
  }

  /** Paints a whole frame, without dashes and heads if there are many lines. */
  paintFrame(context: CanvasRenderingContext2D): void {
    finished(this.#paint(context, { isAtRest: false, isFine: this.#present().ink.edges.length <= MAX_FINE_LINES }));
  }

  /** Paints in full detail, in steps, for the current camera. */
  paintPicture(context: CanvasRenderingContext2D): Generator<undefined, void> {
    return this.#paint(context, { isAtRest: true, isFine: true });
  }

  /** Returns the ink; before the first refresh, one with the routes known so far. */
  #present(): Inked {
    if (!this.#inked) {
      const source = this.#options.shown.sketch();
      this.#inked = { source, ink: inkOf(source), named: UNNAMED };
    }
    return this.#inked;
  }

  #paint(
    context: CanvasRenderingContext2D,
    how: { readonly isAtRest: boolean; readonly isFine: boolean },
  ): Generator<undefined, void> {
    const { cy, pixelRatio, sprites } = this.#options;
    const inked = this.#present();
    const { scene, tokens } = inked.source;
    const zoom = cy.zoom();
    this.#detail = detailAt(zoom, this.#detail);
    if (this.#detail !== 'near' && Math.abs(Math.log(zoom / inked.named.zoom)) > RENAMED_AFTER)
      inked.named = { zoom, ids: namedFromAfar({ ...scene, zoom }) };
    return paintScene(context, {
      ink: inked.ink,
      tokens,
      type: scene.type ?? 'standard',
      viewport: { zoom, pan: { ...cy.pan() } },
      pixelRatio,
      sprites,
      detail: this.#detail,
      named: this.#detail === 'near' ? UNNAMED.ids : inked.named.ids,
      widths: this.#widths,
      ...how,
    });
  }
}
