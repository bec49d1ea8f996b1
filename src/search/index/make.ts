/** Papers → the files of the ranked index. Pure but for the names that it is given. */
import { facets, type Facet } from '../facets.ts';
import { packTable, writeTablePlan } from '../paste/table.ts';
import { packColumn } from './columns.ts';
import { postingsOf, valuesOf, type IndexedPaper } from './paper.ts';
import { packParts } from './parts.ts';
import { textsAFile, type IndexPlan, type Segment } from './plan.ts';
import type { Posting } from './postings.ts';

export interface MadeIndex {
  readonly plan: IndexPlan;
  /** Name of file → what it holds. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/**
 * Where papers are parted: a large segment that stays as it is while digests are added, and the last papers, a quarter
 * of all at most. A new digest changes nearly every part of the segment that it goes to, since it
 * holds a word of nearly every part.
 *
 * @returns ordinals of the first papers of the segments
 */
export function segmentStarts(papers: number): number[] {
  const step = 2 ** Math.max(8, Math.floor(Math.log2(papers)) - 2);
  const closed = Math.floor((papers - 1) / step) * step;
  return papers < 4 * step ? [0] : [0, closed];
}

/** The words of the papers of one segment. */
function wordsOf(papers: readonly IndexedPaper[], first: number): Map<string, Posting[]> {
  const words = new Map<string, Posting[]>();
  for (const [at, paper] of papers.entries()) {
    for (const [word, posting] of postingsOf(paper, first + at)) {
      const list = words.get(word);
      if (list) list.push(posting);
      else words.set(word, [posting]);
    }
  }
  return words;
}

/**
 * Makes the index.
 *
 * @param papers the one listed first of all first
 * @param nameOf name of a file, equal for equal contents
 * @returns linear in the length of the texts, but for sorting their words
 */
export function makeIndex(
  papers: readonly IndexedPaper[],
  nameOf: (bytes: Uint8Array) => string,
): MadeIndex {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = (bytes: Uint8Array<ArrayBuffer>): string => {
    const name = nameOf(bytes);
    files.set(name, bytes);
    return name;
  };
  const starts = segmentStarts(papers.length);
  const segments = starts.map((first, at): Segment => {
    const words = wordsOf(papers.slice(first, starts[at + 1]), first);
    const parts = packParts(words, first);
    return { first, parts: parts.map(({ from, bytes }) => ({ from, name: add(bytes) })) };
  });
  const texts: string[] = [];
  for (let first = 0; first < papers.length; first += textsAFile) {
    const names = papers.slice(first, first + textsAFile).map(({ file }) => file);
    texts.push(add(new TextEncoder().encode(names.join('\n'))));
  }
  const columns = new Map<Facet, Map<string, number[]>>(facets.map((facet) => [facet, new Map()]));
  for (const [ordinal, paper] of papers.entries()) {
    for (const [facet, value] of valuesOf(paper)) {
      const column = columns.get(facet);
      const list = column?.get(value);
      if (list) list.push(ordinal);
      else column?.set(value, [ordinal]);
    }
  }
  const table = packTable(
    papers.map(({ names = [] }) => names),
    starts,
    nameOf,
  );
  for (const [name, bytes] of table.files) files.set(name, bytes);
  return {
    plan: {
      papers: papers.length,
      segments,
      texts,
      table: add(new TextEncoder().encode(writeTablePlan(table.plan))),
      columns: Object.fromEntries(
        [...columns].map(([facet, column]) => [facet, add(packColumn(column))]),
      ),
    },
    files,
  };
}
