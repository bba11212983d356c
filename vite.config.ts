import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

interface Chunk {
  readonly fileName: string;
  /** Names of the chunks that it imports statically. */
  readonly imports: readonly string[];
}

/** `names` and all that they import statically. */
function withImports(names: readonly string[], chunks: readonly Chunk[]): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found)
    for (const next of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) found.add(next);
  return found;
}

/**
 * Names the canvas' chunks in index.html, so that the browser fetches them while the shell starts:
 * a chunk that is imported lazily is otherwise found only once the shell runs.
 */
function preloadCanvas(): Plugin {
  return {
    name: 'gainsay:preload-canvas',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const shell = withImports(
          chunks.filter((chunk) => chunk.isEntry).map(({ fileName }) => fileName),
          chunks,
        );
        const canvas = withImports(
          chunks.filter(({ name }) => name === 'cytoscape' || name === 'drawing').map(({ fileName }) => fileName),
          chunks,
        );
        return [...canvas]
          .filter((name) => !shell.has(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

/** What is smaller than this fits into a packet as it is. */
const MIN_PACKED = 1_400;
const PACKED = /\.(?:js|css)$/;

/** Writes scripts and styles compressed, too, beside what they are made of: once at the build, so that the best takes nobody's time. */
function pack(): Plugin {
  return {
    name: 'gainsay:pack',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      await Promise.all(
        Object.values(bundle).map(async (file) => {
          const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (!PACKED.test(file.fileName) || bytes.length < MIN_PACKED) return;
          const path = join(dir, file.fileName);
          const sized = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
          await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, sized));
          await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
        }),
      );
    },
  };
}

export default defineConfig({
  root: 'client',
  plugins: [react(), preloadCanvas(), pack()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // A font or picture inside of a style sheet would be a data: address, which the page's policy allows for pictures only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What the page needs at once in one file: twenty small ones are twenty requests, and compress worse (138 kB instead of 147).
            { name: 'shell', tags: ['$initial'], priority: 2 },
            { name: 'cytoscape', test: /node_modules[\\/]cytoscape[\\/]/, priority: 1 },
            // What each first visit fetches next, one file for each moment, with what nothing before it has: the drawing,
            // the address, the tools on the canvas, the panels of the first click. All else stays as lazy as it is imported.
            { name: 'drawing', test: /client[\\/]graph[\\/]canvas[\\/]graph-controller\.ts$/ },
            { name: 'views', test: /client[\\/]links[\\/]views-core\.ts$/ },
            {
              name: 'tools',
              test: /client[\\/]features[\\/](?:canvas[\\/](?:Layout|Style)\w+|filters[\\/]FilterChips)\.tsx$/,
            },
            { name: 'evidence', test: /client[\\/]features[\\/]panels[\\/](?:Node|Edge)Panel\.tsx$/ },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: 'http://127.0.0.1:4242', changeOrigin: true } } },
});
