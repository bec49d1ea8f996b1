/** Tells whether anything has changed since the last build, without parsing anything. */
import type { Store } from '../store/store.ts';
import { lookAt } from '../entries/files.ts';
import { Seen } from '../entries/seen.ts';

/**
 * Changes when a file of these folders does that a load reads; equal to what a load has {@link Seen} if it would
 * read the same again.
 */
export async function contentFingerprint(
  root: string,
  folders: readonly string[],
  store?: Store,
): Promise<string> {
  const seen = new Seen();
  await lookAt(root, seen, folders, store);
  return seen.fingerprint();
}
