/** Similarity as the archive gives it out: papers for places, and the topics two papers share. */
import { lacksTitle } from '../digest/provisional.ts';
import type { Archive, Paper, RelatedPaper } from './archive.ts';
import { type Similarity, findSimilar, readTable } from '../related/index.ts';

/** Its text stays where it is until somebody reads it. */
const untitled = (paper: Paper): Paper => Object.create(paper, { title: { value: '' } });

/**
 * The part of an archive that knows which papers are alike. Nothing is worked out before it is asked for.
 *
 * @param papers in the archive's order
 * @param similar finds out; see `rememberingSimilar`
 */
export function relatedPapers(
  papers: readonly Paper[],
  similar: (papers: readonly Paper[]) => Similarity = (documents) =>
    readTable(findSimilar(documents)),
): Pick<Archive, 'related' | 'settled'> {
  let similarity: Similarity | undefined;
  let places: ReadonlyMap<string, number> | undefined;
  // That their identifiers begin alike makes no two papers alike.
  const known = (): Similarity =>
    (similarity ??= similar(papers.map((paper) => (lacksTitle(paper) ? untitled(paper) : paper))));

  return {
    settled: () => known().settled,
    related: (id) => {
      places ??= new Map(papers.map((paper, place) => [paper.id, place]));
      const place = places.get(id);
      const paper = papers[place ?? -1];
      if (place === undefined || paper === undefined) return [];
      return known()
        .related(place)
        .flatMap(({ place: other, similarity: cosine, terms }): RelatedPaper[] => {
          const found = papers[other];
          if (found === undefined) return [];
          const mine = new Set(paper.topics.map(({ topic }) => topic));
          const topics = found.topics.map(({ topic }) => topic).filter((topic) => mine.has(topic));
          return [{ paper: found, similarity: cosine, terms, topics }];
        });
    },
  };
}
