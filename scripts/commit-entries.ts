/** A step of the workflow that publishes the archive: commits what was collected and its entries, or what was mailed. */
import { visibleLines } from '../src/diagnostics/visible.ts';
import { parseArgs } from 'node:util';
import { takeIn } from '../src/intake/take-in.ts';
import { commitEntries, type CommitOutcome } from '../src/workflow/commit-entries.ts';
import { openStore, storeFile } from '../src/store/store.ts';
import { keepWork } from '../src/workflow/keep-work.ts';
import { runScript, WrongUse, rootOption } from './run.ts';
import { counted } from '../src/text/counted.ts';

const usage = `node scripts/commit-entries.ts [--mailed] [--root FOLDER]

  --mailed   commit only the ledgers of mails

For workflow runs: it discards what is not committed, so it only works if CI is set.

Exit code: 0 the branch has an entry for every paper, 1 the commit could not be pushed, 2 wrong use.`;

function tell(outcome: CommitOutcome): string {
  switch (outcome.kind) {
    case 'nothing':
      return 'Every digest has its entries: nothing to commit.';
    case 'pushed':
      return `Committed ${counted(outcome.files, 'file')}${outcome.tries > 1 ? `, at try ${outcome.tries}` : ''}.`;
    case 'raced':
      return `::error::Others pushed ${counted(outcome.tries, 'time')} while the entries were being committed. The next run commits them.`;
    case 'refused':
      return `::error::The entries could not be pushed. Allow this workflow to push to the branch, or add digests with \`npm run add\`. ${outcome.why.replaceAll('\n', ' ')}`;
  }
}

await runScript(usage, async () => {
  const { values } = parseArgs({
    options: {
      mailed: { type: 'boolean', default: false },
      root: rootOption,
    },
  });
  if (!process.env['CI']) throw new WrongUse('This is not a workflow run.');
  const { root } = values;
  // The build before has kept there what it read.
  const store = openStore(rootOption.default, storeFile(root));
  const restore = await keepWork(root);
  const outcome = await commitEntries(
    values.mailed
      ? { root, derive: restore, message: 'Keep what was mailed' }
      : {
          root,
          derive: async () => {
            await restore();
            await takeIn(root, [], { dryRun: false, store });
          },
        },
  );
  process.stdout.write(`${visibleLines(tell(outcome))}\n`);
  return outcome.kind === 'nothing' || outcome.kind === 'pushed' ? 0 : 1;
});
