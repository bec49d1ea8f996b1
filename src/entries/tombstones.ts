/** What is left of papers that were removed: `removed/<id>.md`, so that none comes back and each address tells. */
import { hash } from 'node:crypto';
import { z } from 'astro/zod';
import { removedFolder } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { kind } from '../diagnostics/yaml-schema.ts';
import { keysOf, type Known } from './identity.ts';
import { isoDate } from './model.ts';
import { readOwnMarkdown } from './own-markdown.ts';
import { listMarkdown, readMarkdownFiles } from './owner-files.ts';
import type { Seen } from './seen.ts';

/** Frontmatter of a tombstone; below it, why the paper was removed, as plain text. */
export const tombstoneSchema = z
  .strictObject({
    removed: z
      .string(kind('a date as YYYY-MM-DD'))
      .pipe(isoDate)
      .describe('When the paper was removed'),
    withdrawn: z
      .boolean(kind('true or false'))
      .default(false)
      .describe('At its author’s wish: then nothing tells what it was called'),
    title: z.string(kind('text')).trim().min(1, 'it is empty').optional().describe('Its title'),
    aliases: z
      .array(z.string(kind('text')), kind('a list'))
      .default([])
      .describe('Former ids, whose addresses tell the same'),
    keys: z
      .array(
        z.string(kind('text')).regex(/^(?:arXiv|DOI|title):[0-9a-f]{24}$/, 'it is no key'),
        kind('a list'),
      )
      .default([])
      .describe('By what the paper is known again: hashes of its arXiv id, DOI and titles'),
  })
  .refine(({ withdrawn, title }) => !withdrawn || title === undefined, {
    error: 'a paper that was withdrawn has none here',
    path: ['title'],
  });

/** A paper that was removed. */
export interface Tombstone extends z.infer<typeof tombstoneSchema> {
  readonly id: string;
  /** Path for messages. */
  readonly file: string;
  /** Why; may be empty. */
  readonly reason: string;
}

/** Of a hash, enough to tell papers apart. */
const hashLength = 24;

/** By what a paper is known again, without telling what it is. */
export const hashedKeys = (known: Known): string[] =>
  keysOf(known).map((key) => {
    const [name = ''] = key.split(' ', 1);
    return `${name}:${hash('sha256', key).slice(0, hashLength)}`;
  });

/**
 * Reads all tombstones.
 *
 * @param root the project's folder
 * @param seen where to note what was read
 */
export async function readTombstones(
  root: string,
  seen?: Seen,
): Promise<{
  readonly tombstones: readonly Tombstone[];
  readonly problems: readonly Diagnostic[];
}> {
  seen?.forget(removedFolder());
  const { texts, problems } = await readMarkdownFiles(
    root,
    await listMarkdown(root, removedFolder()),
    seen,
  );
  const tombstones: Tombstone[] = [];
  for (const { id, file, text } of texts) {
    const read = readOwnMarkdown(file, text, { schema: tombstoneSchema, code: 'removed/schema' });
    if (read.ok) tombstones.push({ ...read.value, id, file, reason: read.body.trim() });
    else problems.push(...read.problems);
  }
  return { tombstones, problems };
}

/** Finds the tombstone of a paper; nothing where there are none. */
export function tombstoneFinder(
  tombstones: readonly Pick<Tombstone, 'id' | 'keys'>[],
): (known: Known) => string | undefined {
  if (tombstones.length === 0) return () => undefined;
  const byKey = new Map(tombstones.flatMap((stone) => stone.keys.map((key) => [key, stone])));
  return (known) => {
    for (const key of hashedKeys(known)) {
      const stone = byKey.get(key);
      // Equal titles do not make one paper of two that have different arXiv ids.
      const isOther =
        key.startsWith('title:') &&
        known.arxiv !== undefined &&
        stone?.keys.some((other) => other.startsWith('arXiv:'));
      if (stone && !isOther) return stone.id;
    }
    return undefined;
  };
}

/** Entries beside their own tombstones: the entry is shown, and the tombstone waits. */
export const tombstoneProblems = (
  tombstones: readonly Tombstone[],
  entries: ReadonlySet<string>,
): Diagnostic[] =>
  tombstones
    .filter(({ id }) => entries.has(id))
    .map(({ file }) => diagnostic('removed/entry-there', { file }));
