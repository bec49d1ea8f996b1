/** Fits how titles are told from the prose of abstracts: logistic regression by stochastic gradient descent. */
import { featureNames, featuresOf, type FeatureName } from '../../src/digest/plain/prose.ts';
import type { Paper } from './layouts.ts';

export type ProseWeights = Record<FeatureName | 'bias', number>;

/** Titles, whole and the first of their lines; abstracts, whole, and a line from their middle. */
const examplesOf = ({
  title,
  abstract,
}: Paper): readonly (readonly [text: string, isProse: number])[] => [
  [title, 0],
  [abstract, 1],
  [abstract.slice(80, 160).replace(/^\S*\s/, ''), 1],
];

const rounds = 3;
const rate = 0.02;

/** Log-odds of text of these features being prose. */
const logOdds = (weights: ProseWeights, features: Readonly<Record<FeatureName, number>>): number =>
  featureNames.reduce((sum, name) => sum + weights[name] * features[name], weights.bias);

/**
 * Fits the weights on papers, in their order.
 *
 * @param start the weights to begin with
 */
export function fittedProse(start: ProseWeights, papers: readonly Paper[]): ProseWeights {
  const weights = { ...start };
  for (let round = 0; round < rounds; round++)
    for (const paper of papers)
      for (const [text, isProse] of examplesOf(paper)) {
        const features = featuresOf(text);
        const error = isProse - 1 / (1 + Math.exp(-logOdds(weights, features)));
        weights.bias += rate * error;
        for (const name of featureNames) weights[name] += rate * error * features[name];
      }
  for (const name of ['bias', ...featureNames] as const)
    weights[name] = Math.round(weights[name] * 100) / 100;
  return weights;
}

/** Share of titles and abstracts that are on the right side of zero. */
export function proseAccuracy(weights: ProseWeights, papers: readonly Paper[]): number {
  const right = papers.flatMap((paper) =>
    examplesOf(paper).map(
      ([text, isProse]) => logOdds(weights, featuresOf(text)) > 0 === (isProse === 1),
    ),
  );
  return right.filter(Boolean).length / right.length;
}
