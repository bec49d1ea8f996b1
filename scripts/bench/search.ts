/** `npm run bench -- search`: how well the search answers, beside two others on the same papers. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { progressLine } from '../progress.ts';
import { WrongUse } from '../run.ts';
import { build, prepare, remove, root, wholeNumber, type Content } from './project.ts';
import { Corpus, readPapers } from './search/corpus.ts';
import { kinds, querySet } from './search/queries.ts';
import { tables } from './search/report.ts';
import { compare } from './search/compare.ts';
import { missed } from './search/worst.ts';

export const searchUsage = `npm run bench -- search [--site FOLDER | --digests FOLDER | --papers N] [--queries N] [--seed N]
  [--kinds A,B] [--quick] [--worst] [--markdown | --json] [--keep]

Asks the built search page queries made by rule from the archive, in Chromium, and says how often the paper
meant is among the first; beside Pagefind as it comes and MiniSearch on the same papers. Builds the repository's
own archive, one of a folder of digests, or one of made-up papers; or takes a site that is built.

  --site      a built site, as in dist
  --queries   of each kind (default 150)
  --seed      other queries by the same rules (default 1)
  --kinds     ${kinds.map(({ name }) => name).join(', ')}
  --quick     only this search, and no first visits
  --worst     list the queries that missed
  --markdown  tables for a page of documentation
  --keep      leave the built archive in .cache/bench`;

async function builtSite(content: Content, show: (text: string) => void): Promise<string> {
  show('making the archive');
  await prepare(content);
  const { code } = await build((text) => show(`build: ${text}`));
  if (code !== 0) throw new Error('The archive could not be built.');
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
      quick: { type: 'boolean', default: false },
      worst: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${searchUsage}\n`);
    return 0;
  }
  const count = number('queries', values.queries);
  const seed = number('seed', values.seed);
  const papers = values.papers === undefined ? undefined : number('papers', values.papers);
  const named = values.kinds?.split(',') ?? kinds.map(({ name }) => name);
  const strange = named.find((name) => kinds.every((kind) => kind.name !== name));
  if (strange !== undefined) throw new WrongUse(`"${strange}" is no kind of query.`);

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
  const { engines, answers } = await compare(site, corpus, sets, { quick: values.quick, show });
  progress.clear();
  if (values.site === undefined && !values.keep) await remove();
  const report = { papers: corpus.papers.length, seed, engines };
  if (values.json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  else process.stdout.write(tables(report, kinds, values.markdown ? 'markdown' : 'text'));
  if (values.worst) {
    for (const answered of answers.values()) {
      for (const line of missed(answered, corpus)) process.stdout.write(`${line}\n`);
    }
  }
  return 0;
}
