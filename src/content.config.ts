import { defineCollection } from 'astro:content';
import { topicSchema } from './topics/index.ts';
import { digestsLoader } from './entries/digests-loader.ts';
import { papersLoader } from './entries/papers-loader.ts';
import { topicsLoader } from './entries/topics-loader.ts';
import { notesLoader, pagesLoader } from './owner/loaders.ts';

export const collections = {
  papers: defineCollection({ loader: papersLoader() }),
  digests: defineCollection({ loader: digestsLoader() }),
  topics: defineCollection({ loader: topicsLoader(), schema: topicSchema }),
  pages: defineCollection({ loader: pagesLoader() }),
  notes: defineCollection({ loader: notesLoader() }),
};
