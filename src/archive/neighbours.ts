/** A paper's place in its digest: what stands before it and after it. */
import type { Archive, Digest, Paper } from './archive.ts';

export interface PlaceInDigest {
  readonly digest: Digest;
  /** Counted from 1. */
  readonly position: number;
  readonly previous?: Paper;
  readonly next?: Paper;
}

/**
 * The place of every paper in the digest that listed it first. A digest that lists a paper twice counts it once,
 * at its first place. Linear in the number of listings.
 *
 * @returns by paper id; a paper that no digest of the archive lists has no place
 */
export function placesInDigests(archive: Pick<Archive, 'digests'>): Map<string, PlaceInDigest> {
  const places = new Map<string, PlaceInDigest>();
  for (const digest of archive.digests) {
    const papers = [...new Set(digest.papers.map(({ paper }) => paper))];
    for (const [index, paper] of papers.entries()) {
      if (paper.listings[0]?.digest !== digest.id) continue;
      const previous = papers[index - 1];
      const next = papers[index + 1];
      places.set(paper.id, {
        digest,
        position: index + 1,
        ...(previous && { previous }),
        ...(next && { next }),
      });
    }
  }
  return places;
}
