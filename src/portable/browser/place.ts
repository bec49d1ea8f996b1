/** Where the copy is: pages, scripts and packs lie below the folder that this script is in. */

/** Address of the folder, with a slash at the end. */
export function topOf(script: string): string {
  return new URL('.', script).href;
}

/**
 * The path of an address in the copy, without query and fragment.
 *
 * @returns undefined if it leads elsewhere
 */
export function pathIn(top: string, address: string): string | undefined {
  const url = new URL(address, location.href);
  url.search = '';
  url.hash = '';
  return url.href.startsWith(top) ? decodeURIComponent(url.href.slice(top.length)) : undefined;
}

/** The address of a page, by the name of its file: a folder on a disk shows its files. */
export function pageAt(top: string, address: string): string {
  const url = new URL(address, location.href);
  if (!url.href.startsWith(top) || !url.pathname.endsWith('/')) return address;
  url.pathname += 'index.html';
  return url.href;
}
