/** Which feeds the site has and what they say of themselves. */
import { site } from '../site.ts';
import { escapeXml } from './atom.ts';
import { listTitle } from './brief.ts';
import { digestDate } from '../text/dates.ts';
import { feedItem, midnight, type FeedFacts, type FeedItem } from './feed.ts';
import type { Archive, Digest, Paper, Topic } from './model.ts';
import { recentPapers } from './recent.ts';
import { counted } from '../text/counted.ts';

type Absolute = (path: string) => string;

/** Digests that the feed of digests holds. */
const recentDigests = 20;

function itemsOf(
  papers: readonly Paper[],
  archive: Pick<Archive, 'topic'>,
  absolute: Absolute,
): FeedItem[] {
  const context = {
    paperUrl: (id: string) => absolute(`papers/${id}/`),
    topicLabel: (id: string) => archive.topic(id)?.label,
  };
  return recentPapers(papers).flatMap((paper) => feedItem(paper, context) ?? []);
}

/**
 * The feed of the whole archive.
 *
 * @param path the feed's own path, e.g. `feed.xml`
 */
export function archiveFeed(
  archive: Pick<Archive, 'papers' | 'topic'>,
  absolute: Absolute,
  path: string,
): FeedFacts {
  return {
    title: site.title,
    description: site.description,
    home: absolute(''),
    self: absolute(path),
    author: site.author,
    items: itemsOf(archive.papers, archive, absolute),
  };
}

/** The feed of a topic, at `topics/<id>/feed.xml`. */
export function topicFeed(
  archive: Pick<Archive, 'topic'>,
  topic: Topic,
  absolute: Absolute,
): FeedFacts {
  return {
    title: `${topic.label} – ${site.title}`,
    description: topic.description,
    home: absolute(`topics/${topic.id}/`),
    self: absolute(`topics/${topic.id}/feed.xml`),
    author: site.author,
    items: itemsOf(topic.papers, archive, absolute),
  };
}

/** A digest as one item: its papers' titles, each a link to the paper's page. */
function digestItem(digest: Digest, absolute: Absolute): FeedItem {
  const { id, name, date, papers } = digest;
  const list = papers.map(({ paper }) => {
    const address = escapeXml(absolute(`papers/${paper.id}/`));
    return `<li><a href="${address}">${listTitle(paper)}</a></li>`;
  });
  return {
    url: absolute(`digests/${id}/`),
    title: `${name}, ${digestDate(digest)}`,
    html: list.length === 0 ? '' : `<ol>${list.join('')}</ol>`,
    summary: counted(papers.length, 'paper'),
    published: midnight(date),
    updated: midnight(date),
    authors: [],
    topics: [],
  };
}

/** The feed with an item for each digest, at `digests/feed.xml`: a notice a digest, not one a paper. */
export function digestsFeed(digests: readonly Digest[], absolute: Absolute): FeedFacts {
  return {
    title: `Digests – ${site.title}`,
    description: `The digests of ${site.title}, each with its list of papers.`,
    home: absolute('digests/'),
    self: absolute('digests/feed.xml'),
    author: site.author,
    items: digests.slice(0, recentDigests).map((digest) => digestItem(digest, absolute)),
  };
}
