import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { elsewhere, longestQuery } from '../../src/archive/elsewhere.ts';
import type { Paper } from '../../src/archive/archive.ts';
import { anyText, paper } from './paper.ts';

/** `label url`, with `*` before what is direct. */
function lines(facts: Partial<Paper>): string[] {
  return elsewhere(paper(facts)).map(
    ({ label, url, direct }) => `${direct ? '* ' : ''}${label} ${url}`,
  );
}

test.each<[string, Partial<Paper>, string[]]>([
  [
    'a title alone',
    { title: 'So: is "A & B" 100% C#, or 3:1?' },
    [
      'arXiv https://arxiv.org/search/?query=So+is+A+%26+B+100%25+C%23+or+3%3A1&searchtype=title',
      'Semantic Scholar https://www.semanticscholar.org/search?q=So+is+A+%26+B+100%25+C%23+or+3%3A1',
      'Google Scholar https://scholar.google.com/scholar?q=So+is+A+%26+B+100%25+C%23+or+3%3A1',
      'Hugging Face https://huggingface.co/papers?q=So+is+A+%26+B+100%25+C%23+or+3%3A1',
    ],
  ],
  [
    'an arXiv id',
    { title: 'A', arxiv: '2409.11321' },
    [
      '* arXiv https://arxiv.org/abs/2409.11321',
      '* Semantic Scholar https://www.semanticscholar.org/arxiv/2409.11321',
      'Google Scholar https://scholar.google.com/scholar?q=A',
      '* Hugging Face https://huggingface.co/papers/2409.11321',
    ],
  ],
  [
    'an old arXiv id and a DOI',
    { title: 'A', arxiv: 'math/0309136', doi: '10.1002/(sici)1<1::a#b>3.0.co;2-#' },
    [
      '* DOI https://doi.org/10.1002/(sici)1%3C1%3A%3Aa%23b%3E3.0.co%3B2-%23',
      '* arXiv https://arxiv.org/abs/math/0309136',
      'Semantic Scholar https://www.semanticscholar.org/search?q=A',
      'Google Scholar https://scholar.google.com/scholar?q=A',
      'Hugging Face https://huggingface.co/papers?q=A',
    ],
  ],
  [
    'a title of which nothing is left',
    { title: '\u0000', arxiv: 'math/0309136' },
    ['* arXiv https://arxiv.org/abs/math/0309136'],
  ],
])('%s', (_, facts, expected) => {
  expect(lines(facts)).toEqual(expected);
});

it('cuts a long title after a word', () => {
  const [{ url } = { url: '' }] = elsewhere(paper({ title: 'river '.repeat(2000) }));
  const query = new URL(url).searchParams.get('query') ?? '';
  expect(query).toMatch(/^river( river)*$/);
  expect(query.length).toBeLessThanOrEqual(longestQuery);
});

it('makes addresses of the place meant, whatever the title', () => {
  const hosts = ['arxiv.org', 'www.semanticscholar.org', 'scholar.google.com', 'huggingface.co'];
  fc.assert(
    fc.property(anyText, (title) => {
      for (const { url } of elsewhere(paper({ title }))) {
        expect(hosts).toContain(new URL(url).host);
        expect(url).toMatch(/^[!-~]+$/);
        expect(url).not.toMatch(/["<>\\]/);
      }
    }),
  );
});
