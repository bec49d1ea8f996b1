/** The archive of this build: the one place where pages meet the content that Astro's loaders hold. */
import { fileURLToPath } from 'node:url';
import { loadedContent, type Loaded } from '../loaders/loaded.ts';
import { oncePer } from '../once.ts';
import { inThread, lately, rememberingSimilar } from '../related/index.ts';
import { openStore } from '../store/store.ts';
import type { TopicRules } from '../topics/index.ts';
import type { Archive } from './archive.ts';
import { assembleArchive } from './assemble.ts';
import { deriving } from './derived.ts';

let similar: ReturnType<typeof rememberingSimilar> | undefined;
let derived:
  | { readonly topics: readonly TopicRules[]; readonly derive: ReturnType<typeof deriving> }
  | undefined;
let current: { readonly content: Loaded; readonly archive: Archive } | undefined;

function similarIn(folder: string, root: URL): ReturnType<typeof rememberingSimilar> {
  const find = rememberingSimilar(openStore(folder));
  return import.meta.env.DEV
    ? lately(find, inThread(new URL('src/related/worker.ts', root), folder))
    : find;
}

/** The same for the same: of papers that did not change, none is put together anew. */
const notesById = oncePer(
  (notes: Loaded['notes']) => new Map(notes.map(({ id, data, html }) => [id, { ...data, html }])),
);

/** The archive. It is put together once, and in dev once after each change. */
export async function getArchive(): Promise<Archive> {
  // Asked for here, so that whatever reads an archive can be loaded where Astro is not.
  const { root } = await import('astro:config/server');
  const content = loadedContent();
  const { site } = await import('virtual:offprint/site');
  if (current?.content === content) return current.archive;
  const { papers, digests, topics, removed, notes, pages, collection } = content;
  similar ??= similarIn(fileURLToPath(root), root);
  if (derived?.topics !== topics)
    derived = { topics, derive: deriving(topics, openStore(fileURLToPath(root))) };
  const archive = assembleArchive({
    papers,
    digests,
    topics,
    derived: derived.derive,
    notes: notesById(notes),
    pages: pages.map(({ id, data, html }) => ({ ...data, id, html })),
    names: site.digests,
    removed,
    collection,
    withoutCaptures: !site.captures,
    similar,
  });
  current = { content, archive };
  return archive;
}
