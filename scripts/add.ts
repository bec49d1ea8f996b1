/** `npm run add`: takes in digests. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fetchNamed, noteFetched } from '../src/collect/fetch-named.ts';
import { namedOf } from '../src/collect/named.ts';
import { isCalendarDate } from '../src/digest/date.ts';
import { formats } from '../src/digest/formats/index.ts';
import { readSources } from '../src/intake/read.ts';
import { toText } from '../src/intake/report.ts';
import { takeIn } from '../src/intake/take-in.ts';
import { openStore, storeFile } from '../src/store/store.ts';
import { makeClient, ownNetworkUsage } from './network.ts';
import { progressLine } from './progress.ts';
import { WrongUse, print, runScript, rootOption } from './run.ts';

const usage = `npm run add -- [options] FILE… | FOLDER… | - | https://… | arXiv:ID | DOI

Adds digests: keeps the captures in digests and writes one entry per paper into papers. \`-\` reads a paste from the
standard input; an address, an arXiv id or a DOI is fetched. Adding the same digest twice does no harm.

  --date YYYY-MM-DD   the digest's day (otherwise from its file name, its text, or the file's own date)
  --name NAME         its name (otherwise the file's)
  --format FORMAT     read it as ${formats.map(({ id }) => id).join(', ')}
  --yes               also take what does not look like a digest; the capture's name records that (NAME.yes.EXT)
  --keep-private      keep mail addresses, headers and tokens: for an archive that nobody else sees (NAME.private.EXT)
  ${ownNetworkUsage.replace('    also', '      also')}
  --dry-run           show what would happen, write nothing
  --json              the whole report as JSON
  --archive FOLDER    the archive (default: content, or OFFPRINT_ARCHIVE)

Exit code: 0 everything added, 1 something was refused or not understood, 2 wrong use.`;

await runScript(usage, async (archive) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      name: { type: 'string' },
      format: { type: 'string' },
      yes: { type: 'boolean', default: false },
      'keep-private': { type: 'boolean', default: false },
      'own-network': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      root: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new WrongUse('Say which files to add.');
  if (values.date !== undefined && !isCalendarDate(values.date)) {
    throw new WrongUse(`"${values.date}" is not a day written YYYY-MM-DD.`);
  }
  if (values.format !== undefined && !formats.some(({ id }) => id === values.format)) {
    throw new WrongUse(`There is no format "${values.format}".`);
  }
  const progress = progressLine();
  const now = new Date();
  const named = new Map(
    positionals.flatMap((given) => {
      const what = existsSync(given) ? undefined : namedOf(given);
      return what === undefined ? [] : [[given, what] as const];
    }),
  );
  const local = await readSources(
    positionals.filter((given) => !named.has(given)),
    process.stdin,
  );
  const client = makeClient(values['own-network'], progress.show);
  const fetched = await fetchNamed(named, client, now);
  const files = [...local.files, ...fetched.files];
  const refused = [...local.refused, ...fetched.refused];
  const engine = rootOption.default;
  const root = values.root ?? engine;
  const store = storeFile(root);
  const report = await takeIn(root, files, {
    // A dry run makes no files, not even those that may be deleted.
    store: values['dry-run'] && !existsSync(store) ? undefined : openStore(engine, store),
    date: values.date,
    name: values.name,
    format: values.format,
    yes: values.yes,
    keepPrivate: values['keep-private'],
    dryRun: values['dry-run'],
    onProgress: progress.show,
    beforeWriting: (digests) => noteFetched(root, fetched.files, digests, now),
  });
  progress.clear();
  const whole = {
    ...report,
    ok: report.ok && refused.length === 0,
    refused: [...refused, ...report.refused],
  };
  const style = { colour: process.stdout.isTTY, where: { root: values.root, archive } };
  print(whole, values.json, () => toText(whole, style));
  return whole.ok ? 0 : 1;
});
