/** `npm run portable`: the archive as a file to take along. */
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makePortable } from '../src/portable/index.ts';
import { counted } from '../src/text/counted.ts';
import { duration } from '../src/progress/estimate.ts';
import { buildSite, stoppedCode } from './build/site.ts';
import { progressLine } from './progress.ts';
import { runScript, rootOption } from './run.ts';

const usage = `npm run portable [-- --out FILE.zip] [--archive FOLDER] [--site FOLDER]

Builds the site and makes a ZIP file of it that needs neither a network nor a server. Unpack it and double-click
index.html: everything works from disk, including search, map and reading list.

  --out      the file to write (default: the archive's name, .zip)
  --site     use this built site instead
  --archive  the archive's folder (default: content, or OFFPRINT_ARCHIVE)

Exit code: 0 done, 1 there is no site or something is wrong, 2 wrong use, 130 stopped.`;

await runScript(usage, async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      site: { type: 'string' },
    },
  });
  let code = 0;
  if (values.site === undefined) {
    const built = await buildSite({ verbose: false });
    if (!built.whole && built.code !== 0) return built.code;
    code = built.code;
  }
  const root = rootOption.default;
  const folder = values.site === undefined ? resolve(root, 'dist') : resolve(values.site);
  const where = relative('', folder) || '.';
  const line = progressLine();
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const start = performance.now();
  try {
    const { file, files, bytes } = await makePortable(folder, where, values.out, {
      signal: stopping.signal,
      progress: (done, all) => {
        if (done % 50 === 0)
          line.show(`copying: ${done.toLocaleString('en')} of ${counted(all, 'file')}`);
      },
    });
    line.clear();
    const size = (bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 });
    const took = duration((performance.now() - start) / 1000);
    process.stdout
      .write(`${relative('', file)}: ${counted(files, 'file')}, ${size} MB, made in ${took}.
Unpack it and open index.html.\n`);
    return code;
  } catch (error) {
    line.clear();
    if (!stopping.signal.aborted) throw error;
    process.stderr.write('Stopped; nothing was made.\n');
    return stoppedCode;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
});
