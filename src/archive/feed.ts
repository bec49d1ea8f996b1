/** What a feed says, and JSON Feed 1.1. Atom is in atom.ts. */
import { noAuthors } from '#words/digests.ts';
import { toBeCompleted } from '#words/paper.ts';
import { shortly, titleOf } from './brief.ts';
import { isOthers } from '../text/names.ts';
import { damageNote } from './damage-note.ts';
import { oneLine } from '../text/line.ts';
import type { Paper } from './archive.ts';
import { firstListed } from './recent.ts';
import { escapeHtml } from '../text/escape.ts';

/** Longest summary, in characters. */
const summaryLength = 300;

/** Both standards let an item without authors inherit the feed's, and whoever keeps an archive wrote none of its papers. */

export interface FeedFacts {
  readonly title: string;
  readonly description: string;
  /** Absolute address of the page that the feed belongs to. */
  readonly home: string;
  /** Absolute address of the feed itself; also its id. */
  readonly self: string;
  /** The way from the feed to the site's root, such as `../../`: what a browser shows leads on wherever the site lies. */
  readonly root: string;
  /** Who keeps the archive. */
  readonly author: { readonly name: string; readonly url?: string };
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** The permalink. It is the id as well, for it never changes. */
  readonly url: string;
  /** The same as a path of the site. */
  readonly path: string;
  readonly title: string;
  /** Safe HTML; empty when the digest gave no abstract, or the owner wants summaries alone. */
  readonly html: string;
  readonly summary: string;
  /** RFC 3339: the day of the first listing, as UTC midnight, since a digest has no time of day. */
  readonly published: string;
  /** RFC 3339: the day of the latest listing. */
  readonly updated: string;
  /** Empty: whoever keeps the archive. */
  readonly authors: readonly string[];
  readonly topics: readonly { readonly id: string; readonly label: string }[];
}

export interface ItemContext {
  /** Absolute address of a path of the site. */
  readonly absolute: (path: string) => string;
  /** A topic's label for readers. */
  readonly topicLabel: (topic: string) => string | undefined;
  /** How much of the abstract the item has: all of it besides its beginning, the beginning, or nothing. */
  readonly text: 'full' | 'summary' | 'none';
}

/** A day as a point of time: RFC 3339. */
export function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}

/**
 * A paper as an item of a feed. Every date is a digest's, so that a second build gives the same bytes.
 *
 * @returns undefined for a paper without any date
 */
export function feedItem(
  paper: Paper,
  { absolute, topicLabel, text }: ItemContext,
): FeedItem | undefined {
  const first = firstListed(paper);
  if (first === undefined) return undefined;
  const title = oneLine(titleOf(paper).text);
  const lost = damageNote(paper);
  const authors = paper.authors.map(oneLine).filter((name) => name !== '' && !isOthers(name));
  const path = `papers/${paper.id}/`;
  return {
    url: absolute(path),
    path,
    title: title === '' ? paper.id : title,
    html:
      text !== 'full'
        ? ''
        : lost === ''
          ? paper.html
          : `${paper.html}<p><em>${escapeHtml(lost)}.</em></p>`,
    summary:
      text === 'none'
        ? ''
        : oneLine(shortly(paper, summaryLength)) || (paper.incomplete ? toBeCompleted : ''),
    published: midnight(first),
    updated: midnight(paper.listings.at(-1)?.date ?? first),
    authors: authors.length === 0 ? [noAuthors] : authors,
    topics: paper.topics.flatMap(({ topic }) => {
      const label = topicLabel(topic);
      return label === undefined ? [] : [{ id: topic, label }];
    }),
  };
}

/** Latest change of any item; the beginning of Unix time for a feed without items, which must have a date all the same. */
export function feedUpdated(items: readonly FeedItem[]): string {
  let latest = '1970-01-01T00:00:00Z';
  for (const { updated } of items) if (updated > latest) latest = updated;
  return latest;
}

/**
 * A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
 * No `language`: it would speak for the abstracts too, and theirs is unknown.
 */
export function jsonFeed({ title, description, home, self, author, items }: FeedFacts): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: oneLine(title),
    home_page_url: home,
    feed_url: self,
    description: oneLine(description),
    authors: [{ name: author.name, url: author.url }],
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      // Every item must have one of the two, empty or not.
      ...(item.html === '' ? { content_text: '' } : { content_html: item.html.toWellFormed() }),
      ...(item.summary !== '' && { summary: item.summary }),
      date_published: item.published,
      date_modified: item.updated,
      ...(item.authors.length > 0 && { authors: item.authors.map((name) => ({ name })) }),
      ...(item.topics.length > 0 && { tags: item.topics.map(({ label }) => label) }),
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
