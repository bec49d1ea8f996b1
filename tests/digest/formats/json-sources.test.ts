import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';
import type { CapturedPaper } from '../../../src/digest/model.ts';

const readAll = (value: unknown): readonly CapturedPaper[] =>
  parseDigest({ file: 'list.json', text: JSON.stringify(value) }).papers;

/** What several services say of one paper, each in its own form. */
const frogs = {
  title: 'Frogs That Count',
  abstract: 'Frogs count up to three. We show how.',
  notation: 'plain',
};

describe('one paper as services give it', () => {
  test.each([
    [
      'DataCite',
      {
        data: [
          {
            id: '10.5072/frog.1',
            type: 'dois',
            attributes: {
              doi: '10.5072/FROG.1',
              creators: [
                { name: 'Bo, Ada', nameType: 'Personal' },
                { givenName: 'Cy', familyName: 'Dee' },
              ],
              titles: [{ lang: 'en', title: 'Frogs That Count' }],
              descriptions: [
                { description: '12 files', descriptionType: 'TechnicalInfo' },
                { description: frogs.abstract, descriptionType: 'Abstract' },
              ],
              dates: [
                { date: '2024-02-03', dateType: 'Collected' },
                { date: '2024-05-06', dateType: 'Issued' },
              ],
              publicationYear: 2024,
              container: { type: 'Journal', title: 'Pond Letters' },
            },
          },
        ],
      },
      {
        doi: '10.5072/frog.1',
        authors: ['Ada Bo', 'Cy Dee'],
        published: '2024-05-06',
        venue: 'Pond Letters',
      },
    ],
    [
      'OpenAlex',
      {
        results: [
          {
            doi: 'https://doi.org/10.5072/frog.1',
            display_name: 'Frogs That Count',
            authorships: [{ author: { display_name: 'Ada Bo' } }],
            primary_location: { source: { display_name: 'Pond Letters' } },
            abstract_inverted_index: {
              We: [5],
              Frogs: [0],
              count: [1],
              up: [2],
              to: [3],
              'three.': [4],
              show: [6],
              'how.': [7],
            },
          },
        ],
      },
      { doi: '10.5072/frog.1', authors: ['Ada Bo'], venue: 'Pond Letters' },
    ],
    [
      'INSPIRE',
      {
        hits: {
          hits: [
            {
              id: '99',
              metadata: {
                titles: [{ source: 'arXiv', title: 'Frogs That Count' }],
                abstracts: [{ source: 'arXiv', value: frogs.abstract }],
                authors: [{ full_name: 'Bo, Ada' }, { full_name: 'Dee, Cy' }],
                arxiv_eprints: [{ value: '2405.01234', categories: ['hep-th'] }],
                dois: [{ value: '10.5072/frog.1' }],
                preprint_date: '2024-05-06',
                publication_info: [{ journal_title: 'Pond Lett.', year: 2024 }],
              },
            },
          ],
        },
      },
      {
        arxiv: '2405.01234',
        doi: '10.5072/frog.1',
        authors: ['Ada Bo', 'Cy Dee'],
        published: '2024-05-06',
        venue: 'Pond Lett.',
        categories: ['hep-th'],
      },
    ],
    [
      'OpenReview, first version',
      {
        notes: [
          {
            id: 'Xy_9-z',
            forum: 'Xy_9-z',
            content: { title: 'Frogs That Count', abstract: frogs.abstract, authors: ['Ada Bo'] },
          },
        ],
      },
      {
        authors: ['Ada Bo'],
        links: [{ label: 'OpenReview', url: 'https://openreview.net/forum?id=Xy_9-z' }],
      },
    ],
    [
      'OpenReview, second version',
      {
        notes: [
          {
            forum: 'Xy_9-z',
            content: {
              title: { value: 'Frogs That Count' },
              abstract: { value: frogs.abstract },
              authors: { value: ['Ada Bo'] },
              venue: { value: 'Ponds 2024' },
            },
          },
        ],
      },
      {
        authors: ['Ada Bo'],
        venue: 'Ponds 2024',
        links: [{ label: 'OpenReview', url: 'https://openreview.net/forum?id=Xy_9-z' }],
      },
    ],
    [
      'Zotero',
      [
        {
          key: 'K',
          data: {
            title: 'Frogs That Count',
            abstractNote: frogs.abstract,
            DOI: '10.5072/frog.1',
            creators: [
              { creatorType: 'editor', firstName: 'Ed', lastName: 'It' },
              { creatorType: 'author', firstName: 'Ada', lastName: 'Bo' },
            ],
          },
        },
      ],
      { doi: '10.5072/frog.1', authors: ['Ada Bo'] },
    ],
    [
      'a scraper with details apart',
      [
        {
          title: 'Frogs That Count',
          details: { abstract: frogs.abstract, arxiv_page_url: 'https://arxiv.org/abs/2405.01234' },
        },
      ],
      { arxiv: '2405.01234' },
    ],
  ])('%s', (_, value, facts) => {
    expect(readAll(value)).toEqual([expect.objectContaining({ ...frogs, facts })]);
  });

  test('DBLP: one author is no list, names carry numbers, titles a full stop', () => {
    const info = (author: unknown): object => ({
      info: {
        title: 'Frogs That Count.',
        authors: { author },
        ee: 'https://doi.org/10.5072/frog.1',
        url: 'https://dblp.org/rec/x/y',
      },
    });
    const hit = [
      info({ '@pid': '1', text: 'Wei Bo 0002' }),
      info([{ text: 'Ada Bo' }, { text: 'Cy Dee' }]),
    ];
    const papers = readAll({ result: { hits: { '@total': '2', hit } } });
    expect(papers.map(({ title, facts }) => [title, facts.authors, facts.doi])).toEqual([
      ['Frogs That Count', ['Wei Bo'], '10.5072/frog.1'],
      ['Frogs That Count', ['Ada Bo', 'Cy Dee'], '10.5072/frog.1'],
    ]);
  });

  test('other languages name the same fields', () => {
    expect(
      readAll([
        { 标题: 'Frogs That Count', 作者: 'Ada Bo, Cy Dee', 摘要: frogs.abstract },
        { title: 'B', titre: 'C' },
      ])[0],
    ).toMatchObject({ ...frogs, facts: { authors: ['Ada Bo', 'Cy Dee'] } });
  });
});

const readText = (text: string): readonly CapturedPaper[] =>
  parseDigest({ file: 'list.json', text }).papers;

describe('what holds papers is no paper', () => {
  const items = [
    {
      id: 'https://arxiv.org/abs/2405.01234',
      title: 'Frogs That Count',
      content_html: '<p>Abstract: Frogs count &amp; croak.</p><ul><li>Twice.</li></ul>',
      authors: [{ name: 'Ada Bo' }],
    },
  ];
  test.each([
    ['a JSON Feed', { version: 'https://jsonfeed.org/version/1', title: 'Ponds', items }],
    ['a list under a name of its own', { title: 'Ponds', croaks: items }],
    ['a list two objects down', { title: 'Ponds', message: { items } }],
  ])('%s', (_, value) => {
    expect(readAll(value)).toEqual([
      expect.objectContaining({
        title: 'Frogs That Count',
        abstract: 'Frogs count & croak.\n\nTwice.',
        facts: { arxiv: '2405.01234', authors: ['Ada Bo'] },
      }),
    ]);
  });

  test('a name and a message are no title and abstract', () => {
    expect(readAll({ names: [{ name: 'Ada Bo', text: 'Hello' }] })).toEqual([]);
  });
});

test('rows of Markdown under the ids of papers', () => {
  const papers = readAll({
    Ponds: {
      '2405.01234':
        '|**2024-05-06**|**Frogs \\| Toads**|Ada Bo et.al.|[2405.01234](http://arxiv.org/abs/2405.01234)|**[link](https://github.com/a/b)**|\n',
      '2405.01235v1':
        '- 2024-05-07, **Newts, Too**, Cy Dee et.al., Paper: [http://arxiv.org/abs/2405.01235](http://arxiv.org/abs/2405.01235)\n',
    },
    Streams: {
      '2405.01236':
        '|**2024-05-08**|**Eels**|null|[2405.01236](http://arxiv.org/abs/2405.01236)|null|\n',
    },
  });
  expect(papers.map(({ title, facts }) => [title, facts])).toEqual([
    [
      'Frogs | Toads',
      {
        arxiv: '2405.01234',
        published: '2024-05-06',
        authors: ['Ada Bo'],
        links: [{ label: 'Code', url: 'https://github.com/a/b' }],
      },
    ],
    ['Newts, Too', { arxiv: '2405.01235', published: '2024-05-07', authors: ['Cy Dee'] }],
    ['Eels', { arxiv: '2405.01236', published: '2024-05-08' }],
  ]);
});

describe('what Python prints', () => {
  const record = String.raw`{'title': "Frogs' \"Three\"", 'abstract': 'Caf\xe9s \'n\' \\alpha\nponds (so).', 'code': None, 'open': True, 'published': datetime.datetime(2024, 5, 6, 7, 8, tzinfo=datetime.timezone.utc), 'authors': [arxiv.Result.Author('Ada Bo'), arxiv.Result.Author("Cy O'Dee")]}`;
  const paper = {
    title: 'Frogs\' "Three"',
    abstract: "Cafés 'n' \\alpha ponds (so).",
    facts: { published: '2024-05-06', authors: ['Ada Bo', "Cy O'Dee"] },
  };
  test.each([
    ['one a line', `${record}\n${record}`, [1, 2]],
    ['a list', `[${record},\n ${record}]`, [1, 2]],
    ['a tuple in a dictionary', `{u'papers': (\n${record},\n${record})}`, [2, 3]],
  ])('%s', (_, text, lines) => {
    const papers = readText(text);
    expect(papers).toEqual([expect.objectContaining(paper), expect.objectContaining(paper)]);
    expect(papers.map((read) => read.lines[0])).toEqual(lines);
  });

  test.each([
    ["['Ada Bo', \"Cy O'Dee\"]", ['Ada Bo', "Cy O'Dee"]],
    ["['Ada Bo' 'Cy Dee']", ['Ada Bo', 'Cy Dee']],
    ["[{'name': 'Ada Bo', 'id': None}]", ['Ada Bo']],
    ['[Ada Bo, Cy Dee]', ['Ada Bo', 'Cy Dee']],
    ['Ada Bo, Unit 7, R2D2 Collective, Cy Dee', ['Ada Bo', 'Unit 7', 'R2D2 Collective', 'Cy Dee']],
    ['Ada Bo1, Cy Dee1,2', ['Ada Bo', 'Cy Dee']],
  ])('authors %s', (authors, names) => {
    expect(readAll([{ title: 'A', authors }])[0]?.facts.authors).toEqual(names);
  });
});
