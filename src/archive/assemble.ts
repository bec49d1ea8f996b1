import { hash } from 'node:crypto';
import type { DigestData, PaperData } from '../entries/collections.ts';
import { withoutTexEscapes } from '../digest/tex-escapes.ts';
import { nameLinks } from './links.ts';
import type { Archive, Digest, Note, OwnPage, Paper, PaperListing, Topic } from './archive.ts';
import { relatedPapers } from './related.ts';
import type { Similarity } from '../related/index.ts';
import { isOwnAddress } from '../owner/schema.ts';
import { assignTopics, type Classifier } from '../topics/index.ts';

/** An item of a collection, with its HTML if it has any. */
export interface Item<Data> {
  readonly id: string;
  readonly data: Data;
  readonly html?: string;
}

export interface TopicItem {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

export interface Parts {
  readonly papers: readonly Item<PaperData>[];
  readonly digests: readonly Item<DigestData>[];
  readonly topics: readonly TopicItem[];
  /** The rules. */
  readonly classifier: Classifier;
  /** The owner's words on papers, by the names of their entries. */
  readonly notes?: ReadonlyMap<string, Note>;
  readonly pages?: readonly OwnPage[];
  /** Finds out which papers are alike, if a page asks; may remember it. */
  readonly similar?: (papers: readonly Paper[]) => Similarity;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Puts the archive together: who was listed where, which topics claim whom, in which order all is shown.
 *
 * @returns the archive; a listing whose digest is not there is left out, and so is a topic that does not exist.
 *   Linear in the number of papers, but for sorting.
 */
export function assembleArchive({
  papers: items,
  digests: digestItems,
  topics,
  classifier,
  notes = new Map(),
  pages = [],
  similar,
}: Parts): Archive {
  const digestData = new Map(digestItems.map(({ id, data }) => [id, data]));
  const topicIds = new Set(topics.map(({ id }) => id));

  const papers = items
    .map((item) => {
      const paper = {
        ...toPaper(item, digestData, topicIds, classifier),
        ...noteOf(item, notes),
      };
      return { ...paper, digest: hash('sha256', JSON.stringify(paper), 'base64url') };
    })
    .toSorted(newestFirst);

  const paperById = new Map(papers.map((paper) => [paper.id, paper]));
  const listings = papers.flatMap((paper) =>
    paper.listings.map(({ digest, lines }) => ({ digest, paper, lines })),
  );
  const listed = Map.groupBy(listings, ({ digest }) => digest);
  const claimed = Map.groupBy(
    papers.flatMap((paper) => paper.topics.map(({ topic }) => ({ topic, paper }))),
    ({ topic }) => topic,
  );

  const digests: Digest[] = digestItems
    .map(({ id, data }) => ({
      ...data,
      id,
      ...inferred(data),
      papers: (listed.get(id) ?? []).toSorted((a, b) => a.lines[0] - b.lines[0]),
    }))
    .toSorted((a, b) => compare(b.date, a.date) || compare(a.id, b.id));

  const fullTopics: Topic[] = topics
    .map(({ id, label, description }) => ({
      id,
      label,
      description,
      papers: (claimed.get(id) ?? []).map(({ paper }) => paper),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

  const topicById = new Map(fullTopics.map((topic) => [topic.id, topic]));
  const digestById = new Map(digests.map((digest) => [digest.id, digest]));
  return {
    papers,
    digests,
    topics: fullTopics,
    pages: pages.filter(({ id }) => isOwnAddress(id)),
    parts: Object.fromEntries(
      pages.filter(({ id }) => !isOwnAddress(id)).map((page) => [page.id, page]),
    ),
    unsorted: papers.filter((paper) => paper.topics.length === 0),
    paper: (id) => paperById.get(id),
    topic: (id) => topicById.get(id),
    digest: (id) => digestById.get(id),
    ...relatedPapers(papers, similar),
  };
}

/** The note of a paper: by its id, or by one it had before its file was renamed. */
function noteOf(
  { id, data }: Item<PaperData>,
  notes: ReadonlyMap<string, Note>,
): Pick<Paper, 'note'> {
  const name = [id, ...(data.aliases ?? [])].find((name) => notes.has(name));
  const note = name === undefined ? undefined : notes.get(name);
  return note ? { note } : {};
}

const inferred = ({ stated }: DigestData): { readonly yearInferred?: true } =>
  stated === undefined ? {} : { yearInferred: true };

function toPaper(
  { id, data, html = '' }: Item<PaperData>,
  digests: ReadonlyMap<string, DigestData>,
  topicIds: ReadonlySet<string>,
  classifier: Classifier,
): Omit<Paper, 'digest'> {
  const listings: PaperListing[] = data.digests
    .flatMap(({ digest, lines }) => {
      const listed = digests.get(digest);
      if (listed === undefined) return [];
      return [{ digest, date: listed.date, ...inferred(listed), lines }];
    })
    .toSorted(
      (a, b) => compare(a.date, b.date) || compare(a.digest, b.digest) || a.lines[0] - b.lines[0],
    );
  const topics = assignTopics(classifier, { title: data.title, text: data.text }, data.topics);
  return {
    ...data,
    id,
    html,
    listings,
    date: listings[0]?.date ?? '',
    ...(data.doi !== undefined && { doi: withoutTexEscapes(data.doi) }),
    authors: data.authors ?? [],
    categories: data.categories ?? [],
    links: nameLinks(data.text, data.urls, data.links),
    topics: topics.filter(({ topic }) => topicIds.has(topic)),
    ...(topics.length === 0 && data.topics === undefined && { near: classifier.near(data) }),
    corrections: data.corrections ?? [],
    aliases: data.aliases ?? [],
  };
}

/** Newest listing first; papers of one digest in its own order. */
function newestFirst(a: Paper, b: Paper): number {
  const [first, second] = [a.listings[0], b.listings[0]];
  return (
    compare(b.date, a.date) ||
    compare(first?.digest ?? '', second?.digest ?? '') ||
    (first?.lines[0] ?? 0) - (second?.lines[0] ?? 0) ||
    compare(a.id, b.id)
  );
}
