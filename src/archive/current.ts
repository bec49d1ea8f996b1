/** The archive of this build: the one place where pages meet Astro's collections. */
import { getCollection } from 'astro:content';
import { assembleArchive } from './assemble.ts';
import type { Archive } from './model.ts';
import { compileTopics } from './topics/classifier.ts';

async function assemble(): Promise<Archive> {
  const [papers, digests, topics] = await Promise.all([
    getCollection('papers'),
    getCollection('digests'),
    getCollection('topics'),
  ]);
  const classifier = compileTopics(
    topics.map(({ id, data, body = '' }) => ({ id, notes: body, ...data })),
  );
  return assembleArchive({
    papers: papers.map(({ id, data, rendered }) => ({ id, data, html: rendered?.html ?? '' })),
    digests,
    topics: topics.map(({ id, data }) => ({ id, ...data })),
    classifier,
  });
}

let current: Promise<Archive> | undefined;

/** The archive. A build assembles it once; in dev every request sees the entries as they are then. */
export function getArchive(): Promise<Archive> {
  if (import.meta.env.DEV) return assemble();
  current ??= assemble();
  return current;
}
