/** Runs the job of archive.yml that builds, step by step on this machine, against a repository of its own. */
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run } from '../build/command.ts';
import { repository } from '../project.ts';
import { filledIn, holds } from './expression.ts';

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
}

/** What a step of the job came to. */
export interface StepRun {
  readonly name: string;
  readonly outcome: 'success' | 'failure' | 'skipped';
  /** Seconds on the clock, and of CPU; see `Cost`. */
  readonly wall: number;
  readonly cpu: number;
  readonly output: string;
}

export interface Job {
  /** The archive's repository, bare. */
  readonly remote: string;
  /** Shell command that puts the engine into the folder `engine`. */
  readonly engine: string;
  /** Where everything happens: checkouts are made anew, caches and the last artifact stay. */
  readonly folder: string;
  /** Shell commands to be run in the place of others, by what they are or the step's name. */
  readonly instead?: Readonly<Record<string, string>>;
  readonly env?: NodeJS.ProcessEnv;
  readonly show?: (text: string) => void;
}

/** The job, as far as it is run here. */
async function buildJob(): Promise<{ env: Readonly<Record<string, string>>; steps: Step[] }> {
  const text = await readFile(join(repository, '.github', 'workflows', 'archive.yml'), 'utf8');
  return parse(text).jobs.build;
}

/** What the actions do, as shell commands; and their outputs. Archives are made as actions/cache makes them. */
async function actionOf(
  { uses = '', with: inputs = {} }: Step,
  { remote, folder, engine }: Job,
): Promise<{ command: string; outputs: Readonly<Record<string, string>> }> {
  const caches = join(folder, 'caches');
  await mkdir(caches, { recursive: true });
  const { key = '' } = inputs;
  const lines = (text = ''): string[] => text.split('\n').filter(Boolean);
  switch (uses.replace(/@.*/, '')) {
    case 'actions/checkout':
      return {
        command:
          inputs['path'] === 'engine'
            ? engine
            : `git clone --quiet --depth=1 --branch='${inputs['ref']}' 'file://${remote}' .`,
        outputs: {},
      };
    case 'actions/setup-node':
      return { command: ':', outputs: {} };
    case 'actions/configure-pages':
      return {
        command: ':',
        outputs: { base_url: 'https://owner.example/archive' },
      };
    case 'actions/cache/restore': {
      const made = await Promise.all(
        (await readdir(caches)).map(async (name) => ({
          name,
          time: (await stat(join(caches, name))).mtimeMs,
        })),
      );
      const newest = made.toSorted((a, b) => b.time - a.time).map(({ name }) => name);
      const found = [key, ...lines(inputs['restore-keys'])]
        .map((start) => newest.find((name) => name.startsWith(start)))
        .find((name) => name !== undefined);
      return {
        command: found === undefined ? ':' : `tar -xf '${join(caches, found)}'`,
        outputs: { 'cache-matched-key': found?.replace(/\.tar$/, '') ?? '' },
      };
    }
    case 'actions/cache/save': {
      const file = join(caches, `${key}.tar`);
      const paths = lines(inputs['path']).join(' ');
      // What is not there is left out, and a cache is never half there.
      const command = `tar --posix -I "$(command -v zstdmt || command -v gzip)" -cf '${file}.new' $(ls -d ${paths}) && mv '${file}.new' '${file}'`;
      return { command, outputs: {} };
    }
    case 'actions/upload-pages-artifact':
      return {
        command: `tar -cf '${join(folder, 'artifact.tar')}' -C '${inputs['path']}' --exclude='.[^/]*' .`,
        outputs: { artifact_id: '1' },
      };
    default:
      throw new Error(`What does ${uses} do? Say it in ${import.meta.filename}.`);
  }
}

/**
 * Runs the job.
 *
 * @returns what became of each step; the job has failed if one did that may not
 */
export async function runJob(job: Job): Promise<{ steps: StepRun[]; failed: boolean }> {
  const checkout = join(job.folder, 'checkout');
  await rm(checkout, { recursive: true, force: true });
  await rm(join(job.folder, 'artifact.tar'), { force: true });
  await mkdir(checkout, { recursive: true });
  const github = {
    GITHUB_WORKSPACE: checkout,
    RUNNER_TEMP: job.folder,
    GITHUB_OUTPUT: join(job.folder, 'outputs'),
    GITHUB_STEP_SUMMARY: join(job.folder, 'summary.md'),
  };
  await rm(github.GITHUB_STEP_SUMMARY, { force: true });
  const context = new Map([
    ['github.workspace', checkout],
    ['github.ref_name', 'main'],
    ['runner.temp', job.folder],
    ['inputs.pages', 'true'],
  ]);
  const done: StepRun[] = [];
  let failed = false;
  const { env, steps } = await buildJob();
  for (const step of steps) {
    const name = step.name ?? step.run?.split('\n')[0] ?? step.uses?.replace(/@.*/, '') ?? '';
    if (failed || !holds(step.if, context)) {
      done.push({ name, outcome: 'skipped', wall: 0, cpu: 0, output: '' });
      continue;
    }
    job.show?.(name);
    const fill = (texts: Readonly<Record<string, string>> = {}): Record<string, string> =>
      Object.fromEntries(
        Object.entries(texts).map(([key, text]) => [key, filledIn(String(text), context)]),
      );
    await writeFile(github.GITHUB_OUTPUT, '');
    const action = step.uses ? await actionOf({ ...step, with: fill(step.with) }, job) : undefined;
    const script = action?.command ?? filledIn(step.run ?? '', context);
    const { code, wall, cpu, output } = await run({
      program: 'bash',
      args: [
        '-eo',
        'pipefail',
        '-c',
        job.instead?.[step.name ?? ''] ?? job.instead?.[script] ?? script,
      ],
      cwd: step.run === undefined ? checkout : join(checkout, 'engine'),
      env: { ...job.env, ...github, CI: 'true', ...fill(env), ...fill(step.env) },
    });
    const outcome = code === 0 ? 'success' : 'failure';
    failed ||= code !== 0 && !step['continue-on-error'];
    done.push({ name, outcome, wall, cpu, output });
    if (step.id === undefined) continue;
    context.set(`steps.${step.id}.outcome`, outcome);
    const told = await readFile(github.GITHUB_OUTPUT, 'utf8');
    for (const [key, value] of [
      ...Object.entries(action?.outputs ?? {}),
      ...Array.from(told.matchAll(/^([\w-]+)=(.*)$/gm), ([, key = '', value = '']) => [key, value]),
    ]) {
      context.set(`steps.${step.id}.outputs.${key}`, value ?? '');
    }
  }
  return { steps: done, failed };
}
