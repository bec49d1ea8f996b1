import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { offprintOffline } from './src/offline/integration.ts';
import { offprintSearch } from './src/search/integration.ts';
import { rehypePlugins, remarkPlugins, remarkRehypeOptions } from './src/text/plugins.ts';

// The deploy workflow sets both from what GitHub Pages says; without them the site is built for `npm start`.
const site = process.env.OFFPRINT_SITE || 'http://localhost:4321';
const base = process.env.OFFPRINT_BASE || '/';

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  // Only white space that HTML ignores: the default "jsx" also eats line breaks between inline elements.
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Scripts as files of their own: fetched once, not carried by every page.
  // What tests and benches build in .cache is none of this site's.
  vite: {
    build: { assetsInlineLimit: 0 },
    server: { watch: { ignored: [`${import.meta.dirname}/.cache/**`] } },
  },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      smartypants: false,
      gfm: false,
      remarkPlugins,
      rehypePlugins,
      remarkRehype: remarkRehypeOptions,
    }),
  },
  // 'wasm-unsafe-eval' lets Pagefind compile its WebAssembly.
  security: { csp: { scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] } } },
  // Order counts: the service worker lists the files that the search index adds.
  integrations: [sitemap(), offprintSearch(), offprintOffline()],
});
