/** The scene on the canvas. Each new scene is applied by its differences to the previous one. */
import type { Core } from 'cytoscape';
import { ElementDetail } from './element-detail.ts';
import { ElementSync } from './element-sync.ts';
import { drawnEdges } from '../scene/scene.ts';
import type { DrawingContext } from './elements.ts';
import type { Measure } from '../scene/fonts.ts';
import { showHover } from './gestures.ts';
import type { InkSource, ShownState } from '../paint/ink.ts';
import type { Labels } from '../scene/labels.ts';
import type { Box } from '../scene/geometry.ts';
import { completedPositions } from '../layout/place-new-nodes.ts';
import { sceneExtent, sceneExtentFrom } from '../scene/scene-extent.ts';
import { SceneRoutes } from '../routing/scene-routes.ts';
import type { Scene } from '../scene/scene.ts';
import { graphStyle } from './style.ts';
import { readTokens } from '../scene/tokens.ts';
import type { Tokens } from '../scene/tokens.ts';

export interface ShownSceneOptions {
  readonly cy: Core;
  readonly container: HTMLElement;
  readonly measure: Measure;
  readonly labels: Labels;
  readonly isMotionReduced: () => boolean;
  /** Called with the box of the first scene before it is drawn, so that it is drawn at the right zoom. */
  readonly onFirstScene: (boxAt: (zoom: number) => Box) => void;
  /** The shown scene has changed; with `marks`, only the marks of lines. */
  readonly onChanged: (what: 'all' | 'marks') => void;
  /** Whether frames are more urgent than Cytoscape's elements now. */
  readonly areFramesFirst: () => boolean;
  /** Cytoscape has caught up with the scene. */
  readonly onCaughtUp: () => void;
}

export interface ShownScene {
  render(scene: Scene): void;
  /** Updates lines after nodes were dragged. */
  updateRoutes(): void;
  /** Updates labels after a font has loaded. */
  updateText(): void;
  /** Returns the box of the scene, in model pixels. */
  extent(): Box | undefined;
  /** Returns the box by zoom, with the names shown at that zoom; undefined for an empty scene. */
  extentFrom(): ((zoom: number) => Box) | undefined;
  /** Sets the level of detail by the zoom: text, bars or dots. */
  updateDetail(): void;
  focus(id: string | undefined): void;
  /** Sets the element under the pointer; everything outside its neighbourhood fades. */
  hover(id: string | undefined): void;
  /** Returns the numbers of drawn nodes and edges. */
  counts(): { readonly nodes: number; readonly edges: number };
  /** Whether Cytoscape does not have the whole scene yet. */
  isBehind(): boolean;
  /** Gives Cytoscape the rest of the scene at once, before a caller reads its elements. */
  catchUp(): void;
  /** Runs `draw` without transitions of styles, so that a picture does not show an intermediate state. */
  withoutTransitions<T>(draw: () => T): T;
  /** Returns what is drawn, without routes. */
  state(): ShownState;
  /** Returns what is drawn with the routes known so far. */
  sketch(): InkSource;
  /** Computes all routes in steps and returns what is drawn after the last step. */
  source(): Generator<undefined, InkSource>;
  destroy(): void;
}

/** From this number of elements, Cytoscape gets them in slices, and the painter draws until it has all. */
export const MIN_SLICED = 200;
/** Larger drawings move without animation: it would stutter. */
const MAX_ANIMATED = 150;
const MAX_FADED_SMOOTHLY = 300;

const EMPTY: Scene = {
  nodes: [],
  edges: [],
  positions: new Map(),
  selection: new Set(),
  pinned: new Set(),
  theme: 'light',
};

class SyncedScene implements ShownScene {
  readonly #options: ShownSceneOptions;
  readonly #sync: ElementSync;
  readonly #routes: SceneRoutes;
  readonly #detail: ElementDetail;
  #scene: Scene = EMPTY;
  #counts = { nodes: 0, edges: 0 };
  #tokens: Tokens | undefined;
  #styled = '';
  #focused: string | undefined;
  #hovered: string | undefined;
  #faceVersion = 0;
  #areTransitionsOff = false;

  constructor(options: ShownSceneOptions) {
    this.#options = options;
    this.#routes = new SceneRoutes(options.measure);
    this.#detail = new ElementDetail(options.cy);
    this.#sync = new ElementSync(options.cy, {
      isMoving: options.areFramesFirst,
      onReached: () => {
        this.#focusElement();
        options.onCaughtUp();
      },
    });
  }

  render(scene: Scene): void {
    const before = this.#scene;
    this.#scene = { ...scene, positions: completedPositions(scene, before.positions) };
    this.#counts = { nodes: scene.nodes.length, edges: drawnEdges(scene).length };
    this.#restyle();
    const boxAtZoom = before.nodes.length === 0 ? this.extentFrom() : undefined;
    if (boxAtZoom) this.#options.onFirstScene(boxAtZoom);
    this.#detail.forget();
    this.#apply(true);
  }

  readonly updateRoutes = (): void => {
    const positions = new Map(this.#scene.positions);
    this.#options.cy.nodes().forEach((node) => {
      positions.set(node.id(), { ...node.position() });
    });
    this.#scene = { ...this.#scene, positions };
    if (!this.#isLarge()) this.#apply(false);
    else {
      // The next scene computes the routes again: now it would take longer than a frame.
      this.#routes.keep(this.#scene);
      this.#options.onChanged('all');
    }
  };

  updateText(): void {
    this.#faceVersion += 1;
    this.#routes.forget();
    this.#restyle();
    this.#apply(false);
  }

  extent(): Box | undefined {
    return sceneExtent(this.#scene);
  }

  extentFrom(): ((zoom: number) => Box) | undefined {
    return sceneExtentFrom(this.#scene, this.#options.measure);
  }

  state(): ShownState {
    return {
      scene: this.#scene,
      tokens: this.#readTokens(),
      labels: this.#options.labels,
      hovered: this.#hovered,
      focused: this.#focused,
    };
  }

  sketch(): InkSource {
    return { ...this.state(), routes: this.#routes.known() };
  }

  *source(): Generator<undefined, InkSource> {
    const routes = yield* this.#routes.ends();
    return { ...this.state(), routes };
  }

  counts(): { readonly nodes: number; readonly edges: number } {
    return this.#counts;
  }

  isBehind(): boolean {
    return this.#sync.isBehind();
  }

  readonly catchUp = (): void => {
    this.#sync.finish();
  };

  withoutTransitions<T>(draw: () => T): T {
    this.#areTransitionsOff = true;
    // Cytoscape keeps the size of far names unless it gets a new style sheet.
    if (!this.#isLarge()) this.#styled = '';
    this.#restyle();
    try {
      return draw();
    } finally {
      this.#areTransitionsOff = false;
      this.#restyle();
    }
  }

  destroy(): void {
    this.#sync.stop();
  }

  updateDetail(): void {
    this.#detail.update(this.#scene, this.#isLarge());
  }

  readonly focus = (id: string | undefined): void => {
    this.#focused = id;
    this.#focusElement();
    this.#options.onChanged('all');
  };

  readonly hover = (id: string | undefined): void => {
    if (id === this.#hovered) return;
    this.#hovered = id;
    // For a large drawing the change of so many elements takes longer than a frame: the painter shows it.
    showHover(this.#options.cy, this.#isLarge() ? undefined : id);
    this.#options.onChanged('all');
  };

  #isLarge(): boolean {
    return this.#counts.nodes + this.#counts.edges >= MIN_SLICED;
  }

  #focusElement(): void {
    const { cy } = this.#options;
    cy.elements('.focused').removeClass('focused');
    if (this.#focused !== undefined) cy.getElementById(this.#focused).addClass('focused');
  }

  #readTokens(): Tokens {
    this.#tokens ??= readTokens(this.#options.container);
    return this.#tokens;
  }

  *#prepare(): Generator<undefined, DrawingContext> {
    const wasWhole = this.#routes.isWhole();
    const routes = yield* this.#routes.whole();
    if (!wasWhole) this.#options.onChanged('marks');
    const { measure, labels } = this.#options;
    return { tokens: this.#readTokens(), measure, labels, routes };
  }

  #restyle(): void {
    const { cy, container, isMotionReduced } = this.#options;
    const { theme, look = '', type = 'standard', nodes, edges } = this.#scene;
    const isAnimated =
      !this.#areTransitionsOff && !isMotionReduced() && nodes.length + edges.length <= MAX_FADED_SMOOTHLY;
    const styled = `${theme} ${look} ${type} ${isAnimated} ${this.#faceVersion}`;
    if (styled === this.#styled) return;
    this.#styled = styled;
    this.#tokens = readTokens(container);
    cy.style(graphStyle(this.#tokens, { isAnimated, faceVersion: this.#faceVersion, type }));
  }

  #apply(isGliding: boolean): void {
    const { cy, isMotionReduced } = this.#options;
    this.#routes.follow(this.#scene);
    const most = Math.max(this.#sync.size(), this.#counts.nodes + this.#counts.edges);
    const isAnimated = isGliding && most <= MAX_ANIMATED && !isMotionReduced();
    cy.batch(() => {
      this.#sync.begin({ scene: this.#scene, prepare: () => this.#prepare(), isAnimated });
      if (most < MIN_SLICED) this.#sync.finish();
      this.updateDetail();
    });
    this.#options.onChanged('all');
  }
}

/** Creates a shown scene on `cy`, empty at first. */
export function createShownScene(options: ShownSceneOptions): ShownScene {
  return new SyncedScene(options);
}
