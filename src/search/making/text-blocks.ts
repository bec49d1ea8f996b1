/** The files of the papers' texts, block by block. */
import { hash } from 'node:crypto';
import { fileName } from '../file-name.ts';
import {
  textFile,
  textsABlock,
  textsFolder,
  writeText,
  type PaperText,
} from '../index/text-files.ts';
import { asJson, type Kind } from '../../store/kind.ts';
import type { Store } from '../../store/store.ts';
import type { ReadText } from './bundle.ts';
import type { IndexFiles } from './files.ts';
import type { SearchedPaper } from './pages.ts';
import type { SiteFolder } from '../../publish/site-folder.ts';

const blockNames: Kind<string> = {
  name: 'text-blocks',
  modules: ['src/search/making/text-blocks.ts'],
  codec: asJson(),
};

/** A paper whose text is to be written. */
interface Waiting {
  readonly paper: SearchedPaper;
  readonly facts: string;
  readonly text: () => Promise<ReadText>;
}

const valuesOf = ({ facets }: SearchedPaper, wanted: string): string[] =>
  facets.flatMap(([facet, value]) => (facet === wanted ? [value] : []));

/** What a result shows of a paper beside its text. */
const shownOf = ({
  paper,
  facts,
}: Pick<Waiting, 'paper' | 'facts'>): Pick<PaperText, 'id' | 'digest' | 'topics' | 'facts'> => ({
  id: paper.id,
  digest: valuesOf(paper, 'digest').toSorted()[0] ?? '',
  topics: valuesOf(paper, 'topic'),
  facts,
});

export class TextBlocks {
  readonly #site: SiteFolder;
  readonly #store: Store | undefined;
  readonly #files: IndexFiles;
  readonly #names: string[] = [];
  #waiting: Waiting[] = [];

  constructor(site: SiteFolder, store: Store | undefined, files: IndexFiles) {
    this.#site = site;
    this.#store = store;
    this.#files = files;
  }

  /**
   * Adds the next paper.
   *
   * @param facts what is said of it in a line
   * @param text asked for only where its file is not there
   */
  async add(paper: SearchedPaper, facts: string, text: () => Promise<ReadText>): Promise<void> {
    this.#waiting.push({ paper, facts, text });
    if (this.#waiting.length === textsABlock) await this.#flush();
  }

  /** Ends the last block. @returns names of the blocks, in order */
  async end(): Promise<readonly string[]> {
    if (this.#waiting.length > 0) await this.#flush();
    return this.#names;
  }

  async #flush(): Promise<void> {
    const all = this.#waiting;
    this.#waiting = [];
    const row = String(this.#names.length);
    const key = hash('sha256', JSON.stringify(all.map((one) => [one.paper.input, shownOf(one)])));
    const known = this.#store?.get(blockNames, row, key);
    const kept = known !== undefined && pathsOf(known, all.length);
    if (kept && kept.every((path) => this.#site.keeps(path, key))) {
      this.#names.push(known);
      return;
    }
    const contents: string[] = [];
    for (const one of all) {
      contents.push(writeText({ ...(await one.text()), ...shownOf(one) }));
    }
    const name = fileName(contents.join('\n'));
    for (const [at, path] of pathsOf(name, all.length).entries()) {
      this.#files.write(path, contents[at] ?? '', key);
    }
    this.#names.push(name);
    this.#store?.put(blockNames, row, key, name);
    await this.#files.room();
  }
}

/** The files of a block. */
const pathsOf = (block: string, papers: number): string[] =>
  Array.from({ length: papers }, (_, at) => `${textsFolder}/${textFile(at, [block])}.bin`);
