/** The vocabulary of this build: where it meets Astro. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from 'astro:config/server';
import { site } from 'virtual:offprint/site';
import { synonymsFile } from '../../archive-folder.ts';
import { getArchive, noteText, titleOf, type Archive, type Paper } from '../../archive/index.ts';
import { memoise } from '../../once.ts';
import { fileName } from '../file-name.ts';
import { joinNames, parseSynonyms } from '../synonyms.ts';
import { learnAbbreviations } from './abbreviations.ts';
import { addCounts, countNotes, vocabularyWords } from './collect.ts';
import { setSynonyms } from '../../topic-sets.ts';
import { openStore } from '../../store/store.ts';
import { countSegments, type CountedPaper } from './segments.ts';
import { packVocabulary, type PackedVocabulary } from './pack.ts';

/** What of a paper is counted, when it is. */
const counted = (paper: Paper): CountedPaper => ({
  key: [paper.wording, ...paper.authors].join('\0'),
  authors: paper.authors,
  get title() {
    return titleOf(paper).text;
  },
  get text() {
    return paper.text;
  },
});

/** Packed once for an archive. */
const vocabularyOf = memoise(packedOf, { most: 1 });

/** The vocabulary of this build. */
export const getVocabulary = async (): Promise<PackedVocabulary> =>
  vocabularyOf(await getArchive());

async function packedOf(archive: Archive): Promise<PackedVocabulary> {
  // `npm run check` reports what is wrong with the file.
  const texts = [synonymsFile(), ...setSynonyms(site.topics)].map((file) =>
    readFile(resolve(fileURLToPath(root), file), 'utf8').catch(() => ''),
  );
  const groups = (await Promise.all(texts)).flatMap(
    (text) => parseSynonyms(synonymsFile(), text).groups,
  );
  const store = openStore(fileURLToPath(root));
  // Oldest first: what was counted of them is kept.
  const { words: held, abbreviations } = countSegments(
    archive.papers.toReversed().map(counted),
    store,
  );
  // Notes are few, and written at any time on any paper.
  const notes = archive.papers.flatMap((paper) =>
    paper.note ? { ...counted(paper), note: noteText(paper.note) } : [],
  );
  const names = joinNames(groups, learnAbbreviations(abbreviations));
  const words = vocabularyWords(addCounts([held, countNotes(notes)]), names);
  return packVocabulary(words, archive.papers.length, fileName);
}
