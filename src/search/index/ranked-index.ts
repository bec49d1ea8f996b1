/** The ranked index as a search asks it, part by part: only what a query needs is loaded. */
import { memoise } from '../../once.ts';
import { rootOf } from '../../text/stem.ts';
import type { Facet } from '../facets.ts';
import { partFor } from '../part-addresses.ts';
import { unpackColumn, type Column } from './columns.ts';
import { unpackOrder, type Order } from './orders.ts';
import { unpackPart, type Form } from './parts.ts';
import { orderColumn, type IndexPlan, type PhrasePart, type Segment } from './plan.ts';
import { unpackPostings, type Posting } from './postings.ts';
import { textFile } from './text-files.ts';

/** A form of a word and the papers that hold it, in order. */
export interface HeldForm {
  readonly word: string;
  readonly postings: readonly Posting[];
}

export class RankedIndex {
  /** Papers of the archive. */
  readonly papers: number;
  readonly #plan: IndexPlan;
  readonly #load: (name: string) => Promise<Uint8Array>;
  readonly #part = memoise(async (name: string) => unpackPart(await this.#load(name)));
  readonly #column = memoise(async (name: string) => unpackColumn(await this.#load(name)));
  readonly #order = memoise(async (name: string) => unpackOrder(await this.#load(name)));
  readonly #namesIn = memoise(async (file: string) =>
    new TextDecoder().decode(await this.#load(file)).split('\n'),
  );

  /** @param load unpacks a file by its name; what it throws, the questions below throw */
  constructor(plan: IndexPlan, load: (name: string) => Promise<Uint8Array>) {
    this.papers = plan.papers;
    this.#plan = plan;
    this.#load = load;
  }

  /**
   * The forms of a word that the archive holds, itself among them.
   *
   * @param word folded
   */
  forms(word: string): Promise<readonly HeldForm[]> {
    return this.formsOfStem(rootOf(word));
  }

  /** The words of a stem that the archive holds. @param stem as `rootOf` gives it; a stem's own is not always itself */
  readonly formsOfStem = memoise(async (stem: string): Promise<readonly HeldForm[]> => {
    const held = new Map<string, Posting[]>();
    const found = await Promise.all(
      this.#plan.segments.map((segment) => this.#formsIn(segment, stem)),
    );
    for (const [at, forms] of found.entries()) {
      const first = this.#plan.segments[at]?.first ?? 0;
      for (const { word: form, postings } of forms) {
        const list = held.get(form) ?? [];
        for (const posting of unpackPostings(postings, first)) list.push(posting);
        held.set(form, list);
      }
    }
    return [...held].map(([form, postings]) => ({ word: form, postings }));
  });

  async #formsIn({ parts }: Segment, stem: string): Promise<readonly Form[]> {
    const part = partFor(parts, stem);
    return part === undefined ? [] : ((await this.#part(part.name)).get(stem) ?? []);
  }

  /** A file of the table of what papers are called; the one that says where the others are, unless one is named. */
  tableFile(name = this.#plan.table): Promise<Uint8Array> {
    return this.#load(name);
  }

  /** The papers of each value of a facet. */
  column(facet: Facet): Promise<Column> {
    const name = this.#plan.columns[facet];
    return name === undefined ? Promise.resolve(new Map()) : this.#column(name);
  }

  /** The place of each paper in an order; those of which nothing is known that it goes by are not in it. */
  order(order: Order): Promise<ReadonlyMap<number, number>> {
    const name = this.#plan.columns[orderColumn(order)];
    return name === undefined ? Promise.resolve(new Map()) : this.#order(name);
  }

  /** Name of the file that holds a paper's text (`text-files.ts`). @param paper ordinal */
  textFile(paper: number): string {
    return textFile(paper, this.#plan.texts);
  }

  /** The parts of Pagefind's index. */
  get phraseParts(): readonly PhrasePart[] {
    return this.#plan.phrases;
  }

  /**
   * The papers that Pagefind's index means.
   *
   * @param wanted names that it gave
   * @param parts that were asked
   * @returns the papers of each: more than one where papers of different parts have the same
   */
  async papersNamed(wanted: ReadonlySet<string>, parts: Iterable<PhrasePart>): Promise<number[][]> {
    const papers = new Map<string, number[]>();
    const files = Array.from(parts, async ({ first, names }) => ({
      first,
      all: await this.#namesIn(names),
    }));
    for (const { first, all } of await Promise.all(files)) {
      for (const [at, name] of all.entries()) {
        if (!wanted.has(name)) continue;
        const same = papers.get(name);
        if (same) same.push(first + at);
        else papers.set(name, [first + at]);
      }
    }
    return [...papers.values()];
  }
}
