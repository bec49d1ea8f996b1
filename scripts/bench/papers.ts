/** Made-up papers for measuring: the size and the word distribution of real ones, the meaning of none. */

import { random } from './random.ts';

const common =
  'we the of and a to in for with that on is this by our as from are an which can show model models learning data method training language large performance results approach based using tasks new propose paper reward policy bandit diffusion benchmark robust code vision reasoning alignment'.split(
    ' ',
  );
const syllables =
  'ta re ni lo mu ka se vi do pa ler tron max net flow grad form vec sim fin bert gen opt'.split(
    ' ',
  );

/** A word: half of the time a common one, else one of a long tail (Zipf-like). */
function word(next: () => number): string {
  if (next() < 0.55) return common[Math.floor(next() ** 2 * common.length)] ?? 'the';
  let rank = Math.floor(1 / (next() + 1e-5));
  let name = '';
  do {
    name += syllables[rank % syllables.length] ?? '';
    rank = Math.floor(rank / syllables.length);
  } while (rank > 0 || name.length < 4);
  return name;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function sentence(next: () => number): string {
  const words = Array.from({ length: 14 + Math.floor(next() * 14) }, () => word(next));
  return `${capital(words.join(' '))}.`;
}

/**
 * A digest as plain text.
 *
 * @param first number of its first paper; papers of different numbers differ
 * @param count papers in it
 */
export function madeUpDigest(first: number, count: number): string {
  const papers = Array.from({ length: count }, (_, at) => {
    const next = random(first + at + 1);
    const title = `${capital(word(next))}${first + at}: ${Array.from({ length: 8 }, () => capital(word(next))).join(' ')}`;
    const abstract = Array.from({ length: 10 }, () => sentence(next)).join(' ');
    return `${title}\n\n${abstract}`;
  });
  return `Get trending papers in your email inbox!\n\n${papers.join('\n\n')}\n`;
}
