/** What the build offers to keep. */
import { withBase } from '../../base.ts';
import { collectionsFile } from '../packs/collections-file.ts';
import type { Collection } from '../packs/lists.ts';

const isCollection = (value: unknown): value is Collection =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  'label' in value &&
  typeof value.label === 'string' &&
  'bytes' in value &&
  typeof value.bytes === 'number';

/** None of an archive that is kept whole, or out of reach. */
export async function offeredCollections(): Promise<Collection[]> {
  const answer = await fetch(withBase(collectionsFile)).catch(() => undefined);
  if (!answer?.ok) return [];
  const read: unknown = await answer.json();
  const all: unknown =
    typeof read === 'object' && read !== null && 'collections' in read ? read.collections : [];
  return Array.isArray(all) ? all.filter(isCollection) : [];
}

/** Asks the browser not to delete what is kept when it wants room. Only after the reader asked for something. */
export async function persist(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
}
