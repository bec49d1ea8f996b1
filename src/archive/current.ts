/** The archive of this build: the one place where pages meet Astro's collections. */
import { fileURLToPath } from 'node:url';
import { notesFolder, pagesFolder } from '../archive-folder.ts';
import { listPlaced } from '../entries/placed.ts';
import { assembleArchive } from './assemble.ts';
import type { Archive } from './archive.ts';
import { rememberingSimilar, similarityCode } from '../related/index.ts';
import { compileTopics } from '../topics/index.ts';

let similar: ReturnType<typeof rememberingSimilar> | undefined;

async function assemble(): Promise<Archive> {
  // Asked for here, so that whatever reads an archive can be loaded where Astro is not.
  const { getCollection } = await import('astro:content');
  const { cacheDir, root } = await import('astro:config/server');
  // Astro's folder for what builds share. In dev it is asked on every request, and answers from memory.
  similar ??= rememberingSimilar(
    fileURLToPath(new URL('similarity.bin', cacheDir)),
    similarityCode(fileURLToPath(root)),
  );
  // Few archives have all of them, and Astro warns of a collection that is empty.
  const has = async (folder: string): Promise<boolean> =>
    (await listPlaced(fileURLToPath(root), folder)).files.length > 0;
  const [papers, digests, topics, notes, pages] = await Promise.all([
    getCollection('papers'),
    getCollection('digests'),
    getCollection('topics'),
    (await has(notesFolder())) ? getCollection('notes') : [],
    (await has(pagesFolder())) ? getCollection('pages') : [],
  ]);
  const classifier = compileTopics(
    topics.map(({ id, data, body = '' }) => ({ id, notes: body, ...data })),
  );
  return assembleArchive({
    papers: papers.map(({ id, data, rendered }) => ({ id, data, html: rendered?.html ?? '' })),
    digests,
    topics: topics.map(({ id, data }) => ({ id, ...data })),
    classifier,
    notes: new Map(
      notes.map(({ id, data, rendered }) => [id, { ...data, html: rendered?.html ?? '' }]),
    ),
    pages: pages.map(({ id, data, rendered }) => ({ ...data, id, html: rendered?.html ?? '' })),
    similar,
  });
}

let current: Promise<Archive> | undefined;

/** The archive. A build assembles it once; in dev every request sees the entries as they are then. */
export function getArchive(): Promise<Archive> {
  if (import.meta.env.DEV) return assemble();
  current ??= assemble();
  return current;
}
