/** What sets one group of papers apart from another. */

/** How many papers of a group hold a phrase, of how many. */
export interface Share {
  readonly holding: number;
  readonly papers: number;
}

/**
 * Weight of the prior, in papers of each group: what a phrase seen once or twice has to outweigh. A twentieth of the
 * papers, for a small archive has no more to give; 20 at most.
 */
const priorWeight = (papers: number): number => Math.min(20, Math.max(1, papers / 20));

/**
 * How surely a phrase is commoner in one group of papers than in another: the log-odds ratio with an informative
 * Dirichlet prior (the phrase's share in both groups together), divided by its standard deviation.
 *
 * @returns a z-score: above 2, hardly chance; negative where the phrase is rarer in the first group
 * @see Monroe, Colaresi, Quinn: Fightin' Words, Political Analysis 16 (2008), equations 16, 20 and 22, with
 *   papers that hold a phrase in the place of its occurrences
 */
export function contrast(one: Share, other: Share): number {
  const all = one.papers + other.papers;
  if (all === 0) return 0;
  const held = one.holding + other.holding;
  if (held === 0 || held === all) return 0;
  const weight = priorWeight(all);
  const prior = (weight * held) / all;
  const odds = ({ holding, papers }: Share): number =>
    Math.log((holding + prior) / (papers + weight - holding - prior));
  const variance = 1 / (one.holding + prior) + 1 / (other.holding + prior);
  return (odds(one) - odds(other)) / Math.sqrt(variance);
}
