import * as fc from 'fast-check';
import { parseFeed } from 'feedsmith';
import * as sax from 'sax';
import { describe, expect, it, test } from 'vitest';
import { atom } from '../../src/archive/atom.ts';
import { escapeXml } from '../../src/text/escape.ts';
import { feedItem, jsonFeed, type FeedFacts } from '../../src/archive/feed.ts';
import {
  archiveFeed,
  authorFeed,
  digestsFeed,
  feedsOf,
  topicFeed,
} from '../../src/archive/feeds.ts';
import { opml } from '../../src/text/opml.ts';
import type { Digest, Paper, PaperListing } from '../../src/archive/archive.ts';
import { siteSchema } from '../../src/site/schema.ts';
import { anyText, archive, paper } from './paper.ts';

const site = siteSchema.parse({
  title: 'Small Archive',
  keeper: { name: 'Ada', url: 'https://ada.example/' },
});
const absolute = (path: string): string => `https://example.org/repo/${path}`;

function facts(papers: readonly Paper[]): FeedFacts {
  return archiveFeed(site, archive(papers), absolute, 'feed.xml');
}

function listing(date: string): PaperListing {
  return { digest: `${date}-trending`, date, lines: [1, 2] };
}

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

/** Reads XML with a strict parser, which throws at what is not well-formed, and checks the characters besides. */
function readXml(source: string): Element {
  expect(source).toMatch(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u);
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const path = [root];
  const parser = sax.parser(true);
  // The parser knows no addEventListener.
  // oxlint-disable-next-line unicorn/prefer-add-event-listener
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const plain = Object.entries(attributes).map(([key, value]) => [key, String(value)]);
    const element: Element = {
      name,
      attributes: Object.fromEntries(plain),
      children: [],
      text: '',
    };
    path.at(-1)?.children.push(element);
    path.push(element);
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener
  parser.ontext = (text) => {
    const element = path.at(-1);
    if (element) element.text += text;
  };
  parser.onclosetag = () => {
    path.pop();
  };
  parser.write(source).close();
  const [document] = root.children;
  if (!document) throw new Error('no element');
  return document;
}

function all(element: Element | undefined, name: string): Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

function text(element: Element | undefined, name: string): string | undefined {
  return all(element, name)[0]?.text;
}

const context = {
  absolute,
  topicLabel: () => undefined,
  text: 'full' as const,
};

describe('feedItem', () => {
  test.each<[string, Partial<Paper>, [published: string, updated: string] | undefined]>([
    ['one listing', {}, ['2025-03-11T00:00:00Z', '2025-03-11T00:00:00Z']],
    [
      'listed again',
      { listings: [listing('2025-03-11'), listing('2025-06-01')] },
      ['2025-03-11T00:00:00Z', '2025-06-01T00:00:00Z'],
    ],
    [
      'written by hand',
      { listings: [], date: '', published: '2024-09' },
      ['2024-09-01T00:00:00Z', '2024-09-01T00:00:00Z'],
    ],
    ['no date at all', { listings: [], date: '' }, undefined],
  ])('dates: %s', (_, known, dates) => {
    const item = feedItem(paper(known), context);
    expect(item && [item.published, item.updated]).toEqual(dates);
  });
});

describe('atom', () => {
  const known = paper({
    title: 'When 0<delta<1 & "more"',
    html: '<p>Let <em>x</em> &lt; 1 &amp; so on.</p>',
    text: 'Let x < 1 & so on.',
    authors: ['Ada Lovelace'],
    topics: [{ topic: 'vision', byHand: false, score: 1, terms: [] }],
  });

  it('says of itself what RFC 4287 asks for', () => {
    const feed = readXml(atom(facts([known])));
    expect(feed.name).toBe('feed');
    expect(feed.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom' });
    expect(text(feed, 'title')).toBe(site.title);
    expect(text(feed, 'id')).toBe('https://example.org/repo/feed.xml');
    expect(text(feed, 'updated')).toBe('2025-03-11T00:00:00Z');
    expect(text(all(feed, 'author')[0], 'name')).toBe(site.keeper.name);
    expect(
      all(feed, 'link').map(({ attributes }) => [attributes['rel'], attributes['href']]),
    ).toEqual([
      ['self', 'https://example.org/repo/feed.xml'],
      ['alternate', 'https://example.org/repo/'],
    ]);
  });

  it('gives a paper as it is', () => {
    const [entry] = all(readXml(atom(facts([known]))), 'entry');
    expect(text(entry, 'title')).toBe(known.title);
    expect(text(entry, 'id')).toBe('https://example.org/repo/papers/a-study-of-rivers/');
    expect(text(entry, 'summary')).toBe(known.text);
    expect(text(entry, 'content')).toBe(known.html);
    expect(all(entry, 'content')[0]?.attributes).toEqual({ type: 'html' });
    expect(text(all(entry, 'author')[0], 'name')).toBe('Ada Lovelace');
    expect(all(entry, 'category')[0]?.attributes).toEqual({
      term: 'vision',
      label: 'Vision & <video>',
    });
  });

  it('of a topic points to the topic', () => {
    const whole = archive([known]);
    const [topic] = whole.topics;
    if (!topic) throw new Error('no topic');
    const feed = readXml(atom(topicFeed(site, whole, topic, absolute)));
    expect(text(feed, 'title')).toBe(`Vision & <video> – ${site.title}`);
    expect(all(feed, 'link').map(({ attributes }) => attributes['href'])).toEqual([
      'https://example.org/repo/topics/vision/feed.xml',
      'https://example.org/repo/topics/vision/',
    ]);
  });

  it('is the same in every build', () => {
    const updated = all(readXml(atom(facts([]))), 'updated')[0]?.text;
    expect(updated).toBe('1970-01-01T00:00:00Z');
    expect(atom(facts([known]))).toBe(atom(facts([known])));
  });

  it('is well-formed whatever the texts, and keeps all that XML can hold', () => {
    const texts = fc.record({
      title: anyText,
      html: anyText,
      text: anyText,
      authors: fc.array(anyText),
    });
    fc.assert(
      fc.property(texts, anyText, (texts, label) => {
        const topics = [{ topic: 'x', byHand: false, score: 1, terms: [] }];
        const item = feedItem(paper({ ...texts, topics }), { ...context, topicLabel: () => label });
        const feed = readXml(atom({ ...facts([]), description: label, items: item ? [item] : [] }));
        const [entry] = all(feed, 'entry');
        const visible = (text: string): string =>
          text.toWellFormed().replaceAll(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '');
        expect(text(entry, 'content') ?? '').toBe(visible(texts.html));
        expect(entry?.children.every(({ name }) => name !== 'script')).toBe(true);
      }),
    );
  });
});

describe('escapeXml', () => {
  test.each([
    ['a < b && "c" > d', 'a &lt; b &amp;&amp; &quot;c&quot; &gt; d'],
    [']]> ]]>', ']]&gt; ]]&gt;'],
    ['\u0000\u0008\u000B\u001B\u007F\u0085\uFFFE\uFFFFx', 'x'],
    ['a\t\n\rb', 'a\t\n&#13;b'],
    ['\uD800 😀', '\uFFFD 😀'],
  ])('%j → %j', (value, xml) => {
    expect(escapeXml(value)).toBe(xml);
  });
});

describe('jsonFeed', () => {
  it('is JSON Feed 1.1', () => {
    const feed: unknown = JSON.parse(
      jsonFeed(archiveFeed(site, archive([paper()]), absolute, 'feed.json')),
    );
    expect(feed).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: site.title,
      home_page_url: 'https://example.org/repo/',
      feed_url: 'https://example.org/repo/feed.json',
      description: site.description,
      authors: [expect.objectContaining({ name: site.keeper.name })],
      items: [
        {
          id: 'https://example.org/repo/papers/a-study-of-rivers/',
          url: 'https://example.org/repo/papers/a-study-of-rivers/',
          title: 'A Study of Rivers',
          content_html: '<p>Rivers run.</p>',
          summary: 'Rivers run.',
          date_published: '2025-03-11T00:00:00Z',
          date_modified: '2025-03-11T00:00:00Z',
          authors: [{ name: 'Authors not recorded' }],
        },
      ],
    });
  });

  it('gives beginnings alone where the owner wants no more', () => {
    const feeds = { ...site.feeds, text: 'summary' as const };
    const feed = archiveFeed({ ...site, feeds }, archive([paper()]), absolute, 'feed.json');
    expect(JSON.parse(jsonFeed(feed))).toMatchObject({
      items: [{ content_text: '', summary: 'Rivers run.' }],
    });
  });

  it('gives every item a content, even an empty one', () => {
    const feed = jsonFeed(facts([paper({ html: '', text: '' })]));
    expect(JSON.parse(feed)).toMatchObject({ items: [{ content_text: '' }] });
  });
});

/** Papers of all kinds, in two digests, and every feed that is made of them. */
const papers = [
  paper({
    id: 'known',
    authors: ['Ada Lovelace', 'Grace & <Hopper>'],
    listings: [listing('2025-03-12')],
  }),
  paper({ id: 'nobody', title: 'a < b & ]]>', html: '<p>x &lt; y</p>' }),
  paper({
    id: 'bare',
    html: '',
    text: '',
    listings: [listing('2025-03-11'), listing('2025-03-12')],
  }),
  paper({ id: 'by-hand', listings: [], date: '', published: '2024' }),
];
const digests: Digest[] = ['2025-03-12', '2025-03-11'].map((date) => ({
  id: `${date}-trending`,
  date,
  name: 'Trending',
  file: `archive/digests/${date}-trending.txt`,
  format: 'plain text',
  lines: {},
  papers: papers
    .filter(({ listings }) => listings.some((each) => each.date === date))
    .map((listed) => ({ paper: listed, lines: [1, 2] as const })),
}));
const whole = archive(papers);
const topic = { id: 'vision', label: 'Vision', description: 'Seeing.', papers };
const feeds = {
  archive: facts(papers),
  topic: topicFeed(site, whole, topic, absolute),
  digests: digestsFeed(site, digests, absolute),
  author: authorFeed(site, { id: 'ada', name: 'Ada & co', papers }, absolute),
  empty: facts([]),
};

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
const isAbsolute = (address: string | undefined): boolean => URL.canParse(address ?? '');

describe.each(Object.entries(feeds))('the feed of %s', (_, feed) => {
  it('keeps the rules of RFC 4287', () => {
    const root = readXml(atom(feed));
    const entries = all(root, 'entry');
    for (const element of [root, ...entries]) {
      for (const name of ['id', 'title', 'updated']) expect(all(element, name)).toHaveLength(1);
      expect(isAbsolute(text(element, 'id'))).toBe(true);
      expect(text(element, 'updated')).toMatch(rfc3339);
      for (const name of ['subtitle', 'summary', 'content', 'published', 'rights']) {
        expect(all(element, name).length).toBeLessThan(2);
      }
      const alternates = all(element, 'link').filter(
        ({ attributes }) => attributes['rel'] === 'alternate',
      );
      expect(alternates).toHaveLength(1);
      for (const link of all(element, 'link'))
        expect(isAbsolute(link.attributes['href'])).toBe(true);
      for (const person of all(element, 'author')) {
        expect(all(person, 'name')).toHaveLength(1);
        expect(text(person, 'name')).not.toBe('');
      }
      for (const category of all(element, 'category'))
        expect(category.attributes['term']).toBeTruthy();
    }
    const own = all(root, 'author').length > 0;
    expect(own || entries.every((entry) => all(entry, 'author').length > 0)).toBe(true);
    expect(new Set(entries.map((entry) => text(entry, 'id'))).size).toBe(entries.length);
  });

  it('keeps the rules of JSON Feed 1.1', () => {
    const parsed: unknown = JSON.parse(jsonFeed(feed));
    expect(parsed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
    });
    const { items } = parsed as {
      items: Record<string, unknown>[] & { authors?: Record<string, unknown>[] }[];
    };
    for (const item of items) {
      expect(item['id']).toBeTypeOf('string');
      expect('content_html' in item || 'content_text' in item).toBe(true);
      expect(item['date_published']).toMatch(rfc3339);
      expect(item['date_modified']).toMatch(rfc3339);
      for (const person of item.authors ?? []) {
        expect('name' in person || 'url' in person || 'avatar' in person).toBe(true);
      }
    }
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('is read by another parser as it is meant', () => {
    const read = parseFeed(atom(feed));
    expect(read).toMatchObject({ format: 'atom', feed: { id: feed.self } });
    const again = parseFeed(jsonFeed(feed));
    expect(again.format).toBe('json');
    const entries = read.format === 'atom' ? (read.feed.entries ?? []) : [];
    const items = again.format === 'json' ? (again.feed.items ?? []) : [];
    const meant = feed.items.map(({ url, title, html, authors, updated }) => ({
      url,
      title,
      html,
      authors: authors.join(),
      updated,
    }));
    expect(
      entries.map(({ id, title, content, authors = [], updated }) => ({
        url: id,
        title: title?.value,
        html: content?.value ?? '',
        authors: authors.map(({ name }) => name).join(),
        updated,
      })),
    ).toEqual(meant);
    expect(
      items.map(({ id, title, content_html: html = '', authors = [], date_modified: updated }) => ({
        url: id,
        title,
        html,
        authors: authors.map(({ name }) => name).join(),
        updated,
      })),
    ).toEqual(meant);
  });
});

it('gives a name the titles of its last papers, with few of many authors', () => {
  const many = Array.from({ length: 9 }, (_, at) => `Writer ${at}`);
  const days = Array.from({ length: 12 }, (_, at) =>
    paper({
      id: `p${at}`,
      authors: many,
      listings: [listing(`2025-01-${String(at + 10)}`)],
    }),
  );
  const feed = authorFeed(site, { id: 'writer-0', name: 'Writer 0', papers: days }, absolute);
  expect(feed).toMatchObject({
    home: absolute('authors/writer-0/'),
    self: absolute('authors/writer-0/feed.xml'),
    root: '../../',
  });
  expect(feed.items.map(({ path }) => path)).toEqual(
    Array.from({ length: 10 }, (_, at) => `papers/p${11 - at}/`),
  );
  for (const { html, summary, authors } of feed.items) {
    expect([html, summary]).toEqual(['', '']);
    expect(authors).toEqual([...many.slice(0, 6), 'and 3 more']);
  }
});

it('shows in a browser what leads to the papers, wherever the site lies', () => {
  const [entry] = all(readXml(atom(feeds.topic)), 'entry');
  const link = all(all(entry, 'h:h2')[0], 'h:a')[0];
  expect(link?.attributes['href']).toMatch(/^\.\.\/\.\.\/papers\/[a-z-]+\/$/);
  expect(link?.text).toBe(text(entry, 'title'));
});

it('lists all feeds that there are, as OPML too', () => {
  const { topics, ...others } = feedsOf(site, whole);
  expect(topics).toHaveLength(whole.topics.length);
  expect(feedsOf({ ...site, feeds: { ...site.feeds, which: ['json'] } }, whole)).toEqual({
    atom: [],
    json: others.json,
    topics: [],
  });
  const root = readXml(
    opml('a & b', [
      { title: 'x "<y>"', page: 'https://a.example/?a&b', feed: 'https://a.example/feed.xml' },
      { title: 'z', page: 'https://a.example/search/?q=z' },
    ]),
  );
  const outlines = all(all(root, 'body')[0], 'outline').map(({ attributes }) => attributes);
  expect(outlines).toEqual([
    {
      text: 'x "<y>"',
      title: 'x "<y>"',
      type: 'rss',
      xmlUrl: 'https://a.example/feed.xml',
      htmlUrl: 'https://a.example/?a&b',
    },
    { text: 'z', title: 'z', type: 'link', url: 'https://a.example/search/?q=z' },
  ]);
});

it('credits nobody with a paper whose authors are not known', () => {
  const names = new Map(feeds.archive.items.map(({ url, authors }) => [url, authors]));
  expect(names.get(absolute('papers/known/'))).toEqual(['Ada Lovelace', 'Grace & <Hopper>']);
  expect(names.get(absolute('papers/nobody/'))).toEqual(['Authors not recorded']);
});

it('has an item a digest, with every paper of it', () => {
  expect(feeds.digests.items.map(({ title, summary }) => [title, summary])).toEqual([
    ['Trending, 12 March 2025', '2 papers'],
    ['Trending, 11 March 2025', '2 papers'],
  ]);
  expect(feeds.digests.items[1]?.html).toBe(
    `<ol><li><a href="${absolute('papers/nobody/')}">a &lt; b &amp; ]]&gt;</a></li>` +
      `<li><a href="${absolute('papers/bare/')}">A Study of Rivers</a></li></ol>`,
  );
});
