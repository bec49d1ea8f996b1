/** Digests made up for archives that live: titles and abstracts of words that topics know, and words that none does. */
import { between, pick, type Random } from '../../../scripts/bench/random.ts';

const subjects =
  'Direct Preference Optimization|Language Models|Diffusion Models|Contextual Bandits|Continual Learning|Offline Reinforcement Learning|Bird Song|Beeswax Candles|Graph Neural Networks|Theorem Proving|Prompt Injection|Speech Synthesis'.split(
    '|',
  );
const ways =
  'A Survey of|Faster|On the Limits of|Rethinking|Provable Bounds for|A Benchmark for|Scaling|Robust|Understanding|Small Steps Towards'.split(
    '|',
  );
const clauses =
  'We study how it behaves when data are scarce.|The regret is $O(\\sqrt{T})$ in the worst case.|Experiments with GPT-4 and LLaMA show gains of 12%.|Human feedback (RLHF) is not needed.|Code is at https://example.org/code for all.|A reward model of 7B parameters is trained on 40k pairs.|Large language models (LLMs) are fine-tuned with LoRA.|The method keeps what was learned before.|A lower bound matches up to logarithms.|Birds of three species were recorded at dawn.'.split(
    '|',
  );
const people = 'Ada Newt|Bo Chen|Cleo Márquez|Dietrich von Alm|Eve Okafor|Fu Wei'.split('|');

const some = (next: Random, items: readonly string[], least: number, most: number): string[] =>
  Array.from({ length: between(next, least, most) }, () => pick(next, items) ?? '');

/** A record of a paper; titles come again, so that papers are listed more than once. */
function paper(next: Random): Record<string, unknown> {
  const title = `${pick(next, ways)} ${pick(next, subjects)}`;
  return {
    title,
    abstract: [`We look at ${pick(next, subjects)}.`, ...some(next, clauses, 2, 5)].join(' '),
    ...(next() < 0.6 && { authors: [...new Set(some(next, people, 1, 3))] }),
    ...(next() < 0.3 && { arxiv_id: `2409.${between(next, 10_000, 99_999)}` }),
    ...(next() < 0.2 && { published: `2024-0${between(next, 1, 9)}-1${between(next, 0, 9)}` }),
  };
}

/** A sentence for an abstract. */
export const sentence = (next: Random): string => pick(next, clauses) ?? '';

/** A title that no digest gives. */
export const title = (next: Random): string =>
  `${pick(next, subjects)} and ${pick(next, subjects)}, number ${between(next, 0, 999)}`;

export const author = (next: Random): string => pick(next, people) ?? '';

/** A digest of some papers, as JSON Lines. */
export const digest = (next: Random): string =>
  Array.from({ length: between(next, 2, 6) }, () => `${JSON.stringify(paper(next))}\n`).join('');

/** A day on which a digest may have come: most after those that are there, some before. */
export const day = (next: Random): string =>
  `2025-0${between(next, 1, 6)}-${String(between(next, 1, 28)).padStart(2, '0')}`;
