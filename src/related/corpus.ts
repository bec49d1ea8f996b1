/** The words of all papers as one row of numbers: what is counted, weighed and shown is read from it. */
import { GrowingInts } from './growing.ts';
import type { SimilarityDocument } from './model.ts';
import { foldWord, gaps, kindOf, readWords, singular } from './words.ts';

/** A sequence of papers, read. */
export interface Corpus {
  /** Papers. */
  readonly size: number;
  /** What stands in the texts: indexes of `written`, and `gaps`. The title comes first, then `gaps.title`. */
  readonly tokens: Int32Array;
  /** Where each paper begins in `tokens`, and where the last one ends. */
  readonly starts: Int32Array;
  /** Words as they are written, each once. */
  readonly written: readonly string[];
  /** Kind of each. */
  readonly kinds: Uint8Array;
  /** Number of the word that each is a form of. */
  readonly words: Int32Array;
  /** Words, forms counted once. */
  readonly wordCount: number;
  /** Their singular forms, lower case. */
  readonly keys: readonly string[];
}

/**
 * Reads papers, once, in their order.
 *
 * Linear in the length of the texts.
 */
export function readCorpus(documents: Iterable<SimilarityDocument>): Corpus {
  const tokens = new GrowingInts(1 << 16);
  const starts = new GrowingInts();
  const written: string[] = [];
  const kinds = new GrowingInts();
  const words = new GrowingInts();
  const forms = new Map<string, number>();
  const keys = new Map<string, number>();

  const addForm = (form: string): number => {
    const folded = foldWord(form);
    const key = singular(folded);
    const word = keys.get(key) ?? keys.size;
    keys.set(key, word);
    forms.set(form, written.length);
    kinds.push(kindOf(folded, key));
    words.push(word);
    return written.push(form) - 1;
  };
  const addWord = (form: string): void => tokens.push(forms.get(form) ?? addForm(form));
  const addGap = (gap: number): void => tokens.push(gap);

  let size = 0;
  for (const { title, text } of documents) {
    size++;
    starts.push(tokens.length);
    readWords(title, addWord, addGap);
    addGap(gaps.title);
    readWords(text, addWord, addGap);
  }
  starts.push(tokens.length);
  return {
    size,
    tokens: tokens.view(),
    starts: starts.view(),
    written,
    kinds: Uint8Array.from(kinds.view()),
    words: words.view(),
    wordCount: keys.size,
    keys: [...keys.keys()],
  };
}
