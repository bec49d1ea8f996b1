/**
 * Makes the search index of a built site: Pagefind's, and the ranked one from the texts that Pagefind has read. Papers
 * are taken in parts (`segmentsOf`), the one listed first of all first; what was made of a part is made again only if
 * the part changes, and a new digest changes the last ones.
 */
import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close } from 'pagefind';
import { entryFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { reportStep } from '../progress/steps.ts';
import { segmentsOf } from '../segments.ts';
import { asJson, type Kind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { makeColumns, makeOrders, makeSegment } from './index/make.ts';
import {
  indexFolder,
  writeIndexPlan,
  type PhrasePart as PlannedPart,
  type Segment,
} from './index/plan.ts';
import { IndexError } from './making/bundle.ts';
import { IndexFiles } from './making/files.ts';
import { readListing, type ListedPaper } from './making/listing.ts';
import { readPages, type SearchedPaper } from './making/pages.ts';
import { PhrasePart } from './making/phrase-part.ts';
import type { PartAddress } from './part-addresses.ts';
import type { SiteFolder } from '../publish/site-folder.ts';
import { TextBlocks } from './making/text-blocks.ts';
import { packTable, writeTablePlan } from './paste/table.ts';

export interface IndexReport {
  readonly papers: number;
  /** Papers that Pagefind left out: the site has their pages, and the search does not find them. */
  readonly leftOut: readonly Diagnostic[];
  /** Papers that Pagefind was given: those of parts that changed. */
  readonly read: number;
}

/**
 * Papers of the largest part. Pagefind takes 113 KB a paper while it writes, and a change of one paper has it read all
 * of a part; on the other hand, a question costs a reader some three files of each.
 */
const largest = 8192;
/** Papers of a part that belongs to the large segment of words, which stays while digests are added. */
const large = 2048;

const segmentParts: Kind<PartAddress[]> = {
  name: 'word-segments',
  modules: ['src/search/index/make.ts', 'src/search/file-name.ts'],
  codec: asJson(),
};

/**
 * Where the papers are parted: as they grow in number, all parts but the last stay, most often. Segments of one size
 * are one part, or a reader would ask too many.
 */
export function partsOf(papers: number): { readonly first: number; readonly end: number }[] {
  const parts: { first: number; end: number }[] = [];
  let size = 0;
  for (const { start, end } of segmentsOf(papers)) {
    const last = parts.at(-1);
    if (last && end - start === size && end - last.first <= largest) last.end = end;
    else {
      for (let first = start; first < end; first += largest)
        parts.push({ first, end: Math.min(first + largest, end) });
    }
    size = end - start;
  }
  return parts;
}

/** A page that the archive does not list. */
const unsorted = { published: '', title: '', venue: '', votes: 0 };

class Making {
  readonly #site: SiteFolder;
  readonly #store: Store | undefined;
  readonly #listed: ReadonlyMap<string, ListedPaper>;
  readonly #files: IndexFiles;
  readonly #blocks: TextBlocks;
  /** Papers that are found, by ordinal. */
  readonly #held: SearchedPaper[] = [];
  readonly #planned: PlannedPart[] = [];
  readonly #segments: { readonly first: number; readonly parts: [PhrasePart, number][] }[] = [];

  constructor(site: SiteFolder, store: Store | undefined, listed: readonly ListedPaper[]) {
    this.#site = site;
    this.#listed = new Map(listed.map((paper) => [paper.id, paper]));
    this.#store = store;
    this.#files = new IndexFiles(site);
    this.#blocks = new TextBlocks(site, store, this.#files);
  }

  async make(papers: readonly SearchedPaper[]) {
    const parts = partsOf(papers.length).map(
      ({ first, end }) => new PhrasePart(papers.slice(first, end), first, this.#site, this.#store),
    );
    let [read, seen] = [0, 0];
    const prepare = async (part: PhrasePart | undefined): Promise<boolean> => {
      const made = await part?.prepare(() => reportStep('index', (seen += 1), papers.length));
      if (made === true) read += part?.papers.length ?? 0;
      return made ?? false;
    };
    let ready = prepare(parts[0]);
    for (const [at, part] of parts.entries()) {
      const made = await ready;
      // Pagefind is a process of its own: it reads the next part while this one's words are counted.
      ready = prepare(parts[at + 1]);
      ready.catch(() => undefined);
      await this.#add(part, made);
    }
    const texts = await this.#blocks.end();
    if (this.#held.length === 0 && papers.length > 0) {
      throw new IndexError(
        `it holds none of ${papers.length} paper pages. Has every paper page words below \`data-pagefind-body\`?`,
      );
    }
    const segments: Segment[] = [];
    for (const { first, parts: some } of this.#segments) {
      segments.push({ first, parts: await this.#segment(first, some) });
    }
    const table = packTable(
      this.#held.map(({ id }) => this.#listed.get(id)?.names ?? []),
      segments.map(({ first }) => first),
      this.#files.add,
    );
    const plan = {
      papers: this.#held.length,
      segments,
      texts,
      phrases: this.#planned,
      table: this.#files.add(new TextEncoder().encode(writeTablePlan(table))),
      columns: {
        ...makeColumns(
          this.#held.map(({ facets }) => facets),
          this.#files.add,
        ),
        ...makeOrders(
          this.#held.map(({ id }) => this.#listed.get(id)?.sorted ?? unsorted),
          this.#files.add,
        ),
      },
    };
    await this.#files.written();
    const folder = join(this.#site.folder, indexFolder);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'plan.json'), JSON.stringify(writeIndexPlan(plan)));
    return { held: this.#held, read };
  }

  async #add(part: PhrasePart, made: boolean): Promise<void> {
    const first = this.#held.length;
    const own = part.papers.filter((_, at) => part.names[at] !== '');
    const names = part.names.filter((name) => name !== '');
    this.#held.push(...own);
    this.#planned.push({
      first,
      folder: part.folder,
      names: this.#files.add(new TextEncoder().encode(names.join('\n'))),
    });
    const open = this.#segments.at(-1);
    const opens = open === undefined || (part.papers.length < large && this.#isLarge(open.parts));
    if (opens) this.#segments.push({ first, parts: [[part, first]] });
    else open.parts.push([part, first]);
    const read = made ? await part.texts() : undefined;
    for (const [at, paper] of part.papers.entries()) {
      if (part.names[at] === '') continue;
      await this.#blocks.add(paper, this.#listed.get(paper.id)?.facts ?? '', async () => {
        const text = (read ?? (await part.texts()))[at];
        if (!text) throw new IndexError(`the text of ${paper.id} is gone. Build again.`);
        return text;
      });
    }
    if (made) await part.lists();
    part.release();
  }

  #isLarge(parts: readonly (readonly [PhrasePart, number])[]): boolean {
    return parts.some(([{ papers }]) => papers.length >= large);
  }

  /** The words of some parts. Only those of parts that changed are joined anew. */
  async #segment(
    first: number,
    parts: readonly (readonly [PhrasePart, number])[],
  ): Promise<readonly PartAddress[]> {
    const key = hash('sha256', JSON.stringify(parts.map(([part, at]) => [part.key, at])));
    const known = this.#store?.get(segmentParts, String(first), key);
    if (known && this.#files.keep(known.map(({ name }) => name))) return known;
    const lists = [];
    for (const [part, at] of parts) lists.push({ first: at, lists: await part.lists() });
    const made = makeSegment(lists, first, this.#files.add);
    this.#store?.put(segmentParts, String(first), key, [...made.parts]);
    return made.parts;
  }
}

/**
 * Indexes the paper pages of a site. Every file of Pagefind's is opened once; an index that is not whole is made a
 * second time.
 *
 * @param site the site in the making
 * @param store keeps what was worked out for the next time
 * @param onFailure told why the first try failed
 * @throws {IndexError} if Pagefind reports any error, took no paper page, or left a file that cannot be read
 */
export async function buildIndex(
  site: SiteFolder,
  store?: Store,
  onFailure: (why: string) => void = () => undefined,
): Promise<IndexReport> {
  const listed = readListing(site);
  const papers = await readPages(
    site,
    store,
    listed.map(({ id }) => id),
  );
  const make = async (): Promise<IndexReport> => {
    try {
      const { held, read } = await new Making(site, store, listed).make(papers);
      const found = new Set(held);
      const leftOut = papers
        .filter((paper) => !found.has(paper))
        .toReversed()
        .map(({ id }) => diagnostic('search/left-out', { file: entryFile(id) }));
      return { papers: held.length, leftOut, read };
    } finally {
      await close();
    }
  };
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    onFailure(error.message);
    return make();
  }
}
