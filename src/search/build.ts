/** Makes the search index of a built site. */
import { createReadStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { entryFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { reportStep } from '../progress/steps.ts';
import type { SiteFolder } from '../publish/site-folder.ts';
import { IndexError, openBundle } from './bundle.ts';
import { fileName } from './file-name.ts';
import { makeIndex } from './index/make.ts';
import type { IndexedPaper } from './index/paper.ts';
import { indexFolder, writeIndexPlan } from './index/plan.ts';
import { keyedPaper, namesOf } from './paste/keys.ts';

const pack = promisify(gzip);

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

function check(errors: readonly string[], doing: string): void {
  if (errors.length > 0) {
    throw new IndexError(
      `Pagefind failed while ${doing}. Build again; if it fails again, \`npm ci\` renews Pagefind.`,
      errors,
    );
  }
}

async function opened(): Promise<PagefindIndex> {
  const { errors, index } = await createIndex({
    // A formula is indexed by its one line of Unicode (`alttext`), not by the pieces of its MathML.
    excludeSelectors: ['semantics'],
    // The search takes words to their stems as it does for English, whatever language the pages' own words have.
    forceLanguage: 'en',
  });
  check(errors, 'starting');
  if (index === undefined) throw new IndexError('Pagefind did not start. `npm ci` renews it.');
  return index;
}

/** Ids of the papers on disk, newest first, as the archive lists them, each with what may be pasted for it. */
async function newestFirst(folder: string): Promise<Map<string, readonly string[]>> {
  const listed = new Map<string, readonly string[]>();
  const lines = createInterface({ input: createReadStream(join(folder, 'archive.jsonl')) });
  for await (const line of lines) {
    const paper = keyedPaper(JSON.parse(line));
    if (paper !== undefined) listed.set(paper.id, namesOf(paper));
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
  site: SiteFolder,
  ids: readonly string[],
): Promise<void> {
  const begin = (id: string | undefined): Promise<Buffer> | undefined => {
    const page = id === undefined ? undefined : site.read(`papers/${id}/index.html`);
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
    const added = await index.addHTMLFile({
      sourcePath: `papers/${id}/index.html`,
      content: content.toString(),
    });
    check(added.errors, `reading the page of ${id}`);
    reportStep('index', at + 1, ids.length);
  }
}

/**
 * Writes the ranked index.
 *
 * @param papers the one listed first of all first
 * @returns bytes
 */
async function writeIndex(folder: string, papers: readonly IndexedPaper[]): Promise<number> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { plan, files } = makeIndex(papers, fileName);
  let total = 0;
  for (const [name, content] of files) {
    // Packed here: few servers pack what is not text.
    const bytes = await pack(content, { level: 9 });
    total += bytes.length;
    await writeFile(join(folder, `${name}.bin`), bytes);
  }
  const text = JSON.stringify(writeIndexPlan(plan));
  await writeFile(join(folder, 'plan.json'), text);
  return total + text.length;
}

async function make(
  site: SiteFolder,
  listed: ReadonlyMap<string, readonly string[]>,
): Promise<IndexReport> {
  const ids = [...listed.keys()];
  const { folder } = site;
  const bundle = join(folder, 'pagefind');
  await rm(bundle, { recursive: true, force: true });
  try {
    const index = await opened();
    await addPages(index, site, ids);
    const written = await index.writeFiles({ outputPath: bundle });
    check(written.errors, 'writing the index');
    await Promise.all(unused.map((name) => rm(join(bundle, name), { force: true })));
    const { pages, papers: held, bytes } = await openBundle(bundle);
    if (pages === 0 && ids.length > 0) {
      throw new IndexError(
        `it holds none of ${ids.length} paper pages. Has every paper page words below \`data-pagefind-body\`?`,
      );
    }
    const leftOut = ids
      .filter((id) => !held.has(id))
      .map((id) => diagnostic('search/left-out', { file: entryFile(id) }));
    const ranked = await writeIndex(
      join(folder, indexFolder),
      [...listed].toReversed().flatMap(([id, names]) => {
        const paper = held.get(id);
        return paper === undefined ? [] : { ...paper, names };
      }),
    );
    return { papers: pages, leftOut, bytes: bytes + ranked };
  } finally {
    await close();
  }
}

/**
 * Indexes the paper pages below a folder into `pagefind/` in it, newest first. Every file is opened once; an index
 * that is not whole is made a second time.
 *
 * @param site the built site
 * @param onFailure told why the first try failed
 * @throws {IndexError} if Pagefind reports any error, took no paper page, or left a file that cannot be read
 */
export async function buildIndex(
  site: SiteFolder,
  onFailure: (why: string) => void = () => undefined,
): Promise<IndexReport> {
  const listed = await newestFirst(site.folder);
  try {
    return await make(site, listed);
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    onFailure(error.message);
    return make(site, listed);
  }
}
