/** The captures' texts for their pages: read when the first page that changed is made. */
import { fileURLToPath } from 'node:url';
import type { ReadDigest } from '../entries/captures.ts';
import { readDigests } from '../entries/files.ts';
import { loadedContent, type Loaded } from './loaded.ts';
import { openStore } from '../store/store.ts';
import { partsOf, type Row } from '../evidence/rows.ts';

type Parts = readonly (readonly Row[])[];

/** Digests of which the rows are at hand: their pages are made one digest after the other, a few at a time. */
const atHand = 12;

let state:
  | {
      readonly content: Loaded['digests'];
      readonly digests: Promise<Map<string, ReadDigest>>;
      readonly parts: Map<string, Parts>;
    }
  | undefined;

async function readAll(): Promise<Map<string, ReadDigest>> {
  const { root } = await import('astro:config/server');
  const folder = fileURLToPath(root);
  const { digests } = await readDigests(folder, { store: openStore(folder) });
  return new Map(digests.map((digest) => [digest.name.id, digest]));
}

async function partsFor(id: string): Promise<Parts> {
  const content = loadedContent().digests;
  if (state?.content !== content) state = { content, digests: readAll(), parts: new Map() };
  const { digests, parts } = state;
  const known = parts.get(id);
  if (known) return known;
  const all = await digests;
  const digest = all.get(id);
  if (digest === undefined) {
    // It was let go with the rows that were made of it, or is not there.
    const again = (await readAll()).get(id);
    return again ? partsOf({ ...again.parsed, text: again.text }) : [];
  }
  const made = partsOf({ ...digest.parsed, text: digest.text });
  // What a capture was parsed to takes much room.
  all.delete(id);
  parts.set(id, made);
  const [oldest = ''] = parts.keys();
  if (parts.size > atHand) parts.delete(oldest);
  return made;
}

/**
 * The rows of a part of a digest's capture.
 *
 * @param part counted from 0
 */
export const rowsOfPart = async (digest: string, part: number): Promise<readonly Row[]> =>
  (await partsFor(digest))[part] ?? [];
