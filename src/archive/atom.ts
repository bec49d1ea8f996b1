/**
 * Atom (RFC 4287), written here because the `feed` package cannot do it safely: it puts a raw `<` into
 * attributes, ends CDATA early at a second `]]>`, lets control characters through, marks plain titles
 * as HTML, and knows JSON Feed 1.0 only.
 */
import * as words from '#words/feeds.ts';
import { locale } from '#words/locale.ts';
import { dateWords } from '../text/dates.ts';
import { escapeXml } from '../text/escape.ts';
import { feedUpdated, type FeedFacts, type FeedItem } from './feed.ts';

type Attributes = Readonly<Record<string, string>>;

/** An element. `content` is XML already; without it the element is empty. */
function element(name: string, attributes: Attributes, content?: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const head = `<${name}${pairs.join('')}`;
  return content === undefined ? `${head}/>` : `${head}>${content}</${name}>`;
}

function textElement(name: string, text: string, attributes: Attributes = {}): string {
  return element(name, attributes, escapeXml(text));
}

function person({ name, url }: { name: string; url?: string }): string {
  const uri = url === undefined ? '' : textElement('uri', url);
  return element('author', {}, textElement('name', name) + uri);
}

function entry(item: FeedItem, root: string): string {
  const parts = [
    textElement('title', item.title),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    textElement('id', item.url),
    textElement('published', item.published),
    textElement('updated', item.updated),
    shownItem(item, root),
    ...item.authors.map((name) => person({ name })),
    ...item.topics.map(({ id, label }) => element('category', { term: id, label })),
    ...(item.summary === '' ? [] : [textElement('summary', item.summary)]),
    ...(item.html === '' ? [] : [textElement('content', item.html, { type: 'html' })]),
  ];
  return `<entry>\n${parts.join('\n')}\n</entry>`;
}

/**
 * What a browser shows of an item: RFC 4287, section 6, lets a feed hold elements of other namespaces, and those of XHTML
 * are headings and links in every browser. XSLT, the usual way, is being taken out of them.
 */
const shownItem = ({ path, title, published }: FeedItem, root: string): string =>
  `<h:h2><h:a href="${escapeXml(root + path)}">${escapeXml(title)}</h:a></h:h2>` +
  `<h:p>${escapeXml(dateWords(published.slice(0, 10)))}</h:p>`;

/** What a browser shows before the items: what this is and what to do with it. */
function shownHead({ title, root, self }: FeedFacts): string {
  return (
    `<h:header xml:lang="${locale}"><h:title>${escapeXml(title)}</h:title>` +
    `<h:meta name="viewport" content="width=device-width"/><h:h1>${escapeXml(title)}</h:h1>` +
    `<h:p>${escapeXml(words.whatAFeedIs)} <h:a href="${root}feeds/">${escapeXml(words.allFeeds)}</h:a></h:p>` +
    `<h:p><h:code>${escapeXml(self)}</h:code></h:p></h:header>`
  );
}

/** A feed as Atom. Its author is who keeps the archive; an item may name others. Opened in a browser, it can be read. */
export function atom(facts: FeedFacts): string {
  const { title, description, home, self, root, author, items } = facts;
  const parts = [
    textElement('title', title),
    ...(description === '' ? [] : [textElement('subtitle', description)]),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: home }),
    textElement('id', self),
    textElement('updated', feedUpdated(items)),
    person(author),
    shownHead(facts),
    ...items.map((item) => entry(item, root)),
  ];
  const style = `<?xml-stylesheet type="text/css" href="${root}feed.css"?>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${style}\n${element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:h': 'http://www.w3.org/1999/xhtml' },
    `\n${parts.join('\n')}\n`,
  )}\n`;
}
