import type { StatementView } from '../../../server/contract/explorer.ts';
import { EXPANSION_SIZE } from '../../control/growing.ts';

export interface QuotedNodes {
  readonly ids: readonly string[];
  /** Whether statements were left out. */
  readonly isMore: boolean;
}

/** Whom and what statements quote, from the first on, at most as many as an expansion brings; of each statement both ends or neither. */
export function nodesQuotedIn(statements: readonly Pick<StatementView, 'actor' | 'claim'>[]): QuotedNodes {
  const ids = new Set<string>();
  let isMore = false;
  for (const { actor, claim } of statements) {
    const missing = [actor.id, claim.id].filter((id) => !ids.has(id));
    if (ids.size + missing.length > EXPANSION_SIZE) isMore = true;
    else for (const id of missing) ids.add(id);
  }
  return { ids: [...ids], isMore };
}
