/** `npm run remove`: takes digests back. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { takeBack } from '../src/intake/take-back.ts';
import { takeBackText } from '../src/intake/take-back-report.ts';
import { progressLine } from './progress.ts';
import { WrongUse, runScript } from './run.ts';

const usage = `npm run remove -- [options] DIGEST…

Takes digests back: their captures go, and so do the entries that only they list and that nobody has edited. All other
entries stay and are named. DIGEST is a digest's id, or the name or path of its file in digests. Killed at any
moment and run again, it finishes. What papers/.removed lists stays there.

  --dry-run      show what would happen, change nothing
  --json         the whole report as JSON
  --archive FOLDER  the archive (default: content, or OFFPRINT_ARCHIVE)

Exit code: 0 taken back, 1 a file was saved in the meantime (run it again), 2 wrong use, or there is no such digest.`;

await runScript(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      root: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (positionals.length === 0) throw new WrongUse('Say which digests to take back.');
  const progress = progressLine();
  const taken = await takeBack(values.root, positionals, {
    dryRun: values['dry-run'],
    onProgress: progress.show,
  });
  progress.clear();
  if (!taken.ok) throw new WrongUse(taken.unknown.join('\n'));
  process.stdout.write(
    values.json
      ? `${JSON.stringify(taken.report, undefined, 2)}\n`
      : `${takeBackText(taken.report, process.stdout.isTTY)}\n`,
  );
  return taken.report.ok ? 0 : 1;
});
