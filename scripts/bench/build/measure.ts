/** Measures everything of an archive of one size. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isStep } from '../../../src/progress/steps.ts';
import { builtMessage } from '../../build/site.ts';
import { madeUpDigest } from '../papers.ts';
import { archive, npmArguments, prepare, root, type Content } from '../project.ts';
import type { Measured } from './aims.ts';
import { run, type Command, type Cost, type Ran } from './command.ts';
import { measureDev } from './dev.ts';
import { measureFloors } from './floors.ts';
import { siteSize } from './site-bytes.ts';
import { partsOf, type Mark, type Parts } from './stages.ts';

type Show = (text: string, line?: string) => void;

/** Runs a script of the project's; one that tells of problems (1) has done its work. */
async function script(
  name: string,
  args: readonly string[],
  more: Partial<Command> = {},
): Promise<Cost> {
  const { code, output, ...cost }: Ran = await run({
    args: [...(await npmArguments(name)), ...args],
    cwd: root,
    env: { OFFPRINT_ARCHIVE: archive },
    ...more,
  });
  if (code !== 0 && code !== 1) throw new Error(`${name} failed:\n${output.slice(-2000)}`);
  return cost;
}

/** @param doing how the build is called in the line of progress */
async function build(doing: string, show: Show): Promise<Cost & { parts: Parts }> {
  show(doing);
  const marks: Mark[] = [];
  let built = false;
  const cost = await script('build', [], {
    show: (line) => show(doing, line),
    heard: (message, since) => {
      built ||= message === builtMessage;
      if (!isStep(message)) return;
      const { stage, done, total } = message;
      // Looking at the processes takes a while, and there are many steps.
      if (marks.at(-1)?.stage !== stage || done === total) marks.push({ stage, ...since() });
    },
  });
  if (!built) throw new Error(`The ${doing} made no site.`);
  return { ...cost, parts: partsOf(marks, cost) };
}

/**
 * @param quick neither the floors nor the development server
 * @param show is told what is going on
 * @throws Error if a build or a floor fails
 */
export async function measure(content: Content, quick: boolean, show: Show): Promise<Measured> {
  show('making digests');
  const next = await prepare(content, { holdBack: true });
  const dist = join(root, 'dist');
  const papersIn = join(root, archive, 'papers');
  const cold = await build('cold build', show);
  const entries = await readdir(papersIn, { recursive: true });
  const papers = entries.filter((name) => name.endsWith('.md')).length;
  const site = await siteSize(dist);
  const floors = quick ? undefined : await measureFloors(papersIn, dist, show);
  // The first build wrote the entries: only from the second on had nothing changed.
  await build('second build', show);
  const unchanged = await build('build, nothing changed', show);
  show('add');
  const add = await script('add', [next, '--yes']);
  await rm(next);
  const publish = await build('build of one more digest', show);
  const dropped = {
    name: '2030-01-01-dropped.yes.txt',
    id: '2030-01-01-dropped',
    text: madeUpDigest(9_000_000, 80),
    title: '9000000',
  };
  const dev = quick ? undefined : await measureDev(dropped, show);
  return {
    papers,
    cold,
    unchanged,
    add,
    publish,
    site,
    ...(floors && { floors }),
    ...(dev && { dev }),
  };
}
