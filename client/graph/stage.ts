/** What stands on the canvas, kept equal to the last scene by its differences to the one before. */
import type { Core, ElementDefinition } from 'cytoscape';
import { drawnElements, isDrawnAlike, lineMark } from './elements.ts';
import type { DrawnElement, Measure } from './elements.ts';
import { routeEdges } from './edge-routing.ts';
import type { Route } from './edge-routing.ts';
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
  readonly isMotionReduced: () => boolean;
  /** Called with what the first scene covers before it is drawn, so that it is drawn at the right zoom at once. */
  readonly onFirstScene: (boxAt: (zoom: number) => Box) => void;
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
  /** What is drawn, and in which colours. */
  now(): { readonly scene: Scene; readonly tokens: Tokens };
}

const SLOW = 240;
/** Larger drawings are moved at once: an animation would stutter. */
const MOST_ANIMATED = 150;
const MOST_FADED_SMOOTHLY = 300;
const STATE_CLASSES = ['faded', 'hovered', 'focused', 'far', 'dot', 'named'] as const;

const EMPTY: Scene = { nodes: [], edges: [], positions: new Map(), selection: new Set(), pinned: new Set(), theme: 'light' };

/** Fields that Cytoscape keeps; `id`, `source` and `target` cannot change later. */
function definition(drawn: DrawnElement, at: Point | undefined): ElementDefinition {
  const ends = drawn.group === 'edges' ? { source: drawn.source, target: drawn.target } : {};
  return {
    group: drawn.group,
    data: { id: drawn.id, ...ends, ...drawn.fields },
    classes: drawn.classes,
    ...(at ? { position: { ...at } } : {}),
  };
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
  #scene: Scene = EMPTY;
  #drawn = new Map<string, DrawnElement>();
  #tokens: Tokens | undefined;
  #styled = '';
  #detail: Detail = 'near';
  #namedAt = 0;
  #focused: string | undefined;
  #faceVersion = 0;
  #routes: { readonly scene: Scene; readonly routes: ReadonlyMap<string, Route> } | undefined;

  constructor(options: StageOptions) {
    this.#options = options;
  }

  render(scene: Scene): void {
    const before = this.#scene;
    this.#scene = { ...scene, positions: this.#completed(scene) };
    this.#restyle();
    const boxAtZoom = before.nodes.length === 0 ? this.extentFrom() : undefined;
    if (boxAtZoom) this.#options.onFirstScene(boxAtZoom);
    const moved = this.#moved(before);
    this.#namedAt = 0;
    this.#options.cy.batch(() => {
      this.#apply(drawnElements(this.#scene, this.#context()));
      this.updateDetail();
    });
    this.#move(moved);
    this.focus(this.#focused);
  }

  readonly updateRoutes = (): void => {
    const positions = new Map(this.#scene.positions);
    this.#options.cy.nodes().forEach((node) => { positions.set(node.id(), { ...node.position() }); });
    this.#scene = { ...this.#scene, positions };
    this.#apply(drawnElements(this.#scene, this.#context()));
  };

  updateText(): void {
    this.#faceVersion += 1;
    this.#routes = undefined;
    this.#restyle();
    this.#apply(drawnElements(this.#scene, this.#context()));
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

  now(): { readonly scene: Scene; readonly tokens: Tokens } {
    this.#tokens ??= readTokens(this.#options.container);
    return { scene: this.#scene, tokens: this.#tokens };
  }

  updateDetail(): void {
    const { cy } = this.#options;
    const zoom = cy.zoom();
    const before = this.#detail;
    this.#detail = detailAt(zoom, before);
    const isRenamed = this.#detail !== 'near' && Math.abs(Math.log(zoom / (this.#namedAt || 1e-9))) > 0.12;
    if (this.#detail === before && !isRenamed && this.#namedAt !== 0) return;
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
    const { cy } = this.#options;
    this.#focused = id;
    cy.elements('.focused').removeClass('focused');
    if (id !== undefined) cy.getElementById(id).addClass('focused');
  };

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

  #context(): { readonly tokens: Tokens; readonly measure: Measure; readonly routes: ReadonlyMap<string, Route> } {
    const { measure, container } = this.#options;
    this.#tokens ??= readTokens(container);
    return { tokens: this.#tokens, measure, routes: this.#routed() };
  }

  /** Found anew only when nodes, edges or positions are others: a selection changes no line. */
  #routed(): ReadonlyMap<string, Route> {
    const { measure } = this.#options;
    const [scene, known] = [this.#scene, this.#routes];
    if (known && isSameGround(known.scene, scene)) return known.routes;
    const grown = TYPE_SIZES[scene.type ?? 'standard'].markFont / TYPE_SIZES.standard.markFont;
    const routes = routeEdges({ ...scene, markWidth: (edge) => (edge.type === 'position' ? measure(lineMark(edge), 'mark') * grown + 6 : 0) });
    this.#routes = { scene, routes };
    return routes;
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

  /** Nodes that stand already and are to stand elsewhere. */
  #moved(before: Scene): Map<string, Point> {
    const moved = new Map<string, Point>();
    for (const [id, at] of this.#scene.positions) {
      const node = this.#options.cy.getElementById(id);
      if (node.empty() || !before.positions.has(id)) continue;
      const { x, y } = node.position();
      if (Math.abs(x - at.x) > 0.01 || Math.abs(y - at.y) > 0.01) moved.set(id, at);
    }
    return moved;
  }

  #move(moved: ReadonlyMap<string, Point>): void {
    const { cy, isMotionReduced } = this.#options;
    const isAnimated = moved.size > 0 && !isMotionReduced() && cy.elements().length <= MOST_ANIMATED;
    if (!isAnimated) {
      cy.batch(() => moved.forEach((at, id) => { cy.getElementById(id).stop().position({ ...at }); }));
      return;
    }
    for (const [id, at] of moved) cy.getElementById(id).stop().animate({ position: { ...at } }, { duration: SLOW, easing: 'ease-out' });
  }

  #apply(next: readonly DrawnElement[]): void {
    const { cy } = this.#options;
    const byId = new Map(next.map((drawn) => [drawn.id, drawn]));
    const added: ElementDefinition[] = [];
    cy.batch(() => {
      for (const [id, drawn] of this.#drawn) {
        const now = byId.get(id);
        // The ends of a line are fixed when it is made.
        if (!now || now.source !== drawn.source || now.target !== drawn.target) cy.getElementById(id).remove();
      }
      for (const drawn of next) {
        const element = cy.getElementById(drawn.id);
        if (element.empty()) added.push(definition(drawn, this.#scene.positions.get(drawn.id)));
        else if (!isDrawnAlike(this.#drawn.get(drawn.id) ?? drawn, drawn)) {
          const kept = STATE_CLASSES.filter((name) => element.hasClass(name));
          element.data({ ...drawn.fields }).classes([...drawn.classes.split(' '), ...kept]);
        }
      }
      if (added.length > 0) cy.add(added);
    });
    this.#drawn = byId;
  }
}

/** A stage on `cy`, empty at first. */
export function createStage(options: StageOptions): Stage {
  return new GraphStage(options);
}
