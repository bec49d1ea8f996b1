/** Papers to read next: the nearest ones that are not the same paper, each with its reason. */
import { choose } from './choose.ts';
import { layFoundation, type Foundation } from './foundation.ts';
import { nowhere, type Keep } from '../store/keep.ts';
import { longer } from './growing.ts';
import { kindOf } from './kinds.ts';
import { labelTerms } from './labels.ts';
import { neighboursKept } from './nearest.ts';
import { namedTerms } from './reasons.ts';
import { PaperRow } from './row.ts';
import { effort, NeighbourSearch } from './search.ts';
import type { Nearest, SimilarityDocument } from './similarity.ts';
import { relatedKept, type SimilarityTable } from './table.ts';

/** What was found up to a paper; related papers are chosen of it later if there are none yet. */
interface Found extends Omit<SimilarityTable, 'labels'> {
  readonly labels: Map<number, string>;
  /** Papers whose related papers are still to be chosen. */
  readonly open: Uint8Array;
}

const founds = kindOf<Found>('found');
/** Up to which papers the last build has kept what it found. */
const ends = kindOf<readonly number[]>('ends');

/** Papers after which what was found is kept, for when the last digest changes. */
const block = 512;

const nothing: Found = {
  nearest: { k: neighboursKept, places: new Int32Array(), similarities: new Float32Array() },
  settled: {
    k: neighboursKept,
    steady: 0,
    places: new Int32Array(),
    similarities: new Float32Array(),
  },
  chosen: new Int8Array(),
  reasons: new Int32Array(),
  labels: new Map(),
  open: new Uint8Array(),
};

/**
 * Finds the neighbours and the related papers of every paper. Near-linear in the length of the texts. What was kept of an
 * archive that began with the same papers is gone on from, and gives just what is found from nothing.
 *
 * @param documents newest first, as an archive has them
 * @param keep where a build keeps for the next one what it has found
 */
export function findSimilar(
  documents: readonly SimilarityDocument[],
  keep: Keep = nowhere,
): SimilarityTable {
  const row = new PaperRow(documents);
  const { size, steady } = row;
  const known = lastFound(row, keep);
  if (known !== nothing && sizeOf(known) === size && !known.open.includes(1)) return known;
  const foundation = layFoundation(row, keep);
  const { vectors, termCount } = foundation;
  const search = new NeighbourSearch(vectors, termCount, neighboursKept, effort, known.nearest);
  const whole = steady + Math.floor((size - steady) / block) * block;
  let found = known;
  for (const [id, end] of [
    ['steady', steady],
    ['block', whole],
    ['end', size],
  ] as const) {
    if (end < sizeOf(found)) continue;
    found = goOn(found, search, end, steady);
    // Of the steady part alone nobody asks: most of it would be chosen again.
    if (end >= whole) chooseOpen(found, row, foundation);
    keep.put(founds, id, row.keyOf(end), found);
  }
  keep.put(ends, '', '', [size, whole, steady]);
  return found;
}

const sizeOf = ({ open }: Found): number => open.length;

/** What was found of as many of the first papers as is known. */
function lastFound(row: PaperRow, keep: Keep): Found {
  const [size = 0, whole = 0, steady = 0] = keep.get(ends, '', '') ?? [];
  for (const [id, end] of [
    ['end', size],
    ['block', whole],
    ['steady', steady],
  ] as const) {
    if (end < row.steady || end > row.size) continue;
    const found = keep.get(founds, id, row.keyOf(end));
    if (found) return found;
  }
  return nothing;
}

/** Finds the neighbours of further papers. */
function goOn(before: Found, search: NeighbourSearch, end: number, steady: number): Found {
  const open = longer(new Uint8Array(end), before.open, 1);
  const older = search.advance(end, (paper) => (open[paper] = 1));
  const nearest = search.found;
  const settled = end === steady ? nearest : joined(before.settled, older);
  return {
    nearest,
    settled: { ...settled, steady },
    chosen: longer(new Int8Array(end * relatedKept), before.chosen, -1),
    reasons: longer(new Int32Array(end * relatedKept * namedTerms), before.reasons, -1),
    labels: new Map(before.labels),
    open,
  };
}

/** Chooses the related papers of all that are open. */
function chooseOpen(found: Found, row: PaperRow, foundation: Foundation): void {
  const { nearest, chosen, reasons, labels, open } = found;
  const papers = Array.from(open.keys()).filter((paper) => open[paper] === 1);
  choose(papers, nearest, row, foundation, chosen, reasons);
  open.fill(0);
  labelTerms(labels, new Set(reasons.filter((term) => term !== -1)), row, foundation);
}

/** Neighbours of papers, then those of the papers that come next. */
function joined(first: Nearest, next: Nearest): Nearest {
  const length = first.places.length + next.places.length;
  const places = longer(new Int32Array(length), first.places);
  const similarities = longer(new Float32Array(length), first.similarities);
  places.set(next.places, first.places.length);
  similarities.set(next.similarities, first.places.length);
  return { k: first.k, places, similarities };
}
