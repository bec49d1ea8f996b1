/** Which feeds the site has and what they say of themselves. */
import * as words from '#words/digests.ts';
import * as common from '#words/common.ts';
import * as feedWords from '#words/feeds.ts';
import type { FeedKind, Site } from '../site/schema.ts';
import { escapeXml } from '../text/escape.ts';
import { listTitle } from './brief.ts';
import { digestDate } from '../text/dates.ts';
import { feedItem, midnight, type FeedFacts, type FeedItem } from './feed.ts';
import type { Archive, Digest, Paper, Topic } from './archive.ts';
import type { Author } from './authors.ts';
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

/** Papers that a name's feed holds, each by its title and authors alone: there may be thousands of such feeds. */
const ofAnAuthor = 10;

/** Names that each of them has. */
const namesOfAnItem = 6;

/** Names on fewer papers have no feed: their search can be saved, and says what is new. */
const papersToFollow = 3;

/** What every feed says of itself that follows from where it is. */
const placed = (site: FeedSettings, absolute: Absolute, home: string, path: string) => ({
  home: absolute(home),
  self: absolute(path),
  root: '../'.repeat(path.split('/').length - 1),
  author: author(site),
});

function itemsOf(
  { feeds }: FeedSettings,
  papers: readonly Paper[],
  archive: Pick<Archive, 'topic'>,
  absolute: Absolute,
): FeedItem[] {
  const context = {
    absolute,
    topicLabel: (id: string) => archive.topic(id)?.label,
    text: feeds.text,
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
    ...placed(site, absolute, '', path),
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
    ...placed(site, absolute, `topics/${topic.id}/`, `topics/${topic.id}/feed.xml`),
    items: itemsOf(site, topic.papers, archive, absolute),
  };
}

/** A collaboration's thousand names would stand in the feed of each of them. */
const few = (names: readonly string[]): readonly string[] =>
  names.length <= namesOfAnItem
    ? names
    : [...names.slice(0, namesOfAnItem), common.andMore(names.length - namesOfAnItem)];

/** Whether a name stands on enough papers to have a feed. */
export const hasFeed = (papers: number): boolean => papers >= papersToFollow;

/** The feed of a name, at `authors/<id>/feed.xml`: its papers that were listed last, newest first. */
export function authorFeed(
  site: FeedSettings,
  { id, name, papers }: Pick<Author, 'id' | 'name' | 'papers'>,
  absolute: Absolute,
): FeedFacts {
  const context = { absolute, topicLabel: () => undefined, text: 'none' } as const;
  return {
    title: `${name} – ${site.title}`,
    description: '',
    ...placed(site, absolute, `authors/${id}/`, `authors/${id}/feed.xml`),
    items: recentPapers(papers, ofAnAuthor)
      .slice(0, ofAnAuthor)
      .flatMap((paper) => feedItem(paper, context) ?? [])
      .map((item) => ({ ...item, authors: few(item.authors) })),
  };
}

/** A digest as one item: its papers' titles, each a link to the paper's page. */
function digestItem(digest: Digest, absolute: Absolute): FeedItem {
  const { id, name, date, papers } = digest;
  const list = papers.map(({ paper }) => {
    const address = escapeXml(absolute(`papers/${paper.id}/`));
    return `<li><a href="${address}">${listTitle(paper)}</a></li>`;
  });
  const path = `digests/${id}/`;
  return {
    url: absolute(path),
    path,
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
    ...placed(site, absolute, 'digests/', 'digests/feed.xml'),
    items: digests.slice(0, recentDigests).map((digest) => digestItem(digest, absolute)),
  };
}

/** A feed as the page of feeds lists it; both are site paths. */
export interface Listed {
  readonly title: string;
  readonly page: string;
  readonly path: string;
}

/** The feeds that readers are told of: the archive's, those of its topics, and JSON Feed, which is the first once more. */
export function feedsOf(
  { feeds: { which } }: FeedSettings,
  { topics }: Pick<Archive, 'topics'>,
): Readonly<Record<'atom' | 'json' | 'topics', Listed[]>> {
  const ifKept = (kind: FeedKind, listed: readonly Listed[]): Listed[] =>
    which.includes(kind) ? [...listed] : [];
  return {
    atom: [
      ...ifKept('atom', [{ title: feedWords.newPapers, page: '', path: 'feed.xml' }]),
      ...ifKept('digests', [
        { title: feedWords.digests, page: 'digests/', path: 'digests/feed.xml' },
      ]),
    ],
    json: ifKept('json', [{ title: feedWords.asJson, page: '', path: 'feed.json' }]),
    topics: ifKept(
      'topics',
      topics.map(({ id, label }) => ({
        title: label,
        page: `topics/${id}/`,
        path: `topics/${id}/feed.xml`,
      })),
    ),
  };
}
