/** Whether two entries are one paper: another version, another wording. */
import {
  abstractLikeness,
  agreeing,
  contradicting,
  titleLength,
  titleRelation,
} from '../digest/likeness.ts';
import type { SimilarityDocument } from './similarity.ts';

/** Two entries whose cosine is below this are not looked at: versions of a paper are far above it. */
const worthALook = 0.3;

/** Two with different titles whose cosine is below this are not read: it is lower than that of one text cut in half. */
const worthReading = 0.5;

/** Words of a title that make it one paper's own. */
const ownTitle = 3;

/**
 * Tells a paper listed twice from two papers about one thing. Titles that are equal but for case,
 * punctuation and TeX are one paper's; titles that are nearly so, if the abstracts do not contradict it;
 * others, if the abstracts are one text. Parts and editions, which differ in a number, stay apart.
 *
 * @param similarity their cosine
 */
export function isSamePaper(
  one: SimilarityDocument,
  other: SimilarityDocument,
  similarity: number,
): boolean {
  if (similarity < worthALook) return false;
  const titles = titleRelation(one.title, other.title);
  if (titles === 'equal' && titleLength(one.title) >= ownTitle) return true;
  if (titles === 'different' && similarity < worthReading) return false;
  const abstracts = abstractLikeness(one.text, other.text) ?? 0;
  return abstracts >= (titles === 'different' ? agreeing : contradicting);
}
