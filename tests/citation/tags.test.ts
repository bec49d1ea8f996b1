import { describe, expect, test } from 'vitest';
import { citationTags } from '../../src/citation/tags.ts';
import type { Paper } from '../../src/archive/archive.ts';
import { work } from './works.ts';

const preprint = ['DC.type preprint', 'citation_publisher arXiv'];

describe('citationTags', () => {
  test.each<[string, Partial<Paper>, string[]]>([
    ['an abstract alone', {}, ['citation_abstract Rivers run.']],
    ['nothing', { text: '' }, []],
    [
      'everything',
      {
        text: ' Rivers\nrun.\n\nLakes lie. ',
        authors: ['Ada Lovelace', 'Smith, John, Jr.', 'River Team', 'et al.'],
        published: '2024-09-17',
        arxiv: '2409.11321',
        doi: '10.1000/182',
        venue: 'Journal of Rivers',
      },
      [
        'citation_author Lovelace, Ada',
        'citation_author Smith, John, Jr.',
        'citation_author River Team',
        'citation_publication_date 2024/09/17',
        'citation_journal_title Journal of Rivers',
        'citation_arxiv_id 2409.11321',
        'citation_doi 10.1000/182',
        'citation_pdf_url https://a.example/p.pdf',
        'citation_abstract Rivers run. Lakes lie.',
      ],
    ],
    [
      'a preprint, which has a DOI of arXiv',
      { text: '', arxiv: '2409.11321' },
      [
        'citation_publication_date 2024',
        ...preprint,
        'citation_arxiv_id 2409.11321',
        'citation_doi 10.48550/arXiv.2409.11321',
        'citation_pdf_url https://a.example/p.pdf',
      ],
    ],
    [
      'an old arXiv id, which has a year',
      { text: '', arxiv: 'math.GT/0309136' },
      [
        'citation_publication_date 2003',
        ...preprint,
        'citation_arxiv_id math.GT/0309136',
        'citation_doi 10.48550/arXiv.math.GT/0309136',
        'citation_pdf_url https://a.example/p.pdf',
      ],
    ],
    [
      'a conference, which has a year',
      { text: '', venue: 'ICLR 2025' },
      [
        'citation_publication_date 2025',
        'citation_conference_title ICLR 2025',
        'DC.source ICLR 2025',
      ],
    ],
    ['a venue of no known kind', { text: '', venue: 'Ponds' }, ['DC.source Ponds']],
    [
      'a name of many words, in which Zotero must not see two authors',
      { text: '', authors: ['Jan Willem van der Berg'] },
      ['citation_author van\u00a0der\u00a0Berg, Jan Willem'],
    ],
  ])('tells of %s', (_, facts, tags) => {
    const pdf = facts.arxiv === undefined ? undefined : 'https://a.example/p.pdf';
    expect(citationTags(work(facts), pdf).map(({ name, content }) => `${name} ${content}`)).toEqual(
      tags,
    );
  });
});
