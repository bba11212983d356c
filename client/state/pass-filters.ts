/**
 * Which nodes and edges pass the filters. Pure: nothing is fetched, nothing moves.
 *
 * A position passes when its actor, its claim and enough of its statements do. A node passes when it is
 * itself what is asked for, and, where the filters ask for more than a node of its kind can answer, when
 * a position that passes joins it. Who speaks for whom passes with both actors.
 */
import { isContested } from '../../server/contract/contention.ts';
import type { ActorNode, ClaimNode, GraphEdge, GraphNode, PositionEdge } from '../../server/contract/explorer.ts';
import type { Filters, Passing } from './filters.ts';
import type { Facet } from './facet-table.ts';

export interface FilteredGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
}

/** The statements behind an edge; undefined while they are not known: then they count as passing. */
export type FacetsOf = (edge: PositionEdge) => readonly Facet[] | undefined;

const includes = <T>(wanted: readonly T[], value: T): boolean => wanted.length === 0 || wanted.includes(value);

/** Whether a filter looks at single statements: then their facets are needed. */
export function needsFacets({ modalities, from, to, publishers, firstHandOnly }: Filters): boolean {
  return modalities.length > 0 || publishers.length > 0 || from !== undefined || to !== undefined || firstHandOnly;
}

/** Both ends are included, each as far as it is precise: “to 2022” takes in all of 2022, and a statement of “2022” lies in “from 2022-09”. */
export function isInRange(date: string | undefined, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  if (date === undefined) return false;
  const isAfter = from === undefined || date.slice(0, from.length) >= from.slice(0, date.length);
  const isBefore = to === undefined || date.slice(0, to.length) <= to.slice(0, date.length);
  return isAfter && isBefore;
}

/** Whether a statement passes what the filters say of statements. */
export function passesStatement({ date, modality, publisher, isFirstHand }: Facet, filters: Filters): boolean {
  return (
    includes(filters.modalities, modality) &&
    isInRange(date, filters.from, filters.to) &&
    (filters.publishers.length === 0 || (publisher !== undefined && filters.publishers.includes(publisher.id))) &&
    (!filters.firstHandOnly || isFirstHand)
  );
}

function passesActor(actor: ActorNode, { kinds }: Filters): boolean {
  return includes(kinds, actor.kind ?? 'unknown');
}

function passesClaim(claim: ClaimNode, { topics, contestedOnly }: Filters): boolean {
  return (
    (topics.length === 0 || (claim.topic !== undefined && topics.includes(claim.topic))) &&
    (!contestedOnly || isContested(claim))
  );
}

function passesNode(node: GraphNode, filters: Filters): boolean {
  return node.type === 'actor' ? passesActor(node, filters) : passesClaim(node, filters);
}

function passesPosition(edge: PositionEdge, filters: Filters, facetsOf: FacetsOf): boolean {
  if (!includes(filters.stances, edge.stance)) return false;
  const facets = needsFacets(filters) ? facetsOf(edge) : undefined;
  const passing =
    facets === undefined ? edge.statements : facets.filter((facet) => passesStatement(facet, filters)).length;
  return passing >= Math.max(1, filters.minStatements);
}

/** Whether a node of this type cannot answer all that is asked by itself. */
function asksForMore(type: GraphNode['type'], filters: Filters): boolean {
  const { stances, minStatements, kinds, topics, contestedOnly } = filters;
  const asksStatements = stances.length > 0 || minStatements > 1 || needsFacets(filters);
  return asksStatements || (type === 'actor' ? topics.length > 0 || contestedOnly : kinds.length > 0);
}

/** The nodes and edges that pass. */
export function passingOf({ nodes, edges }: FilteredGraph, filters: Filters, facetsOf: FacetsOf): Passing {
  const own = new Set([...nodes.values()].filter((node) => passesNode(node, filters)).map(({ id }) => id));
  const passingEdges = new Set<string>();
  const joined = new Set<string>();
  for (const edge of edges.values()) {
    if (
      edge.type !== 'position' ||
      !own.has(edge.source) ||
      !own.has(edge.target) ||
      !passesPosition(edge, filters, facetsOf)
    )
      continue;
    passingEdges.add(edge.id);
    joined.add(edge.source);
    joined.add(edge.target);
  }
  const asksMore = { actor: asksForMore('actor', filters), claim: asksForMore('claim', filters) };
  const passingNodes = new Set(
    [...own].filter((id) => {
      const type = nodes.get(id)?.type;
      return type !== undefined && (!asksMore[type] || joined.has(id));
    }),
  );
  for (const edge of edges.values()) {
    if (edge.type === 'speaksFor' && passingNodes.has(edge.source) && passingNodes.has(edge.target))
      passingEdges.add(edge.id);
  }
  return { nodes: passingNodes, edges: passingEdges };
}
