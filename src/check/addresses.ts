/** Lists of mail addresses that lie where they are published: in the archive's folder, or in the built site. */
import { open, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { archiveFolder, inArchive } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';

/** A list says what it is at its beginning. */
const looked = 65_536;

const address = /^[^\s@<>()[\]:,;"']{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/i;

/** Whether a line is about one address: alone, with a name, or with what stands in other columns. */
function namesOne(line: string): boolean {
  const cells = line
    .split(/[,;\t]/)
    .map((cell) => cell.trim().replace(/^"|"$/g, ''))
    .map((cell) =>
      (/^[^<>]{0,100}<([^<>]{1,320})>$/.exec(cell)?.[1] ?? cell).replace(/^mailto:/i, ''),
    );
  const found = cells.filter((cell) => address.test(cell));
  return found.length === 1 && line.length < 400;
}

/**
 * Whether a text is a list of mail addresses: most of its lines are about one each. A paper's authors are no list, for
 * their addresses stand in the midst of other lines.
 */
export function isAddressList(text: string): boolean {
  const lines = text
    .split(/\r?\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const naming = lines.filter(namesOne).length;
  return naming > 0 && naming * 2 > lines.length;
}

/** Files of a built site that could be such a list: pages and scripts are made by the engine. */
const ofSite = /(?:^|\/)[^/.]{1,200}$|\.(?:txt|csv|tsv|list|lst|md|json|jsonl|ya?ml|conf)$/i;

/** What the search index is made of; it is large, and no list. */
const ofIndex = /^pagefind\//;

async function beginning(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(looked), 0, looked, 0);
    const text = buffer.subarray(0, bytesRead).toString();
    // The last line may be cut off.
    return bytesRead < looked ? text : text.slice(0, text.lastIndexOf('\n'));
  } finally {
    await file.close();
  }
}

async function listsIn(folder: string, isLooked: (path: string) => boolean): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = found
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll(sep, '/'))
    .filter((path) => isLooked(path));
  const lists: string[] = [];
  for (const path of paths.toSorted()) {
    const text = await beginning(join(folder, path)).catch(() => '');
    if (text.includes('@') && !text.includes('\0') && isAddressList(text)) lists.push(path);
  }
  return lists;
}

/**
 * Warns of lists of addresses in the archive's folder and in the built site.
 *
 * @param root the project's folder
 */
export async function addressProblems(root: string): Promise<Diagnostic[]> {
  const entries = /^(?:papers|records)\/.*\.md$|\.(?:png|jpe?g|gif|webp|pdf|gz|zip)$/i;
  const own = await listsIn(archiveFolder(root), (path) => !entries.test(path));
  const built = await listsIn(
    resolve(root, 'dist'),
    (path) => ofSite.test(path) && !ofIndex.test(path),
  );
  return [...own.map((path) => inArchive(path)), ...built.map((path) => `dist/${path}`)].map(
    (file) => diagnostic('archive/addresses', { file }),
  );
}
