/** The cheapest path of states through a row of observations: Viterbi's dynamic programme. */

/** What the programme needs to know; states are numbers from 0, costs add up, Infinity forbids. */
export interface Model {
  /** Number of states. */
  readonly size: number;
  /** Cost of an observation in a state. */
  emission(index: number, state: number): number;
  /** Cost of an observation in state `to` after the one before in state `from`; never negative. */
  transition(index: number, from: number, to: number): number;
  /** Cost of a path that begins, and of one that ends, in a state. */
  initial(state: number): number;
  final(state: number): number;
}

/**
 * Finds the path of the lowest total cost. Time and memory grow with the number of observations.
 *
 * @param count number of observations
 * @returns one state an observation
 * @see A. J. Viterbi, "Error bounds for convolutional codes", IEEE Trans. Inf. Theory 13 (1967)
 */
export function cheapestPath(count: number, model: Model): number[] {
  const { size } = model;
  if (count === 0) return [];
  const back = new Uint8Array(count * size);
  let now = Float64Array.from(
    { length: size },
    (_, at) => model.initial(at) + model.emission(0, at),
  );
  let next = new Float64Array(size);
  for (let index = 1; index < count; index++) {
    let lowest = Infinity;
    for (let to = 0; to < size; to++) {
      let best = Infinity;
      for (let from = 0; from < size; from++) {
        const so = now[from] ?? Infinity;
        // A start that is dearer than the best path cannot win, as no transition is negative.
        if (so >= best) continue;
        const cost = so + model.transition(index, from, to);
        if (cost >= best) continue;
        best = cost;
        back[index * size + to] = from;
      }
      next[to] = best + model.emission(index, to);
      lowest = Math.min(lowest, next[to] ?? Infinity);
    }
    // Sums start from zero again, so that a million observations lose no precision.
    for (let to = 0; to < size; to++) next[to] = (next[to] ?? Infinity) - lowest;
    [now, next] = [next, now];
  }
  const whole = now.map((cost, state) => cost + model.final(state));
  let at = Math.max(0, whole.indexOf(Math.min(...whole)));
  const path = Array.from<number>({ length: count });
  for (let index = count - 1; index >= 0; index--) {
    path[index] = at;
    at = back[index * size + at] ?? 0;
  }
  return path;
}
