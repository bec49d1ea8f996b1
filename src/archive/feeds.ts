/** Which feeds the site has and what they say of themselves. */
import * as words from '#words/digests.ts';
import * as common from '#words/common.ts';
import type { Site } from '../site/schema.ts';
import { escapeXml } from '../text/escape.ts';
import { listTitle } from './brief.ts';
import { digestDate } from '../text/dates.ts';
import { feedItem, midnight, type FeedFacts, type FeedItem } from './feed.ts';
import type { Archive, Digest, Paper, Topic } from './archive.ts';
import { recentPapers } from './recent.ts';

type Absolute = (path: string) => string;

/** What a feed says of the archive, and how much of it. */
export type FeedSettings = Pick<Site, 'title' | 'description' | 'keeper' | 'feeds'>;

/** Who keeps the archive: a feed must name somebody. */
const author = ({ keeper, title }: FeedSettings): FeedFacts['author'] => ({
  name: keeper.name ?? title,
  url: keeper.url,
});

/** Digests that the feed of digests holds. */
const recentDigests = 20;

function itemsOf(
  { feeds }: FeedSettings,
  papers: readonly Paper[],
  archive: Pick<Archive, 'topic'>,
  absolute: Absolute,
): FeedItem[] {
  const context = {
    paperUrl: (id: string) => absolute(`papers/${id}/`),
    topicLabel: (id: string) => archive.topic(id)?.label,
    whole: feeds.text === 'full',
  };
  return recentPapers(papers, feeds.items).flatMap((paper) => feedItem(paper, context) ?? []);
}

/**
 * The feed of the whole archive.
 *
 * @param path the feed's own path, e.g. `feed.xml`
 */
export function archiveFeed(
  site: FeedSettings,
  archive: Pick<Archive, 'papers' | 'topic'>,
  absolute: Absolute,
  path: string,
): FeedFacts {
  return {
    title: site.title,
    description: site.description,
    home: absolute(''),
    self: absolute(path),
    author: author(site),
    items: itemsOf(site, archive.papers, archive, absolute),
  };
}

/** The feed of a topic, at `topics/<id>/feed.xml`. */
export function topicFeed(
  site: FeedSettings,
  archive: Pick<Archive, 'topic'>,
  topic: Topic,
  absolute: Absolute,
): FeedFacts {
  return {
    title: `${topic.label} – ${site.title}`,
    description: topic.description,
    home: absolute(`topics/${topic.id}/`),
    self: absolute(`topics/${topic.id}/feed.xml`),
    author: author(site),
    items: itemsOf(site, topic.papers, archive, absolute),
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
    summary: common.papers(papers.length),
    published: midnight(date),
    updated: midnight(date),
    authors: [],
    topics: [],
  };
}

/** The feed with an item for each digest, at `digests/feed.xml`: a notice a digest, not one a paper. */
export function digestsFeed(
  site: FeedSettings,
  digests: readonly Digest[],
  absolute: Absolute,
): FeedFacts {
  return {
    title: words.feedTitle(site.title),
    description: words.feedDescription(site.title),
    home: absolute('digests/'),
    self: absolute('digests/feed.xml'),
    author: author(site),
    items: digests.slice(0, recentDigests).map((digest) => digestItem(digest, absolute)),
  };
}
