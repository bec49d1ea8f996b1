/** Projects of their own for tests that build: the code of this one, content chosen by the test. */
import { spawn } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foundingFolder } from './founding.ts';

export const repository = fileURLToPath(new URL('..', import.meta.url));

/** Under the repository, so that Node finds the repository's node_modules from there. */
const workshop = join(repository, '.cache', 'tests');

/** What of this repository makes a site. */
export const code = [
  'src',
  'public',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
];

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Project {
  readonly root: string;
  readonly dist: string;
  /** Runs `astro build`; `base` with slashes at both ends. */
  build(base?: string, env?: NodeJS.ProcessEnv): Promise<Run>;
  /** Runs another command of Astro. */
  astro(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Run>;
  /** Runs a script of `scripts/`. */
  script(name: string, args?: readonly string[], env?: NodeJS.ProcessEnv): Promise<Run>;
  remove(): Promise<void>;
}

/**
 * The environment without what Vitest put there: Astro would take its BASE_URL, MODE and DEV for its own. What runs
 * in it keeps away from the owner's archive, as tests do.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const own = /^(VITEST.*|NODE_ENV|NODE_OPTIONS|TEST|BASE_URL|MODE|DEV|PROD|SSR)$/;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name))),
    // As npm's commands do: what Node has made of a file is made once.
    NODE_COMPILE_CACHE: join(repository, '.cache', 'compiled'),
    NODE_OPTIONS: `--import=${new URL('guard.ts', import.meta.url).href}`,
  };
}

/** Runs Node on a file and collects what it says. */
export function run(
  root: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...plainEnvironment(), ASTRO_TELEMETRY_DISABLED: '1', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/**
 * Makes a project.
 *
 * @param name unique among the tests
 * @param content files to write, by path; or `founding` for the founding archive, whose topics every project has
 */
export async function makeProject(
  name: string,
  content: Readonly<Record<string, string | Uint8Array>> | 'founding',
): Promise<Project> {
  const root = join(workshop, name);
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  for (const item of code) await cp(join(repository, item), join(root, item), { recursive: true });
  const part = content === 'founding' ? '' : 'topics';
  await cp(join(foundingFolder, part), join(root, 'archive', part), { recursive: true });
  for (const [path, text] of Object.entries(content === 'founding' ? {} : content)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const astro = join(repository, 'node_modules', 'astro', 'bin', 'astro.mjs');
  return {
    root,
    dist: join(root, 'dist'),
    build: (base = '/', env = {}) =>
      run(root, [astro, 'build'], {
        OFFPRINT_BASE: base,
        OFFPRINT_SITE: 'https://archive.example',
        ...env,
      }),
    astro: (args, env = {}) => run(root, [astro, ...args], env),
    script: (script, args = [], env = {}) =>
      run(root, [join(root, 'scripts', script), ...args], env),
    // A server that was told to end may still write.
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
