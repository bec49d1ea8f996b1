import { readLabel, readNumber, type Label } from './listing-lines.ts';

/** A wrapped title has no more lines than this. */
export const longestTitle = 6;

/** What the lines after a line say. Lines are trimmed and count from 0. */
export class ListingAhead {
  readonly #texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  labelAt(index: number): Label | undefined {
    return readLabel(this.#texts[index] ?? '');
  }

  /** The next line that is not blank; empty at the end. */
  next(index: number): string {
    for (let at = index + 1; at < this.#texts.length; at++) {
      const text = this.#texts[at];
      if (text !== undefined && text !== '') return text;
    }
    return '';
  }

  /** Whether a list of authors comes right after what may be a title of a few lines. */
  authorsFollow(index: number): boolean {
    for (let at = index + 1; at < index + longestTitle; at++) {
      const label = this.labelAt(at);
      if (label) return label.role === 'authors';
      const text = this.#texts[at] ?? '';
      if (text === '' || readNumber(text)) return false;
    }
    return false;
  }
}
