/** Addresses in the repository that holds the archive's content. */

import { entryFile } from '../archive-folder.ts';
import { cutAtWord, oneLine } from '../text/line.ts';

/** Where the content is kept; an empty address means nowhere public. */
export interface Repository {
  readonly repository: string;
  readonly branch: string;
}

const clean = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function address(where: Repository, view: 'blob' | 'edit', path: string): string | undefined {
  const home = where.repository.replace(/(?<!\/)\/+$/, '');
  return home === '' ? undefined : `${home}/${view}/${clean(where.branch)}/${clean(path)}`;
}

/**
 * The form in which an entry is edited in the browser.
 *
 * @returns undefined when the site names no repository
 */
export function editAddress(where: Repository, paper: string): string | undefined {
  return address(where, 'edit', entryFile(paper));
}

/** Longest title of a paper in the title of an issue, in UTF-16 code units: addresses must stay short. */
const longestSubject = 80;

/**
 * The form for a new issue about an entry, filled in as far as can be: for those who may not edit the entry.
 * In the address's own words, so that it needs no template in the repository.
 *
 * @param paper the entry's id and title
 * @param page absolute address of the paper's page
 * @returns undefined when the site names no repository
 */
export function issueAddress(
  { repository }: Pick<Repository, 'repository'>,
  paper: { readonly id: string; readonly title: string },
  page: string,
): string | undefined {
  const home = repository.replace(/(?<!\/)\/+$/, '');
  if (home === '') return undefined;
  const title = `Correction: ${cutAtWord(oneLine(paper.title), longestSubject, '…')}`;
  const body = [
    `Entry: ${entryFile(paper.id)}`,
    `Page: ${page}`,
    '',
    'What is wrong:',
    '',
    'What it should say, and where that can be seen:',
    '',
  ].join('\n');
  // Spaces as plus signs, which a query allows: every paper page carries this address.
  return `${home}/issues/new?${new URLSearchParams({ title, body }).toString()}`;
}

/**
 * A file as the repository shows it, at some of its lines if asked.
 *
 * @param path from the repository's root, e.g. `archive/digests/2025-03-11-trending.txt`
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
