/** `npm run bench`: time, memory and bytes of a build. */
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { madeUpDigest } from './bench/papers.ts';
import { progressLine } from './progress.ts';
import { WrongUse, runScript } from './run.ts';

const usage = `npm run bench -- [--papers N] [--digests FOLDER] [--keep] [--json]

Builds an archive of N made-up papers (default 2000), or of the digests of a folder, in a folder of its own,
twice: from nothing, and again with nothing changed.

  --keep   leave the built archive in .cache/bench`;

const repository = fileURLToPath(new URL('..', import.meta.url));
const root = join(repository, '.cache', 'bench');
const perDigest = 80;

interface Measured {
  readonly seconds: number;
  /** Highest resident memory of the process, in MB; NaN where /proc does not tell. */
  readonly memory: number;
  readonly code: number | null;
}

async function peakMemory(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1000;
}

/** Runs Node on a file in the bench's folder, watching its memory. */
async function measure(args: readonly string[], show: (text: string) => void): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (chunk: Buffer) =>
    show(chunk.toString().trim().split('\n').at(-1) ?? ''),
  );
  let memory = Number.NaN;
  const timer = setInterval(() => {
    void (async () => {
      const now = await peakMemory(child.pid);
      memory = Number.isNaN(now) ? memory : now;
    })();
  }, 250);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  return { seconds: (performance.now() - start) / 1000, memory, code };
}

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

/** A project of its own under this one, so that Node finds the packages. */
async function prepare(papers: number, digests: string | undefined): Promise<void> {
  await rm(root, { recursive: true, force: true });
  await mkdir(join(root, 'content', 'digests'), { recursive: true });
  for (const item of [
    'src',
    'public',
    'scripts',
    'astro.config.mjs',
    'package.json',
    'tsconfig.json',
  ]) {
    await cp(join(repository, item), join(root, item), { recursive: true });
  }
  await cp(join(repository, 'content/topics'), join(root, 'content/topics'), { recursive: true });
  const target = join(root, 'content', 'digests');
  if (digests !== undefined) {
    await cp(digests, target, {
      recursive: true,
      filter: (path) => !path.endsWith('manifest.json'),
    });
    return;
  }
  const day = new Date('2020-01-01T00:00:00Z');
  for (let first = 0; first < papers; first += perDigest) {
    const name = `${day.toISOString().slice(0, 10)}-bench.txt`;
    await writeFile(join(target, name), madeUpDigest(first, Math.min(perDigest, papers - first)));
    day.setUTCDate(day.getUTCDate() + 1);
  }
}

await runScript(usage, async () => {
  const { values } = parseArgs({
    options: {
      papers: { type: 'string', default: '2000' },
      digests: { type: 'string' },
      keep: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const papers = Number(values.papers);
  if (!Number.isInteger(papers) || papers < 1)
    throw new WrongUse(`"${values.papers}" is no number of papers.`);

  const progress = progressLine();
  progress.show('making digests');
  await prepare(papers, values.digests);
  const astro = join(repository, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const first = await measure([astro, 'build'], (text) => progress.show(`first build: ${text}`));
  const again = await measure([astro, 'build'], (text) => progress.show(`second build: ${text}`));
  progress.clear();
  const entries = (await readdir(join(root, 'content', 'papers'))).filter((name) =>
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
  if (!values.keep) await rm(root, { recursive: true, force: true });
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
});
