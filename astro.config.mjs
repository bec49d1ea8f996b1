import { relative } from 'node:path';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { offprintOffline } from './src/offline/integration.ts';
import { offprintPublish } from './src/publish/integration.ts';
import { offprintSearch } from './src/search/integration.ts';

// The deploy workflow sets both from what GitHub Pages says; without them the site is built for `npm start`.
const site = process.env.OFFPRINT_SITE || 'http://localhost:4321';
const base = process.env.OFFPRINT_BASE || '/';

/** What tests and benches build in `.cache`, and a site that is being built beside `dist`: not to be watched. */
const isOurs = (path) => /^\.(?:cache|dist\.)/.test(relative(import.meta.dirname, path));

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  // Only white space that HTML ignores: the default "jsx" also eats line breaks between inline elements.
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Scripts as files of their own: fetched once, not carried by every page.
  vite: {
    build: { assetsInlineLimit: 0 },
    server: { watch: { ignored: [isOurs] } },
  },
  // Papers are not rendered here but by their loader, with the remark and rehype plugins of src/text/plugins.ts;
  // Astro would only warn that its highlighter and the security policy below do not go together.
  markdown: { syntaxHighlight: false },
  // 'wasm-unsafe-eval' lets Pagefind compile its WebAssembly.
  security: { csp: { scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] } } },
  // Order counts: the service worker lists the files that the search index adds, and the site is then put in place.
  integrations: [
    // `/offline/` is what the service worker answers, no page to be found.
    sitemap({ filter: (page) => !page.endsWith('/offline/') }),
    offprintSearch(),
    offprintOffline(),
    offprintPublish(),
  ],
});
