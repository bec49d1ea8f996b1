/** Takes papers away in a format, in the browser. For lists, searches and whatever else selects papers. */
import { download } from '../../browser/files.ts';
import { formats, type Format, type FormatName } from '../formats.ts';
import { fetchWorks, type Fetching } from './fetch-works.ts';

export interface Exported {
  /** The papers as one text; empty of none. */
  readonly text: string;
  readonly papers: number;
  /** Ids of papers whose pages could not be read: offline, or no longer there. */
  readonly missing: readonly string[];
}

/**
 * Papers as a text, in the order of their ids. Each is read from its own page, so that a thousand papers are a
 * thousand small requests, six at a time, or none where the pages are kept.
 *
 * @param ids of papers of this archive
 * @param fetching `signal` to cancel, `progress(done, all)` to tell how far it is
 * @throws {DOMException} (`AbortError`) if it is cancelled
 */
export async function exportPapers(
  ids: readonly string[],
  format: FormatName,
  fetching: Fetching = {},
): Promise<Exported> {
  const { works, missing } = await fetchWorks(ids, fetching);
  const text = works.length === 0 ? '' : formats[format].write(works);
  return { text, papers: works.length, missing };
}

/**
 * Saves a text as a file.
 *
 * @param name of the file, without its extension
 */
export function saveAs(name: string, format: FormatName, text: string): void {
  const { extension, mediaType }: Format = formats[format];
  download(`${name}.${extension}`, text, mediaType);
}
