/** The cheapest way to give every item of a row a state: Viterbi's dynamic programme. */

/** What the programme needs to know; costs add up, Infinity forbids. */
export interface Costs<State extends number> {
  readonly states: readonly State[];
  /** Cost of item `index` being in a state. */
  being(index: number, state: State): number;
  /** Cost of item `index` being in state `to` after the item before in state `from`. */
  following(index: number, from: State, to: State): number;
  /** Cost of beginning, and of ending, in a state. */
  beginning(state: State): number;
  ending(state: State): number;
}

/**
 * Finds the states of the lowest total cost. Time and memory grow with the number of items.
 *
 * @param count number of items
 * @returns one state an item
 * @see A. J. Viterbi, "Error bounds for convolutional codes", IEEE Trans. Inf. Theory 13 (1967)
 */
export function align<State extends number>(count: number, costs: Costs<State>): State[] {
  const { states } = costs;
  const first = states[0];
  if (count === 0 || first === undefined) return [];
  const size = states.length;
  const back = new Uint8Array(count * size);
  let now = Float64Array.from(states, (state) => costs.beginning(state) + costs.being(0, state));
  let next = new Float64Array(size);
  for (let index = 1; index < count; index++) {
    let lowest = Infinity;
    for (let to = 0; to < size; to++) {
      const state = states[to] ?? first;
      let best = Infinity;
      let from = 0;
      for (let before = 0; before < size; before++) {
        const so = now[before] ?? Infinity;
        // Costs of following are never negative: a start that is dearer than the best way cannot win.
        if (so >= best) continue;
        const cost = so + costs.following(index, states[before] ?? first, state);
        if (cost < best) {
          best = cost;
          from = before;
        }
      }
      next[to] = best + costs.being(index, state);
      back[index * size + to] = from;
      lowest = Math.min(lowest, next[to] ?? Infinity);
    }
    // Sums start from zero again, so that a million lines lose no precision.
    for (let to = 0; to < size; to++) next[to] = (next[to] ?? Infinity) - lowest;
    [now, next] = [next, now];
  }
  let at = 0;
  let best = Infinity;
  now.forEach((cost, index) => {
    const whole = cost + costs.ending(states[index] ?? first);
    if (whole < best) {
      best = whole;
      at = index;
    }
  });
  const way = Array.from<State>({ length: count });
  for (let index = count - 1; index >= 0; index--) {
    way[index] = states[at] ?? first;
    at = back[index * size + at] ?? 0;
  }
  return way;
}
