import * as fc from 'fast-check';
import * as sax from 'sax';
import { describe, expect, it, test } from 'vitest';
import { atom, escapeXml } from '../../src/archive/atom.ts';
import { feedItems, feedLength, jsonFeed, type FeedFacts } from '../../src/archive/feed.ts';
import { archiveFeed, topicFeed } from '../../src/archive/feeds.ts';
import type { Paper, PaperListing } from '../../src/archive/model.ts';
import { site } from '../../src/site.ts';
import { anyText, archive, paper } from './paper.ts';

const absolute = (path: string): string => `https://example.org/repo/${path}`;

function facts(papers: readonly Paper[]): FeedFacts {
  return archiveFeed(archive(papers), absolute, 'feed.xml');
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

describe('feedItems', () => {
  it('takes the newest papers', () => {
    const papers = Array.from({ length: feedLength + 10 }, (_, at) => paper({ id: `p${at}` }));
    const items = feedItems(facts(papers));
    expect(items.length).toBe(feedLength);
    expect(items[0]?.url).toBe('https://example.org/repo/papers/p0/');
    expect(items.at(-1)?.url).toBe(`https://example.org/repo/papers/p${feedLength - 1}/`);
  });

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
    const [item] = feedItems(facts([paper(known)]));
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
    expect(feed.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom' });
    expect(text(feed, 'title')).toBe(site.title);
    expect(text(feed, 'id')).toBe('https://example.org/repo/feed.xml');
    expect(text(feed, 'updated')).toBe('2025-03-11T00:00:00Z');
    expect(text(all(feed, 'author')[0], 'name')).toBe(site.author.name);
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
    const feed = readXml(atom(topicFeed(whole, topic, absolute)));
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
        const feed = readXml(
          atom({
            ...facts([paper({ ...texts, topics })]),
            description: label,
            topicLabel: () => label,
          }),
        );
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
      jsonFeed(archiveFeed(archive([paper()]), absolute, 'feed.json')),
    );
    expect(feed).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: site.title,
      home_page_url: 'https://example.org/repo/',
      feed_url: 'https://example.org/repo/feed.json',
      description: site.description,
      authors: [expect.objectContaining({ name: site.author.name })],
      items: [
        {
          id: 'https://example.org/repo/papers/a-study-of-rivers/',
          url: 'https://example.org/repo/papers/a-study-of-rivers/',
          title: 'A Study of Rivers',
          content_html: '<p>Rivers run.</p>',
          summary: 'Rivers run.',
          date_published: '2025-03-11T00:00:00Z',
          date_modified: '2025-03-11T00:00:00Z',
        },
      ],
    });
  });

  it('gives every item a content, even an empty one', () => {
    const feed = jsonFeed(facts([paper({ html: '', text: '' })]));
    expect(JSON.parse(feed)).toMatchObject({ items: [{ content_text: '' }] });
  });
});
