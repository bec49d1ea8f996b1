/** `npm run fit`: fits the weights with which plain text is read, on digests made of a file of papers. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import weights from '../src/digest/plain/weights.json' with { type: 'json' };
import { writeAtomic } from '../src/entries/atomic.ts';
import { between, random, shuffled } from './bench/random.ts';
import { labelled, type Labelled, type Paper } from './fit/layouts.ts';
import { accuracy, fitted } from './fit/perceptron.ts';
import { fittedProse, proseAccuracy } from './fit/prose.ts';
import { runScript, WrongUse } from './run.ts';

const usage = `npm run fit -- --papers FILE [--digests N] [--seed N] [--rate NATS] [--rounds N] [--reach NATS] [--prose] [--write]

Fits src/digest/plain/weights.json: makes digests of the papers in many layouts, with the state of every line, and shows
how well held-out digests are read with the current and with the fitted weights. docs/plain.md says more. The same file and seed give the same weights.

  --papers FILE  JSON lines with id, title, authors, abstract and url
  --digests N    digests to fit on (default 1000); another third is held out
  --seed N       of the layouts (default 1)
  --rate NATS    by how much a mistake changes a weight (default 0.05)
  --rounds N     how often each digest is looked at (default 2)
  --reach NATS   how far a weight may move (default 0.5)
  --prose        also fits how titles are told from prose
  --write        writes the fitted weights

Exit code: 0 done, 1 the file has a problem, 2 wrong use.`;

const file = fileURLToPath(new URL('../src/digest/plain/weights.json', import.meta.url));

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The papers of JSON lines that have what a digest may tell. */
function papersIn(text: string): Paper[] {
  return text.split('\n').flatMap((line): Paper[] => {
    if (line.trim() === '') return [];
    const { id, title, abstract, url, authors }: Partial<Record<keyof Paper, unknown>> =
      JSON.parse(line);
    const names = Array.isArray(authors) ? authors.filter(isText) : [];
    return isText(id) && isText(title) && isText(abstract) && isText(url) && names.length > 0
      ? [{ id, title, abstract, url, authors: names }]
      : [];
  });
}

/** Digests of 2 to 12 papers each, no paper in two. */
function digestsOf(papers: readonly Paper[], count: number, seed: number): Labelled[] {
  const next = random(seed);
  let at = 0;
  return Array.from({ length: count }, () => {
    const some = between(next, 2, 12);
    const chosen = papers.slice(at, at + some);
    at = at + some > papers.length ? 0 : at + some;
    return labelled(chosen, next);
  });
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);

await runScript(usage, async () => {
  const { values } = parseArgs({
    options: {
      papers: { type: 'string' },
      digests: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      rate: { type: 'string', default: '0.05' },
      rounds: { type: 'string', default: '2' },
      reach: { type: 'string', default: '0.5' },
      prose: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  if (values.papers === undefined) throw new WrongUse('--papers FILE is missing.');
  const [count, seed, rate, rounds, reach] = [
    values.digests,
    values.seed,
    values.rate,
    values.rounds,
    values.reach,
  ].map(Number);
  if (!count || seed === undefined || !rate || !rounds || !reach)
    throw new WrongUse('A number is missing.');
  const papers = shuffled(random(seed), papersIn(await readFile(values.papers, 'utf8')));
  const cut = Math.floor(papers.length * 0.75);
  const [known, held] = [papers.slice(0, cut), papers.slice(cut)];
  const prose = values.prose ? fittedProse(weights.prose, known) : weights.prose;
  const found = { ...fitted(weights, digestsOf(known, count, seed), rate, rounds, reach), prose };
  const tests = digestsOf(held, Math.ceil(count / 3), seed + 1);
  for (const [name, it] of [
    ['as they are', weights],
    ['fitted', found],
  ] as const) {
    const { lines, papers: whole, digests } = accuracy(tests, it);
    process.stdout.write(
      `${name.padEnd(12)} lines ${percent(lines)}  papers ${percent(whole)}  digests ${percent(digests)}  prose ${percent(proseAccuracy(it.prose, held))}\n`,
    );
  }
  if (values.write) await writeAtomic(file, `${JSON.stringify(found, undefined, 2)}\n`);
  return 0;
});
