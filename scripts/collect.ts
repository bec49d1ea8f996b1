/** `npm run collect`: asks the sources of an archive, and takes in what is new. */
import { existsSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sourcesFile } from '../src/archive-folder.ts';
import { readCollection, readSources } from '../src/collect/files.ts';
import { askedAgain } from '../src/collect/ledger.ts';
import { collect } from '../src/collect/collect.ts';
import { toText } from '../src/collect/report.ts';
import { toMarkdown } from '../src/collect/summary.ts';
import type { Source } from '../src/collect/sources.ts';
import { readCollectedFile } from '../src/entries/left-out.ts';
import { didYouMean } from '../src/diagnostics/likely.ts';
import { Refusal } from '../src/diagnostics/refusal.ts';
import { openStore, storeFile } from '../src/store/store.ts';
import { makeClient, ownNetworkUsage } from './network.ts';
import { progressLine } from './progress.ts';
import { WrongUse, print, runScript, rootOption, stopSignal, today } from './run.ts';

const usage = `npm run collect -- [options] [SOURCE…]

Asks the sources in sources.yaml for new papers, and adds them as \`npm run add\` does. Missed days are caught up on.
SOURCE is a name in sources.yaml; without any, all are asked.

  ${ownNetworkUsage}
  --again DIGEST    ask again for a digest that you removed with \`npm run remove\`
  --dry-run         ask, show what would happen, and write nothing
  --json            the whole report as JSON
  --archive FOLDER  the archive (default: content, or OFFPRINT_ARCHIVE)

Exit code: 0 all well, 1 a source failed or something is wrong, 2 wrong use, 130 interrupted.`;

/** The sources of the archive that are to be asked. */
async function sourcesOf(root: string, names: readonly string[]): Promise<readonly Source[]> {
  const file = sourcesFile();
  if (!existsSync(resolve(root, file)))
    throw new WrongUse(`There is no ${file}: docs/collect.md says what it holds.`);
  const { sources, problems } = await readSources(root);
  if (sources === undefined) throw new Refusal(problems);
  const known = sources.map(({ name }) => name);
  for (const name of names)
    if (!known.includes(name))
      throw new WrongUse(`There is no source "${name}"${didYouMean(name, known)}.`);
  return names.length === 0 ? sources : sources.filter(({ name }) => names.includes(name));
}

await runScript(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'own-network': { type: 'boolean', default: false },
      again: { type: 'string', multiple: true, default: [] },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      root: rootOption,
    },
  });
  const { root } = values;
  const own = values['own-network'];
  const sources = await sourcesOf(root, positionals);
  const { unknown } = askedAgain(await readCollectedFile(root), values.again);
  if (unknown.length > 0)
    throw new WrongUse(`No digest "${unknown.join('", "')}" was collected and taken back.`);
  const progress = progressLine();
  const signal = stopSignal();
  const client = makeClient(own, progress.show, signal);
  const engine = rootOption.default;
  const store = storeFile(root);
  try {
    const collected = await collect(root, sources, {
      client,
      now: new Date(),
      // A dry run makes no files, not even those that may be deleted.
      store: values['dry-run'] && !existsSync(store) ? undefined : openStore(engine, store),
      dryRun: values['dry-run'],
      again: values.again,
      signal,
      onProgress: progress.show,
    });
    progress.clear();
    const { problems } = await readCollection(root, today());
    const silent = problems.filter(({ code }) => code === 'source/silent');
    const report = { ...collected, problems: [...collected.problems, ...silent] };
    const { GITHUB_STEP_SUMMARY: summary } = process.env;
    if (summary) await appendFile(summary, toMarkdown(report));
    print(report, values.json, () => toText(report, process.stdout.isTTY));
    return report.ok ? 0 : 1;
  } catch (error) {
    if (!signal.aborted) throw error;
    progress.clear();
    process.stderr.write('Stopped. The next run goes on.\n');
    return 130;
  }
});
