/** Reads an archive where Astro is not: for commands. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { asBuilt } from '../entries/as-built.ts';
import { digestDataOf } from '../loaders/digest-data.ts';
import { readDigests, readEntries } from '../entries/files.ts';
import { readRecords } from '../entries/records/files.ts';
import { showPaper } from '../loaders/show-paper.ts';
import type { Site } from '../site/schema.ts';
import type { Store } from '../store/store.ts';
import { readTopicFiles } from '../topics/index.ts';
import type { Archive } from './archive.ts';
import { assembleArchive } from './assemble.ts';
import { deriving } from './derived.ts';

export interface ReadOptions {
  readonly site: Pick<Site, 'digests'>;
  /** Spares what earlier runs have worked out. */
  readonly store?: Store | undefined;
  /** Digests whose papers are wanted, of all digests' ids; an archive of many papers is not rendered for a few. */
  readonly wanted: (digests: readonly string[]) => readonly string[];
}

/**
 * The archive as its pages have it, with the papers of some digests alone. Writes nothing.
 *
 * @param root the project's folder
 * @returns every digest, and what is wrong with the files; of topics and papers, what the wanted digests list
 */
export async function readArchive(
  root: string,
  { site, store, wanted }: ReadOptions,
): Promise<{ readonly archive: Archive; readonly problems: readonly Diagnostic[] }> {
  const aids = { store };
  const { digests, problems } = await readDigests(root, aids);
  const before = await readEntries(root, aids);
  const { records } = await readRecords(root, aids);
  const { topics } = await readTopicFiles(root);
  const { entries, edited } = asBuilt(digests, before, records, store);
  const listed = new Set(wanted(digests.map(({ name }) => name.id)));
  const editedById = new Map(edited.map((entry) => [entry.id, entry]));
  const papers = new Map(
    entries
      .filter(({ entry }) => entry.data.digests.some(({ digest }) => listed.has(digest)))
      .map((stored) => {
        const { id } = stored.entry;
        const sources = { stored, edited: editedById.get(id), captures: [], file: undefined };
        return [id, showPaper({ ...sources, records })];
      }),
  );
  const archive = assembleArchive({
    papers,
    digests: digests.map((digest) => ({ id: digest.name.id, data: digestDataOf(digest) })),
    topics,
    derived: deriving(topics),
    names: site.digests,
    withoutCaptures: true,
  });
  return { archive, problems: [...problems, ...before.problems] };
}
