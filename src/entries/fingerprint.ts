/** Tells whether anything has changed since the last build, without parsing anything. */
import { lookAt } from './files.ts';
import { Seen } from './seen.ts';

/**
 * Changes when a file of these folders does that a load reads; equal to what a load has {@link Seen} if it would
 * read the same again.
 */
export async function contentFingerprint(
  root: string,
  folders: readonly string[],
): Promise<string> {
  const seen = new Seen();
  await lookAt(root, seen, folders);
  return seen.fingerprint();
}
