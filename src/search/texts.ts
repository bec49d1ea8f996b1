/** The papers' texts, one by one, as they lie in Pagefind's index. */
import type { PagefindFragment } from './pagefind.ts';
import { remembered } from './remembered.ts';
import type { RankedIndex } from './index/ranked-index.ts';

/** What a result shows of a paper, and what is looked for in it. */
export type PaperText = Pick<
  PagefindFragment,
  'url' | 'content' | 'raw_content' | 'meta' | 'filters'
>;

/** Texts kept: going back and forth shows the same again. */
const kept = 400;

/** What every file of Pagefind's begins with, once it is unpacked. */
const mark = 'pagefind_dcd';

const isText = (value: unknown): value is PaperText =>
  typeof value === 'object' &&
  value !== null &&
  'url' in value &&
  typeof value.url === 'string' &&
  'content' in value &&
  typeof value.content === 'string' &&
  'meta' in value &&
  typeof value.meta === 'object' &&
  value.meta !== null &&
  'filters' in value &&
  typeof value.filters === 'object' &&
  value.filters !== null;

/**
 * Reads an unpacked fragment.
 *
 * @throws {SyntaxError} if it is none
 */
export function readText(unpacked: string): PaperText {
  const value: unknown = JSON.parse(unpacked.startsWith(mark) ? unpacked.slice(mark.length) : '');
  if (!isText(value)) throw new SyntaxError('This is no text of a paper.');
  return value;
}

export class Texts {
  readonly #index: RankedIndex;
  readonly #load: (name: string) => Promise<string>;
  readonly #texts = new Map<string, Promise<PaperText>>();

  /** @param load unpacks a text by the name of its file; what it throws, the questions below throw */
  constructor(index: RankedIndex, load: (name: string) => Promise<string>) {
    this.#index = index;
    this.#load = load;
  }

  /** A paper's text. @param paper ordinal */
  of(paper: number): Promise<PaperText> {
    const text = remembered(this.#texts, String(paper), async () =>
      readText(await this.#load(await this.#index.textName(paper))),
    );
    const oldest = this.#texts.keys().next();
    if (this.#texts.size > kept && oldest.done !== true) this.#texts.delete(oldest.value);
    return text;
  }
}
