/** Spares the search page round trips: what its scripts would ask for only once they run is named in its head. */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';

const scripts = /<script type="module" src="([^"]+)"/g;
/** In a script as Vite writes it; what is imported when it is needed has a bracket behind `import`. */
const imports = /(?:\bfrom|\bimport) ?"(\.[^"]+)"/g;

const matches = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** The modules that scripts of a site import, and those that these import: addresses under the base path. */
async function importedBy(folder: string, addresses: readonly string[]): Promise<string[]> {
  const known = new Set(addresses);
  for (const address of known) {
    const code = await readFile(join(folder, address), 'utf8');
    for (const name of matches(imports, code)) known.add(posix.join(dirname(address), name));
  }
  return [...known].filter((address) => !addresses.includes(address));
}

/**
 * Has a built page load the modules of its scripts, and what they fetch first, along with the scripts.
 *
 * @param folder of the site, absolute
 * @param base the base path, with slashes at both ends
 * @param page the page's file in it
 * @param fetched addresses under the base path that the scripts fetch whatever is asked
 */
export async function addPreloads(
  folder: string,
  base: string,
  page: string,
  fetched: readonly string[],
): Promise<void> {
  const place = join(folder, page);
  const html = await readFile(place, 'utf8');
  const own = matches(scripts, html)
    .filter((src) => src.startsWith(base))
    .map((src) => src.slice(base.length));
  const links = [
    ...(await importedBy(folder, own)).map(
      (address) => `<link rel="modulepreload" href="${base}${address}">`,
    ),
    ...fetched.map(
      (address) => `<link rel="preload" as="fetch" crossorigin href="${base}${address}">`,
    ),
  ];
  await writeFile(
    place,
    html.replace('</head>', () => `${links.join('')}</head>`),
  );
}
