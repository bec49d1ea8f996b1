/**
 * Whether a line reads like the prose of an abstract or like a title: a sum of features times the weights of
 * weights.json, which are log-odds: above 0 they speak for an abstract.
 */
import { letteredPattern } from '../../text/words.ts';
import fitted from './weights.json' with { type: 'json' };

const weights = fitted.prose;

/** No more of a line is looked at: features are shares and small counts, which more text does not change. */
const sample = 600;

export const featureNames = [
  'capitals',
  'lowers',
  'verbs',
  'articles',
  'sentence',
  'label',
  'lowercaseStart',
  'opening',
  'comma',
  'stop',
  'question',
  'words',
] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = Readonly<Record<FeatureName, number>>;

/** Finite verbs, pronouns and words of argument, which titles seldom have. */
const verbs = new Set(
  (
    'we our us is are was were be been being has have had this these those that which it its they their them there ' +
    'can could may might will would should must do does did not however thus therefore moreover furthermore ' +
    'propose proposes proposed present presents presented introduce introduces show shows shown demonstrate demonstrates ' +
    'achieve achieves outperform outperforms provide provides develop find study consider investigate prove address ' +
    'such while when where because since although despite more than also only first both most often ' +
    'wir ist sind wurde nous est sont cette ce se es son este nosotros'
  ).split(' '),
);

const articles = new Set('the a an these this'.split(' '));

/** How abstracts begin. */
const openings =
  /^(?:we |in this |in the |this |these |there |although |despite |while |recent|existing |current |most |many |given |however|although |here|our |to |as |it |the \w+ of \w+ (?:is|are|has)|large language models \(|[\w-]+ models? (?:is|are|have|has) )/i;

const sentenceEnd = /[.!?]["”’)\]]?\s+["“(]?[A-Z][a-z]*[ ,]/g;
const abbreviations = /\b(?:vs|al|Fig|No|Vol|Dr|St|cf|approx)\.\s/g;

/** The features of a line. Shares are 0 to 1, counts are cut off at 3. */
export function featuresOf(line: string): Features {
  const text = line.length > sample ? line.slice(0, sample) : line;
  const words = text.match(letteredPattern) ?? [];
  let long = 0;
  let capital = 0;
  let verb = 0;
  let article = 0;
  words.forEach((word, index) => {
    const lower = word.toLowerCase();
    if (verbs.has(lower)) verb++;
    if (articles.has(lower)) article++;
    if (index > 0 && word.length >= 4) {
      long++;
      if (lower !== word) capital++;
    }
  });
  const share = long === 0 ? 0.6 : capital / long;
  const count = Math.max(words.length, 6);
  const first = words[0] ?? '';
  return {
    capitals: share > 0.75 ? 1 : 0,
    lowers: share < 0.3 ? 1 : 0,
    verbs: Math.min(1, (verb * 5) / count),
    articles: Math.min(1, (article * 5) / count),
    sentence: Math.min(2, (text.replaceAll(abbreviations, ' ').match(sentenceEnd) ?? []).length),
    label: /^[^:\s]+(?: [^:\s]+){0,4}: \S/.test(text) ? 1 : 0,
    lowercaseStart: first !== '' && /^\p{Ll}{2}/u.test(text) && !/\p{Lu}|\d/u.test(first) ? 1 : 0,
    opening: openings.test(text) ? 1 : 0,
    comma: Math.min(3, (text.match(/, /g) ?? []).length) / 3,
    stop: /[.。][)"”’\]]?$/.test(line.slice(-3)) ? 1 : 0,
    question: line.endsWith('?') ? 1 : 0,
    words: words.length > 22 ? 1 : 0,
  };
}

const limit = 8;

/**
 * How much a line reads like an abstract's.
 *
 * @returns log-odds between -8 (a title) and 8 (prose)
 */
export function proseScore(features: Features): number {
  let sum = weights.bias;
  for (const name of featureNames) sum += weights[name] * features[name];
  return Math.max(-limit, Math.min(limit, sum));
}
