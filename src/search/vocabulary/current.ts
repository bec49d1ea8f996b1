/** The vocabulary of this build: where it meets Astro. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from 'astro:config/server';
import { site } from 'virtual:offprint/site';
import { synonymsFile } from '../../archive-folder.ts';
import { memoise } from '../../once.ts';
import { fileName } from '../file-name.ts';
import { joinNames, parseSynonyms } from '../synonyms.ts';
import { learnAbbreviations } from './abbreviations.ts';
import { addCounts, countNotes, vocabularyWords } from './collect.ts';
import { setSynonyms } from '../../topic-sets.ts';
import { openStore } from '../../store/store.ts';
import { countSegments, type CountedPaper } from './segments.ts';
import { packVocabulary, type PackedVocabulary } from './pack.ts';

/** A paper of the archive. */
export interface SearchedPaper extends CountedPaper {
  /** The owner's note on it. */
  readonly note: string | undefined;
}

/** The vocabulary of this build, packed once for its papers, newest first. */
export const getVocabulary = memoise(packedOf, { most: 1 });

async function packedOf(papers: readonly SearchedPaper[]): Promise<PackedVocabulary> {
  // `npm run check` reports what is wrong with the file.
  const texts = [synonymsFile(), ...setSynonyms(site.topics)].map((file) =>
    readFile(resolve(fileURLToPath(root), file), 'utf8').catch(() => ''),
  );
  const groups = (await Promise.all(texts)).flatMap(
    (text) => parseSynonyms(synonymsFile(), text).groups,
  );
  const store = openStore(fileURLToPath(root));
  // Oldest first: what was counted of them is kept.
  const { words: held, abbreviations } = countSegments(papers.toReversed(), store);
  // Notes are few, and written at any time on any paper.
  const notes = papers.flatMap(({ title, text, authors, note }) =>
    note === undefined ? [] : { title, text, authors, note },
  );
  const names = joinNames(groups, learnAbbreviations(abbreviations));
  const words = vocabularyWords(addCounts([held, countNotes(notes)]), names);
  return packVocabulary(words, papers.length, fileName);
}
