/** The associations of this build's words: where they meet Astro. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { root } from 'astro:config/server';
import { rootOf } from '../../text/stem.ts';
import { fileName } from '../file-name.ts';
import { getVocabulary } from '../vocabulary/current.ts';
import type { PackedVocabulary } from '../vocabulary/pack.ts';
import { associationsFile } from './file.ts';
import { packAssociations, type PackedAssociations } from './pack.ts';
import { readTable } from './table.ts';

const packed = new WeakMap<PackedVocabulary, Promise<PackedAssociations>>();

/** The stems of the archive's words. */
const stemsOf = ({ words }: PackedVocabulary): Set<string> =>
  new Set(words.flatMap(({ word, papers }) => (papers > 0 ? rootOf(word) : [])));

/** The associations, packed once for a vocabulary. */
export async function getAssociations(): Promise<PackedAssociations> {
  const vocabulary = await getVocabulary();
  const known = packed.get(vocabulary);
  if (known !== undefined) return known;
  const made = readFile(resolve(fileURLToPath(root), associationsFile)).then((bytes) =>
    packAssociations(readTable(gunzipSync(bytes).toString()), stemsOf(vocabulary), fileName),
  );
  packed.set(vocabulary, made);
  return made;
}
