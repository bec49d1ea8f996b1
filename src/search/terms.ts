/** The words of a query, each with what of the archive it may stand for. */
import { sameStem } from '../text/stem.ts';
import { stopWords } from '../text/words.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';
import type { VocabularyWord } from './vocabulary/vocabulary-files.ts';
import type { Word } from './searched-words.ts';

/** What is searched for in place of a word. */
export interface Option {
  /** Folded; two words if they were typed as one. */
  readonly word: string;
  /** Papers that hold it, about. */
  readonly papers: number;
  /** Papers that hold it in their title. */
  readonly titles: number;
}

/** A word of the query. */
export interface Term {
  /** Folded. */
  readonly typed: string;
  /** What may be meant, best first; empty if the archive holds nothing like it. */
  readonly options: readonly Option[];
  /** The archive does not hold what was typed: the options are guesses. */
  readonly mended: boolean;
  /** The options are longer words that begin with what was typed. */
  readonly unfinished: boolean;
  readonly stop: boolean;
  /** A letter or two: the index does not know them as parts of compounds, and finds them everywhere. */
  readonly short: boolean;
  /** Of a compound, its parts. */
  readonly parts: readonly string[];
}

/** Guesses at one word at most: each is a search. */
const mostOptions = 4;

/** Writing without spaces, which the index parts into words of its own choosing. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const option = ({ word, papers, titles }: VocabularyWord): Option => ({ word, papers, titles });

/** A word that is searched for as it is. */
export function plainTerm(typed: string, papers = 1): Term {
  return {
    typed,
    options: [{ word: typed, papers, titles: 0 }],
    mended: false,
    unfinished: false,
    stop: stopWords.has(typed),
    short: typed.length < 3 && !unspaced.test(typed),
    parts: [],
  };
}

/** One word of each stem: the others are found along with it. */
export function distinctStems(known: readonly VocabularyWord[]): VocabularyWord[] {
  const kept: VocabularyWord[] = [];
  for (const word of known) {
    if (!kept.some((other) => sameStem(other.word, word.word))) kept.push(word);
  }
  return kept;
}

/** What an unknown word may have been meant as: guesses with the fewest slips, or two words in one. */
export async function guesses(typed: string, vocabulary: Vocabulary): Promise<Option[]> {
  const near = await vocabulary.near(typed);
  const closest = near.filter(({ slips }) => slips === near[0]?.slips);
  const guessed = distinctStems(closest).map(option);
  const [pair] = typed.length > 6 ? await vocabulary.split(typed) : [];
  const [first] = closest;
  const both = pair === undefined ? 0 : Math.min(pair[0].papers, pair[1].papers);
  // A word of one slip is likelier than two rare words run together.
  if (pair === undefined || (first?.slips === 1 && both < 10 * first.papers)) {
    return guessed.slice(0, mostOptions);
  }
  const apart = { word: `${pair[0].word} ${pair[1].word}`, papers: both, titles: 0 };
  return [apart, ...guessed].slice(0, mostOptions);
}

/** British and American: `optimisation`, `modelling`, `behaviour`, `centre`. */
const twinSpellings: readonly (readonly [RegExp, string])[] = [
  [/is(?=[aei])/, 'iz'],
  [/iz(?=[aei])/, 'is'],
  [/ys(?=e|ing)/, 'yz'],
  [/yz(?=e|ing)/, 'ys'],
  [/ll(?=ed|ing|er)/, 'l'],
  [/(?<=[aeiou])l(?=ed|ing|er)/, 'll'],
  [/(?<=\w{3})our/, 'or'],
  [/(?<=\w{3})or/, 'our'],
  [/tre$/, 'ter'],
  [/ter$/, 'tre'],
];

/** The same word in the other spelling, if the archive holds that, too. */
async function spellings(typed: string, vocabulary: Vocabulary): Promise<Option[]> {
  const twins = twinSpellings
    .filter(([pattern]) => pattern.test(typed))
    .map(([pattern, instead]) => typed.replace(pattern, instead));
  const known = await Promise.all(twins.map((twin) => vocabulary.exactly(twin)));
  return known.filter((twin) => twin !== undefined).map(option);
}

/** Longer words, if what was typed is the beginning of a few. */
export async function completions(typed: string, vocabulary: Vocabulary): Promise<Option[]> {
  if (typed.length < 2) return [];
  return distinctStems(await vocabulary.completions(typed)).map(option);
}

/**
 * Looks a word up.
 *
 * @param last whether the reader may still be typing it
 * @param verbatim take it as it is, whatever the archive holds
 */
export async function resolveWord(
  typed: string,
  vocabulary: Vocabulary,
  last: boolean,
  verbatim: boolean,
): Promise<Term> {
  const plain = plainTerm(typed);
  if (plain.stop || typed.length < 2 || unspaced.test(typed)) return plain;
  const exact = await vocabulary.exactly(typed);
  if (exact !== undefined) {
    const twins = verbatim ? [] : await spellings(typed, vocabulary);
    return { ...plain, options: [option(exact), ...twins] };
  }
  if (last && !verbatim) {
    const longer = await completions(typed, vocabulary);
    if (longer.length > 0) {
      // Of many, the index finds all by their common beginning, unless it is longer than their stem.
      const options =
        typed.length < 4
          ? [{ word: typed, papers: vocabulary.papers, titles: 0 }]
          : longer.slice(0, mostOptions);
      return { ...plain, options, unfinished: true };
    }
  }
  const known = await vocabulary.find(typed);
  if (verbatim) return { ...plain, options: known === undefined ? [] : [option(known)] };
  const guessed = await guesses(typed, vocabulary);
  if (known === undefined) return { ...plain, options: guessed, mended: true };
  // `compliants` may be one of `compliant`, or a slip for `complaints`.
  const others = guessed.filter(({ word }) => !sameStem(word, typed));
  return { ...plain, options: [option(known), ...others.slice(0, 2)] };
}

/** Looks every word of a query up; a compound that the archive does not hold counts as its parts. */
export async function resolve(
  words: readonly Word[],
  vocabulary: Vocabulary,
  verbatim: boolean,
): Promise<Term[]> {
  const resolved = await Promise.all(
    words.map(async ({ whole, parts }, at) => {
      const last = at === words.length - 1;
      const known = parts.length > 0 ? await vocabulary.exactly(whole) : undefined;
      const split = parts.length > 0 && known === undefined;
      return split
        ? Promise.all(
            parts.map((part, place) =>
              resolveWord(part, vocabulary, last && place === parts.length - 1, verbatim),
            ),
          )
        : [{ ...(await resolveWord(whole, vocabulary, last, verbatim)), parts }];
    }),
  );
  const terms = resolved.flat();
  const seen = new Set<string>();
  return terms.filter(({ typed }) => !seen.has(typed) && seen.add(typed));
}
