/** The papers of a built site, and what each may be asked for by. */
import { arxivMonth } from '../../digest/arxiv-month.ts';
import { fold } from '../../text/letters.ts';
import { oneLine } from '../../text/line.ts';
import { writeFacts } from '../../text/paper-line.ts';
import type { Sorted } from '../index/orders.ts';
import { keyedPaper, namesOf, type KeyedPaper } from '../paste/keys.ts';
import type { SiteFolder } from '../../publish/site-folder.ts';

export interface ListedPaper {
  readonly id: string;
  /** What may be pasted for it (`paste/keys.ts`). */
  readonly names: readonly string[];
  readonly sorted: Sorted;
  /** What is said of it in a line, as `writeFacts` has it. */
  readonly facts: string;
}

/** Signs before a title say nothing of its place among others. */
const key = (text: string): string => fold(oneLine(text)).replace(/^[^\p{L}\p{N}]+/u, '');

/** What a paper is put in order by, and what is said of it. */
export function listedPaper(paper: KeyedPaper): ListedPaper {
  const { id, title, venue = '', upvotes = 0, links = [] } = paper;
  const month = arxivMonth(paper.arxiv ?? '');
  const { published = month ?? '' } = paper;
  // As `monthOf` of the archive: of a year alone, the id may tell the month.
  const date = published.length === 4 && month?.startsWith(published) ? month : published;
  return {
    id,
    names: namesOf(paper),
    sorted: { published: date, title: key(title), venue: key(venue), votes: upvotes },
    facts: writeFacts({
      month: date.slice(0, 7),
      venue,
      upvotes,
      code: links.some(({ kind }) => kind === 'code'),
    }),
  };
}

/** The papers as `archive.jsonl` has them, the one listed first of all first. */
export function readListing(site: SiteFolder): ListedPaper[] {
  const listed: ListedPaper[] = [];
  for (const line of site.lines('archive.jsonl')) {
    const paper = line.length > 0 ? keyedPaper(JSON.parse(line.toString())) : undefined;
    if (paper !== undefined) listed.push(listedPaper(paper));
  }
  return listed.toReversed();
}
