/** `npm run enrich`: looks papers up on arXiv, at Crossref and at OpenAlex. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { arxivApi } from '../src/enrich/client.ts';
import { enrich, UnknownEntries } from '../src/enrich/enrich.ts';
import { crossrefApi } from '../src/enrich/crossref.ts';
import { arxivInterval, intervalOf } from '../src/net/pace.ts';
import { openalexApi } from '../src/enrich/openalex.ts';
import { enrichWorks, worksText, type WorksOptions } from '../src/enrich/works.ts';
import { inWords, toText } from '../src/enrich/report.ts';
import { readText } from '../src/entries/entry-file.ts';
import { factsText, takeFacts } from '../src/enrich/take-facts.ts';
import { progressLine } from './progress.ts';
import { WrongUse, print, runScript, rootOption, stopSignal } from './run.ts';

const usage = `npm run enrich -- [options] [ENTRY…]
       npm run enrich -- --facts FILE [--dry-run] [--json]

Looks papers up on arXiv and then, if authors, date or venue are still missing but a DOI or an arXiv id is known, at
Crossref and OpenAlex. What arXiv says goes into records, and the archive uses it wherever an entry says nothing: arXiv
id, authors, dates, categories, DOI, comment, journal reference, and the original abstract with its TeX. Doubtful matches
are listed, never used. ENTRY is a file name in papers without .md; without any, it looks up all entries that arXiv has not
been asked about. Answers are kept in .cache/arxiv, so you can stop it at any time; the next run continues.

With --facts, arXiv is not asked: the facts in the file, each with its source, go into the records.
FILE is JSON Lines, one paper per line; docs/enrich.md shows one.

  --facts FILE    take facts from a file
  --dry-run       show what would happen; write nothing but the cache
  --offline       use only the cache, and ask nobody
  --refresh       ask again despite the cache, also about entries that have a record
  --limit N       ask about N entries at most
  --only WHOM     arxiv, or works: Crossref and OpenAlex
  --api URL       another address of the API (default: ${arxivApi})
  --json          the whole report as JSON
  --archive FOLDER  the archive (default: content, or OFFPRINT_ARCHIVE)

From the environment: OFFPRINT_MAILTO, an address at which Crossref and OpenAlex can reach you; OFFPRINT_OPENALEX_KEY.
Neither is needed, and neither is ever shown.
arXiv allows one request in three seconds, which looks up 100 entries with an arXiv id, or 10 without.
Exit code: 0 done, 1 arXiv does not answer or something cannot be read, 2 wrong use, 130 interrupted.`;

/** A number of milliseconds from the environment, for tests. */
function milliseconds(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  return Number.isFinite(value) && value >= 0 ? value : otherwise;
}

/** The API's address; arXiv itself is never asked faster than it allows. */
function addressOf(text: string): { api: string; interval: number } {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new WrongUse(`"${text}" is not a web address.`);
  const own = /(^|\.)arxiv\.org$/i.test(url.hostname);
  const interval = milliseconds('OFFPRINT_ARXIV_INTERVAL', arxivInterval);
  url.search = '';
  url.hash = '';
  return { api: url.href, interval: own ? Math.max(interval, arxivInterval) : interval };
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(text)) throw new WrongUse(`"${text}" is not a number of entries.`);
  return Number(text);
}

/** Where Crossref and OpenAlex are, and what they are told of who asks. */
function worksSettings(): Pick<WorksOptions, 'addresses' | 'parameters'> {
  const {
    OFFPRINT_CROSSREF_API: crossref = crossrefApi,
    OFFPRINT_OPENALEX_API: openalex = openalexApi,
    OFFPRINT_MAILTO: mailto = '',
    OFFPRINT_OPENALEX_KEY: key = '',
  } = process.env;
  if (mailto !== '' && !/^[^\s@]{1,64}@[^\s@]{1,255}$/.test(mailto))
    throw new WrongUse('OFFPRINT_MAILTO is no mail address.');
  const reached: Record<string, string> = mailto === '' ? {} : { mailto };
  return {
    addresses: { Crossref: crossref, OpenAlex: openalex },
    parameters: {
      Crossref: reached,
      OpenAlex: { ...reached, ...(key !== '' && { api_key: key }) },
    },
  };
}

interface FactsOptions {
  readonly root: string;
  readonly 'dry-run': boolean;
  readonly json: boolean;
}

/** Takes in a file of facts. */
async function facts(name: string, options: FactsOptions): Promise<number> {
  const bytes = await readFile(name).catch(() => undefined);
  if (bytes === undefined) throw new WrongUse(`"${name}" cannot be read.`);
  const decoded = readText(name, bytes);
  if (!decoded.ok) throw new WrongUse(`"${name}" is not UTF-8.`);
  const report = await takeFacts(
    options.root,
    { name, text: decoded.text },
    { dryRun: options['dry-run'] },
  );
  print(report, options.json, () => factsText(report, process.stdout.isTTY));
  return report.ok ? 0 : 1;
}

await runScript(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      facts: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      offline: { type: 'boolean', default: false },
      refresh: { type: 'boolean', default: false },
      limit: { type: 'string' },
      only: { type: 'string' },
      api: { type: 'string', default: process.env['OFFPRINT_ARXIV_API'] ?? arxivApi },
      json: { type: 'boolean', default: false },
      root: rootOption,
    },
  });
  if (values.facts !== undefined && (positionals.length > 0 || values.refresh)) {
    throw new WrongUse('--facts goes with neither entries nor --refresh.');
  }
  if (values.offline && values.refresh) {
    throw new WrongUse('--offline and --refresh exclude each other.');
  }
  if (values.only !== undefined && !['arxiv', 'works'].includes(values.only))
    throw new WrongUse(`--only takes arxiv or works, not "${values.only}".`);
  const { api, interval } = addressOf(values.api);
  const limit = limitOf(values.limit);
  const progress = progressLine();
  const signal = stopSignal();
  try {
    if (values.facts !== undefined) return await facts(values.facts, values);
    const ids = positionals.map((name) => name.replace(/^.*\//, '').replace(/\.md$/, ''));
    const asking = {
      ids,
      dryRun: values['dry-run'],
      offline: values.offline,
      refresh: values.refresh,
      limit,
      signal,
    };
    const timeout = milliseconds('OFFPRINT_ARXIV_TIMEOUT', 60_000);
    const report =
      values.only === 'works'
        ? undefined
        : await enrich(values.root, {
            ...asking,
            client: {
              api,
              interval,
              timeout,
              attempts: 5,
              backOff: interval,
              onWait: (why, wait) => progress.show(`${why}; asking again in ${inWords(wait)}`),
            },
            onProgress: ({ done, all, left }) =>
              progress.show(`${done} of ${all} entries; about ${inWords(left)} left`),
          });
    const works =
      values.only === 'arxiv' || signal.aborted
        ? undefined
        : await enrichWorks(values.root, {
            ...asking,
            ...worksSettings(),
            client: { interval: intervalOf, timeout, attempts: 4, backOff: 2000 },
            onProgress: progress.show,
          });
    progress.clear();
    const told = [
      ...(report ? [toText(report, process.stdout.isTTY)] : []),
      ...(works ? [worksText(works)] : []),
    ];
    print({ ...report, ...(works && { works }) }, values.json, () => told.join('\n'));
    if (signal.aborted) return 130;
    return (report?.ok ?? true) && (works?.ok ?? true) ? 0 : 1;
  } catch (error) {
    if (error instanceof UnknownEntries) throw new WrongUse(error.message);
    throw error;
  }
});
