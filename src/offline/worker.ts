/** Completes the service worker that Astro built: tells it what this build is. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Listed, WorkerFacts } from './facts.ts';
import type { SiteFolder } from '../publish/site-folder.ts';
import type { Store } from '../store/store.ts';
import { writePacks, type WrittenPacks } from './packs/write.ts';
import type { KeptFile, OfflinePlan } from './plan.ts';

/** The worker's file in the site. */
export const workerFile = 'sw.js';

/** The line that an earlier run wrote. */
const factsLine = /^self\.offprint=[^\n]*\n/;

/**
 * Writes `edition.txt` and the packs into the site, and what the worker has to know into `sw.js`.
 *
 * @param site the built site, with `sw.js` in it
 * @param base the base path, with slashes at both ends
 * @param store where it is noted what packs were made of
 * @returns what was packed; nothing of a site that is kept whole
 * @throws if the worker is not one script without imports
 */
export async function writeWorker(
  plan: OfflinePlan,
  site: SiteFolder,
  base: string,
  store?: Store,
): Promise<WrittenPacks | undefined> {
  const packed =
    plan.mode === 'visited' ? await writePacks(site, plan.choice, plan.edition, store) : undefined;
  const listed = ({ address, hash }: KeptFile): Listed => [address, hash];
  const facts: WorkerFacts = {
    edition: plan.edition,
    mode: plan.mode,
    base,
    prefix: `offprint|${base}|`,
    kept: plan.kept.map(listed),
    ahead: plan.ahead.map(listed),
    packs: packed?.hash,
  };
  const code = (await site.read(workerFile)).toString().replace(factsLine, '');
  if (/\b(?:import|export)\b[\s({*]/.test(code)) {
    throw new Error(`${workerFile} is not one script: Astro built it in parts.`);
  }
  const text = `self.offprint=${JSON.stringify(facts)};\n${code}`;
  await writeFile(join(site.folder, 'edition.txt'), plan.edition);
  await writeFile(join(site.folder, workerFile), text);
  return packed;
}
