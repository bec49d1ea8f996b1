/** Reads `content/synonyms.yaml` for what is wrong with it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseSynonyms, synonymsFile } from '../search/synonyms.ts';

/**
 * The mistakes of an archive's synonyms, each with its line and column.
 *
 * @param root the project's folder
 * @returns nothing, too, for an archive without such a file
 */
export async function synonymProblems(root: string): Promise<readonly Diagnostic[]> {
  const text = await readFile(join(root, synonymsFile), 'utf8').catch(() => '');
  return parseSynonyms(synonymsFile, text).problems;
}
