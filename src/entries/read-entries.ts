/** Reading the folder of entries; what a file says is worked out once for the same bytes. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { inArchive, papersFolder } from '../archive-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { asJson, type Kind } from '../store/kind.ts';
import { readEntryFile, readText } from './entry-file.ts';
import { marksKey, marksOfEntry, type EntryMarks } from './marks.ts';
import type { Entry, Frontmatter, StoredEntry } from './model.ts';
import { bytesOf, hashesOf, lookInto, missing, type Aids } from './owner-files.ts';
import { splitFrontmatter } from './parse.ts';
import { listPlaced } from './placed.ts';
import type { Seen } from './seen.ts';
import { readTombstones, type Tombstone } from './tombstones.ts';
import { textAt } from './unopened.ts';

/** Lists papers whose entries were deleted on purpose. */
export const removedFile = (): string => inArchive('papers', '.removed');

export interface EntriesReading {
  readonly entries: readonly StoredEntry[];
  readonly unreadable: readonly { readonly id: string; readonly text: string }[];
  /** What `papers/.removed` lists: papers whose entries were deleted on purpose. */
  readonly removed: ReadonlySet<string>;
  /** What `removed` holds: papers that were removed with a word for their readers. */
  readonly tombstones?: readonly Tombstone[];
  readonly problems: readonly Diagnostic[];
}

/** What a file says, but for its abstract, which most readers do not look at and the file has. */
interface KeptEntry {
  readonly data: Frontmatter;
  readonly marks: EntryMarks;
  readonly problems?: readonly Diagnostic[];
}

const keptEntries: Kind<KeptEntry> = {
  name: 'entries',
  modules: ['src/entries/read-entries.ts'],
  together: true,
  codec: asJson(),
};

/** An entry whose file did not change since it was read: it is opened only by who looks at its text. */
class UnopenedEntry implements StoredEntry, Entry {
  readonly id: string;
  readonly data: Frontmatter;
  readonly [marksKey]: EntryMarks;
  readonly #root: string;
  readonly #file: string;
  #text: string | undefined;

  constructor(root: string, file: string, id: string, { data, marks }: KeptEntry) {
    this.id = id;
    this.data = data;
    this[marksKey] = marks;
    this.#root = root;
    this.#file = file;
  }

  get entry(): Entry {
    return this;
  }

  get text(): string {
    return (this.#text ??= textAt(resolve(this.#root, this.#file), this[marksKey].hash));
  }

  get body(): string {
    return splitFrontmatter(this.text)?.body ?? '';
  }
}

/**
 * Reads every entry of `papers`.
 *
 * @param root the project's folder
 */
export async function readEntries(root: string, aids: Aids = {}): Promise<EntriesReading> {
  const { seen, store } = aids;
  seen?.forget(papersFolder());
  const placed = await listPlaced(root, papersFolder(), '.md');
  const files = await lookInto(root, papersFolder(), placed.files, aids);
  const kept = store?.getMany(keptEntries, hashesOf(files), true);
  const entries: StoredEntry[] = [];
  const unreadable: { id: string; text: string }[] = [];
  const problems: Diagnostic[] = [...placed.problems];
  for (const found of files) {
    const { file } = found;
    const id = basename(file, '.md');
    const before = kept?.get(file);
    if (before) {
      entries.push(new UnopenedEntry(root, file, id, before));
      if (before.problems) problems.push(...before.problems);
      continue;
    }
    const bytes = await bytesOf(root, found, aids);
    const reading = bytes.ok
      ? readEntryFile(`${id}.md`, file, bytes.bytes)
      : { ok: false as const, problems: [bytes.problem], text: '' };
    problems.push(...reading.problems);
    if (!reading.ok) unreadable.push({ id, text: reading.text });
    else {
      entries.push(reading.stored);
      if (store) keepEntry(aids, file, reading);
    }
  }
  const { tombstones, problems: inTombstones } = await readTombstones(root, seen);
  const removed = await readRemoved(root, seen);
  return {
    entries,
    unreadable,
    removed,
    tombstones,
    problems: [...problems, ...inTombstones],
  };
}

/** Keeps what an entry's file says. @param file path from the root */
export function keepEntry(
  { store }: Aids,
  file: string,
  { stored, problems }: { readonly stored: StoredEntry; readonly problems: readonly Diagnostic[] },
): void {
  const marks = marksOfEntry(stored);
  const { data } = stored.entry;
  store?.put(keptEntries, file, marks.hash, {
    data,
    marks,
    ...(problems.length > 0 && { problems }),
  });
}

/** One id, arXiv id or place (`digest:line`) a line, in any encoding; `#` begins a comment. */
export async function readRemoved(root: string, seen?: Seen): Promise<Set<string>> {
  const bytes = await readFile(resolve(root, removedFile())).catch(missing);
  if (Array.isArray(bytes)) return new Set();
  seen?.note(removedFile(), bytes);
  const text = readText(removedFile(), bytes).text.replace(/^\uFEFF/, '');
  const lines = text.split(/\r?\n/).map((line) => (line.split(/(?<!\S)#/, 1)[0] ?? '').trim());
  return new Set(lines.filter((line) => line !== ''));
}
