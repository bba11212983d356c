/** The start view: the most contested claims with the actors that assert and deny them. */
import type { ClaimNode, Counts, GraphEdge, GraphNode, Overview, Subgraph } from '../contract/explorer.ts';
import { EDGE_STANCES } from '../contract/vocabulary.ts';
import { readEdges } from '../store/read-edges.ts';
import { readActors, readClaims } from '../store/read-nodes.ts';
import { readSideOfClaim, readTopActorIds, readTopClaimIds } from '../store/read-overview.ts';
import type { Snapshot } from '../store/read-state.ts';

/** A database with at most this number of elements is shown completely. */
export const MAX_ELEMENTS = 150;
/** A selection from a larger database stays below that, and has few enough lines to follow. */
const MAX_CHOSEN = 110;
const MAX_LINES = 60;
const MAX_CLAIMS = 12;
const MAX_A_SIDE = 4;

/** Builds the overview from counts that were read in the same snapshot. */
export async function buildOverview(snapshot: Snapshot, counts: Counts): Promise<Overview> {
  return { counts, graph: withoutLoose((await wholeGraph(snapshot, counts)) ?? (await chosenGraph(snapshot, counts))) };
}

/** Without the nodes that have no edge, so that the dispute is drawn larger; all nodes when there is no edge at all. */
function withoutLoose(graph: Subgraph): Subgraph {
  if (graph.edges.length === 0) return graph;
  const joined = new Set(graph.edges.flatMap(({ source, target }) => [source, target]));
  const nodes = graph.nodes.filter(({ id }) => joined.has(id));
  return { ...graph, nodes, total: graph.truncated ? graph.total : nodes.length };
}

async function wholeGraph(snapshot: Snapshot, counts: Counts): Promise<Subgraph | undefined> {
  const total = counts.actors + counts.claims;
  if (total + counts.asserts + counts.denies > MAX_ELEMENTS) return undefined;
  const claims = await readClaims(snapshot, await readTopClaimIds(snapshot, { contested: false, limit: MAX_ELEMENTS }));
  const actors = await readActors(snapshot, await readTopActorIds(snapshot, MAX_ELEMENTS));
  const nodes = [...claims, ...actors];
  const { edges } = await readEdges(snapshot, nodes);
  return nodes.length + edges.length > MAX_ELEMENTS
    ? undefined
    : { nodes, edges, total: nodes.length, truncated: false };
}

/** The sides of a claim: ids of actors, those with most statements on it first. */
interface Sides {
  readonly claim: ClaimNode;
  readonly asserters: readonly string[];
  readonly deniers: readonly string[];
}

async function chosenGraph(snapshot: Snapshot, counts: Counts): Promise<Subgraph> {
  const contested = counts.contested > 0;
  const claims = await readClaims(snapshot, await readTopClaimIds(snapshot, { contested, limit: MAX_CLAIMS }));
  const sides: Sides[] = [];
  for (const claim of claims) sides.push(await readSides(snapshot, claim));
  const actors = await readActors(
    snapshot,
    sides.flatMap(({ asserters, deniers }) => [...asserters, ...deniers]),
  );
  const { edges } = await readEdges(snapshot, [...claims, ...actors]);
  const shown = chooseElements(sides, [...claims, ...actors], edges);
  return { ...shown, total: counts.actors + counts.claims, truncated: true };
}

async function readSides(snapshot: Snapshot, claim: ClaimNode): Promise<Sides> {
  const [asserters = [], deniers = []] = [
    await readSideOfClaim(snapshot, { claim: claim.id, stance: EDGE_STANCES[0], limit: MAX_A_SIDE }),
    await readSideOfClaim(snapshot, { claim: claim.id, stance: EDGE_STANCES[1], limit: MAX_A_SIDE }),
  ];
  return { claim, asserters, deniers };
}

interface Elements {
  readonly nodes: GraphNode[];
  readonly edges: GraphEdge[];
}

/** Tried in this order: the number of actors on each side, and the minimum number of claims for it. */
const CHOICES = [
  { aSide: [4, 3], fewest: 6 },
  { aSide: [2], fewest: 4 },
  { aSide: [2, 1], fewest: 1 },
] as const;

/**
 * Takes as many claims as can be shown with some actors on each side, then as many of these actors as fit. Between the
 * chosen nodes, every edge is shown: a missing edge would be read as no position.
 */
function chooseElements(sides: readonly Sides[], nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Elements {
  for (const choice of CHOICES) {
    for (let claims = sides.length; claims >= Math.min(choice.fewest, sides.length) && claims > 0; claims--) {
      for (const aSide of choice.aSide) {
        const chosen = elementsOf(sides.slice(0, claims), aSide, { nodes, edges });
        if (chosen.edges.length <= MAX_LINES && chosen.nodes.length + chosen.edges.length <= MAX_CHOSEN) return chosen;
      }
    }
  }
  return { nodes: [], edges: [] };
}

function elementsOf(
  sides: readonly Sides[],
  aSide: number,
  all: { nodes: readonly GraphNode[]; edges: readonly GraphEdge[] },
): Elements {
  const ids = new Set(
    sides.flatMap(({ claim, asserters, deniers }) => [
      claim.id,
      ...asserters.slice(0, aSide),
      ...deniers.slice(0, aSide),
    ]),
  );
  return {
    nodes: all.nodes.filter(({ id }) => ids.has(id)),
    edges: all.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  };
}
