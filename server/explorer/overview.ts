/** The start view: the most contested claims with those who assert and deny them. */
import type { ClaimNode, Counts, GraphEdge, GraphNode, Overview, Subgraph } from '../contract/explorer.ts';
import { EDGE_STANCES } from '../contract/vocabulary.ts';
import { readEdges } from '../store/read-edges.ts';
import { readActors, readClaims } from '../store/read-nodes.ts';
import { readSideOfClaim, readTopActorIds, readTopClaimIds } from '../store/read-overview.ts';
import type { Snapshot } from '../store/read-state.ts';

/** A database of no more elements than this is shown whole. */
export const MOST_ELEMENTS = 150;
/** What is chosen from a larger one stays below that, and has no more lines than an eye can follow. */
const MOST_CHOSEN = 110;
const MOST_LINES = 60;
const MOST_CLAIMS = 12;
const MOST_A_SIDE = 4;

/** Builds the overview anew from counts that were taken in the same snapshot. */
export async function buildOverview(snapshot: Snapshot, counts: Counts): Promise<Overview> {
  return { counts, graph: withoutLoose((await wholeGraph(snapshot, counts)) ?? (await chosenGraph(snapshot, counts))) };
}

/** Without the nodes that no edge leads to, so that the dispute is drawn larger; all of them when there is no edge at all. */
function withoutLoose(graph: Subgraph): Subgraph {
  if (graph.edges.length === 0) return graph;
  const joined = new Set(graph.edges.flatMap(({ source, target }) => [source, target]));
  const nodes = graph.nodes.filter(({ id }) => joined.has(id));
  return { ...graph, nodes, total: graph.truncated ? graph.total : nodes.length };
}

async function wholeGraph(snapshot: Snapshot, counts: Counts): Promise<Subgraph | undefined> {
  const total = counts.actors + counts.claims;
  if (total + counts.asserts + counts.denies > MOST_ELEMENTS) return undefined;
  const claims = await readClaims(
    snapshot,
    await readTopClaimIds(snapshot, { contested: false, limit: MOST_ELEMENTS }),
  );
  const actors = await readActors(snapshot, await readTopActorIds(snapshot, MOST_ELEMENTS));
  const nodes = [...claims, ...actors];
  const { edges } = await readEdges(snapshot, nodes);
  return nodes.length + edges.length > MOST_ELEMENTS
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
  const claims = await readClaims(snapshot, await readTopClaimIds(snapshot, { contested, limit: MOST_CLAIMS }));
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
    await readSideOfClaim(snapshot, { claim: claim.id, stance: EDGE_STANCES[0], limit: MOST_A_SIDE }),
    await readSideOfClaim(snapshot, { claim: claim.id, stance: EDGE_STANCES[1], limit: MOST_A_SIDE }),
  ];
  return { claim, asserters, deniers };
}

interface Elements {
  readonly nodes: GraphNode[];
  readonly edges: GraphEdge[];
}

/** Tried in this order: how many actors a side, and for how few claims that is still worth it. */
const CHOICES = [
  { aSide: [4, 3], fewest: 6 },
  { aSide: [2], fewest: 4 },
  { aSide: [2, 1], fewest: 1 },
] as const;

/**
 * Takes as many claims as can be shown with some actors a side, then as many of these as fit. Between the
 * nodes that it takes every edge is shown: a missing line would be read as no position.
 */
function chooseElements(sides: readonly Sides[], nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Elements {
  for (const choice of CHOICES) {
    for (let claims = sides.length; claims >= Math.min(choice.fewest, sides.length) && claims > 0; claims--) {
      for (const aSide of choice.aSide) {
        const chosen = elementsOf(sides.slice(0, claims), aSide, { nodes, edges });
        if (chosen.edges.length <= MOST_LINES && chosen.nodes.length + chosen.edges.length <= MOST_CHOSEN)
          return chosen;
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
