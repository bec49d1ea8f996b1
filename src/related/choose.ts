/** Which neighbours of a paper are shown, and why. */
import type { Foundation } from './foundation.ts';
import { bonds, namedTerms } from './reasons.ts';
import type { PaperRow } from './row.ts';
import { isSamePaper } from './same-paper.ts';
import type { Nearest } from './similarity.ts';
import { relatedKept } from './table.ts';
import { SpreadVector } from './vectors.ts';

/**
 * What cosine and its telling part come to together of papers that are near. Of pairs that were read, one in twenty was wrong
 * from there on, in archives of 81 papers and of 2,000 (docs/related.md).
 */
export const nearEnough = 0.35;

/** The same of a paper's further related papers: two good ones are better than five, and most that were wrong were among these. */
const furtherNearEnough = 0.4;

/** What two papers must have in common beside the word that says most: no relation rests on one word. */
const besideOneWord = 0.06;

/**
 * Chooses the related papers of papers: neighbours that are near enough by what says something, and the same paper neither as
 * it nor as each other; and names what they have in common.
 *
 * @param papers whose choice is to be made
 * @param chosen of all papers, `relatedKept` each; changed
 * @param reasons of all papers, `namedTerms` a related paper; changed
 */
export function choose(
  papers: Iterable<number>,
  { k, places, similarities }: Nearest,
  row: PaperRow,
  foundation: Foundation,
  chosen: Int8Array,
  reasons: Int32Array,
): void {
  const bondOf = bonds(foundation);
  const twin = new SpreadVector(foundation.vectors, foundation.termCount);
  for (const paper of papers) {
    const first = paper * relatedKept;
    chosen.fill(-1, first, first + relatedKept);
    reasons.fill(-1, first * namedTerms, (first + relatedKept) * namedTerms);
    const document = row.at(paper);
    if (document === undefined) continue;
    const found: number[] = [];
    for (let at = 0; at < k && found.length < relatedKept; at++) {
      const other = places[paper * k + at] ?? -1;
      const candidate = row.at(other);
      const similarity = similarities[paper * k + at] ?? 0;
      if (candidate === undefined || similarity < nearEnough / 2) break;
      const bond = bondOf(paper, other);
      const enough = found.length === 0 ? nearEnough : furtherNearEnough;
      if (similarity + bond.telling < enough || bond.beside < besideOneWord) continue;
      if (isSamePaper(document, candidate, similarity)) continue;
      const isKnown = found.some((known) => {
        const one = row.at(known);
        twin.spread(known);
        return one !== undefined && isSamePaper(one, candidate, twin.cosine(other));
      });
      if (isKnown) continue;
      const slot = first + found.length;
      chosen[slot] = at;
      reasons.set(bond.name(), slot * namedTerms);
      found.push(other);
    }
  }
}
