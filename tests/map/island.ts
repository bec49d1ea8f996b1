import type { Paper } from '../../src/archive/archive.ts';
import type { Nearest } from '../../src/related/similarity.ts';
import { hashText } from '../../src/hash.ts';
import { paper } from '../archive/paper.ts';

const themes = {
  rivers: ['river', 'delta', 'sediment', 'flood plain', 'estuary', 'tidal gauge'],
  bells: ['bell', 'bronze casting', 'clapper', 'campanile', 'overtone', 'tuning fork'],
  moths: ['moth', 'wing pattern', 'larva', 'pheromone', 'light trap', 'cocoon'],
} as const;

export type Theme = keyof typeof themes;
export const themeNames: readonly Theme[] = ['rivers', 'bells', 'moths'];

const topicOf = (theme: Theme): Paper['topics'] => [
  { topic: theme, byHand: false, score: 3, terms: [] },
];

/** Papers of three themes that share no word but those of every abstract, `each` of each. */
export function themedPapers(each: number): Paper[] {
  return themeNames.flatMap((theme) =>
    Array.from({ length: each }, (_, at) => {
      const words = themes[theme];
      const picked = [0, 1, 2].map((turn) => words[(at * (turn + 1) + turn) % words.length]);
      return paper({
        id: `${theme}-${at}`,
        title: `Notes on ${picked[0]} and ${picked[1]}, ${at + 1}`,
        text: `Here the ${picked.join(', the ')} are measured. ${words[at % words.length]} again.`,
        topics: topicOf(theme),
      });
    }),
  );
}

export const themeTopics = themeNames.map((id) => ({
  id,
  label: `All about ${id}`,
  description: '',
  papers: [],
}));

/** Neighbours in groups of equal size: each paper knows some of its own group, and nobody else. */
export function groupedNeighbours(groups: number, size: number, k: number): Nearest {
  const places = new Int32Array(groups * size * k);
  const similarities = new Float32Array(places.length);
  for (let paper = 0; paper < groups * size; paper += 1) {
    const first = paper - (paper % size);
    for (let at = 0; at < k; at += 1) {
      places[paper * k + at] = first + ((paper - first + 1 + at * 2) % size);
      similarities[paper * k + at] = 0.8 - at * 0.02;
    }
  }
  return { k, places, similarities };
}

export const seedsFor = (count: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, at) => hashText(`paper-${at}`));
