/** What a word may stand for beside itself: slips mended, other spellings, longer words, two words for one. */
import type { Synonym } from './answer.ts';
import { rootOf } from '../text/stem.ts';
import type { Candidate, Vocabulary } from './vocabulary/vocabulary.ts';
import type { VocabularyWord } from './vocabulary/vocabulary-files.ts';

/** What is searched for, for a word. */
export interface Option {
  /** Folded; several words, with spaces, that must all be there. */
  readonly word: string;
  /** How much it counts beside the word itself: 0 to 1. */
  readonly weight: number;
  /** Another name of what was typed, for readers. */
  readonly named?: Synonym;
}

/** Guesses at one word, and words that go on from it, at most. */
const mostGuesses = 4;
const mostLonger = 8;

/** Weights beside the word itself, measured by `npm run bench -- search`. */
export const weights = {
  twin: 0.95,
  joined: 0.9,
  name: 0.9,
  longer: 0.85,
  slip: 0.8,
  slips: 0.6,
} as const;

/** One word of each stem, so many at most: the others are found along with it. */
function distinctStems<Known extends VocabularyWord>(
  known: readonly Known[],
  most: number,
): Known[] {
  const kept = new Map<string, Known>();
  for (const word of known) {
    const root = rootOf(word.word);
    if (!kept.has(root)) kept.set(root, word);
    if (kept.size === most) break;
  }
  return [...kept.values()];
}

const guessed = ({ word, slips }: Candidate): Option => ({
  word,
  weight: slips > 1 ? weights.slips : weights.slip,
});

/** What an unknown word may have been meant as: guesses with the fewest slips, or two words in one. */
export async function guesses(typed: string, vocabulary: Vocabulary): Promise<Option[]> {
  const near = await vocabulary.near(typed);
  const alike = near.filter(({ slips }) => slips === near[0]?.slips);
  const closest = distinctStems(alike, mostGuesses);
  const [pair] = typed.length > 6 ? await vocabulary.split(typed) : [];
  const [first] = closest;
  const both = pair === undefined ? 0 : Math.min(pair[0].papers, pair[1].papers);
  // A word of one slip is likelier than two rare words run together.
  if (pair === undefined || (first?.slips === 1 && both < 10 * first.papers)) {
    return closest.map(guessed);
  }
  const apart = { word: `${pair[0].word} ${pair[1].word}`, weight: weights.joined };
  return [apart, ...closest.map(guessed)].slice(0, mostGuesses);
}

/** British and American: `optimisation`, `modelling`, `behaviour`, `centre`, `analogue`, `defence`. */
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
  [/ogue(?=s?$)/, 'og'],
  [/og(?=s?$)/, 'ogue'],
  [/ence(?=s?$)/, 'ense'],
  [/ense(?=s?$)/, 'ence'],
];

/** The same word in the other spelling, if the archive holds that, too. */
export async function spellings(typed: string, vocabulary: Vocabulary): Promise<Option[]> {
  const twins = twinSpellings
    .filter(([pattern]) => pattern.test(typed))
    .map(([pattern, instead]) => typed.replace(pattern, instead));
  const known = await Promise.all(twins.map((twin) => vocabulary.exactly(twin)));
  return known
    .filter((twin) => twin !== undefined)
    .map(({ word }) => ({ word, weight: weights.twin }));
}

/** Longer words, if what was typed is the beginning of some. */
export async function completions(typed: string, vocabulary: Vocabulary): Promise<Option[]> {
  if (typed.length < 2) return [];
  const longer = distinctStems(await vocabulary.completions(typed), mostLonger);
  return longer.map(({ word }) => ({ word, weight: weights.longer }));
}

/** So few papers write a word as it was typed that more may write it as two. */
const rare = 5;
const farMore = 10;

/** Two words that were typed as one, which few papers do: `mobilemanipulation`. */
export async function apart(
  typed: string,
  papers: number,
  vocabulary: Vocabulary,
): Promise<Option[]> {
  if (papers > rare) return [];
  const [pair] = typed.length > 8 ? await vocabulary.split(typed) : [];
  return pair === undefined || pair.some((part) => part.papers < farMore * papers)
    ? []
    : [{ word: pair.map(({ word }) => word).join(' '), weight: weights.joined }];
}
