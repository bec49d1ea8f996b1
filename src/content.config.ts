import { createRequire } from 'node:module';
import { defineCollection } from 'astro:content';

// Node has loaded the engine for `astro.config.mjs`; imported here, Vite would compile all of it once more: a second.
const {
  digestsLoader,
  notesLoader,
  pagesLoader,
  papersLoader,
  sourcesLoader,
  topicSchema,
  topicsLoader,
} = engine();

function engine(): typeof import('./index.ts') {
  return createRequire(import.meta.url)('./index.ts');
}

export const collections = {
  papers: defineCollection({ loader: papersLoader() }),
  digests: defineCollection({ loader: digestsLoader() }),
  topics: defineCollection({ loader: topicsLoader(), schema: topicSchema }),
  pages: defineCollection({ loader: pagesLoader() }),
  notes: defineCollection({ loader: notesLoader() }),
  sources: defineCollection({ loader: sourcesLoader() }),
};
