/** Papers to read next: the nearest ones that are not the same paper, each with its reason. */
import { readCorpus, type Corpus } from './corpus.ts';
import { writtenForms } from './forms.ts';
import type { Nearest, SimilarityDocument } from './similarity.ts';
import { inPlace, neighboursKept, placesById, rowsInPlace } from './nearest.ts';
import { namedTerms, namer } from './reasons.ts';
import { isSamePaper } from './same-paper.ts';
import { searchNearest } from './search.ts';
import { relatedKept, type SimilarityTable } from './table.ts';
import { findTerms, type Terms } from './terms.ts';
import { vectorise, type Vectors } from './vectors.ts';

/** Cosine from which a paper is near: below it, hardly more than half share a topic (docs/related.md). */
export const nearEnough = 0.14;

/**
 * Finds the neighbours and the related papers of every paper. Near-linear in the length of the texts.
 *
 * @param documents in any order, which decides nothing
 * @returns places in `documents`
 */
export function findSimilar(documents: readonly SimilarityDocument[]): SimilarityTable {
  const order = placesById(documents);
  const byId = Array.from(order, (place) => documents[place]).filter(
    (found) => found !== undefined,
  );
  const corpus = readCorpus(byId);
  const terms = findTerms(corpus);
  const vectors = vectorise(corpus, terms);
  const nearest = searchNearest(vectors, terms.count, neighboursKept);
  const chosen = choose(byId, nearest);
  const { reasons, labels } = explain(corpus, terms, vectors, nearest, chosen);
  return {
    nearest: inPlace(nearest, order),
    chosen: rowsInPlace(chosen, order, relatedKept, new Int8Array(chosen.length)),
    reasons: rowsInPlace(reasons, order, relatedKept * namedTerms, new Int32Array(reasons.length)),
    labels,
  };
}

/** The cosine of two papers, if one is among the other's neighbours; else 0. */
function cosineOf({ k, places, similarities }: Nearest, one: number, other: number): number {
  const row = places.subarray(one * k, (one + 1) * k);
  const at = row.indexOf(other);
  return at === -1 ? 0 : (similarities[one * k + at] ?? 0);
}

/** Which neighbours are related papers: near enough, and the same paper neither as it nor as each other. */
function choose(documents: readonly SimilarityDocument[], nearest: Nearest): Int8Array {
  const chosen = new Int8Array(documents.length * relatedKept).fill(-1);
  for (const [place, document] of documents.entries()) {
    const found: number[] = [];
    for (let at = 0; at < nearest.k && found.length < relatedKept; at++) {
      const other = nearest.places[place * nearest.k + at] ?? -1;
      const candidate = documents[other];
      const similarity = nearest.similarities[place * nearest.k + at] ?? 0;
      if (candidate === undefined || similarity < nearEnough) break;
      if (isSamePaper(document, candidate, similarity)) continue;
      const isKnown = found.some((known) => {
        const twin = documents[known];
        return twin !== undefined && isSamePaper(twin, candidate, cosineOf(nearest, known, other));
      });
      if (isKnown) continue;
      chosen[place * relatedKept + found.length] = at;
      found.push(other);
    }
  }
  return chosen;
}

/** The reasons of all related papers: indexes of labels. */
function explain(
  corpus: Corpus,
  terms: Terms,
  vectors: Vectors,
  nearest: Nearest,
  chosen: Int8Array,
): { reasons: Int32Array; labels: string[] } {
  const reasons = new Int32Array(chosen.length * namedTerms).fill(-1);
  const name = namer({ keys: corpus.keys, vectors, terms });
  const labelOf = new Map<number, number>();
  for (const [at, neighbour] of chosen.entries()) {
    if (neighbour === -1) continue;
    const place = Math.floor(at / relatedKept);
    const other = nearest.places[place * nearest.k + neighbour] ?? 0;
    for (const [index, term] of name(place, other).entries()) {
      const label = labelOf.get(term) ?? labelOf.size;
      labelOf.set(term, label);
      reasons[at * namedTerms + index] = label;
    }
  }
  const forms = writtenForms(corpus, terms, new Set(labelOf.keys()));
  return { reasons, labels: Array.from(labelOf.keys(), (term) => forms.get(term) ?? '') };
}
