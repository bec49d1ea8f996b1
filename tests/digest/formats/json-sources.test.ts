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
