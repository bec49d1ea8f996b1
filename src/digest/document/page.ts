/** Hugging Face's pages as Markdown: a title, and the blocks around it that are the paper's. */
import type { CapturedPaper, StatedDate } from '../model.ts';
import type { Block } from './block.ts';
import { dayIn, headingDay } from './dates.ts';
import { furnitureOf } from '../plain/furniture.ts';
import type { Ledger } from './ledger.ts';
import { factOf, paperOf, whatOf, type Entry } from './page-entry.ts';
import { see, type Role, type Seen } from './seen.ts';
import { isTitle, titleSign, type TitleSign } from './titles.ts';

interface PageReading {
  readonly papers: readonly CapturedPaper[];
  readonly dates: readonly StatedDate[];
  /** Lines that only Hugging Face's pages have. */
  readonly telling: number;
  /** By what titles were told. */
  readonly sign: string;
}

class Page {
  readonly #blocks: readonly Block[];
  readonly #ledger: Ledger;
  readonly #titles: Uint8Array;
  readonly #sign: TitleSign | undefined;
  readonly #entries: Entry[] = [];
  readonly #dates: StatedDate[] = [];
  #pending: Seen[] = [];
  #current: Entry | undefined;
  #telling = 0;
  #lastTitle = -1;
  /** Whether the submitter stands before the title, as the first one shows. */
  #submitterFirst: boolean | undefined;

  constructor(blocks: readonly Block[], ledger: Ledger) {
    this.#blocks = blocks;
    this.#ledger = ledger;
    const sign = titleSign(blocks);
    this.#sign = sign;
    this.#titles = Uint8Array.from(blocks, (block) => (isTitle(block, sign) ? 1 : 0));
    this.#lastTitle = this.#titles.lastIndexOf(1);
  }

  read(): PageReading {
    this.#blocks.forEach((block, index) => {
      if (this.#titles[index] === 1) this.#title(block);
      else this.#other(block, index);
    });
    for (const seen of this.#pending) {
      this.#ledger.set(
        seen.block,
        'footer',
        `${whatOf[seen.role]}, of an entry that the capture cuts off`,
      );
    }
    for (const entry of this.#entries) this.#account(entry);
    return {
      papers: this.#entries.map(paperOf),
      dates: this.#dates,
      telling: this.#telling,
      sign: this.#sign?.is === 'link' ? 'links' : 'headings',
    };
  }

  #title(block: Block): void {
    const title = see(block);
    const entry: Entry = { title, opening: this.#pending, abstract: [], facts: [] };
    this.#pending = [];
    this.#current = entry;
    this.#entries.push(entry);
  }

  #other(block: Block, index: number): void {
    switch (block.kind) {
      case 'frontmatter':
        return this.#ledger.set(block, 'banner', 'frontmatter of the tool that saved the page');
      case 'definition':
        return this.#ledger.set(block, 'footer', 'the address of a reference');
      case 'rule':
        return this.#ledger.set(block, this.#place(index), 'a rule');
      case 'html':
        return this.#ledger.set(block, this.#place(index), 'markup');
      case 'code':
      case 'row':
        return this.#ledger.set(
          block,
          this.#place(index),
          block.kind === 'code' ? 'code' : 'a row of a table',
        );
      default:
        return this.#read(see(block), index);
    }
  }

  #place(index: number): 'banner' | 'meta' | 'footer' {
    if (this.#entries.length === 0) return 'banner';
    return index > this.#lastTitle && this.#current === undefined ? 'footer' : 'meta';
  }

  #read(seen: Seen, index: number): void {
    if (seen.furniture?.telling === true) this.#telling++;
    if (seen.block.kind === 'heading') return this.#section(seen, index);
    if (this.#pending.length > 0 && !this.#isFooter(seen, index)) this.#pending.push(seen);
    else if (this.#opens(seen, index)) this.#pending.push(seen);
    else if (this.#current) this.#inside(this.#current, seen, index);
    else if (this.#entries.length === 0) this.#before(seen);
    else this.#after(seen, index);
  }

  /** A heading that is no title: the name of the page, a day, a section. */
  #section(seen: Seen, index: number): void {
    const day = headingDay(seen.text);
    if (index < this.#lastTitle || this.#entries.length === 0) {
      if (day) this.#date(seen, day);
      else this.#ledger.set(seen.block, 'banner', 'a heading of the page');
    } else this.#ledger.set(seen.block, 'footer', 'a heading after the papers');
    if (index > this.#lastTitle) this.#current = undefined;
  }

  #date(seen: Seen, day: Omit<StatedDate, 'text' | 'line'>): void {
    const { block, text } = seen;
    this.#dates.push({ text, ...day, line: block.first + 1 });
    this.#ledger.set(block, 'date', 'a day');
  }

  #before(seen: Seen): void {
    const day = seen.role === 'date' ? dayIn(seen.text) : undefined;
    if (day) this.#date(seen, day);
    else if (this.#lastTitle >= 0 || seen.role !== 'prose' || seen.text.length < 300) {
      this.#ledger.set(
        seen.block,
        'banner',
        seen.furniture?.what ?? 'a line before the first paper',
      );
    }
  }

  /** Whether a block is of the paper whose title is still to come. */
  #opens(seen: Seen, index: number): boolean {
    const { id, role } = seen;
    if (index > this.#lastTitle) return this.#isCutOff(seen);
    const entry = this.#current;
    if (role === 'submitter') {
      this.#submitterFirst ??= entry === undefined;
      return this.#submitterFirst || entry === undefined || this.#has(entry, 'submitter');
    }
    const titleFollows = this.#titles[index + 1] === 1;
    if (role === 'votes' && titleFollows && (entry === undefined || id === undefined)) return true;
    if (id === undefined) return false;
    if (!entry) return role !== 'prose';
    if (this.#idOf(entry) !== id) return role !== 'prose';
    if (role === 'votes') return this.#has(entry, 'votes');
    return role === 'image' && entry.abstract.length > 0;
  }

  /** After the last title: whether a block is of a paper that the capture cuts off. */
  #isCutOff({ id, role }: Seen): boolean {
    const entry = this.#current;
    return entry !== undefined && role === 'votes' && id !== undefined && this.#idOf(entry) !== id;
  }

  #idOf(entry: Entry): string | undefined {
    return entry.title.id ?? entry.opening.find(({ id }) => id !== undefined)?.id;
  }

  #has({ opening, facts }: Entry, role: Role): boolean {
    return opening.some((seen) => seen.role === role) || facts.some((seen) => seen.role === role);
  }

  #isFooter({ furniture, inline, role }: Seen, index: number): boolean {
    if (index <= this.#lastTitle) return false;
    if (furniture?.places.includes('footer') === true) return true;
    // `[Previous](…)[Next](…)`: the links of the page's foot on one line.
    const labels = inline.links.flatMap(({ image, label }) =>
      image || label === '' ? [] : [label],
    );
    return (
      role === 'link' &&
      labels.length > 1 &&
      labels.every((label) => furnitureOf(label)?.places.includes('footer') === true)
    );
  }

  #inside(entry: Entry, seen: Seen, index: number): void {
    const { role, furniture } = seen;
    if (role === 'prose') {
      entry.abstract.push(seen);
    } else if (this.#isFooter(seen, index) && furniture?.places.includes('meta') !== true) {
      this.#current = undefined;
      this.#after(seen, index);
    } else if (role === 'date' && this.#isOfDigest(entry, seen, index)) {
      const day = dayIn(seen.text);
      if (day) this.#date(seen, day);
    } else entry.facts.push(seen);
  }

  /** A day between two papers that is neither's: the one before it has its own. */
  #isOfDigest(entry: Entry, seen: Seen, index: number): boolean {
    if (dayIn(seen.text) === undefined || index > this.#lastTitle) return false;
    return this.#has(entry, 'date') && entry.abstract.length > 0;
  }

  #after(seen: Seen, index: number): void {
    const { role, furniture, block, text } = seen;
    if (index < this.#lastTitle) {
      this.#ledger.set(block, 'banner', furniture?.what ?? 'a line between two papers');
    } else if (role !== 'prose' || text.length < 300) {
      this.#ledger.set(block, 'footer', furniture?.what ?? 'a line after the last paper');
    }
  }

  #account(entry: Entry): void {
    const { title, opening, abstract, facts } = entry;
    const why = abstract.length === 0 ? 'no abstract follows' : 'followed by its abstract';
    this.#ledger.set(title.block, 'title', why);
    for (const { block } of abstract) this.#ledger.set(block, 'abstract', 'text under the title');
    for (const seen of [...opening, ...facts]) {
      this.#ledger.set(seen.block, 'meta', factOf(seen));
    }
  }
}

/** Reads the blocks of a page and accounts for their lines. */
export function readPage(blocks: readonly Block[], ledger: Ledger): PageReading {
  return new Page(blocks, ledger).read();
}
