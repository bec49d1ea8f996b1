/** `npm run migrate`: brings an archive of Offprint 0.1 to today's form, or its files into folders. */
import { parseArgs } from 'node:util';
import { toTerminal } from '../src/diagnostics/reporters/terminal.ts';
import { visible } from '../src/diagnostics/visible.ts';
import { moveIntoFolders } from '../src/migrate/folders.ts';
import { migrate } from '../src/migrate/migrate.ts';
import { counted } from '../src/text/counted.ts';
import { layouts } from '../src/places.ts';
import { WrongUse, runScript, rootOption } from './run.ts';

const usage = `npm run migrate [-- --from FOLDER] [--archive FOLDER]
npm run migrate -- --folders year|month|day|letter|flat [--archive FOLDER]

Brings an archive made with Offprint 0.1 up to date. Now everything of yours is in one folder: settings move from
src/site.ts to site.yaml, files that you serve from public to the archive's public; digests, entries, records and topics
are copied byte for byte. Nothing is overwritten or deleted; run again, it changes nothing.

With --folders it moves entries, digests, records and notes into subfolders instead, by the year, month or day of a
paper's first listing or by the first letter of its id; flat moves them back. (GitHub's web pages show only a thousand
files of a folder.) Addresses stay, and new files go where the others are. If it is stopped, run it again and it moves the
rest.

  --from     the project as it was (default: this one)
  --folders  how to arrange the files
  --archive  the archive's folder (default: content, or OFFPRINT_ARCHIVE)

Exit code: 0 all well, 1 something is wrong, 2 wrong use.`;

/** Moves files into folders, and tells which. */
async function moveInto(root: string, wanted: string): Promise<number> {
  const layout = layouts.find((it) => it === wanted);
  if (layout === undefined) throw new WrongUse(`--folders wants one of ${layouts.join(', ')}.`);
  const { ok, moved, problems } = await moveIntoFolders(root, layout);
  const lines = [
    ...moved.slice(0, 20).map(({ from, to }) => `moved ${visible(from)} to ${visible(to)}`),
    ...(moved.length > 20 ? [`… and ${counted(moved.length - 20, 'more file')}`] : []),
    ...problems.map((problem) => toTerminal(problem, process.stdout.isTTY)),
    moved.length === 0 ? 'Nothing was left to move.' : `Moved ${counted(moved.length, 'file')}.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return ok ? 0 : 1;
}

await runScript(usage, async () => {
  const root = rootOption.default;
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: root },
      folders: { type: 'string' },
      root: { type: 'string', default: root },
    },
  });
  if (values.folders !== undefined) return moveInto(values.root, values.folders);
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
