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

/** `names` and all chunks that they import statically, directly or indirectly. */
function withImports(names: readonly string[], chunks: readonly Chunk[]): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found)
    for (const next of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) found.add(next);
  return found;
}

/**
 * Adds preload links for the canvas chunks to index.html, so that the browser fetches them while the shell starts:
 * without them it finds a lazily imported chunk only when the shell runs.
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

/** Smaller files fit into one network packet uncompressed. */
const MIN_PACKED = 1_400;
const PACKED = /\.(?:js|css)$/;

/** Also writes scripts and styles in compressed form: at build time the strongest compression delays no request. */
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
    // A font inlined into a style sheet would be a data: URL, which the page's content security policy allows for images only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The initial modules in one file: twenty small files need twenty requests and compress worse (147 kB instead of 138).
            { name: 'shell', tags: ['$initial'], priority: 2 },
            { name: 'cytoscape', test: /node_modules[\\/]cytoscape[\\/]/, priority: 1 },
            // What every first visit loads next, one file for each step, with the modules that no earlier file contains:
            // the drawing, the URL sync, the tools on the canvas, the panels of the first click. All else is split by import.
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
