/** Converts between a view and its compact form: each node id once, then indexes into that list. */
import type { Panel, TableLook, TableName, TableState } from '../state/explorer-state.ts';
import { NO_FILTERS } from '../state/filters.ts';
import type { Filters } from '../state/filters.ts';
import { EMPTY_VIEW } from './portable-view.ts';
import type { PortableView } from './portable-view.ts';
import type { StoredPanel, StoredView } from './stored-view.ts';

const RELATIONS = ['asserts', 'denies', 'speaksFor'] as const;
type Thing = NonNullable<StoredView['selection']>[number];
type Packed = Omit<StoredView, 'v'>;

/** The compact form, without the version. */
export function packed(view: PortableView): Packed {
  const ids = [...view.positions.keys()];
  const places = new Map(ids.map((id, place) => [id, place]));
  const placesOf = (some: Iterable<string>) => [...some].flatMap((id) => places.get(id) ?? []);
  const thingsOf = (some: Iterable<string>) =>
    [...some].flatMap((id) => {
      const thing = thingOf(id, places);
      return thing === undefined ? [] : [thing];
    });
  const lists = {
    pinned: placesOf(view.pinned),
    hidden: placesOf(view.hidden),
    brought: [...view.broughtBy].flatMap(placesOf),
    selection: thingsOf(view.selection),
    highlight: thingsOf(view.highlight),
    rules: [...view.styleRules],
  };
  return {
    n: ids,
    p: [...view.positions.values()].flatMap(({ x, y }) => [rounded(x, 1), rounded(y, 1)]),
    ...(Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) satisfies Partial<Packed>),
    ...packedRest(view),
  };
}

function packedRest({ filters, layout, panel, camera, query, table, screen }: PortableView): Partial<Packed> {
  return {
    ...(!isSame(filters, NO_FILTERS) && { filters: packedFilters(filters) }),
    ...(layout !== EMPTY_VIEW.layout && { layout }),
    panel: panel === undefined ? null : packedPanel(panel),
    ...(camera !== undefined && {
      camera: [
        rounded(camera.center.x, 100),
        rounded(camera.center.y, 100),
        rounded(camera.width, 100),
        rounded(camera.height, 100),
      ],
    }),
    ...(query !== '' && { query }),
    ...(!isSame(table, EMPTY_VIEW.table) && { table: packedTable(table) }),
    ...(screen === 'table' && { screen }),
  };
}

/** The view of a compact form; undefined when the form is inconsistent. */
export function unpacked(stored: StoredView): PortableView | undefined {
  const ids = stored.n;
  if (stored.p.length !== 2 * ids.length || new Set(ids).size !== ids.length) return undefined;
  const idsAt = (places: readonly number[] | undefined) => (places ?? []).flatMap((place) => ids[place] ?? []);
  const thingsAt = (things: readonly Thing[] | undefined) => (things ?? []).flatMap((thing) => idOf(thing, ids) ?? []);
  const { camera, panel } = stored;
  return {
    positions: new Map(ids.map((id, place) => [id, { x: stored.p[2 * place] ?? 0, y: stored.p[2 * place + 1] ?? 0 }])),
    pinned: new Set(idsAt(stored.pinned)),
    hidden: new Set(idsAt(stored.hidden)),
    broughtBy: new Map(pairs(idsAt(stored.brought))),
    selection: new Set(thingsAt(stored.selection)),
    highlight: new Set(thingsAt(stored.highlight)),
    filters: unpackedFilters(stored.filters ?? {}),
    styleRules: stored.rules ?? [],
    layout: stored.layout ?? EMPTY_VIEW.layout,
    panel: panel === null || panel === undefined ? undefined : unpackedPanel(panel),
    camera:
      camera === undefined
        ? undefined
        : { center: { x: camera[0], y: camera[1] }, width: camera[2], height: camera[3] },
    query: stored.query ?? '',
    table: stored.table === undefined ? EMPTY_VIEW.table : unpackedTable(stored.table),
    screen: stored.screen ?? 'graph',
  };
}

/** Adds 0 to turn `-0` into `0`, which JSON would do as well. */
function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts + 0;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Ids contain no spaces, so the id of an edge is three words; see ARCHITECTURE.md. */
function thingOf(id: string, places: ReadonlyMap<string, number>): Thing | undefined {
  const node = places.get(id);
  if (node !== undefined) return node;
  const [source = '', relation = '', target = ''] = id.split(' ');
  const [from, to, which] = [places.get(source), places.get(target), RELATIONS.findIndex((one) => one === relation)];
  return from === undefined || to === undefined || which < 0 ? undefined : [from, which, to];
}

function idOf(thing: Thing, ids: readonly string[]): string | undefined {
  if (typeof thing === 'number') return ids[thing];
  const [source, relation, target] = [ids[thing[0]], RELATIONS[thing[1]], ids[thing[2]]];
  return source === undefined || relation === undefined || target === undefined
    ? undefined
    : `${source} ${relation} ${target}`;
}

function pairs(ids: readonly string[]): [string, string][] {
  return ids.flatMap((id, index): [string, string][] => {
    const by = ids[index + 1];
    return index % 2 === 0 && by !== undefined ? [[id, by]] : [];
  });
}

function packedFilters(filters: Filters): NonNullable<Packed['filters']> {
  const changed = Object.entries(filters).filter(([name, value]) => !isSame(value, NO_FILTERS[name as keyof Filters]));
  return Object.fromEntries(changed);
}

function unpackedFilters(stored: NonNullable<Packed['filters']>): Filters {
  const { from, to } = stored;
  return { ...NO_FILTERS, ...withoutUndefined(stored), from, to };
}

/** A field that is `undefined` must keep its default, like an absent one. */
function withoutUndefined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

function packedPanel(panel: Panel): StoredPanel {
  if (panel.kind === 'paths') return { ...panel, stances: [...panel.stances] };
  if (panel.kind !== 'document') return panel;
  const { kind, id, statement, from } = panel;
  const back = from?.kind === 'paths' ? { ...from, stances: [...from.stances] } : from;
  return { kind, id, ...(statement !== undefined && { statement }), ...(back !== undefined && { from: back }) };
}

function unpackedPanel(stored: StoredPanel): Panel {
  return stored.kind === 'document'
    ? { kind: 'document', id: stored.id, statement: stored.statement, from: stored.from }
    : stored;
}

type StoredTable = NonNullable<Packed['table']>;

function packedTable({ shown, text, looks }: TableState): StoredTable {
  const look = ({ sort, without }: TableLook) => ({ ...(sort !== undefined && { sort }), without: [...without] });
  return {
    shown,
    text,
    looks: { nodes: look(looks.nodes), edges: look(looks.edges), statements: look(looks.statements) },
  };
}

function unpackedTable({ shown, text, looks }: StoredTable): TableState {
  const look = (name: TableName): TableLook => ({ sort: looks[name].sort, without: looks[name].without });
  return { shown, text, looks: { nodes: look('nodes'), edges: look('edges'), statements: look('statements') } };
}
