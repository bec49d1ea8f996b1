/** The last step of the workflow that publishes an archive: says how it went, on the run's page too. */
import { appendFile, readFile } from 'node:fs/promises';
import { archiveFolder } from '../src/archive-folder.ts';
import { git } from '../src/workflow/git.ts';
import { verdictOf } from '../src/workflow/verdict.ts';
import { runScript } from './run.ts';

const usage = `node scripts/verdict.ts

From the environment: SITE, CHECK, PAGES, COLLECT (outcomes of steps), MADE, COLLECTED (a file), GITHUB_STEP_SUMMARY.
Exit code: 0 the archive is well, 1 it has errors.`;

const said = (name: string): string => process.env[name] ?? '';

await runScript(usage, async () => {
  const committed = Number(await git(archiveFolder(), 'log', '-1', '--format=%ct'));
  const { lines, summary, ok } = verdictOf({
    site: said('SITE'),
    check: said('CHECK'),
    pages: said('PAGES'),
    collect: said('COLLECT'),
    made: said('MADE') === 'true',
    collected: await readFile(said('COLLECTED'), 'utf8').catch(() => ''),
    idle: Math.floor((Date.now() / 1000 - committed) / 86_400),
  });
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  const page = said('GITHUB_STEP_SUMMARY');
  if (page !== '') await appendFile(page, summary);
  return ok ? 0 : 1;
});
