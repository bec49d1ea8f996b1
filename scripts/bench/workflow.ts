/** `npm run bench -- workflow`: what publishing one more digest takes on GitHub, by running the workflow's steps here. */
import { cp, mkdir, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { archiveFolder } from '../../src/archive-folder.ts';
import { git } from '../../src/workflow/git.ts';
import { WrongUse } from '../run.ts';
import { stopAll } from './build/command.ts';
import { phases } from './phases.ts';
import { repository } from './project.ts';
import { printed, type Table } from './table.ts';
import { runJob, type Job, type StepRun } from './workflow/job.ts';

export const workflowUsage = `npm run bench -- workflow --digest FILE [--archive FOLDER] [--keep]

Runs the steps of .github/workflows/archive.yml on this machine, against a repository of its own: once for the archive as it
is, with nothing kept, and once for one digest more, with what the first run kept. Waiting for a machine, sending caches
and the site over the network, and the deployment itself come on top.

  --digest  the digest that is pushed
  --keep    leave everything in .cache/bench-workflow`;

const folder = join(repository, '.cache', 'bench-workflow');
const remote = join(folder, 'remote.git');
const owner = join(folder, 'owner');

/** A repository with the archive. */
async function found(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  await git(folder, 'init', '--quiet', '--initial-branch=main', owner);
  await cp(archiveFolder(repository), join(owner, 'content'), { recursive: true });
  await git(owner, 'config', 'user.name', 'Bench');
  await git(owner, 'config', 'user.email', 'bench@archive.example');
  await git(owner, 'remote', 'add', 'origin', remote);
  await push('Found the archive');
}

async function push(message: string): Promise<void> {
  await git(owner, 'add', '--all');
  await git(owner, 'commit', '--quiet', '--message', message);
  await git(owner, 'push', '--quiet', 'origin', 'HEAD:main');
}

/** Steps beside each other, with what they cost. */
function tableOf(runs: readonly (readonly StepRun[])[]): Table {
  const cells = (cost: Pick<StepRun, 'wall' | 'cpu'>): string[] =>
    [cost.wall, cost.cpu].map((seconds) => seconds.toFixed(1));
  const all = (steps: readonly StepRun[]) => ({
    wall: steps.reduce((sum, { wall }) => sum + wall, 0),
    cpu: steps.reduce((sum, { cpu }) => sum + cpu, 0),
  });
  const [first = []] = runs;
  return {
    head: ['step', 'first run: wall s', 'CPU s', 'one digest more: wall s', 'CPU s'],
    rows: [
      ...first.map(({ name }, at) => [
        name.slice(0, 40),
        ...runs.flatMap((steps) => {
          const step = steps[at];
          return step === undefined || step.outcome === 'skipped' ? ['–', ''] : cells(step);
        }),
      ]),
      ['all', ...runs.flatMap((steps) => cells(all(steps)))],
    ],
  };
}

/**
 * Runs the bench.
 *
 * @param args of the command line
 * @returns the exit code
 */
export async function workflowBench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      digest: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  if (values.digest === undefined) throw new WrongUse('Say which digest is pushed.');
  const digest = resolve(values.digest);
  await stat(digest);
  const { show, end } = phases();
  const tidy = async (): Promise<void> => {
    end();
    await stopAll();
    if (!values.keep) await rm(folder, { recursive: true, force: true });
  };
  const interrupt = (): void => void tidy().finally(() => process.exit(130));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    show('making a repository');
    await found();
    const engine = `git clone --quiet --depth=1 'file://${repository}' engine`;
    const job = (run: string): Job => ({
      remote,
      engine,
      folder,
      show: (step) => show(`${run}: ${step}`),
    });
    const first = await runJob(job('first run'));
    await git(owner, 'pull', '--quiet', '--rebase', 'origin', 'main');
    await cp(digest, join(owner, 'content', 'digests', basename(digest)));
    await push('Add a digest');
    const second = await runJob(job('one digest more'));
    end();
    process.stdout.write(printed([tableOf([first.steps, second.steps])], 'text'));
    for (const { steps } of [first, second]) {
      for (const { name, outcome, output } of steps) {
        if (outcome === 'failure')
          process.stderr.write(`${name} failed:\n${output.slice(-2000)}\n`);
      }
    }
    return first.failed || second.failed ? 1 : 0;
  } finally {
    await tidy();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
