/** The vocabulary of this build: where it meets Astro. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from 'astro:config/server';
import { synonymsFile } from '../../archive-folder.ts';
import { getArchive, noteText, titleOf, type Archive } from '../../archive/index.ts';
import { fileName } from '../file-name.ts';
import { joinNames, parseSynonyms } from '../synonyms.ts';
import { learnAbbreviations } from './abbreviations.ts';
import { collectWords } from './collect.ts';
import { packVocabulary, type PackedVocabulary } from './pack.ts';

const packed = new WeakMap<Archive, PackedVocabulary>();

/** The vocabulary, packed once for an archive. */
export async function getVocabulary(): Promise<PackedVocabulary> {
  const archive = await getArchive();
  const known = packed.get(archive);
  if (known !== undefined) return known;
  // `npm run check` reports what is wrong with the file.
  const names = await readFile(resolve(fileURLToPath(root), synonymsFile()), 'utf8').catch(
    () => '',
  );
  const { groups } = parseSynonyms(synonymsFile(), names);
  const learned = learnAbbreviations(archive.papers.map(({ text }) => text));
  const texts = archive.papers.map((paper) => ({
    title: titleOf(paper).text,
    text: paper.note ? `${paper.text} ${noteText(paper.note)}` : paper.text,
    authors: paper.authors,
  }));
  const words = collectWords(texts, joinNames(groups, learned));
  const vocabulary = packVocabulary(words, archive.papers.length, fileName);
  packed.set(archive, vocabulary);
  return vocabulary;
}
