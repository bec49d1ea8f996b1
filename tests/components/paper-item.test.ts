import { expect, it } from 'vitest';
import { paperItem } from '../../src/components/lists/paper-item.ts';
import { paper } from '../archive/paper.ts';

const labels = { vision: 'Vision & <video>' };
const href = (path: string): string => `/repo/${path}`;
const item = (facts: Parameters<typeof paper>[0], options = {}): string =>
  paperItem({ paper: paper(facts) }, { labels, href, ...options });

it('says no more than is known', () => {
  expect(item({ text: '' })).toBe(
    '<li><h3><a class="title" href="/repo/papers/a-study-of-rivers/">A Study of Rivers</a></h3>',
  );
});

it('says title, authors, facts, what the abstract says, and topics, and lets nothing in them become markup', () => {
  const whole = {
    title: 'On <b> & "quotes"',
    authors: ['A <i>', 'B'],
    published: '2024-09-17',
    venue: 'V & <w>',
    text: 'If a < b & c.',
    topics: [
      { topic: 'vision', byHand: false, score: 1, terms: [] },
      { topic: 'x', byHand: false, score: 1, terms: [] },
    ],
  };
  expect(item(whole, { except: 'x', anchor: true })).toBe(
    [
      '<li id="a-study-of-rivers">',
      '<h3><a class="title" href="/repo/papers/a-study-of-rivers/">On &lt;b&gt; &amp; "quotes"</a></h3>',
      '<p class=by><span>A &lt;i&gt;, B\u00a0· </span>September 2024<i>\u00a0· V &amp; &lt;w&gt;</i>',
      '<p class=beginning>If a &lt; b &amp; c.',
      '<ul class=tags><li><a href="/repo/topics/vision/">Vision &amp; &lt;video&gt;</a></ul>',
    ].join(''),
  );
  expect(item(whole, { beginnings: false })).not.toContain('beginning');
  expect(item({ authors: ['A'] })).toContain('<p class=by><span>A</span>');
});

it('says what the list alone knows of a paper', () => {
  const said = (facts: Parameters<typeof paper>[0]): string =>
    paperItem({ paper: paper(facts), remark: 'listed before' }, { labels, href });
  expect(said({ published: '2024-09' })).toContain(
    '<p class=by>September 2024<i>\u00a0· listed before</i>',
  );
  expect(said({ authors: ['A'] })).toContain(
    '<p class=by><span>A\u00a0· </span><i>listed before</i>',
  );
});

it('says by what a paper is identified', () => {
  expect(item({ arxiv: '2409.11321' })).toMatch(/^<li data-arxiv="2409.11321">/);
  expect(item({ arxiv: '2409.11321', doi: '10.1/a"b' })).toMatch(/^<li data-doi="10.1\/a&quot;b">/);
});

it('says which way a text runs where it is not the page’s', () => {
  const hebrew = 'נהר';
  const made = item({ title: hebrew, authors: [hebrew], text: hebrew });
  expect(made.match(/ dir=auto/g)).toHaveLength(3);
});
