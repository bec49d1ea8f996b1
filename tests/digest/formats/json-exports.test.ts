import { expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';

const read = (value: unknown) =>
  parseDigest({ file: 'export.json', text: JSON.stringify(value, null, 1) });

/** Title, beginning of the abstract, id. */
const shown = (value: unknown) =>
  read(value).papers.map(({ title, abstract, facts }) => [
    title,
    abstract?.slice(0, 12),
    facts.arxiv ?? facts.doi,
  ]);

const clay = 'Clay remembers the hand that shaped it, and we measure for how many years it does.';

test('Telegram: bold titles, linked titles, messages about nothing', () => {
  const export_ = {
    name: 'Kiln papers',
    type: 'public_channel',
    messages: [
      { id: 1, type: 'service', date: '2026-03-01T09:00:00', action: 'create_channel', text: '' },
      {
        id: 2,
        type: 'message',
        date: '2026-03-02T09:00:00',
        text: [
          { type: 'bold', text: 'Kilns without Smoke' },
          `\n\n${clay}\n\n`,
          { type: 'link', text: 'https://arxiv.org/abs/2602.01234' },
          '\n',
          { type: 'hashtag', text: '#clay' },
        ],
      },
      {
        id: 3,
        type: 'message',
        date: '2026-03-03T09:00:00',
        text: [
          {
            type: 'text_link',
            text: 'Glazes That Remember',
            href: 'https://arxiv.org/abs/2602.04321',
          },
          `\n${clay}`,
        ],
      },
      { id: 4, type: 'message', date: '2026-03-04T09:00:00', text: 'A happy new week!' },
    ],
  };
  expect(shown(export_)).toEqual([
    ['Kilns without Smoke', 'Clay remembe', '2602.01234'],
    ['Glazes That Remember', 'Clay remembe', '2602.04321'],
  ]);
  expect(read(export_).problems).toEqual([]);
});

test('Slack: cards, links with and without a title, several in one message', () => {
  const message = { type: 'message', user: 'U1', ts: '1772442000.000100' };
  const messages = [
    {
      ...message,
      text: '<https://arxiv.org/abs/2602.01234> nice',
      attachments: [
        {
          title: 'Kilns without Smoke',
          title_link: 'https://arxiv.org/abs/2602.01234',
          text: clay,
        },
      ],
    },
    { ...message, text: '<@U2> lunch?' },
    { ...message, text: `*<https://arxiv.org/abs/2602.07777|Glazes That Run>*\n${clay}` },
    { ...message, text: 'and this: <https://doi.org/10.5555/kiln.77>' },
    {
      ...message,
      text: '• <https://arxiv.org/abs/2602.05555|Pots and Pans, Compared>\n• <https://arxiv.org/abs/2602.06666>',
    },
  ];
  expect(shown(messages)).toEqual([
    ['Kilns without Smoke', 'Clay remembe', '2602.01234'],
    ['Glazes That Run', 'Clay remembe', '2602.07777'],
    ['DOI 10.5555/kiln.77', undefined, '10.5555/kiln.77'],
    ['Pots and Pans, Compared', undefined, '2602.05555'],
    ['arXiv 2602.06666', undefined, '2602.06666'],
  ]);
  expect(read(messages).problems).toEqual([]);
  expect(read(messages).papers.map(({ incomplete = false }) => incomplete)).toEqual([
    false,
    false,
    true,
    false,
    true,
  ]);
});

test('a text keeps the addresses that it speaks of', () => {
  const text = `Kilns without Smoke\n\n${clay} Plans: https://github.com/kiln/plans.\n\nhttps://arxiv.org/abs/2602.01234`;
  const message = { id: 1, type: 'message', date: '2026-03-02T09:00:00', text };
  expect(read({ messages: [message] }).papers).toMatchObject([
    {
      title: 'Kilns without Smoke',
      abstract: `${clay} Plans: https://github.com/kiln/plans.`,
      facts: { arxiv: '2602.01234' },
    },
  ]);
});

test('Discord: embeds', () => {
  const messages = [
    {
      id: '10',
      type: 'Default',
      timestamp: '2026-03-02T10:00:00+00:00',
      content: 'https://arxiv.org/abs/2602.01234',
      author: { id: '5', name: 'potter' },
      embeds: [
        {
          title: '[2602.01234] Kilns without Smoke',
          url: 'https://arxiv.org/abs/2602.01234',
          description: clay,
        },
      ],
    },
    {
      id: '11',
      type: 'Default',
      timestamp: '2026-03-02T10:01:00+00:00',
      content: 'ok',
      embeds: [],
    },
  ];
  expect(shown({ guild: { name: 'Kiln' }, messages })).toEqual([
    ['Kilns without Smoke', 'Clay remembe', '2602.01234'],
  ]);
});

test('OpenReview: reviews, comments and decisions are no papers', () => {
  const note = { forum: 'kXq7Pz2Aab', replyto: 'kXq7Pz2Aab' };
  const notes = [
    {
      id: 'kXq7Pz2Aab',
      forum: 'kXq7Pz2Aab',
      invitation: 'Pots/-/Submission',
      content: { title: 'Kilns without Smoke', abstract: clay },
    },
    { ...note, id: 'b', content: { title: 'A clean kiln', review: 'I liked it.', rating: '7' } },
    { ...note, id: 'c', content: { title: { value: 'Paper Decision' } } },
  ];
  const { papers, problems } = read({ notes });
  expect(papers.map(({ title }) => title)).toEqual(['Kilns without Smoke']);
  expect(problems).toEqual([]);
});

test.each([
  ['JSON', '[{"title":"A Pot"},\n{"title":"A Kiln","doi":"10.5555/k","abstract":"It is h'],
  ['JSON Lines', '{"title":"A Pot"}\n{"title":"A Kiln","doi":"10.5555/k","abstract":"It is h'],
  ['CSV', 'title,doi,abstract\nA Pot,,Round\nA Kiln,10.5555/k,"It is h'],
  ['CSV without quotes', 'title,doi,abstract\nA Pot,,Round\nA Kiln,10.5555/k'],
  [
    'BibTeX',
    '@misc{a,\n title={A Pot}\n}\n@misc{b,\n title={A Kiln},\n doi={10.5555/k},\n note={It is h',
  ],
])('%s that is cut off keeps what is complete, with a notice', (_, text) => {
  const { papers, problems } = parseDigest({ file: 'f', text });
  expect(papers.map(({ title }) => title)).toEqual(['A Pot', 'A Kiln']);
  expect(papers[1]?.abstract).toBeUndefined();
  expect(papers[1]?.facts.doi ?? '10.5555/k').toBe('10.5555/k');
  expect(problems.map(({ code }) => code)).toContain('digest/cut-off');
});

test('labels and marks of footnotes are no part of what they stand at', () => {
  const [pots, pans] = parseDigest({
    file: 'f',
    text: JSON.stringify([
      {
        title: 'Title: Pots &amp; <i>Pans</i>',
        abstract: 'ABSTRACT. Pots &lt; pans.',
        authors: ['Ann Potter1', 'Bo Kiln2,3', 'R2D2', 'Cy Last*'],
        comment: 'Accepted to Pots 2026',
      },
      { title: '[PDF] Clay, Again', authors: ['Studio Twin7', 'Ann Potter'] },
    ]),
  }).papers;
  expect(pots).toMatchObject({
    title: 'Pots & Pans',
    abstract: 'Pots < pans.',
    facts: {
      authors: ['Ann Potter', 'Bo Kiln', 'R2D2', 'Cy Last'],
      comment: 'Accepted to Pots 2026',
    },
  });
  expect(pans).toMatchObject({
    title: 'Clay, Again',
    facts: { authors: ['Studio Twin7', 'Ann Potter'] },
  });
});

test.each<readonly [unknown, readonly string[]]>([
  ['Potter, A., Kiln, B., & Last, C.', ['A. Potter', 'B. Kiln', 'C. Last']],
  ['Potter, Ann and Kiln, Bo and others', ['Ann Potter', 'Bo Kiln']],
  ['Ann Potter, Bo Kiln, … Cy Last', ['Ann Potter', 'Bo Kiln', 'Cy Last']],
  ['Ann Potter¹, Bo Kiln²', ['Ann Potter', 'Bo Kiln']],
  ['Ann Potter\nBo Kiln\nCy Last', ['Ann Potter', 'Bo Kiln', 'Cy Last']],
  ['Ann Potter / Bo Kiln', ['Ann Potter', 'Bo Kiln']],
  [['Ann Potter et al.'], ['Ann Potter']],
  [[{ name: { first: 'Ann', last: 'Potter' } }], ['Ann Potter']],
])('authors as %j', (authors, names) => {
  const text = JSON.stringify([{ title: 'Kilns without Smoke', authors, abstract: clay }]);
  expect(parseDigest({ file: 'f', text }).papers[0]?.facts.authors).toEqual(names);
});

test('Europe PMC: a PubMed id is a link, and the full stop behind a title none of its', () => {
  const result = [{ pmid: '41000001', doi: '10.5555/k', title: 'Kilns.', abstractText: clay }];
  expect(read({ resultList: { result } }).papers).toMatchObject([
    {
      title: 'Kilns',
      facts: { links: [{ label: 'PubMed', url: 'https://pubmed.ncbi.nlm.nih.gov/41000001/' }] },
    },
  ]);
});
