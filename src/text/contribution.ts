/** The sentence of an abstract that says what the paper does. */
import { cuesOf, type Cue, type Cues } from './contribution-cues.ts';
import { withoutOpener } from './contribution-opener.ts';
import { sentencesOf } from './sentences.ts';

/**
 * What a cue counts: the log-odds of a conditional logit (McFadden 1974) over the sentences of each abstract, fitted on
 * sentences labelled by hand (`npm run bench -- contribution --fit`) and rounded; of a question and of `refers`, of
 * which labels have few, and of conclusions, of which machine learning has few, by judgement. See docs/contribution.md.
 */
export const weights: readonly (readonly [Cue, number])[] = [
  ['makes', 2.2],
  ['title', 1.9],
  ['finds', 1.3],
  ['here', 0.8],
  ['uses', 1],
  ['studies', 1],
  ['andMakes', 0.6],
  ['name', 1],
  ['long', 0.5],
  ['paper', 0.6],
  ['conclusion', 1.5],
  ['answers', 0.3],
  ['isMade', 0.3],
  ['novel', 0.3],
  ['intends', 0.1],
  ['place', -0.1],
  ['isStudied', -0.2],
  ['again', -0.3],
  ['state', -0.5],
  ['further', -0.7],
  ['first', -0.7],
  ['others', -0.9],
  ['refers', -0.5],
  ['question', -1],
];

/** Cues of which some sentence must have one: without them, none speaks of the paper. */
const telling: readonly Cue[] = [
  'makes',
  'finds',
  'studies',
  'uses',
  'intends',
  'andMakes',
  'isMade',
  'isStudied',
  'paper',
  'here',
  'answers',
  'name',
  'conclusion',
];

function sumOf(cues: Cues): number {
  let sum = 0;
  for (const [cue, weight] of weights) sum += weight * (cues[cue] ?? 0);
  return sum;
}

/** White space that is not one blank. */
const oddSpace = /\s{2,}|[^\S ]/g;

/** Sentences shorter than this are followed by the next, if both fit: "We present a new data set." */
const short = 80;
/** Those that say next to nothing are followed by the next, whether it fits or not. */
const tooShort = 45;

/** Most sentences looked at: no abstract has more. */
const mostSentences = 60;

/** Index of the sentence that says most of what the paper does; 0 if none says anything of it. */
export function mainSentence(sentences: readonly string[], title: string): number {
  const all = cuesOf(sentences, title);
  if (!all.some((cues) => telling.some((cue) => cues[cue] !== undefined))) return 0;
  let best = 0;
  let most = -Infinity;
  for (const [index, cues] of all.entries()) {
    const sum = sumOf(cues);
    if (sum <= most) continue;
    best = index;
    most = sum;
  }
  return best;
}

/** What a paper does, as sentences of its abstract. */
export interface Contribution {
  /** One line; empty if the abstract is. */
  readonly sentence: string;
  /** The one after it, if there is one. */
  readonly next?: string;
}

/**
 * What a paper does, in a sentence of its abstract, verbatim but for an opener that leads over to it ("To address this,
 * we …"). In languages other than English, and where no sentence speaks of the paper, the first. Linear.
 *
 * @param text the abstract as plain text; paragraphs run on
 * @param title the paper's, as text: the sentence is likely to have its words
 */
export function contribution(text: string, title: string): Contribution {
  const sentences = sentencesOf(text.replaceAll(oddSpace, ' ').trim()).slice(0, mostSentences);
  const index = mainSentence(sentences, title);
  const sentence = withoutOpener(sentences[index] ?? '');
  const next = sentences[index + 1];
  return { sentence, ...(next !== undefined && { next }) };
}

/**
 * Its sentence; a short one with the next.
 *
 * @param most characters that there is room for: two sentences are no longer, though one may be
 */
export function inRoom({ sentence, next }: Contribution, most: number): string {
  if (next === undefined || sentence.length >= short) return sentence;
  const both = `${sentence} ${next}`;
  return both.length <= most || sentence.length < tooShort ? both : sentence;
}
