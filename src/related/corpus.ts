/** The words of all papers as one row of numbers: what is counted, weighed and shown is read from it. */
import { GrowingInts } from './growing.ts';
import { Lexicon } from './lexicon.ts';
import { formsOf, readWords, type Gap } from '../text/read-words.ts';
import type { SimilarityDocument } from './similarity.ts';
import { gaps, kindOf, kinds, longestWord } from './words.ts';

/** What a walk over a paper finds; `at` and `from` are indexes of the corpus's tokens. */
export interface Visitor {
  word(word: number, at: number, inTitle: boolean): void;
  /** Two words next to each other, or with "of" between them; the first stands at `from`. */
  phrase(first: number, second: number, from: number, at: number, inTitle: boolean): void;
}

/** Papers whose words are numbers. */
export interface NumberedTexts {
  /** Papers. */
  readonly size: number;
  /** Words that have a number, forms counted once. */
  readonly wordCount: number;
  /** Words and what parts them, of all papers: how much there is to read. */
  readonly length: number;
  /** Finds the words and phrases of the paper at a place, from the first to the last. */
  walk(paper: number, visitor: Visitor): void;
}

/** A sequence of papers, read. */
export interface Corpus extends NumberedTexts {
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
}

/**
 * Reads papers, once, in their order.
 *
 * Linear in the length of the texts.
 *
 * @param lexicon numbers of words, to which those of the papers are added
 */
export function readCorpus(
  documents: Iterable<Pick<SimilarityDocument, 'title' | 'text'>>,
  lexicon: Lexicon = new Lexicon(),
): Corpus {
  const tokens = new GrowingInts(1 << 16);
  const starts = new GrowingInts();
  const written: string[] = [];
  const formKinds = new GrowingInts();
  const words = new GrowingInts();
  const forms = new Map<string, number>();

  const addForm = (form: string): number => {
    const { folded, key } = formsOf(form);
    forms.set(form, written.length);
    formKinds.push(kindOf(folded, key));
    words.push(lexicon.add(key));
    return written.push(form) - 1;
  };
  const addWord = (form: string, gap: Gap): void => {
    if (gaps[gap] < 0) tokens.push(gaps[gap]);
    tokens.push(form.length > longestWord ? gaps.mark : (forms.get(form) ?? addForm(form)));
  };

  let size = 0;
  for (const { title, text } of documents) {
    size++;
    starts.push(tokens.length);
    readWords(title, addWord);
    tokens.push(gaps.title);
    readWords(text, addWord);
  }
  starts.push(tokens.length);
  const corpus = {
    size,
    length: tokens.length,
    tokens: tokens.view(),
    starts: starts.view(),
    written,
    kinds: Uint8Array.from(formKinds.view()),
    words: words.view(),
    wordCount: lexicon.keys.length,
  };
  return { ...corpus, walk: (paper, visitor) => walk(corpus, paper, visitor) };
}

function walk(
  { tokens, starts, kinds: kindsOfForms, words }: Omit<Corpus, 'walk'>,
  paper: number,
  visitor: Visitor,
): void {
  const end = starts[paper + 1] ?? 0;
  let inTitle = true;
  // The word before, if a phrase may go on from it, and whether "of" came after it.
  let before = -1;
  let from = -1;
  let of = false;
  let hyphen = false;
  for (let at = starts[paper] ?? 0; at < end; at++) {
    const token = tokens[at] ?? 0;
    if (token < 0) {
      if (token === gaps.hyphen) {
        hyphen = true;
        continue;
      }
      if (token === gaps.title) inTitle = false;
      before = -1;
      hyphen = false;
      continue;
    }
    const kind = kindsOfForms[token];
    const hyphened = hyphen || tokens[at + 1] === gaps.hyphen;
    hyphen = false;
    if (kind === kinds.of && before !== -1 && !of) {
      of = true;
      continue;
    }
    const isLone = kind === kinds.part && !hyphened;
    if (kind === kinds.stop || kind === kinds.common || kind === kinds.of || isLone) {
      before = -1;
      of = false;
      continue;
    }
    const word = words[token] ?? 0;
    if (kind === kinds.word) visitor.word(word, at, inTitle);
    if (before !== -1) visitor.phrase(before, word, from, at, inTitle);
    before = kind === kinds.number ? -1 : word;
    from = at;
    of = false;
  }
}
