/**
 * Builds happen in a folder beside the site's, `.dist.PID.new`. Where a finished site stands, what is new is moved
 * into it (patch.ts); otherwise the folder takes the place of `dist` when it is whole, and what stood there is
 * `.dist.PID.old` for as long as that takes. Killed at any moment, a build leaves the site as it was, or what the next
 * start needs to put the new one in its place.
 */
import { existsSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { isRunning } from '../entries/atomic.ts';
import { manifestName } from './manifest.ts';
import { finishPatch, isBegun, patchSite, type Patch } from './patch.ts';

/** The folder itself, where its name is a link to it. */
function real(site: string): string {
  const plain = site.replace(/(?<![/\\])[/\\]+$/, '');
  return existsSync(plain) ? realpathSync(plain) : plain;
}

const beside = (site: string, pid: number, kind: 'new' | 'old'): string =>
  join(dirname(site), `.${basename(site)}.${pid}.${kind}`);

/** Whether a process is at work. This one is not yet: what bears its number was left by one before it. */
const runs = (pid: number): boolean => pid !== process.pid && isRunning(pid);

/** Numbers of the processes that left folders beside the site and are no more. */
function gone(site: string): number[] {
  const start = `.${basename(site)}.`;
  if (!existsSync(dirname(site))) return [];
  const pids = readdirSync(dirname(site)).flatMap((name) => {
    const pid =
      name.startsWith(start) && /^(\d+)\.(?:new|old)$/.exec(name.slice(start.length))?.[1];
    return pid ? [Number(pid)] : [];
  });
  return [...new Set(pids)].filter((pid) => !runs(pid));
}

/**
 * Finishes what a killed build has begun and removes what it left.
 *
 * @param folder the site's folder, absolute; need not exist
 */
export function tidy(folder: string): void {
  const site = real(folder);
  for (const pid of gone(site)) {
    const [made, old] = [beside(site, pid, 'new'), beside(site, pid, 'old')];
    finishPatch(made, site);
    // The site is moved away only when the new one is whole: with the old one there, the new one is as good.
    if (!existsSync(site) && existsSync(old)) {
      renameSync(existsSync(join(made, manifestName)) ? made : old, site);
    }
    for (const left of [made, old]) rmSync(left, { recursive: true, force: true });
  }
}

/**
 * The folder to build in, on the same disk as the site; removed if this process ends without publishing it.
 *
 * @param folder the site's folder, absolute
 */
export function folderAside(folder: string): string {
  const made = beside(real(folder), process.pid, 'new');
  rmSync(made, { recursive: true, force: true });
  // A patch that was begun is left for the next start.
  process.once('exit', () => {
    if (!isBegun(made)) rmSync(made, { recursive: true, force: true });
  });
  return made;
}

/**
 * Brings a finished site up to date by what is new.
 *
 * @param made what {@link folderAside} gave
 * @param folder the site's folder, absolute
 * @throws {Refusal} if a file cannot be moved; the next start goes on with it
 */
export function update(made: string, folder: string, patch: Patch): void {
  const site = real(folder);
  try {
    patchSite(made, site, patch);
  } catch (error) {
    throw inUse(site, error);
  }
}

function inUse(site: string, error: unknown): Refusal {
  const why = error instanceof Error ? error.message : String(error);
  return new Refusal([diagnostic('site/in-use', { file: site }, { why })]);
}

/** Errors that pass: on Windows, a file that a virus scanner or a server has just open. */
const passing = /^(?:EPERM|EACCES|EBUSY)$/;

async function move(from: string, to: string, tries = 20): Promise<void> {
  try {
    renameSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!passing.test(code) || tries === 1) throw error;
    await wait(100);
    await move(from, to, tries - 1);
  }
}

/**
 * Puts a whole site in the place of the one before.
 *
 * @param made what {@link folderAside} gave
 * @param folder the site's folder, absolute
 * @throws {Refusal} if the folder cannot be moved; the site before is in its place then
 */
export async function publish(made: string, folder: string): Promise<void> {
  const site = real(folder);
  const old = beside(site, process.pid, 'old');
  try {
    rmSync(old, { recursive: true, force: true });
    if (existsSync(site)) await move(site, old);
    try {
      await move(made, site);
    } catch (error) {
      if (existsSync(old)) await move(old, site);
      throw error;
    }
  } catch (error) {
    throw inUse(site, error);
  }
  rmSync(old, { recursive: true, force: true });
}
