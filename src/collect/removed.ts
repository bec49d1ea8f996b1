/** Notes in the ledger what the owner takes back, so that it does not come again by itself. */
import { resolve } from 'node:path';
import { collectedFile } from '../archive-folder.ts';
import { writeAtomic } from '../entries/atomic.ts';
import { readCollectedFile } from '../entries/left-out.ts';
import type { TakenDigest } from '../intake/take-back.ts';
import { byHand } from './fetch-named.ts';
import { withTakenBack } from './ledger.ts';

/**
 * Notes that digests are taken back.
 *
 * @param root the project's folder
 * @param today ISO day
 */
export async function noteTakenBack(
  root: string,
  digests: readonly TakenDigest[],
  today: string,
): Promise<void> {
  const before = await readCollectedFile(root);
  const gone = digests.map(({ name, parsed }) => ({
    id: name.id,
    titles: parsed.papers.map(({ title }) => title),
  }));
  const text = withTakenBack(before, gone, today, byHand);
  if (text !== before && before !== '')
    await writeAtomic(resolve(root, collectedFile()), text, { durable: true });
}
