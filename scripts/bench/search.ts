/** `npm run bench -- search`: how well the search answers, beside two others on the same papers. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { progressLine } from '../progress.ts';
import { WrongUse } from '../run.ts';
import { build, prepare, remove, root, wholeNumber, type Content } from './project.ts';
import { readPapers } from './search/archived.ts';
import { Corpus } from './search/corpus.ts';
import { kinds, querySet } from './search/queries.ts';
import { measureNames } from './search/measures.ts';
import { tables } from './search/report.ts';
import { compare } from './search/compare.ts';
import { missed } from './search/worst.ts';

export const searchUsage = `npm run bench -- search [--site FOLDER | --digests FOLDER | --papers N] [--queries N] [--seed N]
  [--kinds A,B] [--measures A,B] [--quick] [--worst] [--markdown | --json] [--keep]

Asks the built search page queries made by rule from the archive, in Chromium, and says how often the paper
meant is among the first; beside Pagefind as it comes and MiniSearch on the same papers. Builds the repository's
own archive, one of a folder of digests, or one of made-up papers; or takes a site that is built.

  --site      a built site, as in dist
  --queries   of each kind (default 150)
  --seed      other queries by the same rules (default 1)
  --kinds     ${kinds.map(({ name }) => name).join(', ')}
  --measures  ${measureNames.join(', ')}; or none
  --quick     only this search, and none of the measures that are not named
  --worst     list the queries that missed; not those written by hand, by which nobody shall tune
  --markdown  tables for a page of documentation
  --keep      leave the built archive in .cache/bench`;

async function builtSite(content: Content, show: (text: string) => void): Promise<string> {
  show('making the archive');
  await prepare(content, { languages: true });
  await build((text) => show(`build: ${text}`));
  return join(root, 'dist');
}

function contentOf(digests: string | undefined, papers: number | undefined): Content {
  if (digests !== undefined) return { kind: 'digests', folder: digests };
  return papers === undefined ? { kind: 'own' } : { kind: 'made up', papers };
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
export async function searchBench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      site: { type: 'string' },
      digests: { type: 'string' },
      papers: { type: 'string' },
      queries: { type: 'string', default: '150' },
      seed: { type: 'string', default: '1' },
      kinds: { type: 'string' },
      measures: { type: 'string' },
      quick: { type: 'boolean', default: false },
      worst: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  });
  const count = number('queries', values.queries);
  const seed = number('seed', values.seed);
  const papers = values.papers === undefined ? undefined : number('papers', values.papers);
  const named = values.kinds?.split(',') ?? kinds.map(({ name }) => name);
  const strange = named.find((name) => kinds.every((kind) => kind.name !== name));
  if (strange !== undefined) throw new WrongUse(`"${strange}" is no kind of query.`);
  const wanted = values.measures?.split(',') ?? (values.quick ? [] : measureNames);
  const measures = measureNames.filter((name) => wanted.includes(name));

  const progress = progressLine();
  const show = (text: string): void => progress.show(text);
  const site =
    values.site === undefined
      ? await builtSite(contentOf(values.digests, papers), show)
      : resolve(values.site);
  const corpus = new Corpus(readPapers(await readFile(join(site, 'archive.jsonl'), 'utf8')));
  const sets = new Map(
    kinds
      .filter(({ name }) => named.includes(name))
      .map((kind) => [kind.name, querySet(corpus, kind, count, seed)]),
  );
  const asked = { alone: values.quick, measures, show };
  const { engines, answers, measures: measured } = await compare(site, corpus, sets, asked);
  progress.clear();
  if (values.site === undefined && !values.keep) await remove();
  const report = { papers: corpus.papers.length, seed, engines, measures: measured };
  if (values.json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  else process.stdout.write(tables(report, kinds, values.markdown ? 'markdown' : 'text'));
  for (const example of measured.counts?.examples ?? []) process.stdout.write(`${example}\n`);
  if (values.worst) {
    for (const [kind, answered] of answers) {
      if (kinds.some(({ name, written }) => name === kind && written !== undefined)) continue;
      for (const line of missed(answered, corpus)) process.stdout.write(`${line}\n`);
    }
  }
  return 0;
}
