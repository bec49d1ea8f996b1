/** Makes the search index of a built site. */
import { createReadStream } from 'node:fs';
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { reportStep } from '../progress/steps.ts';

/** Pages read before Pagefind asks for them. */
const readAhead = 16;

/** Search pages of Pagefind's own, which nothing here uses: 340 KB of every deployment. */
const unused = ['component-ui', 'modular-ui', 'ui', 'highlight'].flatMap((name) =>
  ['js', 'css'].map((extension) => `pagefind-${name}.${extension}`),
);

export interface IndexReport {
  readonly papers: number;
  /** Papers that Pagefind left out: the site has their pages, and the search does not find them. */
  readonly leftOut: readonly Diagnostic[];
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

/** Ids of the papers in the index, from the fragments that results are shown from. */
async function idsIn(bundle: string): Promise<Set<string>> {
  const folder = join(bundle, 'fragment');
  const ids = new Set<string>();
  for (const name of await readdir(folder).catch(() => [])) {
    const text = gunzipSync(await readFile(join(folder, name))).toString();
    const url = /"url":"[^"]*papers\/([^/"]+)\//.exec(text)?.[1];
    if (url !== undefined) ids.add(url);
  }
  return ids;
}

/** Ids of the papers on disk, newest first, as the archive lists them. */
async function newestFirst(folder: string): Promise<string[]> {
  const listed: string[] = [];
  const lines = createInterface({ input: createReadStream(join(folder, 'archive.jsonl')) });
  for await (const line of lines) {
    const paper: unknown = JSON.parse(line);
    const named = typeof paper === 'object' && paper !== null && 'id' in paper;
    if (named && typeof paper.id === 'string') listed.push(paper.id);
  }
  return listed;
}

/**
 * Hands the pages to Pagefind one after the other, reading ahead.
 *
 * The index numbers papers as they come, and the search sorts by date by their numbers: a sort key for each
 * would make every first search 22 KB heavier at 10,000 papers.
 */
async function addPages(
  index: PagefindIndex,
  folder: string,
  ids: readonly string[],
): Promise<void> {
  const begin = (id: string | undefined): Promise<string> | undefined => {
    const page =
      id === undefined ? undefined : readFile(join(folder, 'papers', id, 'index.html'), 'utf8');
    // Awaited in its turn.
    page?.catch(() => undefined);
    return page;
  };
  const ahead = ids.slice(0, readAhead).map(begin);
  for (const [at, id] of ids.entries()) {
    const content = await ahead.shift()?.catch((error: unknown) => {
      throw new IndexError(`the page of ${id} cannot be read. Build again.`, [String(error)]);
    });
    if (content === undefined) continue;
    ahead.push(begin(ids[at + readAhead]));
    const added = await index.addHTMLFile({ sourcePath: `papers/${id}/index.html`, content });
    check(added.errors, `reading the page of ${id}`);
    reportStep('index', at + 1, ids.length);
  }
}

/**
 * Indexes the paper pages below a folder into `pagefind/` in it, newest first.
 *
 * @param folder the built site, absolute
 * @throws {IndexError} if Pagefind reports any error, or took no paper page
 */
export async function buildIndex(folder: string): Promise<IndexReport> {
  const bundle = join(folder, 'pagefind');
  await rm(bundle, { recursive: true, force: true });
  try {
    const index = await opened();
    const ids = await newestFirst(folder);
    await addPages(index, folder, ids);
    const written = await index.writeFiles({ outputPath: bundle });
    check(written.errors, 'writing the index');
    const papers = await pagesIn(bundle);
    if (papers === 0 && ids.length > 0) {
      throw new IndexError(
        `it holds none of ${ids.length} paper pages. Has every paper page words below \`data-pagefind-body\`?`,
      );
    }
    const held = papers === ids.length ? undefined : await idsIn(bundle);
    const leftOut = ids
      .filter((id) => held !== undefined && !held.has(id))
      .map((id) => diagnostic('search/left-out', { file: `content/papers/${id}.md` }));
    await Promise.all(unused.map((name) => rm(join(bundle, name), { force: true })));
    return { papers, leftOut, bytes: await sizeOf(bundle) };
  } finally {
    await close();
  }
}
