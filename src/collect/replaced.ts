/** Which papers of an announcement are new versions of papers announced before. Pure. */
import type { CapturedPaper } from '../digest/model.ts';
import { findRecords } from '../digest/records/xml-text.ts';
import { isObject } from '../digest/records/values.ts';
import { parsed } from '../shapes.ts';
import { placeOf, type Place } from '../entries/left-out.ts';

/** @see https://info.arxiv.org/help/rss_specifications.html */
const replacement = /<arxiv:announce_type>\s{0,20}replace/;

/** Whether each record of an answer is a new version, in their order: as arXiv and bioRxiv say it. */
function newVersions(text: string): boolean[] {
  if (!/^\s*[{[]/.test(text))
    return findRecords(text).map(({ start, end }) => replacement.test(text.slice(start, end)));
  // Of JSON Lines nothing is read: nobody who says versions sends that.
  const value = parsed(text);
  const list = isObject(value) ? value['collection'] : undefined;
  return Array.isArray(list)
    ? list.map((row: unknown) => isObject(row) && Number(row['version'] ?? 1) > 1)
    : [];
}

/** Where the papers stand that the answer calls new versions. @param text of the capture */
export function replacedIn(text: string, papers: readonly CapturedPaper[]): Place[] {
  const flags = newVersions(text);
  if (!flags.includes(true)) return [];
  return papers.filter(({ record = 0 }) => flags[record - 1] === true).map(placeOf);
}
