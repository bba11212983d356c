/** What stands on the canvas, kept equal to the last scene by its differences to the one before. */
import type { Core } from 'cytoscape';
import { beginRoutes } from './edge-routing.ts';
import type { Route } from './edge-routing.ts';
import { ElementSync } from './element-sync.ts';
import { drawnEdges, lineMark } from './elements.ts';
import type { DrawingContext, Measure } from './elements.ts';
import { showHover } from './gestures.ts';
import type { InkSource } from './ink.ts';
import type { Labels } from './labels.ts';
import { detailAt, farFontSize, farNames, namedFromAfar } from './level-of-detail.ts';
import type { Detail } from './level-of-detail.ts';
import { boundingBox, boxAt, extent, TYPE_SIZES, usesCompactCards } from './node-geometry.ts';
import type { Box } from './node-geometry.ts';
import { placeNewNodes } from './place-new-nodes.ts';
import type { Point, Scene } from './scene.ts';
import { graphStyle } from './style.ts';
import { readTokens } from './tokens.ts';
import type { Tokens } from './tokens.ts';

export interface StageOptions {
  readonly cy: Core;
  readonly container: HTMLElement;
  readonly measure: Measure;
  readonly labels: Labels;
  readonly isMotionReduced: () => boolean;
  /** Called with what the first scene covers before it is drawn, so that it is drawn at the right zoom at once. */
  readonly onFirstScene: (boxAt: (zoom: number) => Box) => void;
  /** What {@link Stage.now} gives has changed; of `marks` alone only what is seen near. */
  readonly onChanged: (what: 'all' | 'marks') => void;
  /** Whether frames are needed more than Cytoscape's elements just now. */
  readonly isCameraMoving: () => boolean;
  /** Cytoscape has caught up with the scene. */
  readonly onCaughtUp: () => void;
}

export interface Stage {
  render(scene: Scene): void;
  /** Lines follow nodes that were moved by hand. */
  updateRoutes(): void;
  /** Labels once more, after a face has come. */
  updateText(): void;
  /** What the scene covers, in model pixels. */
  extent(): Box | undefined;
  /** The same at a zoom, with the names that are shown there; undefined where there is nothing. */
  extentFrom(): ((zoom: number) => Box) | undefined;
  /** Text, bars or dots, as the zoom allows. */
  updateDetail(): void;
  focus(id: string | undefined): void;
  /** What the pointer is on: its neighbourhood keeps its ink, the rest steps back. */
  hover(id: string | undefined): void;
  /** How much is drawn. */
  counts(): { readonly nodes: number; readonly edges: number };
  /** Whether Cytoscape has not all of the scene yet. */
  isBehind(): boolean;
  /** Gives Cytoscape the rest of the scene at once: for what must be asked of its elements. */
  catchUp(): void;
  /** What is drawn, and how. */
  now(): InkSource;
  destroy(): void;
}

/** From so many elements on Cytoscape is given them in slices, and the painter draws until it has them. */
export const LEAST_SLICED = 200;
/** Larger drawings are moved at once: an animation would stutter. */
const MOST_ANIMATED = 150;
const MOST_FADED_SMOOTHLY = 300;

const EMPTY: Scene = { nodes: [], edges: [], positions: new Map(), selection: new Set(), pinned: new Set(), theme: 'light' };

interface Routed {
  readonly scene: Scene;
  readonly routes: ReadonlyMap<string, Route>;
  /** Present while the marks are not placed yet. */
  readonly steps?: () => Generator<undefined, Map<string, Route>>;
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Whether lines run the same in both scenes. */
function isSameGround(a: Scene, b: Scene): boolean {
  return a.positions === b.positions && a.type === b.type && isSameList(a.nodes, b.nodes) && isSameList(a.edges, b.edges);
}

class GraphStage implements Stage {
  readonly #options: StageOptions;
  readonly #sync: ElementSync;
  #scene: Scene = EMPTY;
  #counts = { nodes: 0, edges: 0 };
  #tokens: Tokens | undefined;
  #styled = '';
  #detail: Detail = 'near';
  #namedAt = 0;
  #focused: string | undefined;
  #hovered: string | undefined;
  #faceVersion = 0;
  #routed: Routed | undefined;

  constructor(options: StageOptions) {
    this.#options = options;
    this.#sync = new ElementSync(options.cy, {
      isMoving: options.isCameraMoving,
      onReached: () => {
        this.#focusElement();
        options.onCaughtUp();
      },
    });
  }

  render(scene: Scene): void {
    const before = this.#scene;
    this.#scene = { ...scene, positions: this.#completed(scene) };
    this.#counts = { nodes: scene.nodes.length, edges: drawnEdges(scene).length };
    this.#restyle();
    const boxAtZoom = before.nodes.length === 0 ? this.extentFrom() : undefined;
    if (boxAtZoom) this.#options.onFirstScene(boxAtZoom);
    this.#namedAt = 0;
    this.#apply(true);
  }

  readonly updateRoutes = (): void => {
    const positions = new Map(this.#scene.positions);
    this.#options.cy.nodes().forEach((node) => { positions.set(node.id(), { ...node.position() }); });
    this.#scene = { ...this.#scene, positions };
    if (!this.#isLarge()) this.#apply(false);
    else {
      // Lines keep their ends at the cards while something is dragged; they are routed anew with the next scene.
      this.#routed = { scene: this.#scene, routes: this.#routes().routes };
      this.#options.onChanged('all');
    }
  };

  updateText(): void {
    this.#faceVersion += 1;
    this.#routed = undefined;
    this.#restyle();
    this.#apply(false);
  }

  extent(): Box | undefined {
    const isCompact = usesCompactCards(this.#scene.nodes);
    return boundingBox(this.#scene.nodes.flatMap((node) => {
      const at = this.#scene.positions.get(node.id);
      return at ? [boxAt(extent(node, isCompact, this.#scene.type), at)] : [];
    }));
  }

  extentFrom(): ((zoom: number) => Box) | undefined {
    const [box, scene] = [this.extent(), this.#scene];
    if (!box) return undefined;
    const measured = (name: string) => this.#options.measure(name, 'actor');
    // From further off fewer are named: a first look at who is tells enough.
    let named: ReadonlySet<string> | undefined;
    return (zoom) => {
      if (detailAt(zoom, 'near') === 'near') return box;
      named ??= namedFromAfar({ ...scene, zoom });
      return boundingBox([box, ...farNames({ ...scene, zoom, named, measured })]) ?? box;
    };
  }

  now(): InkSource {
    return { scene: this.#scene, tokens: this.#readTokens(), routes: this.#routes().routes, labels: this.#options.labels, hovered: this.#hovered, focused: this.#focused };
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

  destroy(): void {
    this.#sync.stop();
  }

  updateDetail(): void {
    const { cy } = this.#options;
    const [zoom, before] = [cy.zoom(), this.#detail];
    // Large drawings are painted while they are far away: their elements stay as they are near.
    this.#detail = this.#isLarge() ? 'near' : detailAt(zoom, before);
    const isRenamed = this.#detail !== 'near' && Math.abs(Math.log(zoom / (this.#namedAt || 1e-9))) > 0.12;
    if (this.#detail === before && !isRenamed && (this.#namedAt !== 0 || this.#isLarge())) return;
    this.#namedAt = zoom;
    cy.batch(() => {
      cy.elements().toggleClass('far', this.#detail !== 'near').toggleClass('dot', this.#detail === 'dot');
      const named = this.#detail === 'near' ? new Set<string>() : namedFromAfar({ ...this.#scene, zoom });
      const farFont = farFontSize(zoom, this.#scene.type);
      cy.nodes().forEach((node) => {
        const isNamed = named.has(node.id());
        if (this.#detail !== 'near') node.data('farFont', farFont);
        if (isNamed !== node.hasClass('named')) node.toggleClass('named', isNamed);
      });
    });
  }

  readonly focus = (id: string | undefined): void => {
    this.#focused = id;
    this.#focusElement();
    this.#options.onChanged('all');
  };

  readonly hover = (id: string | undefined): void => {
    if (id === this.#hovered) return;
    this.#hovered = id;
    // Changing the look of a thousand elements takes longer than a frame: the painter shows it there.
    showHover(this.#options.cy, this.#isLarge() ? undefined : id);
    this.#options.onChanged('all');
  };

  #isLarge(): boolean {
    return this.#counts.nodes + this.#counts.edges >= LEAST_SLICED;
  }

  #focusElement(): void {
    const { cy } = this.#options;
    cy.elements('.focused').removeClass('focused');
    if (this.#focused !== undefined) cy.getElementById(this.#focused).addClass('focused');
  }

  /** Positions of all nodes: as given, else where it stands, else beside a neighbour. */
  #completed(scene: Scene): ReadonlyMap<string, Point> {
    if (scene.nodes.every(({ id }) => scene.positions.has(id))) return scene.positions;
    const positions = new Map<string, Point>();
    for (const { id } of scene.nodes) {
      const at = scene.positions.get(id) ?? this.#scene.positions.get(id);
      if (at) positions.set(id, at);
    }
    if (positions.size === scene.nodes.length) return positions;
    return new Map([...positions, ...placeNewNodes({ ...scene, positions })]);
  }

  #readTokens(): Tokens {
    this.#tokens ??= readTokens(this.#options.container);
    return this.#tokens;
  }

  /** Found anew only when nodes, edges or positions are others: a selection changes no line. */
  #routes(): Routed {
    const { measure } = this.#options;
    const [scene, known] = [this.#scene, this.#routed];
    if (known && (known.scene === scene || isSameGround(known.scene, scene))) return known;
    const grown = TYPE_SIZES[scene.type ?? 'standard'].markFont / TYPE_SIZES.standard.markFont;
    const { rough, steps } = beginRoutes({ ...scene, markWidth: (edge) => (edge.type === 'position' ? measure(lineMark(edge), 'mark') * grown + 6 : 0) });
    this.#routed = { scene, routes: rough, steps };
    return this.#routed;
  }

  *#prepare(): Generator<undefined, DrawingContext> {
    const routed = this.#routes();
    if (routed.steps) {
      const routes = yield* routed.steps();
      this.#routed = { scene: routed.scene, routes };
      this.#options.onChanged('marks');
    }
    const { measure, labels } = this.#options;
    return { tokens: this.#readTokens(), measure, labels, routes: this.#routes().routes };
  }

  #restyle(): void {
    const { cy, container, isMotionReduced } = this.#options;
    const { theme, look = '', type = 'standard', nodes, edges } = this.#scene;
    const isAnimated = !isMotionReduced() && nodes.length + edges.length <= MOST_FADED_SMOOTHLY;
    const styled = `${theme} ${look} ${type} ${isAnimated} ${this.#faceVersion}`;
    if (styled === this.#styled) return;
    this.#styled = styled;
    this.#tokens = readTokens(container);
    cy.style(graphStyle(this.#tokens, { isAnimated, faceVersion: this.#faceVersion, type }));
  }

  #apply(isGliding: boolean): void {
    const { cy, isMotionReduced } = this.#options;
    // Here, not in the frame that paints them: two short tasks instead of a long one.
    this.#routes();
    const most = Math.max(this.#sync.size(), this.#counts.nodes + this.#counts.edges);
    const isAnimated = isGliding && most <= MOST_ANIMATED && !isMotionReduced();
    cy.batch(() => {
      this.#sync.begin({ scene: this.#scene, prepare: () => this.#prepare(), isAnimated });
      if (most < LEAST_SLICED) this.#sync.finish();
      this.updateDetail();
    });
    this.#options.onChanged('all');
  }
}

/** A stage on `cy`, empty at first. */
export function createStage(options: StageOptions): Stage {
  return new GraphStage(options);
}
