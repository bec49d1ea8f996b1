/** The words and two-word phrases of an archive, and which papers hold them. */
import { findTerms, Lexicon, termsIn, type Visitor } from '../related/index.ts';
import type { PaperWords } from './weighing.ts';
import { functionWords, paperWords } from '../text/word-lists.ts';
import type { Word } from './words.ts';

/** A word, or two words that follow each other. */
export interface Phrase {
  /** Its words in the shortest form that the texts have (singular), in lower case but for words such as `RAG`. */
  readonly text: string;
  /** Its words, as `Word.key`. */
  readonly keys: readonly string[];
  /** Papers that hold it. */
  readonly papers: number;
}

export interface Vocabulary {
  readonly phrases: readonly Phrase[];
  /** By the index of the paper: the indexes of its phrases, each once. */
  readonly holds: readonly Int32Array[];
}

/** Where a phrase cannot go on: punctuation, or a word that says nothing. */
const gap = -1;

/** Papers that must hold a phrase before it is looked at: two, and more in a large archive, where chance does more. */
function leastPapers(papers: number): number {
  return Math.max(2, Math.ceil(Math.sqrt(papers) / 25));
}

function telling({ folded }: Word): boolean {
  return (
    folded.length > 1 &&
    !functionWords.has(folded) &&
    !paperWords.has(folded) &&
    !/^\p{N}+$/u.test(folded)
  );
}

/** A word as it is shown: in lower case, unless it has a capital after its first letter. */
function shown({ cased, folded }: Word): string {
  return /^.+\p{Lu}/u.test(cased) ? cased : folded;
}

/** The words of an archive's papers as numbers. Papers are added one by one; what is kept is a number a word. */
export class Texts {
  readonly #lexicon = new Lexicon();
  /** Numbers by `Word.spelling`; `gap` for a word that says nothing. */
  readonly #bySpelling: number[] = [];
  readonly #forms: string[] = [];
  readonly #texts: Int32Array[] = [];

  /** Adds the next paper. */
  add({ title, abstract }: PaperWords): void {
    const tokens: number[] = [];
    for (const words of [title, abstract])
      for (const word of words) {
        if (word.joint === 'break' || word.joint === 'bracket') tokens.push(gap);
        let number = this.#bySpelling[word.spelling];
        if (number === undefined) {
          number = telling(word) ? this.#numberOf(word) : gap;
          this.#bySpelling[word.spelling] = number;
        }
        tokens.push(number);
      }
    this.#texts.push(Int32Array.from(tokens));
  }

  #numberOf(word: Word): number {
    const number = this.#lexicon.add(word.key);
    if (word.folded.length < (this.#forms[number]?.length ?? Infinity))
      this.#forms[number] = shown(word);
    return number;
  }

  /** Words by themselves and every two that follow each other; no gap, and no word twice. */
  #walk(paper: number, { word, phrase }: Visitor): void {
    let before = gap;
    for (const [at, token] of (this.#texts[paper] ?? []).entries()) {
      if (token !== gap) word(token, at, false);
      if (token !== gap && before !== gap && token !== before)
        phrase(before, token, at - 1, at, false);
      before = token;
    }
  }

  /** The vocabulary of the papers added. Linear in the length of the texts. */
  vocabulary(): Vocabulary {
    const [texts, forms, { keys }] = [this.#texts, this.#forms, this.#lexicon];
    const walk = (paper: number, visitor: Visitor): void => this.#walk(paper, visitor);
    const length = texts.reduce((sum, tokens) => sum + tokens.length, 0);
    const terms = findTerms({ size: texts.length, wordCount: forms.length, length, walk });
    const least = leastPapers(texts.length);
    const phrases: Phrase[] = [];
    const phraseOf = terms.frequency.map((papers, term) => {
      if (papers < least) return gap;
      const words = terms.wordsOf(term);
      const text = words.map((word) => forms[word] ?? '').join(' ');
      return phrases.push({ text, keys: words.map((word) => keys[word] ?? ''), papers }) - 1;
    });
    const holds = texts.map((_, paper) =>
      Int32Array.from(termsIn({ walk }, terms, paper), (term) => phraseOf[term] ?? gap).filter(
        (phrase) => phrase !== gap,
      ),
    );
    return { phrases, holds };
  }
}
