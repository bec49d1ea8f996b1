/** Words as the search compares them: in the vocabulary, in queries, in titles. */
import { fold, spelledSigns } from '../text/letters.ts';
import { stopWords } from '../text/words.ts';
import { signed, spokenSigns } from './spoken-signs.ts';
import { languageOf, unspaced, unspacedRun, unspacedWords, type Segment } from './unspaced.ts';

const marks = /\p{M}+/gu;
/** A word goes on over these: `fine-tuning`, `Newton's`, `3.1`, `DP^2O`; and over the name of a Greek letter. */
const joints = /[-\u2010-\u2015\u2212'\u2019._^{}\u2060]+/gu;

/** Letters and digits, over joints. Also what is not a word to a reader: `2025`, `3.1`. And what a sign is called. */
const token =
  /[\p{L}\p{N}]+(?:[-\u2010-\u2015\u2212'\u2019._^{}\u2060]+[\p{L}\p{N}]+)*(?:\u2061[\p{L}\p{N}]+)?/gu;

/** Nothing that the index would not find as it is typed; TeX's own signs part words in the index, and so do others. */
const plainToken = /^[\p{ASCII}\u2010-\u201f]*$/u;
const tex = /[\^_{}+*#@]|\.net/i;

/** Puts the names of signs for the signs: `ℓ∞-norm` becomes `ell∞norm` with a joint, `a≤b` three words. */
function spell(text: string): string {
  return spokenSigns(spelledSigns(text.toLowerCase(), ' ', '\u2060'));
}

/** A word of a text. */
export interface Word {
  /** Folded, what joins its parts taken out: `finetuning` for "Fine-Tuning". */
  readonly whole: string;
  /** Its parts if it has several: `fine`, `tuning`; of `UNet++`, what stands before the sign; of 神经网络, each two letters. */
  readonly parts: readonly string[];
  /** By what else a text with this word is found. Nobody who asks for the word asks for that. */
  readonly also?: readonly string[];
}

const joined = /[-\u2010-\u2015\u2212'\u2019._^{}\u2060\u2061]/;
const none: readonly string[] = [];

function wordOf(raw: string): Word {
  if (!joined.test(raw)) return { whole: raw, parts: none };
  const [stem = '', sign] = raw.split(signed);
  // The genitive is no part of a name.
  const parts = stem
    .replace(/['\u2019]s$/, '')
    .split(joints)
    .filter((part) => part !== '');
  const whole = parts.join('');
  if (sign === undefined) return { whole, parts: parts.length > 1 ? parts : [] };
  const said = sign.startsWith('at') ? [sign] : [];
  const several = parts.length > 1 || whole.length > 1;
  return {
    whole: whole + sign,
    parts: several ? parts : [],
    also: parts.length > 1 ? [whole, ...said] : said,
  };
}

const split = (folded: string): Word[] => (folded.match(token) ?? []).map(wordOf);

/** The words of a text, in order. Signs count by their names. @param segment for trying another engine's */
export function words(text: string, segment?: Segment): Word[] {
  if (!unspaced.test(text)) return split(fold(spell(text)));
  const language = languageOf(text);
  return text
    .split(unspacedRun)
    .flatMap((part, at) =>
      at % 2 === 1 ? unspacedWords(part, language, segment) : split(fold(spell(part))),
    );
}

/** Every form in which a text is found by its words, in order. */
export const formsOf = (text: string, segment?: Segment): string[] =>
  words(text, segment).flatMap(({ whole, parts, also = [] }) => [whole, ...parts, ...also]);

/** The words of a text, in order; of one that has parts, these. */
export const wordParts = (text: string): string[] =>
  words(text).flatMap(({ whole, parts }) => (parts.length > 0 ? parts : [whole]));

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
  // A bound has spaces in it.
  const bounds = text.includes('(') ? spell(text).match(/(?<= )bigo[\p{L}\p{N}]+/gu) : null;
  const forms = new Set(bounds);
  for (const token of text.split(/\s+/)) {
    if (plainToken.test(token) && !tex.test(token)) continue;
    const lower = token.toLowerCase();
    // The index takes accents off by itself.
    const decomposed = lower.normalize('NFD').replaceAll(marks, '');
    // `ℓ₁` is typed `ell_1` and `l1`.
    const spelled = [...words(token), ...split(fold(token))];
    for (const form of new Set(spelled.flatMap(({ whole, parts }) => [whole, ...parts]))) {
      // Queries have signs by name, too: a form that holds one is never asked for. Unspaced writing the index parts by
      // itself.
      const typed = spell(form) === form && !stopWords.has(form) && !unspaced.test(form);
      if (typed && form.length > 1 && !decomposed.includes(form)) forms.add(form);
    }
  }
  return [...forms];
}
