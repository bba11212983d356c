/** Applies the style rules to the visible graph, once for each state. */
import { applyStyleRules } from '../graph/scene/style-rules.ts';
import type { StyledScene, StyleRule } from '../graph/scene/style-rules.ts';
import type { VisibleGraph } from '../state/visible-graph.ts';

export type Styler = (visible: VisibleGraph, rules: readonly StyleRule[], theme: 'light' | 'dark') => StyledScene;

/** Caches the last result: the same arguments give the same value. */
export function createStyler(): Styler {
  let last: { readonly asked: Parameters<Styler>; readonly styled: StyledScene } | undefined;
  return (visible, rules, theme) => {
    const asked: Parameters<Styler> = [visible, rules, theme];
    if (last?.asked.every((value, index) => value === asked[index]) !== true) {
      last = { asked, styled: applyStyleRules([...visible.nodes.values()], [...visible.edges.values()], rules, theme) };
    }
    return last?.styled ?? { styles: new Map(), legend: [] };
  };
}
