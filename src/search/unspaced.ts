/**
 * Words of writing that has no spaces between them: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
 *
 * `Intl.Segmenter` parts it by a dictionary, and each engine has its own: what one browser takes for a word is two
 * words to the next, and to the build. So a text is found by every two letters that stand beside each other, too, and
 * a word by the pairs that it is made of. docs/search.md has the figures.
 */
import { memoise } from '../once.ts';
import { fold } from '../text/letters.ts';

/** Whether writing without spaces occurs. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A stretch of such writing: its letters, marks and digits, and `ー` and `々`, which belong to several scripts. */
export const unspacedRun =
  /((?:(?=[\p{L}\p{M}\p{N}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}])+)/u;

/** Foreign words, which dictionaries take to pieces. */
const katakana = /([\p{Script=Katakana}ー]+)/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const han = /\p{Script=Han}/u;
const oneScript =
  /\p{Script=Han}+|\p{Script=Hiragana}+|\p{Script=Thai}+|\p{Script=Lao}+|\p{Script=Khmer}+|\p{Script=Myanmar}+|[^]/gu;

/** As in searched-words.ts. */
interface UnspacedWord {
  readonly whole: string;
  /** Every two letters beside each other, of more than two. */
  readonly parts: readonly string[];
  /** The pair of its last letter and the next word's first, and each character of its own. */
  readonly also: readonly string[];
}

/** Parts a stretch into words, none of them lost. */
export type Segment = (stretch: string, language: 'ja' | 'zh') => Iterable<string>;

const segmenterOf = memoise(
  (language: string) => new Intl.Segmenter(language, { granularity: 'word' }),
);

/** By the engine's dictionary; where it has none, by script. */
const byDictionary: Segment = (stretch, language) =>
  'Segmenter' in Intl
    ? Array.from(segmenterOf(language).segment(stretch), ({ segment }) => segment)
    : (stretch.match(oneScript) ?? []);

/** What a text's words are parted by: Japanese has kana, and Chinese has none. */
export const languageOf = (text: string): 'ja' | 'zh' => (kana.test(text) ? 'ja' : 'zh');

const pairs = (letters: readonly string[]): string[] =>
  letters.slice(1).map((letter, at) => (letters[at] ?? '') + letter);

/**
 * The words of a stretch of unspaced writing.
 *
 * @param segment what parts it, for trying another engine's
 */
export function unspacedWords(
  stretch: string,
  language: 'ja' | 'zh',
  segment: Segment = byDictionary,
): UnspacedWord[] {
  const segments = stretch
    .normalize('NFKC')
    .split(katakana)
    .flatMap((part, at) => (at % 2 === 1 ? [part] : [...segment(part, language)]))
    .map((part) => [...fold(part)])
    .filter((letters) => letters.length > 0);
  return segments.map((letters, at) => {
    const whole = letters.join('');
    const next = segments[at + 1]?.[0];
    const across = next === undefined ? [] : [(letters.at(-1) ?? '') + next];
    const single = letters.length > 1 ? letters.filter((letter) => han.test(letter)) : [];
    const parts = letters.length > 2 ? pairs(letters) : [];
    return { whole, parts, also: [...across, ...single] };
  });
}
