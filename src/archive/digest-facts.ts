/** What readers ask of a digest: what is new in it, what returns, what it is about, and which come before and after. */
import type { Archive, Digest, Paper, PaperListing } from './archive.ts';

/** A paper that an earlier digest listed. */
export interface Returning {
  readonly paper: Paper;
  /** The last time before. */
  readonly before: PaperListing;
}

/** The listing before that of a digest, in the order of dates; nothing for a paper that is new in it. */
function listingBefore({ listings }: Paper, digest: string): PaperListing | undefined {
  const at = listings.findIndex((listing) => listing.digest === digest);
  return at > 0 ? listings[at - 1] : undefined;
}

/** The papers of a digest that were listed before, each once, in the digest's own order. */
export function returning({ id, papers }: Pick<Digest, 'id' | 'papers'>): Returning[] {
  return [...new Set(papers.map(({ paper }) => paper))].flatMap((paper) => {
    const before = listingBefore(paper, id);
    return before === undefined ? [] : [{ paper, before }];
  });
}

/** How many papers a digest lists, each counted once, and how many of them it is the first to list. */
export function newIn(digest: Pick<Digest, 'id' | 'papers'>): {
  readonly papers: number;
  readonly fresh: number;
} {
  const papers = new Set(digest.papers.map(({ paper }) => paper)).size;
  return { papers, fresh: papers - returning(digest).length };
}

/** Days from the submission of a paper to its announcement that are usual at most: those about a weekend. */
const usualDays = 4;

/** Papers of a digest that are no news by themselves, each once, in its own order. */
export function notNews(digest: Pick<Digest, 'date' | 'papers' | 'collected'>): {
  /** New versions of what was announced before. */
  readonly replaced: readonly Paper[];
  /** Submitted to arXiv more than four days before. */
  readonly late: readonly Paper[];
} {
  const { date, papers, collected } = digest;
  if (collected === undefined) return { replaced: [], late: [] };
  const placed = new Set(collected.replaced.map(({ line, record }) => `${line} ${record ?? ''}`));
  const once = (some: Digest['papers']): Paper[] => [...new Set(some.map(({ paper }) => paper))];
  const isNew = ({ lines: [line], record }: Digest['papers'][number]): boolean =>
    !placed.has(`${line} ${record ?? ''}`);
  const isLate = ({ published = '' }: Paper): boolean =>
    published.length === 10 && Date.parse(date) - Date.parse(published) > usualDays * 86_400_000;
  return {
    replaced: once(papers.filter((listed) => !isNew(listed))),
    late: collected.ofArxiv
      ? once(papers.filter((listed) => isNew(listed) && isLate(listed.paper)))
      : [],
  };
}

/** A topic of a digest, and how many of its papers have it. */
export interface DigestTopic {
  readonly id: string;
  readonly label: string;
  readonly papers: number;
}

/**
 * What a digest is about: its papers' topics, most papers first, then by label.
 *
 * @param labels labels of topics, by id
 */
export function topicsIn(
  { papers }: Pick<Digest, 'papers'>,
  labels: Readonly<Record<string, string>>,
): DigestTopic[] {
  const counts = new Map<string, number>();
  for (const paper of new Set(papers.map(({ paper }) => paper)))
    for (const { topic } of paper.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return Array.from(counts, ([id, count]) => ({
    id,
    label: labels[id] ?? id,
    papers: count,
  })).toSorted((a, b) => b.papers - a.papers || a.label.localeCompare(b.label, 'en'));
}

/** As much of a digest as a link to it needs. */
export type DigestLink = Pick<Digest, 'id' | 'name' | 'date'>;

const linkTo = (digest: Digest | undefined): DigestLink | undefined =>
  digest && { id: digest.id, name: digest.name, date: digest.date };

/** What comes before and after a digest by date. */
export interface DigestNeighbours {
  readonly older?: DigestLink | undefined;
  readonly newer?: DigestLink | undefined;
}

/** The neighbours of every digest, in the order of the archive's digests: newest first. */
export const digestNeighbours = ({ digests }: Pick<Archive, 'digests'>): DigestNeighbours[] =>
  digests.map((_, at) => ({ older: linkTo(digests[at + 1]), newer: linkTo(digests[at - 1]) }));
