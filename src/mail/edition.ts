/** What a mail says of a digest: an edition of it. Pure. */
import {
  arxivAddress,
  contributionOf,
  type Digest,
  doiAddress,
  type Paper,
  shortTitle,
} from '../archive/index.ts';
import { counted } from '../text/counted.ts';
import { dateWords, digestDate } from '../text/dates.ts';
import { oneLine } from '../text/line.ts';
import { isOthers } from '../text/names.ts';
import { byline } from '../text/paper-line.ts';

export interface Link {
  readonly label: string;
  readonly url: string;
}

export interface EditionPaper {
  readonly title: string;
  /** All of them, parted by commas; empty if none is known. */
  readonly authors: string;
  /** The same where there is little room. */
  readonly byline: string;
  /** Labels, parted by commas; empty for a paper of no topic. */
  readonly topics: string;
  /** What is new in it; empty when it has no abstract. */
  readonly sentence: string;
  /** The paper's page. */
  readonly url: string;
  /** The paper itself first, then what belongs to it. */
  readonly links: readonly Link[];
}

export interface Edition {
  readonly title: string;
  /** In words. */
  readonly day: string;
  /** The same, which says so if its year is inferred. */
  readonly date: string;
  /** `81 papers`, or `7 of 81 papers`. */
  readonly count: string;
  /** The archive: its name and address. */
  readonly site: Link;
  /** The digest's page. */
  readonly url: string;
  readonly papers: readonly EditionPaper[];
}

export interface EditionContext {
  readonly site: string;
  /** A whole address for a path of the site. */
  readonly absolute: (path: string) => string;
  /** A topic's label. */
  readonly topicLabel: (id: string) => string | undefined;
}

/** Links of one paper at most: a list of links is no link. */
const mostLinks = 6;

/** A label of a link must not look like an address, and an address must be one of the web. */
function linksOf({ arxiv, doi, links }: Paper): Link[] {
  const own = [
    ...(arxiv === undefined ? [] : [{ label: `arXiv:${arxiv}`, url: arxivAddress(arxiv) }]),
    ...(doi === undefined ? [] : [{ label: 'DOI', url: doiAddress(doi) }]),
  ];
  const more = links.flatMap(({ label, url }) => {
    const address = URL.parse(url);
    const isWeb = address !== null && /^https?:$/.test(address.protocol);
    return isWeb ? [{ label: oneLine(label), url: address.href }] : [];
  });
  const all = [...own, ...more].filter(({ label }) => label !== '');
  return [...new Map(all.map((link) => [link.url, link])).values()].slice(0, mostLinks);
}

function editionPaper(paper: Paper, { absolute, topicLabel }: EditionContext): EditionPaper {
  const names = paper.authors.map(oneLine).filter((name) => name !== '' && !isOthers(name));
  const topics = paper.topics.flatMap(({ topic }) => topicLabel(topic) ?? []);
  const title = oneLine(shortTitle(paper));
  return {
    title: title === '' ? paper.id : title,
    authors: names.join(', '),
    byline: byline(names),
    topics: topics.map(oneLine).join(', '),
    sentence: oneLine(contributionOf(paper)),
    url: absolute(`papers/${paper.id}/`),
    links: linksOf(paper),
  };
}

/** A digest, as far as its list goes. */
export interface Listing<Of = Paper> {
  readonly papers: readonly { readonly paper: Of }[];
}

/** The papers of a digest, each once, in its own order. */
export const papersOf = <Of>({ papers }: Listing<Of>): Of[] => [
  ...new Set(papers.map(({ paper }) => paper)),
];

/**
 * An edition of a digest.
 *
 * @param wanted ids of the papers to be in it; all of the digest's if left out
 */
export function editionOf(
  digest: Digest,
  context: EditionContext,
  wanted?: ReadonlySet<string>,
): Edition {
  const all = papersOf(digest);
  const papers = wanted === undefined ? all : all.filter(({ id }) => wanted.has(id));
  const whole = counted(all.length, 'paper');
  return {
    title: oneLine(digest.name),
    day: dateWords(digest.date),
    date: digestDate(digest),
    count: papers.length === all.length ? whole : `${papers.length} of ${whole}`,
    site: { label: oneLine(context.site), url: context.absolute('') },
    url: context.absolute(`digests/${digest.id}/`),
    papers: papers.map((paper) => editionPaper(paper, context)),
  };
}
