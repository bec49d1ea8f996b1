/** Places for papers that came after the map was laid out: beside those that they are like. */
import { fraction, mix } from '../hash.ts';
import type { Settled } from '../related/index.ts';
import type { LayoutFacts } from './layout.ts';
import type { Positions } from './start.ts';

/** Neighbours beside which a paper is put: the nearest ones. */
const beside = 5;

/** How much sooner a paper is put beside a neighbour that is a little nearer: the exponent of the cosine. */
const preference = 4;

/** What a neighbour with another first topic weighs. */
const acrossTopics = 0.4;

/** How far from there at most, in the units of the layout: papers that are alike do not lie on one spot. */
const apart = 0.2;

/** Half the width within which a paper is put that is like none. */
const spread = 10;

/**
 * Puts papers behind the steady part on the map: at the mean of the nearest among those that came before, and a little aside, by
 * hash. Those that have a place keep it, whatever comes.
 *
 * @param placed x and y of the papers of the steady part
 * @returns x and y of all papers; linear in papers
 */
export function placeLater(placed: Positions, settled: Settled, facts: LayoutFacts): Positions {
  const { k, steady, places, similarities } = settled;
  const count = facts.seeds.length;
  const positions: Positions = new Float32Array(count * 2);
  positions.set(placed);
  for (let paper = steady; paper < count; paper += 1) {
    let [x, y, weight] = [0, 0, 0];
    for (let at = paper * k; at < paper * k + Math.min(k, beside); at += 1) {
      const other = places[at] ?? -1;
      if (other < 0) break;
      const topical = facts.topics[other] === facts.topics[paper] ? 1 : acrossTopics;
      const share = (similarities[at] ?? 0) ** preference * topical;
      x += share * (positions[other * 2] ?? 0);
      y += share * (positions[other * 2 + 1] ?? 0);
      weight += share;
    }
    const chance = mix((facts.seeds[paper] ?? 0) + 1);
    const [right, down] = [fraction(chance) * 2 - 1, fraction(mix(chance + 1)) * 2 - 1];
    const reach = weight > 0 ? apart : spread;
    positions[paper * 2] = (weight > 0 ? x / weight : 0) + right * reach;
    positions[paper * 2 + 1] = (weight > 0 ? y / weight : 0) + down * reach;
  }
  return positions;
}
