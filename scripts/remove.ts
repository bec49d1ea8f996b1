/** `npm run remove`: takes digests back, or removes a paper for good. */
import { parseArgs } from 'node:util';
import { noteTakenBack } from '../src/collect/files.ts';
import { takeBack } from '../src/intake/take-back.ts';
import { takeBackText } from '../src/intake/take-back-report.ts';
import { removePaper, restorePaper } from '../src/intake/remove-paper.ts';
import { removalText, restoredText } from '../src/intake/remove-paper-report.ts';
import { progressLine } from './progress.ts';
import { WrongUse, print, runScript, rootOption, today } from './run.ts';

const usage = `npm run remove -- [options] DIGEST…
       npm run remove -- --paper ID [--reason "…"] [--withdrawn]
       npm run remove -- --restore ID

Removes digests: deletes their captures, and the entries that only they list, unless somebody edited them. All other
entries stay, and it names them. DIGEST is a digest's id, or the name or path of its file in digests. If it is killed, run
it again and it finishes. papers/.removed stays as it is. A digest that was collected does not come again by itself;
\`npm run collect -- --again DIGEST\` asks for it.

A removed paper does not come back, whichever digest lists it. ID is its id, the address of its page, its arXiv id or DOI.
A page at its address says that it was removed, when and why, and what it was called. With --withdrawn, at the author's
request, the title and the lines in the capture's page are left out. All this is in a file in removed, which is yours.

  --paper ID     remove this paper
  --reason TEXT  why, for readers
  --withdrawn    at its author's request
  --restore ID   undo the removal of this paper
  --dry-run      show what would happen, change nothing
  --json         the whole report as JSON
  --archive FOLDER  the archive (default: content, or OFFPRINT_ARCHIVE)

Exit code: 0 removed, 1 a file was saved in the meantime (run it again), 2 wrong use, or no such digest or paper.`;

await runScript(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      paper: { type: 'string' },
      reason: { type: 'string', default: '' },
      withdrawn: { type: 'boolean', default: false },
      restore: { type: 'string' },
      root: rootOption,
    },
  });
  const { paper, restore, reason, withdrawn, json, root } = values;
  const said = {
    dryRun: values['dry-run'],
    reason,
    withdrawn,
    today: today(),
  };
  if (paper !== undefined || restore !== undefined) {
    if (positionals.length > 0 || (paper !== undefined && restore !== undefined))
      throw new WrongUse('Remove one paper at a time, and digests by themselves.');
    const done = restore
      ? await restorePaper(root, restore, said)
      : await removePaper(root, paper ?? '', said);
    if ('problem' in done) throw new WrongUse(done.problem);
    print(done, json, () => ('captures' in done ? removalText(done) : restoredText(done)));
    return 'ok' in done && !done.ok ? 1 : 0;
  }
  if (positionals.length === 0) throw new WrongUse('Say which digests to take back.');
  const progress = progressLine();
  const taken = await takeBack(values.root, positionals, {
    dryRun: values['dry-run'],
    onProgress: progress.show,
    beforeRemoving: (digests) => noteTakenBack(root, digests, said.today),
  });
  progress.clear();
  if (!taken.ok) throw new WrongUse(taken.unknown.join('\n'));
  print(taken.report, json, () => takeBackText(taken.report, process.stdout.isTTY));
  return taken.report.ok ? 0 : 1;
});
