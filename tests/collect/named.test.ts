import { expect, it } from 'vitest';
import { namedOf } from '../../src/collect/named.ts';

const arxiv = (id: string): string =>
  `https://export.arxiv.org/api/query?id_list=${encodeURIComponent(id)}&start=0&max_results=1`;

it.each([
  ['arXiv:2409.11321', arxiv('2409.11321'), 'arxiv-2409-11321'],
  ['arxiv:2409.11321v3', arxiv('2409.11321'), 'arxiv-2409-11321'],
  ['arXiv:math/0309136', arxiv('math/0309136'), 'arxiv-math-0309136'],
  ['https://arxiv.org/abs/2409.11321v2', arxiv('2409.11321'), 'arxiv-2409-11321'],
  ['https://arxiv.org/pdf/2409.11321.pdf', arxiv('2409.11321'), 'arxiv-2409-11321'],
  ['10.48550/arXiv.2409.11321', arxiv('2409.11321'), 'arxiv-2409-11321'],
  ['10.1000/Bells.1', 'https://doi.org/10.1000/bells.1', 'doi-10-1000-bells-1'],
  ['doi:10.1000/bells.1', 'https://doi.org/10.1000/bells.1', 'doi-10-1000-bells-1'],
  ['https://doi.org/10.1000/bells.1', 'https://doi.org/10.1000/bells.1', 'doi-10-1000-bells-1'],
  [
    'https://a.example/lists/Week%2012.md?x=1',
    'https://a.example/lists/Week%2012.md?x=1',
    'Week 12',
  ],
  ['https://a.example/', 'https://a.example/', 'a.example'],
  ['https://a.example/%E0%A4%A', 'https://a.example/%E0%A4%A', '%E0%A4%A'],
])('%s', (given, address, name) => expect(namedOf(given)).toMatchObject({ address, name }));

it.each([
  'digest.txt',
  '-',
  './10.1000',
  'arXiv:nonsense',
  '2025-03-11-trending.txt',
  'C:\\\\digests',
])('%s is a file', (given) => expect(namedOf(given)).toBeUndefined());

it('does not take a page for a record, or an empty feed for a paper', () => {
  const [doi, id] = ['10.1000/bells.1', 'arXiv:2409.11321'].map((given) => namedOf(given));
  expect(doi?.read('<html></html>', doi.address)).toEqual({
    ok: false,
    why: 'no record of the paper came',
  });
  const empty = '<?xml version="1.0"?><feed><title>x</title></feed>';
  expect(id?.read(empty, id.address)).toEqual({ ok: false, why: 'arXiv has no paper 2409.11321' });
});
