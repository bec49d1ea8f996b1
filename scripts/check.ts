/** `npm run check`: is every line of every digest accounted for, every entry valid, every link alive? */
import { parseArgs } from 'node:util';
import { entryFile, pagesFolder } from '../src/archive-folder.ts';
import { readCollection } from '../src/collect/files.ts';
import { addressProblems } from '../src/check/addresses.ts';
import { editDiffs } from '../src/check/edits.ts';
import { withSlashes } from '../src/base-path.ts';
import { readOwnerFiles } from '../src/check/owner-files.ts';
import { makeReport, summariseReport } from '../src/check/report.ts';
import { checkSite } from '../src/check/site.ts';
import { toGithub } from '../src/diagnostics/reporters/github.ts';
import { toTerminal } from '../src/diagnostics/reporters/terminal.ts';
import { visibleIn, visibleLines } from '../src/diagnostics/visible.ts';
import { readRecords } from '../src/entries/records/files.ts';
import { readAccounts } from '../src/entries/account-lines.ts';
import { planFor, readAccountsFile, readDigests, readEntries } from '../src/entries/files.ts';
import { untilSettled } from '../src/entries/unopened.ts';
import { openStore, storeFile, type Store } from '../src/store/store.ts';
import { progressLine, type ProgressLine } from './progress.ts';
import { print, runScript, rootOption, today } from './run.ts';

const usage = `npm run check -- [--json | --github] [--diff] [--archive FOLDER]

  --json     the whole report as JSON
  --github   problems as annotations of a GitHub workflow run
  --diff     also how edited entries differ from what their digests say today
  --archive FOLDER  the archive (default: content, or OFFPRINT_ARCHIVE)

Exit code: 0 all well, 1 something is wrong, 2 wrong use.`;

/** The report, and how edited entries differ from their digests if that is asked. */
async function look(root: string, store: Store, progress: ProgressLine, withDiffs: boolean) {
  const aids = { store };
  const base = withSlashes(process.env['OFFPRINT_BASE'] ?? '');
  progress.show('reading digests and entries');
  const digests = await readDigests(root, aids);
  const entries = await readEntries(root, aids);
  const accounts = readAccounts(await readAccountsFile(root));
  const topics = await readOwnerFiles(root);
  const { records, problems } = await readRecords(root, aids);
  const plan = planFor(digests.digests, entries, records, store);
  const site = await checkSite(
    root,
    base,
    [
      ...topics.pages.map((id) => [id, `${pagesFolder()}/${id}.md`] as const),
      ...entries.entries.map(({ entry: { id } }) => [`papers/${id}`, entryFile(id)] as const),
      ...(entries.tombstones ?? []).map(({ id, file }) => [`papers/${id}`, file] as const),
      ...topics.topics.map(({ id }) => [`topics/${id}`, topics.files.get(id) ?? ''] as const),
      ...digests.digests.map(({ name, file }) => [`digests/${name.id}`, file] as const),
    ].map(([address, from]) => ({ page: `${address}/index.html`, from })),
    (done, all) => progress.show(`checking links: ${done} of ${all} pages`),
  );
  const report = makeReport({
    digests,
    entries: {
      ...entries,
      problems: [...entries.problems, ...problems, ...(await addressProblems(root))],
    },
    accounts,
    records,
    plan,
    topics,
    store,
    collection: await readCollection(root, today()),
    ...(site && { site }),
  });
  return { report, diffs: withDiffs ? editDiffs(plan.edited) : '' };
}

await runScript(usage, async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      github: { type: 'boolean', default: false },
      diff: { type: 'boolean', default: false },
      root: rootOption,
    },
  });
  const { root } = values;
  const progress = progressLine();
  const store = openStore(rootOption.default, storeFile(root));
  const { report, diffs } = await untilSettled(() => look(root, store, progress, values.diff));
  progress.clear();
  print(report, values.json, () => {
    const colour = process.stdout.isTTY;
    const lines = report.problems.map((problem) =>
      values.github ? toGithub(problem) : toTerminal(problem, colour),
    );
    if (values.diff) lines.push(visibleLines(diffs));
    return [...lines, summariseReport(visibleIn(report))].join('\n');
  });
  return report.ok ? 0 : 1;
});
