/** Where the owner's archive lies: the one place that knows. Everything else of the engine asks here. */
import { posix, resolve } from 'node:path';
import { newPlace, placeOf } from './places.ts';

/** The environment variable that names it; every command's `--archive` sets it. */
export const archiveVariable = 'OFFPRINT_ARCHIVE';

/** The folder of an archive that says nothing else. */
export const usualFolder = 'content';

/**
 * A path in the archive's folder, as messages show it: from the project's folder, with slashes, or absolute where the
 * variable is. It is asked anew each time, since a command learns of its archive after its modules are loaded.
 *
 * @param path from the archive's folder, e.g. `papers/soap.md`; none for the folder itself
 */
export function inArchive(...path: readonly string[]): string {
  const folder = (process.env[archiveVariable] || usualFolder).replaceAll('\\', '/');
  return posix.join(folder, ...path);
}

/**
 * The archive's folder, absolute.
 *
 * @param root the project's folder
 */
export const archiveFolder = (root = process.cwd()): string => resolve(root, inArchive());

/** A path of a file in the archive's folder, from there. @param file as messages show it */
export const fromArchive = (file: string): string => posix.relative(inArchive(), file);

/** The captures. */
export const digestsFolder = (): string => inArchive('digests');
/** The entries. */
export const papersFolder = (): string => inArchive('papers');
/** What is known of papers from elsewhere than their digests. */
export const recordsFolder = (): string => inArchive('records');
/** The owner's own words on papers. */
export const notesFolder = (): string => inArchive('notes');
/** What is left of papers that were removed. */
export const removedFolder = (): string => inArchive('removed');
export const topicsFolder = (): string => inArchive('topics');
/** The account of every digest, kept as data. */
export const accountsFile = (): string => inArchive('accounts.jsonl');
/** What was collected, when and where, kept as data. */
export const collectedFile = (): string => inArchive('collected.jsonl');
/** What is collected; an archive need not have it. */
export const sourcesFile = (): string => inArchive('sources.yaml');
/** Names of one thing; an archive need not have it. */
export const synonymsFile = (): string => inArchive('synonyms.yaml');

/** What the owner's sites and newsletters say around papers; an archive need not have it. */
export const dialectsFile = (): string => inArchive('dialects.yaml');

/** The owner's settings, style and files served as they are; an archive need not have them. */
export const siteFile = (): string => inArchive('site.yaml');
export const themeFile = (): string => inArchive('theme.css');
export const publicFolder = (): string => inArchive('public');
/** The owner's own pages. */
export const pagesFolder = (): string => inArchive('pages');

/** The file of a capture. @param name with its extension */
export const captureFile = (name: string): string => placeOf(digestsFolder(), name);
/** The file of an entry. */
export const entryFile = (id: string): string => placeOf(papersFolder(), `${id}.md`);
/** The file of the record that belongs to an entry. */
export const recordFile = (id: string): string => placeOf(recordsFolder(), `${id}.md`);
/** The file of the owner's words on the paper of an entry. */
export const noteFile = (id: string): string => placeOf(notesFolder(), `${id}.md`);

/** The file that a new capture is to be. @param name with its extension; it begins with its day */
export const newCaptureFile = (name: string): string =>
  newPlace(digestsFolder(), name, name, [papersFolder()]);
/** The file that a new entry is to be. @param digest id of the one that lists it first, which begins with a day */
export const newEntryFile = (id: string, digest: string): string =>
  newPlace(papersFolder(), `${id}.md`, digest, [digestsFolder()]);
/** The file that a new record is to be. @param digest as of its entry */
export const newRecordFile = (id: string, digest: string): string =>
  newPlace(recordsFolder(), `${id}.md`, digest, [papersFolder(), digestsFolder()]);
