/**
 * Text as the classifier sees it: words, each with what stands between it and the word before.
 *
 * Two spellings of one word give the same `key`, so that a topic file needs only one of them.
 */
import { formsOf, readWords, type Gap } from '../text/read-words.ts';

/**
 * How a word hangs on the word before it: `hyphen` inside a compound, `space` inside a sentence,
 * `bracket` after nothing but an opening bracket, `break` elsewhere (punctuation, a new paragraph,
 * the start). A phrase goes on over `hyphen` and `space` only.
 */
export type Joint = 'hyphen' | 'space' | 'bracket' | 'break';

export interface Word {
  /** Folded and reduced form that is compared. */
  readonly key: string;
  /** Folded, not reduced: what `*` terms are compared with. */
  readonly folded: string;
  /** `key` with the capitals of the text, where it has any. */
  readonly cased: string;
  /** Number of the spelling: words of one number are spelled alike. For caches; a spelling may get another later. */
  readonly spelling: number;
  readonly joint: Joint;
  /** The word stands in a list of examples: after "such as", "e.g.", up to the end of the clause. */
  readonly aside: boolean;
}

const clauseEnd = /[.;:!?)\]]/;

/** Phrases that open a list of examples: what follows is mentioned, not treated. */
const asideOpenings = new Set(['such as', 'e g', 'for example', 'for instance']);
const asideSeconds = new Set(['as', 'g', 'example', 'instance']);

/** The cased form that belongs to `key`: the text's own letters as long as nothing but an ending went. */
function casedForm(original: string, lower: string, key: string): string {
  return lower.startsWith(key) ? original.slice(0, key.length) : key;
}

/**
 * A word as it is spelled in America, so that a topic file needs one spelling only. Rough: others that end alike change as
 * well, but terms and text go through the same mill, so only two different words that fall together would matter. Related
 * papers go without: with it they share neither more topics nor more categories.
 *
 * @param singular in lower case
 */
function american(singular: string): string {
  const word =
    singular.length > 5 && singular.endsWith('our') ? `${singular.slice(0, -3)}or` : singular;
  if (word.length <= 6) return word;
  return word.replace(/is(ation|ing|ed|er|e)$/, 'iz$1').replace(/ll(ing|ed|er)$/, 'l$1');
}

type Forms = Pick<Word, 'key' | 'folded' | 'cased' | 'spelling'>;

/** Forms of the words met lately: nine of ten words of an abstract stood in an earlier one. */
const known = new Map<string, Forms>();
const mostKnown = 50_000;
let spellings = 0;

function knownForms(written: string): Forms {
  let forms = known.get(written);
  if (forms === undefined) {
    const { bare, folded, key: singular } = formsOf(written);
    const key = american(singular);
    spellings += 1;
    forms = { key, folded, cased: casedForm(bare, folded, key), spelling: spellings };
    if (known.size >= mostKnown) known.clear();
    known.set(written, forms);
  }
  return forms;
}

const joints: Readonly<Record<Gap, Joint>> = {
  space: 'space',
  hyphen: 'hyphen',
  bracket: 'bracket',
  mark: 'break',
  sentence: 'break',
  paragraph: 'break',
};

/**
 * Splits a text into words, in one pass.
 *
 * @param text plain text; markup would be read as words
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let aside = false;
  let before = '';
  readWords(text, (written, gap, between) => {
    const { key, folded, cased, spelling } = knownForms(written);
    const opens = asideSeconds.has(folded) && asideOpenings.has(`${before} ${folded}`);
    if (aside && !opens && clauseEnd.test(between) && !(before === 'g' && between.startsWith('.')))
      aside = false;
    words.push({ key, folded, cased, spelling, joint: joints[gap], aside });
    if (opens) aside = true;
    before = folded;
  });
  return words;
}
