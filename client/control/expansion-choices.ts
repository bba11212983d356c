/** The neighbours that an expansion can add, by relation and then by kind, counted before anything is fetched. */
import type {
  GraphEdge,
  GraphNode,
  NeighbourGroup,
  NeighbourKind,
  NodeDetails,
} from '../../server/contract/explorer.ts';
import type { Relation } from './commands.ts';
import { isContested } from '../../server/contract/contention.ts';

export type NeighbourRelation = NeighbourGroup['relation'];
export const NEIGHBOUR_RELATIONS = [
  'asserts',
  'denies',
  'speaksFor',
  'spokenForBy',
] as const satisfies readonly NeighbourRelation[];

/** A group of neighbours that can be requested separately. */
export interface ExpansionChoice {
  /** Unique among the choices of a node. */
  readonly id: string;
  readonly relation: NeighbourRelation;
  /** Kind of actors. */
  readonly kind?: NeighbourKind;
  /** For claims. */
  readonly isContested?: boolean;
  readonly total: number;
  readonly shown: number;
  /** The request parameters. */
  readonly request: Relation;
}
export interface RelationChoice extends ExpansionChoice {
  /** The same neighbours by kind; empty when there is only one kind. */
  readonly parts: readonly ExpansionChoice[];
}
interface Shown {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** Nodes that the user has hidden: an expansion restores them. */
  readonly hidden: ReadonlySet<string>;
}

/** The relations of a node, with the number of neighbours and of visible neighbours of each. */
export function expansionChoices(
  node: GraphNode,
  { neighbours, groups }: Pick<NodeDetails, 'neighbours' | 'groups'>,
  shown: Shown,
): readonly RelationChoice[] {
  const present = shownNeighbours(node.id, shown);
  return NEIGHBOUR_RELATIONS.filter((relation) => neighbours[relation] > 0).map((relation) => {
    const parts = groups
      .filter((group) => group.relation === relation && group.count > 0)
      .map((group) => partOf(group, present));
    const request: Relation = requestOf(relation);
    return {
      id: relation,
      relation,
      request,
      total: neighbours[relation],
      shown: present.filter((one) => one.relation === relation).length,
      parts: parts.length > 1 ? parts : [],
    };
  });
}

/** The number of the choice's neighbours that are not visible. */
export function leftOut({ total, shown }: ExpansionChoice): number {
  return Math.max(0, total - shown);
}

function requestOf(relation: NeighbourRelation): Relation {
  return relation === 'asserts' || relation === 'denies' ? { stance: relation } : { relation };
}

function partOf(
  { relation, kind, contested, count }: NeighbourGroup,
  present: readonly PresentNeighbour[],
): ExpansionChoice {
  const isOf = ({ node, ...one }: PresentNeighbour) => {
    if (one.relation !== relation) return false;
    return node.type === 'actor' ? (node.kind ?? 'unknown') === kind : isContested(node) === contested;
  };
  return {
    id: [relation, kind ?? '', contested ?? ''].join(' ').trim(),
    relation,
    ...(kind !== undefined && { kind }),
    ...(contested !== undefined && { isContested: contested }),
    total: count,
    shown: present.filter(isOf).length,
    request: {
      ...requestOf(relation),
      ...(kind !== undefined && { kinds: [kind] }),
      ...(contested !== undefined && { contested }),
    },
  };
}

interface PresentNeighbour {
  readonly relation: NeighbourRelation;
  readonly node: GraphNode;
}

function shownNeighbours(id: string, { nodes, edges, hidden }: Shown): readonly PresentNeighbour[] {
  return [...edges.values()].flatMap((edge): readonly PresentNeighbour[] => {
    if (edge.source !== id && edge.target !== id) return [];
    const node = nodes.get(edge.source === id ? edge.target : edge.source);
    if (node === undefined || hidden.has(node.id)) return [];
    if (edge.type === 'position') return [{ relation: edge.stance, node }];
    return [{ relation: edge.source === id ? 'speaksFor' : 'spokenForBy', node }];
  });
}
