/** The associations of this build's words: where they meet Astro. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { root } from 'astro:config/server';
import { memoise } from '../../once.ts';
import { rootOf } from '../../text/stem.ts';
import { fileName } from '../file-name.ts';
import { getVocabulary, type SearchedPaper } from '../vocabulary/current.ts';
import type { PackedVocabulary } from '../vocabulary/pack.ts';
import { packAssociations, type PackedAssociations } from './pack.ts';
import { associationsFile, readTable } from './table.ts';

/** The stems of the archive's words. */
const stemsOf = ({ words }: PackedVocabulary): Set<string> =>
  new Set(words.flatMap(({ word, papers }) => (papers > 0 ? rootOf(word) : [])));

/** Packed once for a vocabulary. */
const associationsOf = memoise(
  async (vocabulary: PackedVocabulary) => {
    const bytes = await readFile(resolve(fileURLToPath(root), associationsFile));
    const table = readTable(gunzipSync(bytes).toString());
    return packAssociations(table, stemsOf(vocabulary), fileName);
  },
  { most: 1 },
);

/** The associations of this build. */
export const getAssociations = async (
  papers: readonly SearchedPaper[],
): Promise<PackedAssociations> => associationsOf(await getVocabulary(papers));
