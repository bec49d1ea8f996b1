import { expect, it } from 'vitest';
import { readJsonAnswer, readPage, readXmlAnswer } from '../../src/collect/answers.ts';
import { entryXml, errorXml, feedXml } from '../enrich/server.ts';

const entry = entryXml({ id: '2501.00001v1', title: 'On Bells', abstract: 'We ring.' });
const at = 'https://export.arxiv.org/api/query?start=0';
const rss = (head: string, ...items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items.map((title) => `<item><title>${title}</title></item>`).join('')}</channel></rss>`;

it.each([
  ['an Atom feed', feedXml([entry]), { announced: 1, day: '2026-04-12' }],
  [
    'one with more to come',
    feedXml([entry], 3),
    { announced: 1, next: 'https://export.arxiv.org/api/query?start=1' },
  ],
  [
    'an RSS feed',
    rss('<pubDate>Thu, 24 Sep 2026 00:00:00 -0400</pubDate>', 'A', 'B'),
    { announced: 2, day: '2026-09-24' },
  ],
  ['one under a licence', rss('<copyright>CC BY 4.0</copyright>', 'A'), { licence: 'CC BY 4.0' }],
  ['one of a quiet day', rss('<title>x</title>'), { announced: 0 }],
])('takes %s', (_, text, sent) => {
  expect(readXmlAnswer(text, at)).toMatchObject({ ok: true, extension: 'xml', ...sent });
});

it.each([
  ['nothing', '', 'the answer is empty'],
  [
    'a web page',
    '<!doctype html><html><body>Sorry</body></html>',
    'a web page came instead of a feed',
  ],
  ['a sentence', 'Rate exceeded.', 'no feed came: "Rate exceeded."'],
  ['another kind of XML', '<sitemap></sitemap>', 'no feed came: "<sitemap></sitemap>"'],
  ['half a feed', feedXml([entry]).slice(0, -60), 'the answer was cut off'],
  ['an error of arXiv', errorXml('incorrect id'), 'the question is refused: incorrect_id'],
  ['results announced, none sent', feedXml([], 4), '4 results announced, none sent'],
])('does not take %s', (_, text, why) => {
  expect(readXmlAnswer(text, at)).toEqual({ ok: false, why });
});

it('does not take another part than was asked for', () => {
  expect(readXmlAnswer(feedXml([entry], 3), 'https://export.arxiv.org/api/query?start=2')).toEqual({
    ok: false,
    why: 'another part came than was asked for',
  });
});

const page = (seen: number): string => `https://api.example/${seen}`;
it.each([
  ['a list', [{}, {}], 0, { announced: 2 }],
  ['no papers', [], 0, { announced: 0 }],
  [
    'bioRxiv, the first of two parts',
    { messages: [{ total: '3', count: 2 }], collection: [{}, {}] },
    0,
    { next: page(2) },
  ],
  [
    'bioRxiv, the last',
    { messages: [{ total: '3', count: 1 }], collection: [{}] },
    2,
    { next: undefined },
  ],
  ['OpenReview, the first of two parts', { notes: [{}, {}], count: 3 }, 0, { next: page(2) }],
  ['OpenReview, the last', { notes: [{}], count: 3 }, 2, { next: undefined }],
  [
    'a JSON feed',
    { version: 'https://jsonfeed.org/version/1.1', items: [{}] },
    0,
    { announced: 1 },
  ],
])('takes %s', (_, value, from, sent) => {
  expect({ next: undefined, ...readJsonAnswer(JSON.stringify(value), from, page) }).toMatchObject({
    ok: true,
    ...sent,
  });
});

it.each([
  ['<html>', 'a web page came instead of JSON'],
  ['[{"a": 1', 'no JSON came, or not all of it'],
  ['{"error": "no such venue"}', 'no list of papers came: ""no such venue""'],
  ['12', 'no list of papers came: """"'],
])('does not take %s', (text, why) => {
  expect(readJsonAnswer(text)).toEqual({ ok: false, why });
});

it.each([
  ['# Reading\n\n- A', 'txt'],
  ['<!DOCTYPE html><html></html>', 'html'],
  [' {"a": 1}', 'json'],
  ['<?xml version="1.0"?><rss></rss>', 'xml'],
])('names %s a file of the kind %s', (text, extension) => {
  expect(readPage(text)).toEqual({ ok: true, extension });
});
