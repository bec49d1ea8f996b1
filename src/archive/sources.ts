/** Where facts were read, ready for a page. */
import * as words from '#words/entry.ts';
import { arxivShape } from '../digest/identity.ts';
import type { ForeignFact } from '../entries/records/provenance.ts';
import { dateWords } from '../text/dates.ts';
import { arxivAddress, doiAddress } from './identifiers.ts';
import { oneLine } from '../text/line.ts';
import type { Paper } from './archive.ts';

const arxivSource = new RegExp(`^arxiv:\\s*(${arxivShape}(?:v\\d+)?)$`, 'i');

/** The address of a source that names one: a web address, `arXiv:2409.11321v2`, `doi:10.1000/182`. */
export function sourceAddress(source: string): string | undefined {
  if (/^https?:\/\/[^\s<>"]+$/i.test(source)) return source;
  const id = arxivSource.exec(source)?.[1];
  if (id !== undefined) return arxivAddress(id);
  const doi = /^doi:\s*(10\.\d{4,9}\/\S+)$/i.exec(source)?.[1];
  return doi === undefined ? undefined : doiAddress(doi);
}

/** Longest address that is shown whole, in characters; of longer ones the host tells where it was. */
const longestLabel = 36;

/** A source for readers: an address without what all addresses have in common. */
export function sourceLabel(source: string): string {
  const url = /^https?:\/\//i.test(source) ? URL.parse(source) : null;
  if (url === null) return oneLine(source);
  const host = url.host.replace(/^www\./, '');
  const whole = host + url.pathname.replace(/\/$/, '') + url.search;
  return whole.length > longestLabel ? host : whole;
}

const nameOf = ({ field }: ForeignFact, { categories, links }: Paper): string => {
  if (field === 'categories' && categories.length > 1) return words.facts.severalCategories;
  return field === 'links' && links.every(({ kind }) => kind === 'code')
    ? words.facts.code
    : words.facts[field];
};

/** Facts that were read in one place. */
export interface ShownSource {
  /** E.g. `Authors, date`. */
  readonly facts: string;
  /** Absent: somebody wrote them into the entry. */
  readonly source?: { readonly label: string; readonly url?: string };
  /** The place repeats what others say. */
  readonly secondHand: boolean;
  readonly notes: readonly string[];
}

/** Where the facts of a paper that no digest states were read, place by place. */
export function shownSources(paper: Paper): ShownSource[] {
  const places = Map.groupBy(paper.foreign, ({ read }) => `${read?.grade} ${read?.source ?? ''}`);
  return [...places.values()].map((facts) => {
    const list = facts.map((fact) => nameOf(fact, paper)).join(', ');
    const read = facts[0]?.read;
    const url = read && sourceAddress(oneLine(read.source));
    return {
      facts: list.startsWith('arXiv') ? list : list.charAt(0).toUpperCase() + list.slice(1),
      ...(read && {
        source: { label: sourceLabel(read.source), ...(url !== undefined && { url }) },
      }),
      secondHand: read?.grade === 'second-hand',
      notes: facts.flatMap(({ read: { note } = {} }) => (note === undefined ? [] : [note])),
    };
  });
}

/** When the facts of a paper were read: `November 2026`, or from the first to the last time. */
export function readingDates({ foreign }: Pick<Paper, 'foreign'>): string {
  const days = foreign.flatMap(({ read }) => read?.retrieved ?? []).toSorted();
  const [first, last] = [days[0], days.at(-1)].map((day) => dateWords(day ?? ''));
  return first === last || last === undefined ? (first ?? '') : words.readFromTo(first ?? '', last);
}
