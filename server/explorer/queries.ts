/** The parameters of the reads of the explorer. */
import type { NeighbourKind } from '../contract/explorer.ts';
import type { EdgeStance, Stance } from '../contract/vocabulary.ts';

export interface NeighbourQuery {
  readonly stance?: EdgeStance;
  /** `speaksFor`: the actors that the node speaks for; `spokenForBy`: the actors that speak for it. */
  readonly relation?: 'position' | 'speaksFor' | 'spokenForBy';
  readonly kinds?: readonly NeighbourKind[];
  /** Only claims that are contested, or only those that are not. */
  readonly contested?: boolean;
  /** Ids that are on screen already. */
  readonly exclude?: readonly string[];
  readonly limit: number;
}

export interface ContestedQuery {
  readonly actor?: string;
  readonly topic?: string;
  readonly from?: string;
  readonly to?: string;
  /** `contested`: most evenly and most widely disputed first; `recent`: latest statement first. */
  readonly sort: 'contested' | 'recent' | 'statements';
  readonly cursor?: string;
  readonly limit: number;
}

export interface StatementQuery {
  readonly actor?: string;
  readonly claim?: string;
  readonly stance?: Stance;
  readonly document?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface PositionQuery {
  readonly stance?: EdgeStance;
  readonly cursor?: string;
  readonly limit: number;
}

export interface EdgeStatementQuery {
  /** Ids of positions. */
  readonly edges: readonly string[];
  /** Ids of nodes: the neutral statements of the actors among them on the claims among them, too. */
  readonly neutralAmong?: readonly string[];
  readonly cursor?: string;
  readonly limit: number;
}

export interface CommonQuery {
  readonly ids: readonly string[];
  /** Only nodes on which two of the given nodes take opposite sides, or only those on which all take one side. */
  readonly sides?: 'opposite' | 'same';
  readonly cursor?: string;
  readonly limit: number;
}

export interface AgreementQuery {
  /** Actors. */
  readonly ids: readonly string[];
  readonly sort: 'contradict' | 'agree' | 'shared';
  readonly cursor?: string;
  readonly limit: number;
}

export interface PathQuery {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly k: number;
  readonly stances?: readonly EdgeStance[];
  readonly speaksFor: boolean;
}
