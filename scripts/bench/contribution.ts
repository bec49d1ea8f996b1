/** `npm run bench -- contribution`: how often lists show the sentence that says what a paper does. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { cuesOf } from '../../src/text/contribution-cues.ts';
import { mainSentence } from '../../src/text/contribution.ts';
import { WrongUse } from '../run.ts';

export const contributionUsage = `npm run bench -- contribution --labels FILE [--fit] [--misses] [--json]

Of abstracts cut into sentences and labelled by hand, says how often the sentence that lists show is the best, or the
best or another good one; beside the first sentence, and the first with "we", "this paper", "this work" or "in this".

  --labels FILE  JSON lines with title, sentences, best (an index) and ok (indices)
  --fit          prints weights fitted on them, for src/text/contribution.ts
  --misses       prints what is shown where it is neither, and what would be best
  --json         everything as JSON`;

/** An abstract, and which of its sentences would do. */
export interface Labelled {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly best: number;
  readonly ok: readonly number[];
}

const isLabelled = (value: unknown): value is Labelled =>
  typeof value === 'object' &&
  value !== null &&
  'title' in value &&
  'best' in value &&
  'sentences' in value &&
  Array.isArray(value.sentences) &&
  'ok' in value &&
  Array.isArray(value.ok);

type Way = (abstract: Labelled) => number;

const signs = /\b(?:we|this paper|this work|in this)\b/i;
const ways: Readonly<Record<string, Way>> = {
  'as shown': ({ sentences, title }) => mainSentence(sentences, title),
  'first with "we" …': ({ sentences }) =>
    Math.max(
      0,
      sentences.findIndex((sentence) => signs.test(sentence)),
    ),
  'first sentence': () => 0,
};

const isGood = ({ best, ok }: Labelled, index: number): boolean =>
  index === best || ok.includes(index);

/** The share of abstracts of which a way takes the best sentence, and the best or a good one. */
export function shares(all: readonly Labelled[], way: Way): { good: number; best: number } {
  const share = (does: (abstract: Labelled, index: number) => boolean): number =>
    all.filter((abstract) => does(abstract, way(abstract))).length / all.length;
  return { good: share(isGood), best: share(({ best }, index) => index === best) };
}

/** What another good sentence counts beside the best. */
const good = 0.5;

/**
 * Weights of cues, fitted by gradient ascent as a conditional logit over the sentences of each abstract, with a penalty
 * on their squares. The same abstracts give the same weights.
 */
export function fitted(
  all: readonly Labelled[],
  { rounds = 500, rate = 0.9, penalty = 0.02 / 3 } = {},
): ReadonlyMap<string, number> {
  const abstracts = all.map(({ title, sentences, best, ok }) => {
    const wanted = sentences.map((_, at) => (at === best ? 1 : ok.includes(at) ? good : 0));
    const sum = wanted.reduce<number>((total, each) => total + each, 0);
    return cuesOf(sentences, title).map((cues, at) => ({
      cues: Object.entries(cues),
      wanted: (wanted[at] ?? 0) / sum,
    }));
  });
  const weights = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const slopes = new Map<string, number>();
    for (const sentences of abstracts) {
      const odds = sentences.map(({ cues }) =>
        Math.exp(cues.reduce((sum, [cue, amount]) => sum + (weights.get(cue) ?? 0) * amount, 0)),
      );
      const sum = odds.reduce((total, each) => total + each, 0);
      for (const [at, { cues, wanted }] of sentences.entries())
        for (const [cue, amount] of cues)
          slopes.set(cue, (slopes.get(cue) ?? 0) + (wanted - (odds[at] ?? 0) / sum) * amount);
    }
    for (const [cue, slope] of slopes) {
      const weight = weights.get(cue) ?? 0;
      weights.set(cue, weight + rate * (slope / all.length - penalty * weight));
    }
  }
  return weights;
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`.padStart(8);

/** @returns the exit code */
export async function contributionBench(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      labels: { type: 'string' },
      fit: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.labels === undefined) throw new WrongUse('--labels FILE is missing.');
  const lines = (await readFile(values.labels, 'utf8')).split('\n');
  const all = lines.flatMap((line): Labelled[] => {
    const value: unknown = line.trim() === '' ? undefined : JSON.parse(line);
    return isLabelled(value) ? [value] : [];
  });
  if (all.length === 0) throw new WrongUse('There are no labels in it.');
  const rows = Object.entries(ways).map(([name, way]) => ({ name, ...shares(all, way) }));
  const write = (line: string): unknown => process.stdout.write(`${line}\n`);
  if (values.json) {
    write(JSON.stringify({ abstracts: all.length, rows }, undefined, 2));
    return 0;
  }
  write(`${all.length} abstracts${' '.repeat(12)}good      best`);
  for (const { name, good: share, best } of rows)
    write(`${name.padEnd(22)}${percent(share)}  ${percent(best)}`);
  if (values.misses)
    for (const { title, sentences, best, ok } of all) {
      const shown = mainSentence(sentences, title);
      if (shown !== best && !ok.includes(shown))
        write(`\n${title}\n- ${sentences[shown] ?? ''}\n+ ${sentences[best] ?? ''}`);
    }
  if (values.fit)
    for (const [cue, weight] of [...fitted(all)].toSorted(([, a], [, b]) => b - a))
      write(`  ['${cue}', ${weight.toFixed(1)}],`);
  return 0;
}
