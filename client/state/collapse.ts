/** Taking back what expansions brought, as far as nothing that came later needs it. */
import type { ExplorerState } from './explorer-state.ts';
import { removeNodes } from './hiding.ts';

type Grown = Pick<ExplorerState, 'nodes' | 'edges' | 'broughtBy' | 'pinned'>;

/**
 * The nodes that collapsing would take away: what the expansions of `ids` brought, and what expanding that
 * brought in turn. A node stays if it is pinned, or joined to something that stays and came later, since somebody
 * has built on it. What was there before does not need it: nearly every claim has an actor who was shown already.
 */
export function collapsible(state: Grown, ids: Iterable<string>): ReadonlySet<string> {
  const roots = new Set(ids);
  const going = broughtBy(state, roots);
  for (const id of state.pinned) going.delete(id);
  const joined = neighboursOf(state, going);
  const came = new Map([...state.nodes.keys()].map((id, index) => [id, index]));
  const isLater = (other: string, id: string) => (came.get(other) ?? 0) > (came.get(id) ?? 0);
  // What stays can keep what came before it, which can keep more in turn.
  for (let isStable = false; !isStable;) {
    isStable = true;
    for (const id of going) {
      const isNeeded =
        joined.get(id)?.some((other) => !roots.has(other) && !going.has(other) && isLater(other, id)) ?? false;
      if (!isNeeded) continue;
      going.delete(id);
      isStable = false;
    }
  }
  return going;
}

/** Takes away what {@link collapsible} tells. */
export function collapse(state: ExplorerState, ids: Iterable<string>): ExplorerState {
  return removeNodes(state, collapsible(state, ids));
}

/** Brought by one of `roots`, directly or by what they brought. */
function broughtBy({ nodes, broughtBy: brought }: Grown, roots: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const isFound = (id: string): boolean => {
    const seen = new Set<string>();
    for (let by = brought.get(id); by !== undefined && !seen.has(by); by = brought.get(by)) {
      if (roots.has(by)) return true;
      seen.add(by);
    }
    return false;
  };
  for (const id of brought.keys()) if (nodes.has(id) && !roots.has(id) && isFound(id)) found.add(id);
  return found;
}

function neighboursOf({ edges }: Grown, ids: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const joined = new Map<string, string[]>();
  const join = (id: string, other: string) => {
    if (ids.has(id)) joined.set(id, [...(joined.get(id) ?? []), other]);
  };
  for (const { source, target } of edges.values()) {
    join(source, target);
    join(target, source);
  }
  return joined;
}
