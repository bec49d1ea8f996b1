/** `npm run migrate`: brings an archive of Offprint 0.1 to today's form. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toTerminal } from '../src/diagnostics/reporters/terminal.ts';
import { visible } from '../src/diagnostics/visible.ts';
import { migrate } from '../src/migrate/migrate.ts';
import { counted } from '../src/text/counted.ts';
import { runScript } from './run.ts';

const usage = `npm run migrate [-- --from FOLDER] [--archive FOLDER]

Brings an archive made with Offprint 0.1 to today's form, in which all that is yours lies in one folder: settings go
from src/site.ts to site.yaml, files that you serve from public to the archive's public; digests, entries, records
and topics are taken over byte for byte. Nothing is overwritten or deleted; run again, it changes nothing.

  --from     the project as it was (default: this one)
  --archive  the archive's folder (default: content, or OFFPRINT_ARCHIVE)

Exit code: 0 all well, 1 something is wrong, 2 wrong use.`;

await runScript(usage, async () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: root },
      root: { type: 'string', default: root },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const { ok, written, problems } = await migrate(values.from, values.root);
  const lines = [
    ...written.slice(0, 20).map((file) => `wrote ${visible(file)}`),
    ...(written.length > 20 ? [`… and ${counted(written.length - 20, 'more file')}`] : []),
    ...problems.map((problem) => toTerminal(problem, process.stdout.isTTY)),
    written.length === 0
      ? 'Nothing was left to write.'
      : `Wrote ${counted(written.length, 'file')}. The old ones still stand where they were; the site no longer reads them.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return ok ? 0 : 1;
});
