/** The table of ARCHITECTURE.md, read from every import of the sources by a parser. */
import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Layer {
  /** The files of the layer: the first layer that fits a file has it. */
  readonly files: RegExp;
  /** Paths of ours that it may import, beside its own files. */
  readonly mayImport?: RegExp;
  /** Packages that it may import. */
  readonly packages?: RegExp;
  readonly node?: boolean;
}

const PORT = 'server/engine/engine\\.ts';

/** A folder of server/ingest and the folders there that it may import: validation and loading know nothing of each other. */
const ingest = (folder: string, below: string): Layer => ({
  files: new RegExp(`^server/ingest/${folder}/`),
  mayImport: new RegExp(`^(${PORT}|server/(base|contract|store|ingest/(${below}))/)`),
  packages: /^zod(\/|$)/,
  node: true,
});

/** A room of the client. */
interface Room {
  readonly packages?: RegExp;
  /** Rooms further up in the list that it may not import all the same. */
  readonly not?: readonly string[];
}

const REACT =
  /^(react|react-dom|react-aria-components|lucide-react|@tanstack\/react-query|@tanstack\/react-virtual)(\/|$)/;

/** The rooms of the client, ground first: each imports only the rooms above it in this list. */
const ROOMS: Readonly<Record<string, Room>> = {
  base: {},
  api: { packages: /^zod\/mini$/ },
  'graph/scene': { not: ['api'] },
  'graph/layout': { not: ['api'], packages: /^d3-force$/ },
  'graph/routing': { not: ['api', 'graph/layout'] },
  'graph/paint': { not: ['api', 'graph/layout'] },
  'graph/canvas': { not: ['api'], packages: /^cytoscape$/ },
  words: {},
  state: { packages: /^zod\/mini$/ },
  links: { packages: /^zod\/mini$/ },
  control: {},
  ui: { packages: REACT },
};

/** Features import every room but each other; the page imports them. */
function roomsOfTheClient(): Readonly<Record<string, Layer>> {
  const names = Object.keys(ROOMS);
  const rooms = Object.entries(ROOMS).map(([name, { packages, not = [] }], at): [string, Layer] => {
    const above = names.slice(0, at).filter((other) => !not.includes(other));
    const mayImport = new RegExp(`^(server/contract/${above.map((other) => `|client/${other}/`).join('')})`);
    return [`client/${name}`, { files: new RegExp(`^client/${name}/`), mayImport, ...(packages && { packages }) }];
  });
  const ground = new RegExp(`^(server/contract/|client/(${names.join('|')})/)`);
  const packages = new RegExp(`${REACT.source}|^zod/mini$`);
  const features = readdirSync(join(root, 'client/features')).map((name): [string, Layer] => [
    `client/features/${name}`,
    { files: new RegExp(`^client/features/${name}/`), mayImport: ground, packages },
  ]);
  return {
    ...Object.fromEntries([...rooms, ...features]),
    'client/page': {
      files: /^client\/(page\/|main\.tsx$|styles\.d\.ts$)/,
      mayImport: new RegExp(`${ground.source}|^client/features/`),
      packages,
    },
  };
}

const LAYERS: Readonly<Record<string, Layer>> = {
  'base of the server': { files: /^server\/base\//, node: true },
  contract: { files: /^server\/contract\//, packages: /^zod\/mini$/ },
  port: { files: new RegExp(`^${PORT}$`) },
  'embedded adapter': {
    files: /^server\/engine\/embedded/,
    mayImport: /^server\/engine\/(?!neo4j|open)/,
    packages: /^@grafeo-db\/js$/,
    node: true,
  },
  'Neo4j adapter': {
    files: /^server\/engine\/neo4j/,
    mayImport: /^server\/engine\/(?!embedded|open)/,
    packages: /^neo4j-driver$/,
    node: true,
  },
  'choice of the engine': { files: /^server\/engine\/open\.ts$/, mayImport: /^server\/engine\//, node: true },
  'rules of the engines': {
    files: /^server\/engine\//,
    mayImport: /^server\/engine\/(?!embedded|neo4j|open)/,
    node: true,
  },
  store: { files: /^server\/store\//, mayImport: new RegExp(`^(${PORT}|server/(base|contract)/)`), node: true },
  explorer: {
    files: /^server\/explorer\//,
    mayImport: new RegExp(`^(${PORT}|server/(base|contract|store)/)`),
    node: true,
  },
  'records of ingest': ingest('records', ''),
  'formats of ingest': ingest('formats', 'records'),
  'validation of ingest': ingest('validate', 'records|formats'),
  'loading of ingest': ingest('load', 'records'),
  'check of ingest': ingest('check', 'records'),
  'service of ingest': ingest('service', 'records|formats|validate|load|check'),
  export: { files: /^server\/export\//, mayImport: new RegExp(`^(${PORT}|server/(base|contract|store)/)`), node: true },
  http: {
    files: /^server\/(http\/|app\.ts$)/,
    mayImport: new RegExp(`^(${PORT}|server/(base|contract|store|explorer|ingest|export|http)/)`),
    packages: /^(express|pino|zod)(\/|$)/,
    node: true,
  },
  config: { files: /^server\/config\.ts$/, mayImport: /^server\/contract\//, packages: /^zod(\/|$)/, node: true },
  build: { files: /^server\/build\.ts$/, node: true },
  runtime: {
    files: /^server\/runtime\//,
    mayImport: /^server\/(config\.ts$|(contract|engine|store|explorer|ingest|export)\/)/,
    packages: /^(pino|zod)(\/|$)/,
    node: true,
  },
  'start of the server': {
    files: /^server\/main\.ts$/,
    mayImport: new RegExp(`^(${PORT}|server/(app\\.ts$|config\\.ts$|(contract|runtime)/))`),
    packages: /^pino$/,
    node: true,
  },
  'command line': {
    files: /^server\/(cli\.ts$|cli\/)/,
    mayImport: new RegExp(`^(${PORT}|server/(main\\.ts$|config\\.ts$|(contract|runtime)/))`),
    packages: /^(commander|zod)(\/|$)/,
    node: true,
  },
  ...roomsOfTheClient(),
};

interface Import {
  readonly file: string;
  /** As written. */
  readonly of: string;
  /** The path of ours that it leads to; absent for packages and Node's own modules. */
  readonly path: string | undefined;
}

const sources = ['server', 'client'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => /\.tsx?$/.test(name)),
);

/** Every import, re-export and dynamic import of a file; types too: they are arrows like any other. */
function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const { module } = parseSync(file, text);
  const written = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...module.staticExports.flatMap((statement) =>
      statement.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      text.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
    ),
  ];
  return written.map((of) => ({
    file,
    of,
    path: of.startsWith('.') ? relative(root, join(root, dirname(file), of)).replaceAll('\\', '/') : undefined,
  }));
}

function layerOf(file: string): [name: string, layer: Layer] | undefined {
  return Object.entries(LAYERS).find(([, { files }]) => files.test(file));
}

/** Why an import is not allowed; `undefined` when it is. */
function objection({ file, of, path }: Import): string | undefined {
  const [name, layer] = layerOf(file) ?? [];
  if (name === undefined || layer === undefined) return `${file} belongs to no layer`;
  const allowed =
    path === undefined
      ? isBuiltin(of)
        ? layer.node === true
        : layer.packages?.test(of) === true
      : layer.files.test(path) || layer.mayImport?.test(path) === true || /\.(css|svg|woff2)$/.test(path);
  return allowed ? undefined : `${file} (${name}) may not import ${path ?? of}`;
}

const imports = sources.flatMap(importsOf);

/** The sets of files in which each reaches every other by imports: strongly connected components, after Tarjan (1972). */
function cyclesOf(all: readonly Pick<Import, 'file' | 'path'>[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { file, path } of all) if (path !== undefined) targets.set(file, [...(targets.get(file) ?? []), path]);
  const order = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  /** Gives the first file of the stack, by its place in the order, that `file` reaches. */
  const visit = (file: string): number => {
    const place = order.size;
    order.set(file, place);
    stack.push(file);
    let lowest = place;
    for (const target of targets.get(file) ?? []) {
      if (!order.has(target)) lowest = Math.min(lowest, visit(target));
      else if (stack.includes(target)) lowest = Math.min(lowest, order.get(target) ?? 0);
    }
    if (lowest === place) {
      const component = stack.splice(stack.indexOf(file));
      if (component.length > 1 || targets.get(file)?.includes(file)) cycles.push(component.toSorted());
    }
    return lowest;
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return cycles;
}

describe('layers', () => {
  test('reads the imports of every kind of file', () => {
    expect(imports).toContainEqual({ file: 'server/engine/open.ts', of: './neo4j.ts', path: 'server/engine/neo4j.ts' });
    expect(imports.some(({ file, of }) => file.startsWith('client/graph/') && of === 'cytoscape')).toBe(true);
    expect(sources.length).toBeGreaterThan(20);
  });

  test('sees an arrow that the table does not allow', () => {
    const wrong: readonly (readonly [file: string, of: string, path?: string])[] = [
      ['client/features/panels/Panel.tsx', 'cytoscape'],
      ['client/features/panels/Panel.tsx', '../table/rows.ts', 'client/features/table/rows.ts'],
      ['client/features/panels/Panel.tsx', '../../page/Page.tsx', 'client/page/Page.tsx'],
      ['client/ui/IconButton.tsx', '../features/table/rows.ts', 'client/features/table/rows.ts'],
      ['client/control/action.ts', 'react'],
      ['client/control/action.ts', '../ui/queries.ts', 'client/ui/queries.ts'],
      ['client/state/filters.ts', '../links/views.ts', 'client/links/views.ts'],
      ['client/words/names.ts', '../state/filters.ts', 'client/state/filters.ts'],
      ['client/graph/paint/ink.ts', '../canvas/painter.ts', 'client/graph/canvas/painter.ts'],
      ['client/graph/paint/ink.ts', 'cytoscape'],
      ['client/graph/scene/scene.ts', '../../api/call-endpoint.ts', 'client/api/call-endpoint.ts'],
      ['client/features/panels/Panel.tsx', '../../server/engine/engine.ts', 'server/engine/engine.ts'],
      ['client/main.tsx', 'node:fs'],
      ['server/contract/explorer.ts', 'express'],
      ['server/contract/explorer.ts', '../engine/engine.ts', 'server/engine/engine.ts'],
      ['server/store/schema.ts', '../engine/neo4j.ts', 'server/engine/neo4j.ts'],
      ['server/engine/neo4j.ts', './embedded.ts', 'server/engine/embedded.ts'],
      ['server/explorer/search.ts', '../ingest/load/stage.ts', 'server/ingest/load/stage.ts'],
      ['server/ingest/load/stage.ts', '../validate/spool.ts', 'server/ingest/validate/spool.ts'],
      ['server/ingest/validate/state.ts', '../load/stage.ts', 'server/ingest/load/stage.ts'],
      ['server/ingest/new.ts', './load/stage.ts', 'server/ingest/load/stage.ts'],
      ['server/http/routes.ts', '../engine/open.ts', 'server/engine/open.ts'],
    ];
    for (const [file, of, path] of wrong)
      expect(objection({ file, of, path })).toMatch(/may not import|belongs to no layer/);
  });

  test('allows every import of the sources', () => {
    expect(imports.map(objection).filter((reason) => reason !== undefined)).toEqual([]);
  });

  test('sees cycles of imports', () => {
    const arrows = ['a b', 'b c', 'c a', 'c d', 'd e', 'e d', 'f a', 'g g', 'h i'];
    const graph = arrows.map((arrow) => ({ file: arrow.slice(0, 1), path: arrow.slice(2) }));
    expect(cyclesOf(graph).toSorted()).toEqual([['a', 'b', 'c'], ['d', 'e'], ['g']]);
  });

  test('has no cycle of files, not even by types', () => {
    expect(imports.filter(({ path }) => path === 'server/engine/engine.ts').length).toBeGreaterThan(20);
    expect(cyclesOf(imports)).toEqual([]);
  });

  test('reads variables of the environment in server/config.ts alone', () => {
    const reads = /\bprocess\s*(\?\.|\.)\s*env\s*(\?\.|\.|\[)|\}\s*=\s*process\.env\b|\bimport\.meta\.env\b/;
    expect(
      sources
        .filter((file) => reads.test(readFileSync(join(root, file), 'utf8')))
        .filter((file) => file !== 'server/config.ts'),
    ).toEqual([]);
  });

  test('lets nobody but engine/ behave otherwise on one engine than on the other', () => {
    const compares = /\bdialect\s*[!=]==?|[!=]==?\s*\S*\bdialect\b|switch\s*\([^)]*\bdialect\b/;
    expect(
      sources
        .filter((file) => compares.test(readFileSync(join(root, file), 'utf8')))
        .filter((file) => !file.startsWith('server/engine/')),
    ).toEqual([]);
  });
});
