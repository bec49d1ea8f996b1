import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { topicSchema } from './archive/topics/schema.ts';
import { digestsLoader } from './entries/digests-loader.ts';
import { papersLoader } from './entries/papers-loader.ts';

export const collections = {
  papers: defineCollection({ loader: papersLoader() }),
  digests: defineCollection({ loader: digestsLoader() }),
  topics: defineCollection({
    loader: glob({ base: 'content/topics', pattern: '*.md' }),
    schema: topicSchema,
  }),
};
