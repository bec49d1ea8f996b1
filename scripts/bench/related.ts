/** `npm run bench -- related`: how near related papers are, and what it takes to find them. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { findSimilar, readTable } from '../../src/related/index.ts';
import { progressLine } from '../progress.ts';
import { WrongUse } from '../run.ts';
import { wholeNumber } from './project.ts';
import { agreement, type Agreement } from './related/agreement.ts';
import { labelled, readDocuments, type LabelledPaper } from './related/source.ts';
import { chance, shown, titleQuery, variants, variantWay, type Way } from './related/ways.ts';

export const relatedUsage = `npm run bench -- related [--papers FILE] [--count N] [--asked N] [--variants] [--read N] [--json]

Finds the related papers of an archive, and says how often they share a topic, a primary arXiv category or an author with
the paper, none of which they are found by; beside five papers by chance and a full-text search for the words of the
title. Then finds them in a process of its own, for time and memory.

  --papers FILE  JSON lines with title, abstract, and if known categories and authors (default: this archive)
  --count N      the first N of them (default 10000)
  --asked N      papers whose related papers are looked at, evenly spread (default 2000)
  --variants     other weighings too
  --read N       print N papers with their related papers, to be read
  --json         everything as JSON`;

const repository = fileURLToPath(new URL('../..', import.meta.url));

interface Row extends Agreement {
  readonly name: string;
}

interface Cost {
  readonly papers: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

const isCost = (value: unknown): value is Cost =>
  typeof value === 'object' && value !== null && 'seconds' in value && 'megabytes' in value;

/** Time and memory of a fresh process. */
async function costOf(file: string | undefined, count: number): Promise<Cost> {
  const once = fileURLToPath(new URL('related/once.ts', import.meta.url));
  const args = [once, repository, String(count), ...(file === undefined ? [] : [file])];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const cost: unknown = JSON.parse(stdout);
  if (!isCost(cost)) throw new Error(`Not what was asked for: ${stdout}`);
  return cost;
}

/** Places evenly spread. */
const spread = (papers: number, wanted: number): number[] => {
  const step = Math.max(1, papers / wanted);
  return Array.from({ length: Math.min(papers, wanted) }, (_, at) => Math.floor(at * step));
};

const percent = (value: number): string => (Number.isNaN(value) ? '–' : (value * 100).toFixed(1));

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ name, topic, category, author, shown: count }) =>
    [name, ...[topic, category, author].map(percent), count.toFixed(2)].join(' | '),
  );
  return [
    '| % of related papers | same topic | same primary category | common author | shown |',
    '| --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n');
}

/** Papers with their related papers, for a person to judge. */
function toRead(papers: readonly LabelledPaper[], wanted: number): string {
  const { related } = readTable(findSimilar(papers));
  return spread(papers.length, wanted)
    .flatMap((place) => [
      `\n${papers[place]?.title ?? ''}`,
      ...related(place).map(
        ({ place: other, similarity, terms }) =>
          `  ${similarity.toFixed(2)} ${papers[other]?.title ?? ''} [${terms.join(' · ')}]`,
      ),
    ])
    .join('\n');
}

function number(name: string, text: string): number {
  const value = wholeNumber(text);
  if (value === undefined) throw new WrongUse(`--${name} "${text}" is no whole number from 1 on.`);
  return value;
}

/**
 * Runs the bench.
 *
 * @param args of the command line
 * @returns the exit code
 */
export async function relatedBench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      papers: { type: 'string' },
      count: { type: 'string', default: '10000' },
      asked: { type: 'string', default: '2000' },
      variants: { type: 'boolean', default: false },
      read: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const file = values.papers === undefined ? undefined : resolve(values.papers);
  const count = number('count', values.count);
  const progress = progressLine();
  progress.show('reading papers');
  const papers = await labelled(repository, await readDocuments(repository, file, count));
  if (papers.length === 0) throw new WrongUse('There are no papers.');
  if (values.read !== undefined) {
    progress.clear();
    process.stdout.write(`${toRead(papers, number('read', values.read))}\n`);
    return 0;
  }

  const asked = spread(papers.length, number('asked', values.asked));
  const measure = (name: string, way: Way): Row => {
    progress.show(name);
    return { name, ...agreement(papers, asked, way) };
  };
  const rows = [
    measure('related papers, as shown', shown(papers)),
    measure('MiniSearch, words of the title', titleQuery(papers)),
    measure('chance', chance(papers)),
    ...(values.variants ? variants : []).map(({ name, options }) =>
      measure(name, variantWay(papers, options)),
    ),
  ];
  progress.show('time and memory');
  const cost = await costOf(file, count);
  progress.clear();
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ papers: papers.length, asked: asked.length, rows, cost }, undefined, 2)}\n`
      : `${papers.length} papers, ${asked.length} asked for\n\n${table(rows)}\n${cost.papers} papers: ${cost.seconds.toFixed(1)} s (${cost.cpuSeconds.toFixed(1)} s of processor), ${cost.megabytes.toFixed(0)} MB\n`,
  );
  return 0;
}
