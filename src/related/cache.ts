/** Keeps what was found for the next build; with it or without, what is shown is the same. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keptOr } from '../cache-file.ts';
import type { Similarity, SimilarityDocument } from './similarity.ts';
import { findSimilar } from './related.ts';
import { readTable, type SimilarityTable } from './table.ts';

/** The code that decides which papers are alike: this folder, and what it asks of others. */
const codeFolder = 'src/related';
export const codeFiles = [
  'src/digest/likeness.ts',
  'src/digest/identity.ts',
  'src/text/stem.ts',
  'src/text/word-lists.ts',
  'src/text/words.ts',
];

/**
 * Changes when the code does that finds papers alike, or the Node that runs it.
 *
 * @param root folder of the project
 * @throws what the file system throws
 */
export function similarityCode(root: string): string {
  const names = readdirSync(join(root, codeFolder)).toSorted();
  const files = [...names.map((name) => join(codeFolder, name)), ...codeFiles];
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * Makes {@link findSimilar} remember its last answer, in memory and in a file. The answer is taken for the
 * same code and the same papers in the same order alone, so that it can be neither wrong nor old.
 *
 * @param file absolute; one that is missing, damaged or of other papers does not matter
 * @param code see {@link similarityCode}
 * @param find what is asked if nothing is remembered
 */
export function rememberingSimilar(
  file: string,
  code: string,
  find: (documents: readonly SimilarityDocument[]) => SimilarityTable = findSimilar,
): (documents: readonly SimilarityDocument[]) => Similarity {
  let last: { key: Buffer; similarity: Similarity } | undefined;
  return (documents) => {
    const key = keyOf(documents, code);
    if (!last?.key.equals(key))
      last = { key, similarity: readTable(keptOr(file, key, () => find(documents))) };
    return last.similarity;
  };
}

function keyOf(documents: readonly SimilarityDocument[], code: string): Buffer {
  const hash = createHash('sha256').update(code);
  for (const { id, title, text } of documents) {
    // Lengths tell where one part ends: no two lists of papers give the same bytes.
    hash.update(`\0${id.length} ${title.length} ${text.length}\0${id}${title}${text}`);
  }
  return hash.digest();
}
