/** The papers' texts, as a search asks for them. */
import { remembered } from './remembered.ts';
import type { RankedIndex } from './index/ranked-index.ts';
import { readText, type PaperText } from './index/text-files.ts';

export type { PaperText } from './index/text-files.ts';

/** Texts kept: going back and forth shows the same again. */
const kept = 400;

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
    const name = this.#index.textFile(paper);
    const text = remembered(this.#texts, name, async () => readText(await this.#load(name)));
    const oldest = this.#texts.keys().next();
    if (this.#texts.size > kept && oldest.done !== true) this.#texts.delete(oldest.value);
    return text;
  }
}
