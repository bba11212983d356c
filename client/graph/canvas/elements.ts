/** Converts a scene to Cytoscape elements. Pure; elements can be compared one by one with those of the previous scene. */
import { isContested } from '../../../server/contract/contention.ts';
import type { ActorNode, ClaimNode, GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import type { Route } from '../routing/edge-routing.ts';
import { edgeLook } from '../scene/edge-look.ts';
import type { Measure } from '../scene/fonts.ts';
import { labelFor } from '../scene/labels.ts';
import type { LabelForm, Labels } from '../scene/labels.ts';
import { farText } from '../scene/level-of-detail.ts';
import { isSidePort } from '../routing/card-ports.ts';
import { CORNER } from '../routing/line-path.ts';
import { nodeImages } from '../scene/node-images.ts';
import type { NodeImages } from '../scene/node-images.ts';
import { nodeLook } from '../scene/node-look.ts';
import { isCompactScene } from '../scene/node-geometry.ts';
import type { Point } from '../scene/geometry.ts';
import { drawnEdges } from '../scene/scene.ts';
import type { Scene } from '../scene/scene.ts';
import { labelOf } from '../scene/text-wrap.ts';
import type { Tokens } from '../scene/tokens.ts';

/** Everything that is drawn of a node or an edge, except its position. All values can be compared with `===`. */
export interface DrawnElement {
  readonly id: string;
  readonly group: 'nodes' | 'edges';
  readonly source?: string;
  readonly target?: string;
  /** Space-separated, in a fixed order. */
  readonly classes: string;
  readonly fields: Readonly<Record<string, string | number>>;
}

export interface DrawingContext {
  readonly tokens: Tokens;
  readonly measure: Measure;
  readonly routes: ReadonlyMap<string, Route>;
  /** A cache of labels; without it, each label is wrapped again. */
  readonly labels?: Pick<Labels, 'of'>;
}

/** Separates the URIs of several images in one field; our data URIs do not contain it. */
const IMAGE_SEPARATOR = ' ';

function joined(...classes: readonly (string | false)[]): string {
  return classes.filter((name) => name !== false).join(' ');
}

/** Classes for the small pictures around a node: their places depend on which there are. */
function ornamentClass({ pin, badge }: NodeImages): string | false {
  if (pin !== undefined) return badge === undefined ? 'pinned' : 'pinned-badged';
  return badge !== undefined && 'badged';
}

/** Returns all images of a node as one field. */
function joinedImages({ image, pin, badge }: NodeImages): string {
  return [image, pin, badge].filter((uri) => uri !== undefined).join(IMAGE_SEPARATOR);
}

/** Classes of the state of a node or an edge: dimmed, on a path, selected. */
function stateClasses(id: string, { selection, dimmed, highlight }: Scene): (string | false)[] {
  return [dimmed?.has(id) === true && 'dimmed', highlight?.has(id) === true && 'path', selection.has(id) && 'selected'];
}

function labelIn({ labels, measure }: DrawingContext, node: GraphNode, form: LabelForm): string {
  return labels ? labels.of(node, form) : labelFor(node, form, measure);
}

function drawnActor(actor: ActorNode, scene: Scene, context: DrawingContext): DrawnElement {
  const { paint, width, height } = nodeLook(actor, { styles: scene.styles, isCompact: false, type: scene.type });
  const images = nodeImages(actor, { scene, isCompact: false, tokens: context.tokens });
  const isSized = scene.styles?.get(actor.id)?.scale !== undefined;
  return {
    id: actor.id,
    group: 'nodes',
    classes: joined(
      'actor',
      actor.kind ?? 'unknown',
      ornamentClass(images),
      paint !== undefined && 'painted',
      isSized && 'sized',
      ...stateClasses(actor.id, scene),
    ),
    fields: {
      label: labelIn(context, actor, { isCompact: false, type: scene.type }),
      images: joinedImages(images),
      ...(paint === undefined ? {} : { paint }),
      ...(isSized ? { bodyWidth: Math.round(width), bodyHeight: Math.round(height) } : {}),
    },
  };
}

function drawnClaim(claim: ClaimNode, isCompact: boolean, scene: Scene, context: DrawingContext): DrawnElement {
  const { tokens } = context;
  const { paint } = nodeLook(claim, { styles: scene.styles, isCompact, type: scene.type });
  const images = nodeImages(claim, { scene, isCompact, tokens });
  return {
    id: claim.id,
    group: 'nodes',
    classes: joined(
      'claim',
      isCompact && 'compact',
      isContested(claim) && 'contested',
      ornamentClass(images),
      paint !== undefined && 'painted',
      ...stateClasses(claim.id, scene),
    ),
    fields: {
      label: labelIn(context, claim, { isCompact, type: scene.type }),
      farLabel: labelOf(claim.text, [farText(claim.text)]),
      images: joinedImages(images),
      farImage: images.farImage,
      // A stripe along the left side: the words keep their plain background. Cytoscape separates the colours of a list by spaces.
      ...(paint === undefined
        ? {}
        : {
            paint,
            stripe: [paint, paint, tokens.surface, tokens.surface].map((color) => color.replaceAll(' ', '')).join(' '),
          }),
    },
  };
}

function drawnEdge(edge: GraphEdge, scene: Scene, { routes }: DrawingContext): DrawnElement {
  const route = routes.get(edge.id);
  const states = stateClasses(edge.id, scene);
  const ends = { id: edge.id, group: 'edges', source: edge.source, target: edge.target } as const;
  // Cytoscape's distances are positive to the right of the line; `0 -` avoids −0.
  const bend = 0 - Math.round(route?.bend ?? 0);
  if (edge.type === 'speaksFor') return { ...ends, classes: joined('speaks-for', ...states), fields: { bend } };
  const { width, mark } = edgeLook(edge);
  const port = route?.port;
  const corners = cornersBetween(scene.positions.get(edge.source), scene.positions.get(edge.target), route?.via);
  return {
    ...ends,
    classes: joined(
      'position',
      edge.stance,
      edge.modality,
      bend !== 0 && 'bundled',
      corners !== undefined && 'cornered',
      ...states,
    ),
    fields: {
      bend,
      ...corners,
      mark,
      markAt: Math.round(route?.markAt ?? 0),
      width: Math.round(width * 100) / 100,
      port: port ? `${Math.round(port.x)}px ${Math.round(port.y)}px` : 'outside-to-node',
      side: port ? sidePort(port) : 'outside-to-node',
    },
  };
}

/** Converts corners for Cytoscape: positions along the line between the centres of both ends, and distances from it. */
function cornersBetween(
  from: Point | undefined,
  to: Point | undefined,
  via: readonly Point[] = [],
): { readonly along: string; readonly beside: string; readonly radii: string } | undefined {
  if (!from || !to || via.length === 0) return undefined;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const text = (value: (point: Point) => number, digits: number) =>
    via.map((point) => value(point).toFixed(digits)).join(' ');
  return {
    along: text(({ x, y }) => ((x - from.x) * dx + (y - from.y) * dy) / (length * length), 4),
    beside: text(({ x, y }) => ((y - from.y) * dx - (x - from.x) * dy) / length, 1),
    radii: via.map(() => CORNER).join(' '),
  };
}

/** Returns the port for a card of any size: the middle of the side. */
function sidePort(port: Point): string {
  if (isSidePort(port)) return `${port.x < 0 ? '-50%' : '50%'} 0%`;
  return `0% ${port.y < 0 ? '-50%' : '50%'}`;
}

/** Yields nodes first, so that both ends of an edge exist before it. Edges without both ends are omitted. */
export function* eachDrawn(scene: Scene, context: DrawingContext): Generator<DrawnElement, void> {
  const isCompact = isCompactScene(scene);
  for (const node of scene.nodes)
    yield node.type === 'actor' ? drawnActor(node, scene, context) : drawnClaim(node, isCompact, scene, context);
  for (const edge of drawnEdges(scene)) yield drawnEdge(edge, scene, context);
}

/** Returns all elements of a scene at once. */
export function drawnElements(scene: Scene, context: DrawingContext): DrawnElement[] {
  return [...eachDrawn(scene, context)];
}

/** Whether two states of the same element look the same. */
export function isDrawnAlike(a: DrawnElement, b: DrawnElement): boolean {
  if (a.classes !== b.classes || a.source !== b.source || a.target !== b.target) return false;
  const [before, after] = [Object.entries(a.fields), Object.entries(b.fields)];
  return before.length === after.length && before.every(([name, value]) => b.fields[name] === value);
}
