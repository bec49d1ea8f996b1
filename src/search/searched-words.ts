/** Words as the search compares them: in the vocabulary, in queries, in titles. */
import { fold, spelledSigns } from '../text/letters.ts';
import { stopWords } from '../text/words.ts';

const marks = /\p{M}+/gu;
/** A word goes on over these: `fine-tuning`, `Newton's`, `3.1`, `DP^2O`. */
const joints = /[-\u2010-\u2015\u2212'\u2019._^{}]+/gu;

/** Letters and digits, over joints. Also what is not a word to a reader: `2025`, `3.1`. */
const token = /[\p{L}\p{N}]+(?:[-\u2010-\u2015\u2212'\u2019._^{}]+[\p{L}\p{N}]+)*/gu;

/** Nothing that the index would not find as it is typed; TeX's own signs part words in the index. */
const plainToken = /^[\p{ASCII}\u2010-\u201f]*$/u;
const tex = /[\^_{}]/;

/** Puts the names of signs for the signs, apart from the words beside them: `ℓ∞` becomes `ell infty`. */
function spell(text: string): string {
  return spelledSigns(text.toLowerCase(), ' ');
}

/** A word of a text. */
export interface Word {
  /** Folded, what joins its parts taken out: `finetuning` for "Fine-Tuning". */
  readonly whole: string;
  /** Its parts if it has several: `fine`, `tuning`. */
  readonly parts: readonly string[];
}

function split(folded: string): Word[] {
  const found: Word[] = [];
  for (const raw of folded.match(token) ?? []) {
    // The genitive is no part of a name.
    const parts = raw
      .replace(/['\u2019]s$/, '')
      .split(joints)
      .filter((part) => part !== '');
    found.push({ whole: parts.join(''), parts: parts.length > 1 ? parts : [] });
  }
  return found;
}

/** The words of a text, in order. Signs count by their names. */
export function words(text: string): Word[] {
  return split(fold(spell(text)));
}

/** The words of a text as one line. */
export const wordLine = (text: string): string =>
  words(text)
    .map(({ whole }) => whole)
    .join(' ');

/**
 * What a text says in signs and letters that few keyboards have, as people type it: to be searched beside the text.
 *
 * @returns distinct words of two letters or more, none of which the index would find in the word it is made from
 */
export function typedForms(text: string): string[] {
  const forms = new Set<string>();
  for (const token of text.split(/\s+/)) {
    if (plainToken.test(token) && !tex.test(token)) continue;
    const lower = token.toLowerCase();
    // The index takes accents off by itself.
    const decomposed = lower.normalize('NFD').replaceAll(marks, '');
    // `ℓ₁` is typed `ell_1` and `l1`.
    for (const { whole, parts } of [...words(token), ...split(fold(token))]) {
      for (const form of [whole, ...parts]) {
        // Queries have signs by name, too: a form that holds one is never asked for.
        const typed = spell(form) === form && !stopWords.has(form);
        if (typed && form.length > 1 && !decomposed.includes(form)) forms.add(form);
      }
    }
  }
  return [...forms];
}
