/**
 * Text as the classifier sees it: words, each with what stands between it and the word before.
 *
 * Two spellings of one word give the same `key`, so that a topic file needs only one of them.
 */
import { singular } from '../text/stem.ts';
import { wordPattern } from '../text/words.ts';

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

const marks = /\p{M}+/gu;
const softHyphen = /\u00ad/g;
/** The genitive: "Newton's method" is read as "Newton method". */
const genitive = /(?<=\p{L})['\u2019]s(?![\p{L}\p{N}])/gu;
const hyphens = /^[-\u2010-\u2015\u2212]$/;
const paragraph = /\n[^\S\n]*\n/;
const clauseEnd = /[.;:!?)\]]/;

/** Phrases that open a list of examples: what follows is mentioned, not treated. */
const asideOpenings = new Set(['such as', 'e g', 'for example', 'for instance']);
const asideSeconds = new Set(['as', 'g', 'example', 'instance']);

/** Diacritics and genitives off, compatibility forms (ligatures, full width) resolved, soft hyphens gone. */
export function fold(text: string): string {
  // What is ASCII alone, as most abstracts are, has none of them but genitives.
  if (/^[\n\r\t -~]*$/.test(text)) return text.replaceAll(genitive, '');
  return text
    .replaceAll(softHyphen, '')
    .normalize('NFKD')
    .replaceAll(marks, '')
    .replaceAll(genitive, '');
}

/**
 * The form under which a word is compared: singular, American spelling.
 *
 * Rough on purpose ("bias" becomes "bia"): terms and text go through the same mill, so only two
 * different words that fall together would matter.
 *
 * @param folded a folded word in lower case
 */
export function reduce(folded: string): string {
  let word = singular(folded);
  if (word.length > 5 && word.endsWith('our')) word = `${word.slice(0, -3)}or`;
  if (word.length > 6) {
    word = word.replace(/is(ation|ing|ed|er|e)$/, 'iz$1').replace(/ll(ing|ed|er)$/, 'l$1');
  }
  return word;
}

function jointOf(between: string): Joint {
  if (between === ' ') return 'space';
  if (hyphens.test(between)) return 'hyphen';
  const mark = between.trim();
  if (mark === '(' || mark === '[') return 'bracket';
  if (mark !== '' || paragraph.test(between)) return 'break';
  return 'space';
}

/** The cased form that belongs to `key`: the text's own letters as long as nothing but an ending went. */
function casedForm(original: string, lower: string, key: string): string {
  return lower.startsWith(key) ? original.slice(0, key.length) : key;
}

type Forms = Pick<Word, 'key' | 'folded' | 'cased' | 'spelling'>;

/** Forms of the words met lately: nine of ten words of an abstract stood in an earlier one. */
const known = new Map<string, Forms>();
const mostKnown = 50_000;
let spellings = 0;

function formsOf(original: string): Forms {
  let forms = known.get(original);
  if (forms === undefined) {
    const folded = original.toLowerCase();
    // The singular of an acronym may have two letters.
    const key = /^\p{Lu}{2}s$/u.test(original) ? folded.slice(0, -1) : reduce(folded);
    spellings += 1;
    forms = { key, folded, cased: casedForm(original, folded, key), spelling: spellings };
    if (known.size >= mostKnown) known.clear();
    known.set(original, forms);
  }
  return forms;
}

/**
 * Splits a text into words, in one pass.
 *
 * @param text plain text; markup would be read as words
 */
export function wordsOf(text: string): Word[] {
  const folded = fold(text);
  const words: Word[] = [];
  let end = 0;
  let aside = false;
  let before = '';
  for (const match of folded.matchAll(wordPattern)) {
    const original = match[0];
    const between = folded.slice(end, match.index);
    const { key, folded: lower, cased, spelling } = formsOf(original);
    const joint = words.length === 0 ? 'break' : jointOf(between);
    const opens = asideSeconds.has(lower) && asideOpenings.has(`${before} ${lower}`);
    if (aside && !opens && clauseEnd.test(between) && !(before === 'g' && between.startsWith('.')))
      aside = false;
    words.push({ key, folded: lower, cased, spelling, joint, aside });
    if (opens) aside = true;
    before = lower;
    end = match.index + original.length;
  }
  return words;
}
