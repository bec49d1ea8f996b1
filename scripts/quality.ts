/** `npm run quality`: measures the pages of every kind, and writes docs/quality.md. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { writeAtomic } from '../src/entries/atomic.ts';
import { repository } from './bench/project.ts';
import { measureSite } from './bench/quality/measure.ts';
import { lighthouseCommand, lighthouseVersion } from './bench/quality/lighthouse.ts';
import { quality, shortcomings, type Site } from './bench/quality/report.ts';
import { stopAll } from './bench/build/command.ts';
import { progressLine } from './progress.ts';
import { WrongUse, runScript } from './run.ts';

const usage = `npm run quality -- [--site FOLDER]… [--runs N] [--ask KIND]… [--without-lighthouse] [--write]

Measures a page of every kind in built sites, as on a phone that visits for the first time: Lighthouse, axe, bytes,
requests, layout shifts. Prints the tables; with --write, puts them into docs/quality.md, next to the last committed ones.

  --site FOLDER         a built site; may be given several times (default: dist)
  --runs N              how often to run Lighthouse; the median counts (default 3)
  --ask KIND            runs Lighthouse only on these kinds of pages
  --without-lighthouse  runs it on none; shows the last scores in brackets

Exit code: 1 if a score is below 99 or axe finds a violation.`;

const page = join(repository, 'docs', 'quality.md');

/** docs/quality.md as it was committed last; empty if it never was. */
async function committed(): Promise<string> {
  const git = promisify(execFile)('git', ['show', 'HEAD:docs/quality.md'], { cwd: repository });
  return git.then(
    ({ stdout }) => stdout,
    () => '',
  );
}

await runScript(usage, async () => {
  const { values } = parseArgs({
    options: {
      site: { type: 'string', multiple: true, default: ['dist'] },
      runs: { type: 'string', default: '3' },
      write: { type: 'boolean', default: false },
      ask: { type: 'string', multiple: true },
      'without-lighthouse': { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isSafeInteger(runs) || runs < 1) throw new WrongUse(`"${values.runs}" is no number.`);
  const without = values['without-lighthouse'];
  const command = without ? undefined : await lighthouseCommand();
  if (!without && command === undefined) {
    process.stderr.write(
      `Lighthouse is not here. Fetch it once: npx lighthouse@${lighthouseVersion} --version\n` +
        'or measure everything else with --without-lighthouse.\n',
    );
    return 1;
  }
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const line = progressLine();
  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort();
    void stopAll();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const sites: Site[] = [];
    for (const folder of values.site) {
      sites.push(
        await measureSite(folder, {
          axe,
          command,
          runs,
          ask: values.ask,
          signal: stop.signal,
          show: (text) => line.show(text),
        }),
      );
    }
    line.clear();
    const intro = await readFile(page, 'utf8').then(
      (text) => text.slice(0, text.search(/^## [\d,]+ papers$/m)),
      () => '',
    );
    const text = quality(intro, sites, await committed());
    process.stdout.write(text.slice(intro.length));
    if (values.write) await writeAtomic(page, text);
    return sites.flatMap(shortcomings).length > 0 ? 1 : 0;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    line.clear();
    process.stderr.write('Stopped. Nothing was written.\n');
    return 130;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
});
