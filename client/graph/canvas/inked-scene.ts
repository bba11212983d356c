/** The ink of what is shown, made anew in steps, and painted for wherever the camera stands. */
import type { Core } from 'cytoscape';
import { inkOf, inkSteps } from '../paint/ink.ts';
import type { Ink, InkSource } from '../paint/ink.ts';
import { detailAt, namedFromAfar, namingSteps } from '../scene/level-of-detail.ts';
import type { Detail } from '../scene/level-of-detail.ts';
import { paintScene } from '../paint/paint-scene.ts';
import { finished } from '../../base/slices.ts';
import type { Sprites } from '../paint/sprites.ts';
import type { ShownScene } from './shown-scene.ts';

/** Dashes and heads of more lines than this wait until the camera rests. */
const MAX_FINE_LINES = 300;
/** Names are chosen anew when the zoom has changed by this much, as a logarithm. */
const RENAMED_AFTER = 0.12;

interface Inked {
  readonly ink: Ink;
  readonly source: InkSource;
  /** Those whose names are shown from afar, at one zoom. */
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
  /** Widths of names, kept from frame to frame: each size would be measured anew. */
  readonly #widths = new Map<string, number>();
  #inked: Inked | undefined;
  #isStale = true;
  #detail: Detail = 'near';

  constructor(options: InkedSceneOptions) {
    this.#options = options;
  }

  /** What is shown is another. Until {@link refresh} has come to its end, the ink is that of before. */
  change(): void {
    this.#isStale = true;
  }

  isStale(): boolean {
    return this.#isStale;
  }

  /** The level of what was painted last. */
  detail(): Detail {
    return this.#detail;
  }

  /** What was painted last, or would be now. */
  ink(): Ink {
    return this.#present().ink;
  }

  /** Makes the ink of what is shown now, in steps. */
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

  /** Paints a whole frame, of many lines roughly. */
  paintFrame(context: CanvasRenderingContext2D): void {
    finished(this.#paint(context, { isAtRest: false, isFine: this.#present().ink.edges.length <= MAX_FINE_LINES }));
  }

  /** Paints it as finely as it gets, in steps, from where the camera stands now. */
  paintPicture(context: CanvasRenderingContext2D): Generator<undefined, void> {
    return this.#paint(context, { isAtRest: true, isFine: true });
  }

  /** Before the first ink is made, one without the ways of lines. */
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
