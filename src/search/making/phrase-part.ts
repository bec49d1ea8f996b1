/** A part of Pagefind's index: that of some neighbouring papers. What comes of it is kept, and made once. */
import { hash } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { createIndex, type PagefindIndex } from 'pagefind';
import { ListMaker, readLists, writeLists, type WordLists } from '../index/word-lists.ts';
import { fileName } from '../file-name.ts';
import { asBytes, asJson, type Kind } from '../../store/kind.ts';
import type { Store } from '../../store/store.ts';
import { IndexError, openBundle, type ReadText } from './bundle.ts';
import { inputOf, type SearchedPaper } from './pages.ts';
import type { SiteFolder } from '../../publish/site-folder.ts';

/** Folder of Pagefind's files in a built site. */
export const bundleFolder = 'pagefind';

/** Pages handed to Pagefind before it has answered for the first of them: it takes them in order all the same. */
const ahead = 64;

/** Texts after which others have their turn. */
const breath = 16;

const modules = ['src/search/making/phrase-part.ts'];
const files: Kind<string[]> = { name: 'phrase-files', modules, codec: asJson() };
const texts: Kind<(ReadText | null)[]> = { name: 'phrase-texts', modules, codec: asJson() };
const lists: Kind<Uint8Array> = { name: 'word-lists', modules, codec: asBytes };
/** Names of the papers; empty where Pagefind has left one out. */
const names: Kind<string[]> = { name: 'phrase-names', modules, codec: asJson() };

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
    // A formula is indexed by its one line of Unicode (`aria-label`), not by the pieces of its MathML.
    excludeSelectors: ['semantics'],
    // The search takes words to their stems as it does for English, whatever language the pages' own words have.
    forceLanguage: 'en',
    // The texts are put into files of our own (`index/text-files.ts`).
    maxFragments: 1,
  });
  check(errors, 'starting');
  if (index === undefined) throw new IndexError('Pagefind did not start. `npm ci` renews it.');
  return index;
}

export class PhrasePart {
  readonly papers: readonly SearchedPaper[];
  /** Its folder in Pagefind's, with a slash behind it; empty for the first part, which lies beside Pagefind's script. */
  readonly folder: string;
  readonly #row: string;
  readonly #key: string;
  readonly #site: SiteFolder;
  readonly #store: Store | undefined;
  #texts: readonly (ReadText | null)[] | undefined;
  #lists: WordLists | undefined;
  #names: readonly string[] | undefined;

  /** @param first number of papers before it */
  constructor(
    papers: readonly SearchedPaper[],
    first: number,
    site: SiteFolder,
    store: Store | undefined,
  ) {
    this.papers = papers;
    this.#row = String(first);
    this.#key = hash('sha256', papers.map(({ id, input }) => `${id} ${input}\n`).join(''));
    this.folder = first === 0 ? '' : `${fileName(this.#key)}/`;
    this.#site = site;
    this.#store = store;
  }

  /** Changes with whatever it is made of. */
  get key(): string {
    return this.#key;
  }

  /**
   * Sees to it that its files are there.
   *
   * @param onPage told of each page that Pagefind has read
   * @returns whether they had to be made
   * @throws {IndexError} if Pagefind reports any error, or left a file that cannot be read
   */
  async prepare(onPage: () => void): Promise<boolean> {
    const kept = this.#store?.get(files, this.#row, this.#key);
    this.#names = this.#store?.get(names, this.#row, this.#key);
    if (kept?.every((path) => this.#site.keeps(path, this.#key)) && this.#names) return false;
    await this.#make(onPage);
    return true;
  }

  /** Name of each paper; empty for one that Pagefind has left out. */
  get names(): readonly string[] {
    return this.#names ?? [];
  }

  /** What Pagefind has read of each paper. */
  async texts(): Promise<readonly (ReadText | null)[]> {
    this.#texts ??= this.#store?.get(texts, this.#row, this.#key);
    if (this.#texts === undefined) await this.#make();
    return this.#texts ?? [];
  }

  /** The words of the papers that Pagefind has not left out. */
  async lists(): Promise<WordLists> {
    if (this.#lists) return this.#lists;
    const kept = this.#store?.get(lists, this.#row, this.#key);
    if (kept) return (this.#lists = readLists(kept));
    const maker = new ListMaker();
    for (const [at, text] of (await this.texts()).entries()) {
      if (text !== null) maker.add(text);
      // Pagefind is at work on the next part meanwhile, and waits for pages.
      if (at % breath === 0) await pause();
    }
    this.#lists = maker.lists;
    this.#store?.put(lists, this.#row, this.#key, writeLists(this.#lists));
    return this.#lists;
  }

  /** Lets go of the texts: they are asked for once. */
  release(): void {
    this.#texts = undefined;
  }

  /** Has Pagefind make it, and puts its files into the site. */
  async #make(onPage: () => void = () => undefined): Promise<void> {
    const { folder } = this.#site;
    const aside = join(folder, `.${bundleFolder}-${this.#row}`);
    await rm(aside, { recursive: true, force: true });
    const index = await opened();
    try {
      await this.#addPages(index, onPage);
      const written = await index.writeFiles({ outputPath: aside });
      check(written.errors, 'writing the index');
      const bundle = await openBundle(aside);
      this.#texts = this.papers.map(({ id }) => bundle.texts.get(id) ?? null);
      this.#names = this.#texts.map((text) => text?.name ?? '');
      const own = this.folder === '' ? await scripts(aside) : [];
      const paths = [...own, ...bundle.files].map(
        (name) => `${bundleFolder}/${this.folder}${name}`,
      );
      for (const path of paths) await this.#place(aside, path);
      this.#store?.put(files, this.#row, this.#key, paths);
      this.#store?.put(names, this.#row, this.#key, [...this.#names]);
      this.#store?.put(texts, this.#row, this.#key, [...this.#texts]);
    } finally {
      await index.deleteIndex();
      await rm(aside, { recursive: true, force: true });
    }
  }

  async #addPages(index: PagefindIndex, onPage: () => void): Promise<void> {
    const ids = this.papers.flatMap(({ id, input }) => (input === undefined ? [] : id));
    /** Begun before it is its turn, and awaited then. */
    const begun = <Value>(work: Promise<Value>): Promise<Value> => {
      work.catch(() => undefined);
      return work;
    };
    const begin = (id: string): Promise<string> => begun(inputOf(this.#site, id));
    const give = async (id: string, content: string): Promise<void> => {
      const added = await index.addHTMLFile({ sourcePath: `papers/${id}/index.html`, content });
      check(added.errors, `reading the page of ${id}`);
      onPage();
    };
    const read = ids.slice(0, ahead).map(begin);
    const added: Promise<void>[] = [];
    for (const [at, id] of ids.entries()) {
      const next = ids[at + ahead];
      if (next !== undefined) read.push(begin(next));
      const content = (await read.shift()) ?? '';
      added.push(begun(give(id, content)));
      if (added.length >= ahead) await added.shift();
    }
    await Promise.all(added);
  }

  async #place(aside: string, path: string): Promise<void> {
    const place = join(this.#site.folder, path);
    await mkdir(dirname(place), { recursive: true });
    await rename(join(aside, path.slice(bundleFolder.length + 1 + this.folder.length)), place);
    this.#site.mark(path, this.#key);
  }
}

/** Pagefind's own script and what it loads, but for its search pages, which nothing here uses. */
const scripts = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) =>
    /^(?:pagefind(?:-worker)?\.js|wasm\.en\.pagefind)$/.test(name),
  );
