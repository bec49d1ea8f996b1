/** The cheapest path of states through a row of observations: Viterbi's dynamic programme. */

/** Costs of the states of one observation, and of the steps to them; they add up, Infinity forbids. */
export interface Costs {
  /** Of the observation in each state. */
  readonly emission: ArrayLike<number>;
  /** Of the steps to it, none negative: that from state `from` to state `to` at `from * size + to`. */
  readonly transition: ArrayLike<number>;
}

/** What the programme needs to know; states are numbers from 0. */
export interface Model {
  /** Costs of a path that begins, and of one that ends, in each state. */
  readonly initial: readonly number[];
  readonly final: readonly number[];
  /** Asked for once an observation, in their order. */
  costsOf(index: number): Costs;
}

/**
 * Finds the path of the lowest total cost. Time and memory grow with the number of observations.
 *
 * @param count number of observations
 * @returns one state an observation
 * @see A. J. Viterbi, "Error bounds for convolutional codes", IEEE Trans. Inf. Theory 13 (1967)
 */
export function cheapestPath(count: number, { initial, final, costsOf }: Model): number[] {
  const size = initial.length;
  if (count === 0) return [];
  const back = new Uint8Array(count * size);
  const first = costsOf(0).emission;
  let now = Float64Array.from(initial, (cost, at) => cost + (first[at] ?? Infinity));
  let next = new Float64Array(size);
  for (let index = 1; index < count; index++) {
    const { emission, transition } = costsOf(index);
    let lowest = Infinity;
    for (let to = 0; to < size; to++) {
      let best = Infinity;
      for (let from = 0; from < size; from++) {
        const so = now[from] ?? Infinity;
        // A start that is dearer than the best path cannot win, as no transition is negative.
        if (so >= best) continue;
        const cost = so + (transition[from * size + to] ?? Infinity);
        if (cost >= best) continue;
        best = cost;
        back[index * size + to] = from;
      }
      next[to] = best + (emission[to] ?? Infinity);
      lowest = Math.min(lowest, next[to] ?? Infinity);
    }
    // Sums start from zero again, so that a million observations lose no precision.
    for (let to = 0; to < size; to++) next[to] = (next[to] ?? Infinity) - lowest;
    [now, next] = [next, now];
  }
  const whole = now.map((cost, state) => cost + (final[state] ?? Infinity));
  let at = Math.max(0, whole.indexOf(Math.min(...whole)));
  const path = Array.from<number>({ length: count });
  for (let index = count - 1; index >= 0; index--) {
    path[index] = at;
    at = back[index * size + at] ?? 0;
  }
  return path;
}
