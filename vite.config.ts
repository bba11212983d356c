import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

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
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk' && /^assets\/(cytoscape|graph)-/.test(file.fileName));
        return chunks.map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` }, injectTo: 'head' as const }));
      },
    },
  };
}

export default defineConfig({
  root: 'client',
  plugins: [react(), preloadCanvas()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // A font or picture inside of a style sheet would be a data: address, which the page's policy allows for pictures only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'cytoscape', test: /node_modules[\\/]cytoscape[\\/]/ }] },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: 'http://127.0.0.1:4242', changeOrigin: true } },
  },
});
