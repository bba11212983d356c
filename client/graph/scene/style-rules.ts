/** Style rules of the user: colour or size of nodes by their properties. Pure functions. */
import { type AttributeValue, attributeValues } from '../../../server/contract/attributes.ts';
import type { GraphEdge, GraphNode } from '../../../server/contract/explorer.ts';
import { isPartialDate } from '../../../server/contract/vocabulary.ts';
import { CATEGORY_COLORS, DIVERGING_COLORS, OTHER_COLOR, SEQUENCE_COLORS } from './style-colors.ts';

export const STYLE_TARGETS = ['color', 'size'] as const;
export type StyleTarget = (typeof STYLE_TARGETS)[number];
export const STYLE_PROPERTIES = ['kind', 'topic', 'statements', 'degree', 'balance', 'firstDate'] as const;
/** A property of the model, or the key of an attribute of actors and claims. */
export type StyleProperty = (typeof STYLE_PROPERTIES)[number] | AttributeProperty;
export type AttributeProperty = `attribute.${string}`;
export const STYLE_SCALES = ['categories', 'linear', 'log'] as const;
export type StyleScale = (typeof STYLE_SCALES)[number];

/** One rule. If several rules have the same target, the last one that has a value for a node applies to it. */
export interface StyleRule {
  readonly target: StyleTarget;
  readonly by: StyleProperty;
  readonly scale: StyleScale;
}

/** The result of the rules for one node. Claims keep their size: it depends on their text. */
export interface NodeStyle {
  readonly color?: string;
  /** Factor of an actor's usual size. */
  readonly scale?: number;
}

/** One line of the legend: a colour or size, what it means, and the nodes that have it. */
export interface StyleLegendEntry {
  readonly target: StyleTarget;
  readonly by: StyleProperty;
  /** A name (of a kind or topic), the rest of all names, or a range of values with both ends included. */
  readonly values:
    | { readonly type: 'name'; readonly name: string }
    | { readonly type: 'others' }
    | { readonly type: 'range'; readonly from: number; readonly to: number };
  readonly color?: string;
  readonly scale?: number;
  readonly ids: readonly string[];
}

export interface StyledScene {
  readonly styles: ReadonlyMap<string, NodeStyle>;
  readonly legend: readonly StyleLegendEntry[];
}

/** Size factors of five classes, smallest values first: areas grow evenly. */
const SIZE_STEPS = [0.78, 1, 1.22, 1.42, 1.6] as const;
const CLASSES = SIZE_STEPS.length;

export function attributeProperty(key: string): AttributeProperty {
  return `attribute.${key}`;
}

export function isAttributeProperty(by: StyleProperty): by is AttributeProperty {
  return by.startsWith('attribute.');
}

export function attributeKeyOf(by: AttributeProperty): string {
  return by.slice('attribute.'.length);
}

const CATEGORICAL: ReadonlySet<StyleProperty> = new Set<StyleProperty>(['kind', 'topic']);

/** Returns the scales for a property, the default first; empty if the property does not fit the target. */
export function scalesOf(by: StyleProperty, target: StyleTarget): readonly StyleScale[] {
  if (isAttributeProperty(by)) return target === 'color' ? ['categories', 'linear', 'log'] : ['linear', 'log'];
  if (CATEGORICAL.has(by)) return target === 'color' ? ['categories'] : [];
  return by === 'statements' || by === 'degree' ? ['log', 'linear'] : ['linear'];
}

/** Whether a rule can be applied at all. */
export function isRuleApplicable({ by, target, scale }: StyleRule): boolean {
  return scalesOf(by, target).includes(scale);
}

function attributesOf({ attributes }: GraphNode, by: AttributeProperty): readonly AttributeValue[] {
  return attributeValues(attributes, attributeKeyOf(by));
}

function namesOf(node: GraphNode, by: StyleProperty): readonly string[] {
  if (isAttributeProperty(by)) return attributesOf(node, by).map(String);
  if (by === 'kind') return node.type === 'actor' && node.kind !== undefined ? [node.kind] : [];
  return by === 'topic' && node.type === 'claim' ? (node.topics ?? []) : [];
}

/** Converts a partial date to years; a missing part counts as its middle. */
function yearsOf(date: string | undefined): number | undefined {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  if (year === undefined || !Number.isFinite(year) || date === undefined || date === '') return undefined;
  if (month === undefined) return year + 0.5;
  return year + (month - 1 + ((day ?? 15) - 1) / 31) / 12;
}

/** Values that are computed once for all nodes. */
interface Measures {
  readonly degree: ReadonlyMap<string, number>;
  readonly first: ReadonlyMap<string, string>;
}

function measuresOf(edges: readonly GraphEdge[]): Measures {
  const degree = new Map<string, number>();
  const first = new Map<string, string>();
  for (const edge of edges) {
    for (const end of [edge.source, edge.target]) {
      degree.set(end, (degree.get(end) ?? 0) + 1);
      const date = edge.type === 'position' ? edge.firstDate : undefined;
      const known = first.get(end);
      if (date !== undefined && (known === undefined || date < known)) first.set(end, date);
    }
  }
  return { degree, first };
}

/** From −1 (all denied) to 1 (all asserted). */
function balanceOf(node: GraphNode): number | undefined {
  const [asserts, denies] = node.type === 'actor' ? [node.asserts, node.denies] : [node.asserters, node.deniers];
  return asserts + denies === 0 ? undefined : (asserts - denies) / (asserts + denies);
}

/** The least number, or the earliest date in years; undefined if the attribute has neither. */
function amountOf(values: readonly AttributeValue[]): number | undefined {
  const number = values.find((value) => typeof value === 'number');
  return number ?? yearsOf(values.map(String).find(isPartialDate));
}

function valueOf(node: GraphNode, by: StyleProperty, { degree, first }: Measures): number | undefined {
  if (isAttributeProperty(by)) return amountOf(attributesOf(node, by));
  switch (by) {
    case 'statements':
      return node.statements;
    case 'degree':
      return degree.get(node.id) ?? 0;
    case 'balance':
      return balanceOf(node);
    case 'firstDate':
      return yearsOf((node.type === 'claim' ? node.firstDate : undefined) ?? first.get(node.id));
    case 'kind':
    case 'topic':
      return undefined;
    default:
      return by satisfies never;
  }
}

/** The place of each name in the order of frequency. */
function ranksOf(nodes: readonly GraphNode[], by: StyleProperty): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const node of nodes) for (const name of namesOf(node, by)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
  return new Map(names.map((name, rank) => [name, rank]));
}

/**
 * Groups nodes by name, the most frequent first. Names without a colour are one group. A node has one colour, so a
 * node with several names is in the group of the most frequent of them.
 */
function byName(nodes: readonly GraphNode[], rule: StyleRule): StyleLegendEntry[] {
  const ranks = ranksOf(nodes, rule.by);
  const groups = new Map<string, string[]>();
  for (const node of nodes) {
    const [name] = namesOf(node, rule.by).toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
    if (name === undefined) continue;
    const ids = groups.get(name);
    if (ids) ids.push(node.id);
    else groups.set(name, [node.id]);
  }
  const sorted = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const named = sorted
    .slice(0, CATEGORY_COLORS.length)
    .map(([name, ids], index): StyleLegendEntry => ({
      target: 'color',
      by: rule.by,
      values: { type: 'name', name },
      color: CATEGORY_COLORS[index] ?? OTHER_COLOR,
      ids,
    }));
  const others = sorted.slice(CATEGORY_COLORS.length).flatMap(([, ids]) => ids);
  return others.length === 0
    ? named
    : [...named, { target: 'color', by: rule.by, values: { type: 'others' }, color: OTHER_COLOR, ids: others }];
}

/** Returns a function that gives the class of a value, from 0. The scale of the balance has fixed ends, so that 0 is in the middle. */
function classifier(values: readonly number[], { by, scale }: StyleRule): (value: number) => number {
  const low = by === 'balance' ? -1 : values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = by === 'balance' ? 1 : values.reduce((most, value) => Math.max(most, value), -Infinity);
  const at = (value: number) => (scale === 'log' ? Math.log2(1 + Math.max(0, value)) : value);
  const reach = at(high) - at(low);
  return (value) =>
    reach <= 0 ? CLASSES - 1 : Math.min(CLASSES - 1, Math.floor(((at(value) - at(low)) / reach) * CLASSES));
}

function byValue(
  nodes: readonly GraphNode[],
  rule: StyleRule,
  measures: Measures,
  theme: 'light' | 'dark',
): StyleLegendEntry[] {
  const candidates = rule.target === 'size' ? nodes.filter((node) => node.type === 'actor') : nodes;
  const valued = candidates.flatMap((node) => {
    const value = valueOf(node, rule.by, measures);
    return value === undefined ? [] : [{ id: node.id, value }];
  });
  const classOf = classifier(
    valued.map(({ value }) => value),
    rule,
  );
  const classes = Array.from({ length: CLASSES }, (): { id: string; value: number }[] => []);
  for (const one of valued) classes[classOf(one.value)]?.push(one);
  const colors = (rule.by === 'balance' ? DIVERGING_COLORS : SEQUENCE_COLORS)[theme];
  return classes.flatMap((members, index): StyleLegendEntry[] => {
    if (members.length === 0) return [];
    const values = members.map(({ value }) => value);
    const look = rule.target === 'size' ? { scale: SIZE_STEPS[index] ?? 1 } : { color: colors[index] ?? OTHER_COLOR };
    const [from, to] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    return [
      {
        target: rule.target,
        by: rule.by,
        values: { type: 'range', from, to },
        ...look,
        ids: members.map(({ id }) => id),
      },
    ];
  });
}

/**
 * Returns the style of each node and the legend. A node without a value for a rule keeps the default look. Rules that do
 * not fit their property are ignored.
 */
export function applyStyleRules(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  rules: readonly StyleRule[],
  theme: 'light' | 'dark' = 'light',
): StyledScene {
  const styles = new Map<string, NodeStyle>();
  const holding = rules.filter(isRuleApplicable);
  if (holding.length === 0) return { styles, legend: [] };
  const measures = measuresOf(edges);
  const legend = holding.flatMap((rule) =>
    rule.scale === 'categories' ? byName(nodes, rule) : byValue(nodes, rule, measures, theme),
  );
  for (const { ids, color, scale } of legend) {
    for (const id of ids)
      styles.set(id, {
        ...styles.get(id),
        ...(color === undefined ? {} : { color }),
        ...(scale === undefined ? {} : { scale }),
      });
  }
  return { styles, legend };
}

/** Returns the rules with the rule for a target replaced, or removed. A property gets its default scale, unless another is given. */
export function withRule(
  rules: readonly StyleRule[],
  target: StyleTarget,
  by: StyleProperty | undefined,
  scale: StyleScale | undefined = by === undefined ? undefined : scalesOf(by, target)[0],
): readonly StyleRule[] {
  const others = rules.filter((rule) => rule.target !== target);
  return by === undefined || scale === undefined ? others : [...others, { target, by, scale }];
}
