/** `npm run bench -- build`: what builds, the daily loop and the site cost, beside what others take. */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { WrongUse } from '../run.ts';
import type { Measured } from './build/aims.ts';
import { stopAll } from './build/command.ts';
import { removeFloors } from './build/floors.ts';
import { measure } from './build/measure.ts';
import { report } from './build/report.ts';
import { remove, wholeNumber, type Content } from './project.ts';
import { phases } from './phases.ts';

export const buildUsage = `npm run bench -- [build] [--papers N,N… | --digests FOLDER…] [--quick] [--keep] [--markdown | --json]
npm run bench -- search|related|hostile|workflow --help

Builds archives of made-up papers (default 2000), or of the digests of folders, in a folder of its own: from nothing,
again with nothing changed, and with one more digest; then edits one under \`npm run dev\`. Beside them, on the same papers:
plain Astro, Pagefind alone, Hugo if the machine has it, and \`cp -r\`.

  --papers    one size, or several with commas: 1000,10000,50000
  --digests   a folder of digests; may be given several times. The last digest of each is the one more
  --quick     neither the others nor \`npm run dev\`
  --keep      leave the (last) built archive in .cache/bench
  --markdown  tables for a page of documentation
  --json      everything measured`;

type Wanted = Exclude<Content, { kind: 'own' }>;

function contentsOf(papers: string, digests: readonly string[] | undefined): Wanted[] {
  if (digests !== undefined) return digests.map((folder) => ({ kind: 'digests', folder }));
  return papers.split(',').map((text) => {
    const count = wholeNumber(text);
    if (count === undefined) throw new WrongUse(`"${text}" is no number of papers.`);
    return { kind: 'made up', papers: count };
  });
}

/**
 * Runs the bench.
 *
 * @param args of the command line
 * @returns the exit code
 */
export async function buildBench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      papers: { type: 'string', default: '2000' },
      digests: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const contents = contentsOf(values.papers, values.digests);
  const { show, end } = phases();
  const tidy = async (): Promise<void> => {
    await stopAll();
    await removeFloors();
    if (!values.keep) await remove();
  };
  const interrupt = (): void => {
    end();
    void tidy().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const all: Measured[] = [];
  try {
    for (const content of contents) {
      const name = content.kind === 'digests' ? content.folder : `${content.papers} papers`;
      all.push(
        await measure(content, values.quick, (text, line) => show(`${name}: ${text}`, line)),
      );
    }
  } finally {
    end();
    await tidy();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model,
    memory: Math.round(totalmem() / 1e6),
    node: process.version,
  };
  if (values.json)
    process.stdout.write(`${JSON.stringify({ machine, sizes: all }, undefined, 2)}\n`);
  else process.stdout.write(report(all, values.markdown ? 'markdown' : 'text'));
  return 0;
}
