/** Ways to find related papers: this one, its parts left out, and what it is held against. */
import MiniSearch from 'minisearch';
import {
  nearestPapers,
  type NearestOptions,
  findSimilar,
  effort,
  readTable,
  relatedKept,
  weighing,
} from '../../../src/related/index.ts';
import { between, random } from '../random.ts';
import type { LabelledPaper } from './source.ts';

/** Finds the places of related papers. */
export type Way = (place: number) => readonly number[];

/** As the pages show them. */
export function shown(papers: readonly LabelledPaper[]): Way {
  const { related } = readTable(findSimilar(papers));
  return (place) => related(place).map((relation) => relation.place);
}

/** Any five papers. */
export function chance(papers: readonly LabelledPaper[], seed = 1): Way {
  const next = random(seed);
  return () => Array.from({ length: relatedKept }, () => between(next, 0, papers.length - 1));
}

/** What a full-text search finds for any words of the title. */
export function titleQuery(papers: readonly LabelledPaper[]): Way {
  const index = new MiniSearch<{ id: number; title: string; text: string }>({
    fields: ['title', 'text'],
    searchOptions: { combineWith: 'OR' },
  });
  index.addAll(papers.map(({ title, text }, id) => ({ id, title, text })));
  return (place) =>
    index
      .search(papers[place]?.title ?? '')
      .map(({ id }) => Number(id))
      .filter((id) => id !== place)
      .slice(0, relatedKept);
}

/** The five nearest, whatever their cosine. */
function nearest(papers: readonly LabelledPaper[], options: NearestOptions): Way {
  const { k, places } = nearestPapers(papers, { ...options, k: relatedKept });
  return (place) => [...places.subarray(place * k, (place + 1) * k)].filter((at) => at !== -1);
}

const plain = { ...weighing, title: 1, phrase: 0, rarity: 1, saturation: 1e6 };
/** As far as with the neighbours that the archive keeps. */
const usual = { ...effort, candidates: effort.candidates * 3 };

/** What was tried to arrive at {@link weighing} and {@link effort}. */
export const variants: readonly { readonly name: string; readonly options: NearestOptions }[] = [
  { name: 'TF-IDF: words, counts as they are', options: { weighing: plain, effort: usual } },
  {
    name: '+ saturation, k1 = 1.2',
    options: { weighing: { ...plain, saturation: 1.2 }, effort: usual },
  },
  {
    name: '+ title three times',
    options: { weighing: { ...plain, saturation: 1.2, title: 3 }, effort: usual },
  },
  { name: '+ phrases, 0.7', options: { weighing: { ...weighing, rarity: 1 }, effort: usual } },
  { name: '+ root of the rarity: as kept', options: { weighing, effort: usual } },
  { name: 'rarity 0.75', options: { weighing: { ...weighing, rarity: 0.75 }, effort: usual } },
  { name: 'rarity 0.3', options: { weighing: { ...weighing, rarity: 0.3 }, effort: usual } },
  { name: 'k1 = 0.6', options: { weighing: { ...weighing, saturation: 0.6 }, effort: usual } },
  { name: 'k1 = 2', options: { weighing: { ...weighing, saturation: 2 }, effort: usual } },
  { name: 'title once', options: { weighing: { ...weighing, title: 1 }, effort: usual } },
  { name: 'title five times', options: { weighing: { ...weighing, title: 5 }, effort: usual } },
  { name: 'no phrases', options: { weighing: { ...weighing, phrase: 0 }, effort: usual } },
  { name: 'phrases as words', options: { weighing: { ...weighing, phrase: 1 }, effort: usual } },
  { name: '64 terms a paper', options: { weighing: { ...weighing, kept: 64 }, effort: usual } },
  {
    name: 'nothing left out of the search',
    options: {
      weighing: { ...weighing, kept: 400 },
      effort: { champions: 1e9, meetings: 1e9, candidates: 60 },
    },
  },
];

/** A way for each of the variants. */
export const variantWay = (papers: readonly LabelledPaper[], options: NearestOptions): Way =>
  nearest(papers, options);
