/** Builds the site in a process of its own: it can be stopped whatever it is doing, and its memory is given back. */
import { spawn } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../src/diagnostics/refusal.ts';
import { duration } from '../../src/progress/estimate.ts';
import { isStep, watchedVariable } from '../../src/progress/steps.ts';
import { tidy } from '../../src/publish/aside.ts';
import { pathProblems } from '../../src/publish/path.ts';
import { cleanVariable } from '../../src/publish/clean.ts';
import { isBehind } from '../../src/publish/behind.ts';
import type { Unchanged } from '../../src/publish/unchanged.ts';
import { withSlashes } from '../../src/base-path.ts';
import { counted } from '../../src/text/counted.ts';
import { showBuild } from './show.ts';

/** Sent by the build when there is a site. */
export const builtMessage = 'built';

/** What a shell gives for a command that Ctrl+C ended. */
export const stoppedCode = 130;

export interface Built {
  /** Exit code; 1 if there were problems, whether or not there is a site. */
  readonly code: number;
  /** Whether a site was made. */
  readonly whole: boolean;
}

/** The site that stands, if a build would change nothing. */
async function upToDate(root: string, outDir: string | undefined): Promise<Unchanged | undefined> {
  // Most builds are for something new: they need not wait for the configuration, which is the whole engine.
  if (isBehind(root, resolve(root, outDir ?? 'dist'))) return undefined;
  const { default: config } = await import('../../astro.config.mjs');
  const { madeWith } = await import('../../src/publish/made-with.ts');
  const { unchangedSite } = await import('../../src/publish/unchanged.ts');
  const { site: address, base, outDir: usual } = config;
  const folder = resolve(root, outDir ?? usual ?? 'dist');
  tidy(folder);
  return unchangedSite(root, folder, madeWith(root, [address, withSlashes(base ?? '/')]));
}

/**
 * Runs `astro build` with a line of progress.
 *
 * @param options.verbose print a line per page instead, and all else that Astro tells
 * @param options.clean make everything anew
 * @param options.more further options of `astro build`
 * @throws {Refusal} where no site can be built
 */
export async function buildSite(options: {
  readonly verbose: boolean;
  readonly more?: { readonly outDir?: string };
  readonly clean?: boolean;
}): Promise<Built> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  // Astro would not get as far as to its configuration, and to the same question there.
  const refused = pathProblems(root);
  if (refused.length > 0) throw new Refusal(refused);
  const start = performance.now();
  const standing = options.clean ? undefined : await upToDate(root, options.more?.outDir);
  if (standing !== undefined) {
    process.send?.(builtMessage);
    for (const warning of standing.warnings) process.stderr.write(`${warning}\n`);
    const told = standing.warnings.length > 0 ? '; the warnings are those of before' : '';
    const files = counted(standing.files, 'file');
    process.stdout.write(`Nothing has changed: the site stays as it is, ${files}${told}.\n`);
    return { code: 0, whole: true };
  }
  const compiled = getCompileCacheDir();
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('child.ts', import.meta.url)),
      JSON.stringify({ force: options.clean, ...options.more }),
    ],
    {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      // Astro would otherwise report usage to its makers.
      env: {
        ...process.env,
        ...(compiled && { NODE_COMPILE_CACHE: compiled }),
        ASTRO_TELEMETRY_DISABLED: '1',
        // A build asks for a gigabyte and more: in huge pages, where Linux grants them, a quarter fewer of its page faults
        // (glibc manual, Memory Allocation Tunables).
        GLIBC_TUNABLES: process.env['GLIBC_TUNABLES'] ?? 'glibc.malloc.hugetlb=1',
        [watchedVariable]: options.verbose ? 'verbose' : 'quiet',
        ...(options.clean && { [cleanVariable]: 'yes' }),
      },
    },
  );
  const view = showBuild();
  let whole = false;
  let stopped = false;
  child.on('message', (message) => {
    // Whoever runs the command and listens, as the bench does, is told the same.
    process.send?.(message);
    if (message === builtMessage) whole = true;
    else if (!options.verbose && isStep(message)) view.step(message);
  });
  const stop = (): void => {
    stopped = true;
    child.kill('SIGKILL');
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      view.end();
      if (stopped) {
        process.stderr.write('Stopped. Run the command again to build the archive.\n');
        resolve({ code: stoppedCode, whole: false });
        return;
      }
      if (whole) {
        const took = duration((performance.now() - start) / 1000);
        process.stdout.write(`The archive was built in ${took}.\n`);
      }
      resolve({ code: code ?? 1, whole });
    });
  });
}
