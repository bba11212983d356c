/** The read models over an engine. */
import type { Counts } from '../contract/explorer.ts';
import type { GraphEngine } from '../engine/engine.ts';
import { readCounts } from '../store/read-overview.ts';
import { type Snapshot, readSnapshot } from '../store/read-state.ts';
import { agreementOf } from './agreement.ts';
import { commonNeighbours } from './common.ts';
import { contestedPage } from './contested.ts';
import { nodeSources, nodeTimeline, positionHistory, positionPage } from './details.ts';
import { edgeFacets, edgeStatementPage } from './edges.ts';
import type { Explorer } from './explorer.ts';
import { neighboursOf, nodeDetails, subgraphOf } from './nodes.ts';
import { buildOverview } from './overview.ts';
import { pathsBetween } from './paths.ts';
import { search } from './search.ts';
import { documentView, statementPage } from './statements.ts';
import { VersionCache } from './version-cache.ts';

/**
 * The explorer of a database that was prepared by `prepareDatabase`.
 *
 * Every answer but that of a search comes from one read of the engine. Counts and start view are cached
 * until the data's version changes.
 */
export function createExplorer(engine: GraphEngine): Explorer {
  const counts = new VersionCache<Counts>(readCounts);
  const overview = new VersionCache(async (snapshot) => buildOverview(snapshot, await counts.get(snapshot)));
  const versions = new WeakMap<object, number>();
  const noted = <T>(answer: T, version: number | undefined): T => {
    if (typeof answer === 'object' && answer !== null && version !== undefined) versions.set(answer, version);
    return answer;
  };
  const read = <T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> =>
    engine.read(async (q) => {
      const snapshot = await readSnapshot(q);
      return noted(await work(snapshot), snapshot.dataVersion);
    });
  return {
    dataVersion: () => read(async ({ dataVersion }) => dataVersion),
    overview: () => read((snapshot) => overview.get(snapshot)),
    versionOf: (answer) => versions.get(answer),
    search: async (query) => {
      const { answer, dataVersion } = await search(engine, query);
      return noted(answer, dataVersion);
    },
    node: (id) => read((snapshot) => nodeDetails(snapshot, id)),
    neighbours: (id, query) => read((snapshot) => neighboursOf(snapshot, id, query)),
    subgraph: (ids) => read((snapshot) => subgraphOf(snapshot, ids)),
    contested: (query) =>
      read((snapshot) => contestedPage(snapshot, query, async () => (await counts.get(snapshot)).contested)),
    statements: (query) => read((snapshot) => statementPage(snapshot, query, () => counts.get(snapshot))),
    paths: (query) => read((snapshot) => pathsBetween(snapshot, query)),
    common: (query) => read((snapshot) => commonNeighbours(snapshot, query)),
    agreement: (query) => read((snapshot) => agreementOf(snapshot, query)),
    edgeStatements: (query) => read((snapshot) => edgeStatementPage(snapshot, query)),
    edgeFacets: (edges) => read((snapshot) => edgeFacets(snapshot, edges)),
    positions: (id, query) => read((snapshot) => positionPage(snapshot, id, query)),
    sources: (id, limit) => read((snapshot) => nodeSources(snapshot, id, limit)),
    timeline: (id, span) => read((snapshot) => nodeTimeline(snapshot, id, span)),
    positionHistory: (ids) => read((snapshot) => positionHistory(snapshot, ids)),
    document: (id, statement) => read((snapshot) => documentView(snapshot, id, statement)),
  };
}
