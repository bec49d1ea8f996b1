/**
 * Atom (RFC 4287), written here because the `feed` package cannot do it safely: it puts a raw `<` into
 * attributes, ends CDATA early at a second `]]>`, lets control characters through, marks plain titles
 * as HTML, and knows JSON Feed 1.0 only.
 */
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

function entry(item: FeedItem): string {
  const parts = [
    textElement('title', item.title),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    textElement('id', item.url),
    textElement('published', item.published),
    textElement('updated', item.updated),
    ...item.authors.map((name) => person({ name })),
    ...item.topics.map(({ id, label }) => element('category', { term: id, label })),
    ...(item.summary === '' ? [] : [textElement('summary', item.summary)]),
    ...(item.html === '' ? [] : [textElement('content', item.html, { type: 'html' })]),
  ];
  return `<entry>\n${parts.join('\n')}\n</entry>`;
}

/** A feed as Atom. Its author is who keeps the archive; an item may name others. */
export function atom({ title, description, home, self, author, items }: FeedFacts): string {
  const parts = [
    textElement('title', title),
    ...(description === '' ? [] : [textElement('subtitle', description)]),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: home }),
    textElement('id', self),
    textElement('updated', feedUpdated(items)),
    person(author),
    ...items.map(entry),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom' },
    `\n${parts.join('\n')}\n`,
  )}\n`;
}
