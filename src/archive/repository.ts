/** Addresses in the repository that holds the archive's content. */

import * as words from '#words/entry.ts';
import { cutAtWord, oneLine } from '../text/line.ts';

/** Where the archive is kept; without an address, nowhere public. */
export interface Repository {
  readonly url?: string;
  readonly branch: string;
  /** The archive's folder in it; the repository itself where there is none. */
  readonly folder?: string;
}

/** Its home page without a slash at the end. */
const home = ({ url }: Pick<Repository, 'url'>): string | undefined =>
  url?.replace(/(?<!\/)\/+$/, '');

const clean = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** A path in the repository. @param path from the archive's folder */
export const inRepository = ({ folder }: Pick<Repository, 'folder'>, path: string): string =>
  folder === undefined ? path : `${folder}/${path}`;

function address(where: Repository, view: 'blob' | 'edit', path: string): string | undefined {
  const start = home(where);
  return start && `${start}/${view}/${clean(where.branch)}/${clean(inRepository(where, path))}`;
}

/** An entry's file, from the archive's folder. */
const fileOf = ({ id, file }: { readonly id: string; readonly file?: string | undefined }) =>
  file ?? `papers/${id}.md`;

/**
 * The form in which an entry is edited in the browser.
 *
 * @param paper its id, and where its file lies if not in `papers` itself
 * @returns undefined when the site names no repository
 */
export function editAddress(
  where: Repository,
  paper: { readonly id: string; readonly file?: string | undefined },
): string | undefined {
  return address(where, 'edit', fileOf(paper));
}

/** Longest title of a paper in the title of an issue, in UTF-16 code units: addresses must stay short. */
const longestSubject = 80;

/** Where errors are told, beside the repository: an address of the web, or of a person. */
export interface Reports {
  readonly reports?: string | undefined;
}

/**
 * Where somebody who may not edit an entry tells of an error in it: the owner's own place, else a new issue of the
 * repository. A letter and an issue are filled in as far as can be, in the address's own words, so that they need no
 * template.
 *
 * @param paper the entry's id, title and file, as for {@link editAddress}
 * @param page absolute address of the paper's page
 * @returns undefined when the site names neither
 */
export function reportAddress(
  where: Pick<Repository, 'url' | 'folder'> & Reports,
  paper: { readonly id: string; readonly title: string; readonly file?: string | undefined },
  page: string,
): string | undefined {
  const start = home(where);
  const { reports } = where;
  if (reports !== undefined && !reports.includes('@')) return reports;
  if (reports === undefined && start === undefined) return undefined;
  const title = words.reported.subject(cutAtWord(oneLine(paper.title), longestSubject, '…'));
  const body = [
    words.reported.entry(inRepository(where, fileOf(paper))),
    words.reported.page(page),
    '',
    words.reported.wrong,
    '',
    words.reported.right,
    '',
  ].join('\n');
  if (reports !== undefined) {
    // In a letter a plus sign is one (RFC 6068), and a line ends with both signs.
    const [subject, text] = [title, body.replaceAll('\n', '\r\n')].map(encodeURIComponent);
    return `mailto:${encodeURI(reports)}?subject=${subject}&body=${text}`;
  }
  // Spaces as plus signs, which a query allows: every paper page carries this address.
  return `${start}/issues/new?${new URLSearchParams({ title, body }).toString()}`;
}

/**
 * A file as the repository shows it, at some of its lines if asked.
 *
 * @param path from the archive's folder, e.g. `digests/2025-03-11-trending.txt`
 * @returns undefined when the site names no repository
 */
export function fileAddress(
  where: Repository,
  path: string,
  lines?: readonly [number, number],
): string | undefined {
  const file = address(where, 'blob', path);
  return file === undefined || lines === undefined ? file : `${file}#L${lines[0]}-L${lines[1]}`;
}
