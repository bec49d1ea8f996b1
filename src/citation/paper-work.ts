/** A paper of the archive as a work to cite. */
import { toBeCompleted } from '#words/paper.ts';
import { unlessEmpty } from '../text/unless-empty.ts';
import {
  arxivAddress,
  damageNote,
  doiAddress,
  paperDate,
  titleOf,
  type Paper,
} from '../archive/index.ts';
import { digestDate } from '../text/dates.ts';
import { oneLine } from '../text/line.ts';
import { cutAt, formulaSpans } from '../text/protected.ts';
import { renderTitle } from '../text/render.ts';
import { yearIn } from '../search/years.ts';
import { authorsOf } from './name.ts';
import { venueKind } from './venue.ts';
import { arxivDoi, mayStand, primaryClass, type TitlePiece, type Work } from './work.ts';

/** What a citation says of the archive. */
export interface CitationContext {
  readonly key: string;
  /** Address of the paper's page in the archive, if the archive is published at one. */
  readonly page?: string | undefined;
  /** Labels of topics, by id. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Names of digests, by id; without one the name is made from the digest's id. */
  readonly digests?: Readonly<Record<string, string>>;
}

/** Listings named in an annotation; of the others only the number is given. */
const namedListings = 3;

/** `2025-03-11-trending` → `Trending`. */
function nameFromId(digest: string): string {
  const words = digest.replace(/^\d{4}-\d\d-\d\d-?/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `Listed in Trending, 11 March 2025; Reading group, 2 April 2025; and 4 more digests`. */
function listingNote(paper: Paper, digests: CitationContext['digests'] = {}): string {
  const dates = new Map(paper.listings.map((listing) => [listing.digest, digestDate(listing)]));
  const named = [...dates].slice(0, namedListings).map(([digest, date]) => {
    const name = digests[digest] ?? nameFromId(digest);
    return name === '' ? `the digest of ${date}` : `${name}, ${date}`;
  });
  const more = dates.size - named.length;
  if (more > 0) named.push(`and ${more} more digest${more === 1 ? '' : 's'}`);
  return named.length === 0 ? '' : `Listed in ${named.join('; ')}`;
}

/** What authors say of their paper, where it was listed, and what title and abstract have lost. */
function annotation(paper: Paper, digests: CitationContext['digests']): string {
  const comment = renderTitle(oneLine(paper.comment ?? '')).text.replace(/(?<![.;,])[.;,]+$/, '');
  const lost = damageNote(paper);
  const waits = paper.incomplete ? toBeCompleted.replace(/\.$/, '') : '';
  return [waits, comment, listingNote(paper, digests), lost]
    .filter((part) => part !== '')
    .join('. ');
}

/** The paper's own address where one is known, for whoever follows the citation; else its page in the archive. */
function bestAddress({ arxiv, doi }: Paper, page: string | undefined): string | undefined {
  if (doi !== undefined) return doiAddress(doi);
  return arxiv === undefined ? page : arxivAddress(arxiv);
}

/** A title as text and formulas. Only a formula of one pair of dollars that is typeset counts as one. */
function piecesOf(title: string): TitlePiece[] {
  const spans = /[$\\]/.test(title) ? formulaSpans(title) : [];
  const pieces: TitlePiece[] = [];
  for (const [text, isFormula] of cutAt(title, spans)) {
    const tex = /^\$(?!\$)([^]*)\$$/.exec(text)?.[1];
    const isTypeset =
      isFormula && tex !== undefined && mayStand(tex) && renderTitle(text).problems.length === 0;
    const last = pieces.at(-1);
    if (isTypeset) pieces.push({ tex });
    else if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
    else pieces.push(text);
  }
  return pieces;
}

/** A paper's date; of one that came out at a conference and has none, the conference's year. */
export function dateOf(paper: Pick<Paper, 'published' | 'arxiv' | 'venue'>): Work['date'] {
  const known = paperDate(paper);
  const year = known ? undefined : yearIn(paper.venue ?? '');
  return known ?? (year === undefined ? undefined : { year });
}

/** The work that a paper is. */
export function workOf(paper: Paper, { key, page, labels = {}, digests }: CitationContext): Work {
  const { id, arxiv } = paper;
  const venue = unlessEmpty(oneLine(paper.venue ?? ''));
  const doi = paper.doi ?? (arxiv === undefined ? undefined : arxivDoi(arxiv));
  const date = dateOf(paper);
  const kind = venue === undefined ? undefined : venueKind(venue);
  const category = paper.categories[0] ?? primaryClass(arxiv ?? '');
  const url = bestAddress(paper, page);
  const abstract = unlessEmpty(paper.text);
  const annote = unlessEmpty(annotation(paper, digests));
  return {
    key,
    id,
    title: oneLine(titleOf(paper).text),
    pieces: piecesOf(oneLine(paper.title)),
    authors: authorsOf(paper.authors),
    ...(date && { date }),
    ...(venue !== undefined && { venue }),
    ...(kind && { kind }),
    ...(arxiv !== undefined && { arxiv }),
    ...(category !== undefined && { category }),
    ...(doi !== undefined && { doi }),
    ...(url !== undefined && { url }),
    ...(abstract !== undefined && { abstract }),
    keywords: [...paper.topics.flatMap(({ topic }) => labels[topic] ?? []), ...paper.categories],
    ...(annote !== undefined && { annote }),
  };
}
