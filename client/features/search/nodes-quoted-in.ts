import type { StatementView } from '../../../server/contract/explorer.ts';
import { EXPANSION_SIZE } from '../../control/growing.ts';

export interface QuotedNodes {
  readonly ids: readonly string[];
  /** Whether statements were left out. */
  readonly isMore: boolean;
}

/** The actors and claims of statements, from the first statement on, at most as many as an expansion adds; both ends of a statement or neither. */
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
