/** Reads `synonyms.yaml` for what is wrong with it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { synonymsFile } from '../archive-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readOwnText } from '../entries/owner-files.ts';
import { parseSynonyms } from '../search/synonyms.ts';

/**
 * The mistakes of an archive's synonyms, each with its line and column.
 *
 * @param root the project's folder
 * @returns nothing, too, for an archive without such a file
 */
export async function synonymProblems(root: string): Promise<readonly Diagnostic[]> {
  if (!existsSync(resolve(root, synonymsFile()))) return [];
  const read = await readOwnText(root, synonymsFile());
  return read.ok ? parseSynonyms(synonymsFile(), read.text).problems : [read.problem];
}
