/** The read models that the API serves, as one interface. */
import type {
  ChosenGraph,
  ClaimPage,
  DocumentView,
  NodeDetails,
  Overview,
  SearchAnswer,
  SearchKind,
  StatementPage,
  Subgraph,
} from '../contract/explorer.ts';
import type { NodeSources, PositionHistory, PositionPage, Timeline } from '../contract/details.ts';
import type { CommonNeighbours, EdgeFacets, PathAnswer } from '../contract/paths.ts';
import type { Agreement } from '../contract/agreement.ts';
import type {
  AgreementQuery,
  CommonQuery,
  ContestedQuery,
  EdgeStatementQuery,
  NeighbourQuery,
  PathQuery,
  PositionQuery,
  StatementQuery,
} from './queries.ts';

/**
 * Every answer is of committed, published data only. An absent thing is `undefined`; a list that is filtered by the id
 * of an absent thing throws UnknownIdError. Failures are EngineErrors.
 */
export interface Explorer {
  /** Changes with every published change: the ETag of all reads. */
  dataVersion(): Promise<number>;
  /** The data version at which this explorer read an answer; `undefined` for any other object. It saves one more read. */
  versionOf(answer: object): number | undefined;
  /** Counts, and the start view: the most contested claims with those who assert and deny them, ≤ 150 elements. */
  overview(): Promise<Overview>;
  /** `isWanted` is called during the search; when it returns false, the search stops with an empty answer. */
  search(query: {
    readonly text: string;
    readonly kinds?: readonly SearchKind[];
    readonly limit: number;
    readonly isWanted?: () => boolean;
  }): Promise<SearchAnswer>;
  node(id: string): Promise<NodeDetails | undefined>;
  /** The neighbours of a node, most informative first, and every edge among them, the node and `exclude`. */
  neighbours(id: string, query: NeighbourQuery): Promise<Subgraph | undefined>;
  /** Those nodes that exist, every edge among them, and the ids that no node has. */
  subgraph(ids: readonly string[]): Promise<ChosenGraph>;
  contested(query: ContestedQuery): Promise<ClaimPage>;
  /** Newest first; undated last; ties by id. */
  statements(query: StatementQuery): Promise<StatementPage>;
  /** Undefined when one of the two nodes does not exist. */
  paths(query: PathQuery): Promise<PathAnswer | undefined>;
  /** The nodes that are connected to most of the given nodes. */
  common(query: CommonQuery): Promise<CommonNeighbours>;
  /** Who agrees with whom, over all claims. */
  agreement(query: AgreementQuery): Promise<Agreement>;
  /** The statements behind some edges. */
  edgeStatements(query: EdgeStatementQuery): Promise<StatementPage>;
  /** The same as columns, for filters. */
  edgeFacets(edges: readonly string[]): Promise<EdgeFacets>;
  positions(id: string, query: PositionQuery): Promise<PositionPage | undefined>;
  sources(id: string, limit: number): Promise<NodeSources | undefined>;
  timeline(id: string, span: { readonly from?: string; readonly to?: string }): Promise<Timeline | undefined>;
  positionHistory(ids: { readonly actor: string; readonly claim: string }): Promise<PositionHistory | undefined>;
  /** `statement` is in the answer, however many others the document has. */
  document(id: string, statement?: string): Promise<DocumentView | undefined>;
}
