/** How the terms that are named are written, so that it holds while papers are added. */
import { readCorpus, type Corpus } from './corpus.ts';
import { capitalised, writtenForms } from './forms.ts';
import type { Foundation } from './foundation.ts';
import type { PaperRow } from './row.ts';
import type { Vectors } from './vectors.ts';

/** Papers by which it is told how a term is written: of the steady part, the first that it weighs much in. */
const samples = 64;

/** Sees to it that terms have labels. */
export function labelTerms(
  labels: Map<number, string>,
  wanted: Iterable<number>,
  row: PaperRow,
  foundation: Foundation,
): void {
  const steady = lastSamples(
    foundation,
    [...wanted].filter((term) => !labels.has(term)),
    [0, row.steady],
    samples,
  );
  write(labels, steady.found, foundation, row, foundation.corpus);
  // What only later papers speak of much is written as the first of them has it.
  const later = lastSamples(foundation, steady.missing, [row.steady, row.size], 1);
  write(labels, later.found, foundation, row);
}

interface Samples {
  /** Of each term the last of the papers by which it is told. */
  readonly found: ReadonlyMap<number, number>;
  /** Terms that none of the papers has. */
  readonly missing: readonly number[];
}

function lastSamples(
  { vectors: { starts, terms }, termCount }: Foundation,
  wanted: readonly number[],
  [start, end]: readonly [number, number],
  most: number,
): Samples {
  const room = new Uint8Array(termCount);
  for (const term of wanted) room[term] = most;
  const last = new Int32Array(termCount).fill(-1);
  for (let paper = start; paper < end; paper++) {
    const to = starts[paper + 1] ?? 0;
    for (let at = starts[paper] ?? 0; at < to; at++) {
      const term = terms[at] ?? 0;
      const left = room[term] ?? 0;
      if (left === 0) continue;
      room[term] = left - 1;
      last[term] = paper;
    }
  }
  const found = wanted.filter((term) => last[term] !== -1);
  return {
    found: new Map(found.map((term) => [term, last[term] ?? -1])),
    missing: wanted.filter((term) => last[term] === -1),
  };
}

/** Finds out how terms are written in their samples. */
function write(
  labels: Map<number, string>,
  last: ReadonlyMap<number, number>,
  { vectors, terms, termCount, lexicon }: Foundation,
  row: PaperRow,
  known?: Corpus,
): void {
  const papers = papersWith(vectors, last, termCount);
  const corpus =
    known ??
    readCorpus(
      papers.flatMap((paper) => row.at(paper) ?? []),
      lexicon,
    );
  // Which terms the paper that is being read weighs.
  const stamps = new Int32Array(termCount).fill(-1);
  const { starts, terms: of } = vectors;
  const places = known ? papers : papers.keys();
  const forms = writtenForms(corpus, terms, new Set(last.keys()), {
    papers: (function* stamped() {
      for (const place of places) {
        const paper = known ? place : (papers[place] ?? 0);
        for (const term of of.subarray(starts[paper], starts[paper + 1])) stamps[term] = paper;
        yield place;
      }
    })(),
    capitalised,
    counts: (place, term) => {
      const paper = known ? place : (papers[place] ?? 0);
      return stamps[term] === paper && paper <= (last.get(term) ?? -1);
    },
  });
  for (const [term, form] of forms) labels.set(term, form);
}

/** Papers by which a term is told, in their order. */
function papersWith(
  { starts, terms }: Vectors,
  last: ReadonlyMap<number, number>,
  termCount: number,
): number[] {
  const until = new Int32Array(termCount).fill(-1);
  for (const [term, paper] of last) until[term] = paper;
  const papers: number[] = [];
  for (let paper = 0; paper + 1 < starts.length; paper++) {
    const own = terms.subarray(starts[paper], starts[paper + 1]);
    if (own.some((term) => paper <= (until[term] ?? -1))) papers.push(paper);
  }
  return papers;
}
