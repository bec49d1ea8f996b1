/** Makes the search index of a built site. */
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';

/** Paper pages alone: listings repeat what they hold. */
const paperPages = 'papers/*/index.html';

/** Search pages of Pagefind's own, which nothing here uses: 340 KB of every deployment. */
const unused = ['component-ui', 'modular-ui', 'ui', 'highlight'].flatMap((name) =>
  ['js', 'css'].map((extension) => `pagefind-${name}.${extension}`),
);

export interface IndexReport {
  readonly papers: number;
  readonly bytes: number;
}

/** Thrown for an index that is not what it should be; the message says what to do. */
export class IndexError extends Error {
  constructor(what: string, details: readonly string[] = []) {
    super(
      [
        `The search index could not be made: ${what}`,
        ...details.slice(0, 10).map((detail) => `  ${detail}`),
        ...(details.length > 10 ? [`  … and ${details.length - 10} more`] : []),
      ].join('\n'),
    );
    this.name = 'IndexError';
  }
}

function check(errors: readonly string[], doing: string): void {
  if (errors.length > 0) {
    throw new IndexError(
      `Pagefind failed while ${doing}. Build again; if it fails again, \`npm ci\` renews Pagefind.`,
      errors,
    );
  }
}

async function opened(): Promise<PagefindIndex> {
  // A formula is indexed by its one line of Unicode (`alttext`), not by the pieces of its MathML.
  const { errors, index } = await createIndex({ excludeSelectors: ['semantics'] });
  check(errors, 'starting');
  if (index === undefined) throw new IndexError('Pagefind did not start. `npm ci` renews it.');
  return index;
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

/** Number of paper pages on disk. */
async function pagesOn(folder: string): Promise<number> {
  const papers = join(folder, 'papers');
  const names = await readdir(papers).catch(() => []);
  let count = 0;
  for (const name of names) {
    const page = await stat(join(papers, name, 'index.html')).catch(() => undefined);
    if (page?.isFile()) count += 1;
  }
  return count;
}

/** Number of pages in the index, from the file that tells browsers where its parts are. */
async function pagesIn(bundle: string): Promise<number> {
  const entry: unknown = JSON.parse(await readFile(join(bundle, 'pagefind-entry.json'), 'utf8'));
  if (typeof entry !== 'object' || entry === null || !('languages' in entry)) return 0;
  const languages: unknown[] = Object.values(entry.languages ?? {});
  return languages.reduce<number>((sum, language) => {
    const counted = typeof language === 'object' && language !== null && 'page_count' in language;
    return sum + (counted && typeof language.page_count === 'number' ? language.page_count : 0);
  }, 0);
}

/**
 * Indexes the paper pages below a folder into `pagefind/` in it.
 *
 * Pagefind reads the folder itself: handing it page by page takes no less time, and the pages' text never
 * passes through this process (docs/search.md).
 *
 * @param folder the built site, absolute
 * @throws {IndexError} if Pagefind reports any error, or left a paper page out
 */
export async function buildIndex(folder: string): Promise<IndexReport> {
  const bundle = join(folder, 'pagefind');
  await rm(bundle, { recursive: true, force: true });
  try {
    const index = await opened();
    const added = await index.addDirectory({ path: folder, glob: paperPages });
    check(added.errors, 'reading the pages');
    const written = await index.writeFiles({ outputPath: bundle });
    check(written.errors, 'writing the index');
    const [papers, pages] = await Promise.all([pagesIn(bundle), pagesOn(folder)]);
    if (papers !== pages) {
      throw new IndexError(
        `of ${pages} paper pages it holds ${papers}. Does every paper page have \`data-pagefind-body\`, and one language?`,
      );
    }
    await Promise.all(unused.map((name) => rm(join(bundle, name), { force: true })));
    return { papers, bytes: await sizeOf(bundle) };
  } finally {
    await close();
  }
}
