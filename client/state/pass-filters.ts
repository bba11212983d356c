/**
 * Which nodes and edges pass the filters. Pure: nothing is fetched, nothing moves.
 *
 * A position passes when its actor, its claim and enough of its statements pass. A node passes when it meets
 * the filters on nodes and, if other filters are active that its own fields cannot decide, when it also has a
 * passing position. A `speaksFor` edge passes when both of its actors pass.
 */
import { isContested } from '../../server/contract/contention.ts';
import type { ActorNode, ClaimNode, GraphEdge, GraphNode, PositionEdge } from '../../server/contract/explorer.ts';
import { hasWanted, wantedAttributes, type WantedAttributes } from './attribute-choices.ts';
import type { Modality } from '../../server/contract/vocabulary.ts';
import type { Filters, Passing } from './filters.ts';
import type { Facet } from './facet-table.ts';

export interface FilteredGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
}

/** The statements behind an edge; undefined until they are fetched: then all count as passing. */
export type FacetsOf = (edge: PositionEdge) => readonly Facet[] | undefined;

const includes = <T>(wanted: readonly T[], value: T): boolean => wanted.length === 0 || wanted.includes(value);

/** Whether a filter needs the facets of single statements. */
export function needsFacets({ modalities, from, to, publishers, firstHandOnly }: Filters): boolean {
  return modalities.length > 0 || publishers.length > 0 || from !== undefined || to !== undefined || firstHandOnly;
}

/** Both ends are included and compared at the precision of the shorter date: “to 2022” includes all of 2022, and a statement of “2022” is in “from 2022-09”. */
export function isInRange(date: string | undefined, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  if (date === undefined) return false;
  const isAfter = from === undefined || date.slice(0, from.length) >= from.slice(0, date.length);
  const isBefore = to === undefined || date.slice(0, to.length) <= to.slice(0, date.length);
  return isAfter && isBefore;
}

/** Whether a statement passes the filters on statements. */
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
    (topics.length === 0 || (claim.topics ?? []).some((topic) => topics.includes(topic))) &&
    (!contestedOnly || isContested(claim))
  );
}

function passesNode(node: GraphNode, filters: Filters, wanted: WantedAttributes): boolean {
  return (
    (node.type === 'actor' ? passesActor(node, filters) : passesClaim(node, filters)) &&
    hasWanted(node, wanted[node.type])
  );
}

/** The strongest first. */
const STRENGTH: readonly Modality[] = ['stated', 'reported', 'hedged'];

/** The position as its passing statements alone would make it; undefined if it does not pass. */
function passingPosition(edge: PositionEdge, filters: Filters, facetsOf: FacetsOf): PositionEdge | undefined {
  if (!includes(filters.stances, edge.stance)) return undefined;
  const facets = needsFacets(filters) ? facetsOf(edge) : undefined;
  const passing = facets?.filter((facet) => passesStatement(facet, filters));
  const count = passing?.length ?? edge.statements;
  if (count < Math.max(1, filters.minStatements)) return undefined;
  return passing === undefined || count === edge.statements ? edge : narrowed(edge, passing);
}

function narrowed(
  { firstDate: _first, lastDate: _last, ...edge }: PositionEdge,
  facets: readonly Facet[],
): PositionEdge {
  const dates = facets.flatMap(({ date }) => date ?? []).sort();
  const [firstDate, lastDate] = [dates[0], dates.at(-1)];
  return {
    ...edge,
    statements: facets.length,
    modality: STRENGTH.find((one) => facets.some(({ modality }) => modality === one)) ?? edge.modality,
    ...(firstDate !== undefined && { firstDate }),
    ...(lastDate !== undefined && { lastDate }),
  };
}

/** Whether some active filters cannot be decided by the fields of a node of this type. */
function asksForMore(type: GraphNode['type'], filters: Filters, wanted: WantedAttributes): boolean {
  const { stances, minStatements, kinds, topics, contestedOnly } = filters;
  const asksStatements = stances.length > 0 || minStatements > 1 || needsFacets(filters);
  const asksOther = type === 'actor' ? topics.length > 0 || contestedOnly : kinds.length > 0;
  return asksStatements || asksOther || wanted[type === 'actor' ? 'claim' : 'actor'].size > 0;
}

/** The number of statements behind the positions that pass. */
export function passingStatements({ edges }: FilteredGraph, passing: Passing): number {
  let sum = 0;
  for (const id of passing.edges) {
    const edge = passing.narrowed.get(id) ?? edges.get(id);
    if (edge?.type === 'position') sum += edge.statements;
  }
  return sum;
}

/** The nodes and edges that pass. */
export function passingOf({ nodes, edges }: FilteredGraph, filters: Filters, facetsOf: FacetsOf): Passing {
  const wanted = wantedAttributes(filters.attributes);
  const own = new Set([...nodes.values()].filter((node) => passesNode(node, filters, wanted)).map(({ id }) => id));
  const passingEdges = new Set<string>();
  const narrowedEdges = new Map<string, PositionEdge>();
  const joined = new Set<string>();
  for (const edge of edges.values()) {
    if (edge.type !== 'position' || !own.has(edge.source) || !own.has(edge.target)) continue;
    const passing = passingPosition(edge, filters, facetsOf);
    if (passing === undefined) continue;
    passingEdges.add(edge.id);
    if (passing !== edge) narrowedEdges.set(edge.id, passing);
    joined.add(edge.source);
    joined.add(edge.target);
  }
  const asksMore = { actor: asksForMore('actor', filters, wanted), claim: asksForMore('claim', filters, wanted) };
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
  return { nodes: passingNodes, edges: passingEdges, narrowed: narrowedEdges };
}
