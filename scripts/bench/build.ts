/** `npm run bench`: time, memory and bytes of a build. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { papersFolder } from '../../src/archive-folder.ts';
import { progressLine } from '../progress.ts';
import { WrongUse } from '../run.ts';
import { build, prepare, remove, root, wholeNumber, type Measured } from './project.ts';

export const buildUsage = `npm run bench -- [--papers N] [--digests FOLDER] [--keep] [--json]
npm run bench -- search --help

Builds an archive of N made-up papers (default 2000), or of the digests of a folder, in a folder of its own,
twice: from nothing, and again with nothing changed.

  --keep   leave the built archive in .cache/bench`;

async function folderBytes(folder: string): Promise<{ files: number; bytes: number }> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  let [files, bytes] = [0, 0];
  for (const item of names) {
    if (!item.isFile()) continue;
    files++;
    bytes += (await stat(join(item.parentPath, item.name))).size;
  }
  return { files, bytes };
}

/**
 * Builds an archive twice and says what it took.
 *
 * @param args of the command line
 * @returns the exit code
 */
export async function buildBench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      papers: { type: 'string', default: '2000' },
      digests: { type: 'string' },
      keep: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${buildUsage}\n`);
    return 0;
  }
  const papers = wholeNumber(values.papers);
  if (papers === undefined) throw new WrongUse(`"${values.papers}" is no number of papers.`);

  const progress = progressLine();
  progress.show('making digests');
  await prepare(
    values.digests === undefined
      ? { kind: 'made up', papers }
      : { kind: 'digests', folder: values.digests },
  );
  const first = await build((text) => progress.show(`first build: ${text}`));
  const again = await build((text) => progress.show(`second build: ${text}`));
  progress.clear();
  const entries = (await readdir(join(root, papersFolder()))).filter((name) =>
    name.endsWith('.md'),
  );
  const dist = await folderBytes(join(root, 'dist'));
  const index = await folderBytes(join(root, 'dist', 'pagefind'));
  const report = {
    papers: entries.length,
    firstBuild: first,
    secondBuild: again,
    dist: { ...dist, bytesPerPaper: Math.round(dist.bytes / entries.length) },
    index: { ...index, bytesPerPaper: Math.round(index.bytes / entries.length) },
  };
  if (!values.keep) await remove();
  const time = ({ seconds, memory }: Measured): string =>
    `${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB`;
  process.stdout.write(
    values.json
      ? `${JSON.stringify(report, undefined, 2)}\n`
      : [
          `papers        ${report.papers}`,
          `first build   ${time(first)}`,
          `second build  ${time(again)}`,
          `dist          ${dist.files} files, ${(dist.bytes / 1e6).toFixed(1)} MB, ${report.dist.bytesPerPaper} bytes a paper`,
          `of it index   ${index.files} files, ${(index.bytes / 1e6).toFixed(1)} MB, ${report.index.bytesPerPaper} bytes a paper`,
          '',
        ].join('\n'),
  );
  return first.code === 0 && again.code === 0 ? 0 : 1;
}
