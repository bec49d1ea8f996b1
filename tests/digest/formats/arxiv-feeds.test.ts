import { expect, test } from 'vitest';
import { countKinds } from '../../../src/digest/account.ts';
import { xmlRecords } from '../../../src/digest/formats/xml-records.ts';
import { splitLines } from '../../../src/digest/lines.ts';

const feeds = xmlRecords.filter(({ id }) => /arxiv|feed/.test(id));
const [arxivAtom, arxivRss, feed] = feeds;
if (!arxivAtom || !arxivRss || !feed) throw new Error('no feeds');

const capture = (text: string) => ({ file: 'digest.xml', text });

const api = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <id>http://arxiv.org/api/abc</id>
  <title type="html">ArXiv Query: search_query=all:frog</title>
  <updated>2026-04-12T00:00:00-04:00</updated>
  <entry>
    <id>http://arxiv.org/abs/2202.00001v2</id>
    <updated>2022-03-24T15:05:19Z</updated>
    <published>2022-02-24T15:05:19Z</published>
    <title>Frogs &amp; Ponds: A Study
  of $x &lt; y$</title>
    <summary>  We look at frogs whose weight
is below $y$ &amp;c.
</summary>
    <author>
      <name>Jos\\'e Sol\\\`a</name>
      <arxiv:affiliation>Pond</arxiv:affiliation>
    </author>
    <author><name>Ann Bee</name></author>
    <arxiv:comment>9 pages, code: https://example.org/frog</arxiv:comment>
    <arxiv:journal_ref>J. Ponds
      12</arxiv:journal_ref>
    <link href="http://arxiv.org/abs/2202.00001v2" rel="alternate" type="text/html"/>
    <link title="doi" href="http://dx.doi.org/10.1234/FROG" rel="related"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <category term="math.DS" scheme="http://arxiv.org/schemas/atom"/>
    <category term="37D45" scheme="http://arxiv.org/schemas/atom"/>
    <arxiv:primary_category term="math.DS" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
  <entry><id>http://arxiv.org/abs/math/0309136v1</id><title>Toads</title><published>2003-09-08T00:00:00Z</published></entry>
</feed>
`;

test('reads what the API of arXiv answers', () => {
  const parsed = arxivAtom.parse(capture(api));
  expect(parsed.papers).toEqual([
    {
      title: 'Frogs & Ponds: A Study of $x < y$',
      abstract: 'We look at frogs whose weight is below $y$ &c.',
      notation: 'tex',
      lines: [6, 29],
      record: 1,
      facts: {
        arxiv: '2202.00001',
        doi: '10.1234/frog',
        authors: ['José Solà', 'Ann Bee'],
        published: '2022-02-24',
        updated: '2022-03-24',
        venue: 'J. Ponds 12',
        categories: ['math.DS', 'cs.LG'],
        comment: '9 pages, code: https://example.org/frog',
        links: [{ label: 'Code', url: 'https://example.org/frog' }],
      },
    },
    {
      title: 'Toads',
      notation: 'tex',
      lines: [30, 30],
      record: 2,
      facts: { arxiv: 'math/0309136', published: '2003-09-08' },
    },
  ]);
  expect(parsed.problems).toEqual([]);
  expect(parsed.dates).toMatchObject([{ year: 2026, month: 4, day: 12, line: 5 }]);
  expect(countKinds(parsed.lines)).toMatchObject({
    banner: 4,
    date: 1,
    record: 25,
    footer: 1,
    unaccounted: 0,
  });
  expect(parsed.fields).toContainEqual({ field: 'title', records: 2, used: true });
  expect(parsed.fields).toContainEqual({ field: 'author.name', records: 1, used: true });
  expect(parsed.fields).toContainEqual({
    field: 'author.affiliation',
    records: 1,
    used: false,
  });
  expect(parsed.fields).toContainEqual({ field: 'updated', records: 1, used: true });
});

test('an error of the API is no paper', () => {
  const { papers, problems } = arxivAtom.parse(
    capture(
      '<feed><entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id</summary></entry></feed>',
    ),
  );
  expect(papers).toEqual([]);
  expect(problems.map(({ what }) => what)).toEqual([
    'This line fits nowhere: record 1 is no paper: arXiv answered with an error: incorrect id.',
  ]);
});

test('a feed that was cut off gives the entries before the cut, and the place of the cut', () => {
  const lines = splitLines(api);
  const parsed = arxivAtom.parse(
    capture(`${lines.slice(0, 29).join('\n')}\n  <entry>\n    <id>http://arxiv.org/a`),
  );
  expect(parsed.papers.map(({ title }) => title)).toEqual(['Frogs & Ponds: A Study of $x < y$']);
  expect(parsed.problems.map(({ where }) => where.line)).toEqual([30]);
  expect(parsed.problems[0]?.what).toContain('record 2 cannot be read: the file ends inside it');
  expect(countKinds(parsed.lines).unaccounted).toBe(2);
});

test('a feed that has lost its beginning gives the entries after it', () => {
  const rest = splitLines(api).slice(15).join('\n');
  expect(arxivAtom.recognise(capture(rest)).confidence).toBeGreaterThan(0.8);
  const { papers, problems, lines } = arxivAtom.parse(capture(rest));
  expect(papers.map(({ title }) => title)).toEqual(['Toads']);
  expect(problems).toMatchObject([{ where: { line: 1 } }]);
  expect(countKinds(lines).unaccounted).toBe(14);
});

test('a feed on one line reports a cut once', () => {
  const one = api.replaceAll('\n', ' ');
  const parsed = arxivAtom.parse(capture(one.slice(0, one.indexOf('Toads'))));
  expect(parsed.papers).toHaveLength(1);
  expect(parsed.problems).toHaveLength(1);
  expect(parsed.lines.map(({ kind }) => kind)).toEqual(['record']);
});

test('damage to one entry leaves the others', () => {
  const damaged = api.replace('<name>Ann Bee</name>', '<name>Ann Bee</nam>');
  const { papers, problems, lines } = arxivAtom.parse(capture(damaged));
  expect(papers.map(({ title }) => title)).toEqual(['Toads']);
  expect(problems).toHaveLength(1);
  expect(countKinds(lines).unaccounted).toBe(24);
});

test('lone ampersands, entities of HTML and control characters are mended', () => {
  const { papers, problems } = arxivAtom.parse(
    capture('<feed><entry><id>x</id><title>A & B&nbsp;&eacute;\u0007</title></entry></feed>'),
  );
  expect(papers[0]?.title).toBe('A & B é');
  expect(problems).toEqual([]);
});

const announced = `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
  <channel>
    <title>cs.LG updates on arXiv.org</title>
    <link>http://rss.arxiv.org/rss/cs.LG</link>
    <lastBuildDate>Fri, 25 Sep 2026 04:00:00 +0000</lastBuildDate>
    <pubDate>Thu, 24 Sep 2026 00:00:00 -0400</pubDate>
    <item>
      <title>Frogs</title>
      <link>https://arxiv.org/abs/2609.00001</link>
      <description>arXiv:2609.00001v1 Announce Type: new 
Abstract: We find $a&lt;b$ and &lt;frogs&gt; &amp;amp; ponds.</description>
      <guid isPermaLink="false">oai:arXiv.org:2609.00001v1</guid>
      <category>cs.LG</category>
      <category>stat.ML</category>
      <pubDate>Thu, 24 Sep 2026 00:00:00 -0400</pubDate>
      <arxiv:announce_type>new</arxiv:announce_type>
      <arxiv:DOI>10.1234/frog</arxiv:DOI>
      <arxiv:journal_reference>J. Ponds 12</arxiv:journal_reference>
      <dc:creator>Jos\\'e Sol\\\`a, Ann Bee</dc:creator>
    </item>
  </channel>
</rss>
`;

test('reads the RSS that arXiv publishes since 2024', () => {
  const parsed = arxivRss.parse(capture(announced));
  expect(parsed.papers).toEqual([
    {
      title: 'Frogs',
      abstract: 'We find $a<b$ and <frogs> &amp; ponds.',
      notation: 'tex',
      lines: [8, 21],
      record: 1,
      facts: {
        arxiv: '2609.00001',
        doi: '10.1234/frog',
        authors: ['José Solà', 'Ann Bee'],
        venue: 'J. Ponds 12',
        categories: ['cs.LG', 'stat.ML'],
      },
    },
  ]);
  expect(parsed.problems).toEqual([]);
  expect(parsed.dates).toMatchObject([{ year: 2026, month: 9, day: 24, line: 7 }]);
});

test('reads the Atom that arXiv announces papers with', () => {
  const { papers } = arxivAtom.parse(
    capture(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>oai:arXiv.org:2609.00001v2</id><title>Frogs</title>
<link href="https://arxiv.org/abs/2609.00001" rel="alternate"/><published>2026-09-24T00:00:00-04:00</published>
<summary>arXiv:2609.00001v2 Announce Type: replace-cross
Abstract: Croak.</summary><dc:creator>Ann Bee, Cee Dee</dc:creator></entry></feed>`),
  );
  expect(papers[0]).toMatchObject({
    abstract: 'Croak.',
    facts: { arxiv: '2609.00001', authors: ['Ann Bee', 'Cee Dee'] },
  });
  expect(papers[0]?.facts.published).toBeUndefined();
});

const rdf = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://arxiv.org/">
<title>cs.CV updates on arXiv.org</title>
<dc:date>2021-01-05T20:30:00-05:00</dc:date>
<items><rdf:Seq><rdf:li rdf:resource="http://arxiv.org/abs/2101.00001" /></rdf:Seq></items>
</channel>
<item rdf:about="http://arxiv.org/abs/2101.00001">
<title>Is $a&lt;b$ Enough?. (arXiv:2101.00001v3 [cs.CV] UPDATED)</title>
<link>http://arxiv.org/abs/2101.00001</link>
<description rdf:parseType="Literal">&lt;p&gt;Frogs &amp;amp; $x&amp;lt;y$ &lt;b&gt;toads&lt;/b&gt;
and more.
&lt;/p&gt;
</description>
<dc:creator> &lt;a href="http://arxiv.org/find/cs/1/au:+Bee_A/0/1/0/all/0/1"&gt;Ann Bee&lt;/a&gt; (Pond), &lt;a href="http://arxiv.org/x"&gt;J&amp;#xF6;rg Dee&lt;/a&gt;</dc:creator>
</item>
</rdf:RDF>
`;

test('reads the RSS that arXiv published before 2024', () => {
  const parsed = arxivRss.parse(capture(rdf));
  expect(parsed.papers).toEqual([
    {
      title: 'Is $a<b$ Enough?',
      abstract: 'Frogs & $x<y$ \uFDDAtoads\uFDDB and more.',
      notation: 'tex',
      lines: [8, 16],
      record: 1,
      facts: { arxiv: '2101.00001', authors: ['Ann Bee', 'Jörg Dee'], categories: ['cs.CV'] },
    },
  ]);
  expect(parsed.problems).toEqual([]);
  expect(parsed.dates).toMatchObject([{ year: 2021, month: 1, day: 5 }]);
});

const journal = `<rss version="2.0"><channel><title>Journal of Ponds</title>
<item><title><![CDATA[Frogs & <i>Rana</i>]]></title><link>https://example.org/frogs</link>
<description><![CDATA[<jats:p>Weight &lt; 5 &mu;g.</jats:p><script>steal()</script>]]></description>
<dc:creator>Bee, Ann</dc:creator><dc:creator>Dee, Cee</dc:creator><prism:doi>10.1234/Frogs</prism:doi>
<prism:publicationName>Journal of Ponds</prism:publicationName><dc:date>2024-01-02</dc:date></item>
<item><title>Toads</title><link>https://arxiv.org/abs/2401.00001</link><pubDate>Tue, 05 Mar 2024 00:00:00 GMT</pubDate></item>
<item><link>https://example.org/none</link></item>
</channel></rss>`;

test('reads any other feed', () => {
  const { papers, problems } = feed.parse(capture(journal));
  expect(papers.map(({ title, abstract, facts }) => ({ title, abstract, facts }))).toEqual([
    {
      title: 'Frogs & Rana',
      abstract: 'Weight < 5 μg.',
      facts: {
        doi: '10.1234/frogs',
        authors: ['Ann Bee', 'Cee Dee'],
        published: '2024-01-02',
        venue: 'Journal of Ponds',
        links: [{ label: 'Link', url: 'https://example.org/frogs' }],
      },
    },
    {
      title: 'Toads',
      abstract: undefined,
      facts: { arxiv: '2401.00001', published: '2024-03-05' },
    },
  ]);
  expect(problems.map(({ where }) => where.line)).toEqual([7]);
});

test.each([
  ['API', api, 'arxiv-atom'],
  ['API, cut', api.slice(0, 1500), 'arxiv-atom'],
  [
    'API as a browser shows it',
    `This XML file does not appear to have any style information.\n${api}`,
    'arxiv-atom',
  ],
  ['RSS', announced, 'arxiv-rss'],
  ['RSS 1.0', rdf, 'arxiv-rss'],
  ['journal', journal, 'feed'],
  ['HTML', '<!doctype html><html><p>arxiv.org/abs/2101.00001</p></html>', undefined],
  ['text', 'arXiv:2101.00001 <feed> <item>', undefined],
])('recognises %s', (_, text, id) => {
  const best = [arxivAtom, arxivRss, feed]
    .map((format) => ({ id: format.id, ...format.recognise(capture(text)) }))
    .filter(({ confidence }) => confidence > 0)
    .toSorted((one, other) => other.confidence - one.confidence);
  expect(best[0]?.id).toBe(id);
});

test('markup nested without end is refused, not followed', () => {
  const deep = `<feed><entry><title>${'<b>'.repeat(100_000)}x${'</b>'.repeat(100_000)}</title></entry></feed>`;
  const { papers, problems } = arxivAtom.parse(capture(deep));
  expect(papers.length + problems.length).toBe(1);
});
