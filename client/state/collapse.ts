/** Removes what expansions added, except where nodes that were added later depend on it. */
import type { ExplorerState } from './explorer-state.ts';
import { removeNodes } from './hiding.ts';

type Grown = Pick<ExplorerState, 'nodes' | 'edges' | 'broughtBy' | 'pinned'>;

/**
 * The nodes that collapsing would remove: those that the expansions of `ids` added, directly or through further
 * expansions. A node stays if it is pinned, or if it has a neighbour that stays and was added later, since the user
 * has built on it. Earlier neighbours do not count: nearly every claim has an actor that was in the view before.
 */
export function collapsible(state: Grown, ids: Iterable<string>): ReadonlySet<string> {
  const roots = new Set(ids);
  const going = broughtBy(state, roots);
  for (const id of state.pinned) going.delete(id);
  const joined = neighboursOf(state, going);
  const came = new Map([...state.nodes.keys()].map((id, index) => [id, index]));
  const isLater = (other: string, id: string) => (came.get(other) ?? 0) > (came.get(id) ?? 0);
  // A node that stays can make earlier nodes stay, so this repeats until nothing changes.
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

/** Removes the nodes that {@link collapsible} returns. */
export function collapse(state: ExplorerState, ids: Iterable<string>): ExplorerState {
  return removeNodes(state, collapsible(state, ids));
}

/** The nodes that the expansions of `roots` added, directly or through further expansions. */
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
