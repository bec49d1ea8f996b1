/** Addresses in the repository that holds the archive's content. */

/** Where the content is kept; an empty address means nowhere public. */
export interface Repository {
  readonly repository: string;
  readonly branch: string;
}

const clean = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function address(where: Repository, view: 'blob' | 'edit', path: string): string | undefined {
  const home = where.repository.replace(/\/+$/, '');
  return home === '' ? undefined : `${home}/${view}/${clean(where.branch)}/${clean(path)}`;
}

/**
 * The form in which an entry is edited in the browser.
 *
 * @returns undefined when the site names no repository
 */
export function editAddress(where: Repository, paper: string): string | undefined {
  return address(where, 'edit', `content/papers/${paper}.md`);
}

/**
 * A file as the repository shows it, at some of its lines if asked.
 *
 * @param path from the repository's root, e.g. `content/digests/2025-03-11-trending.txt`
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
