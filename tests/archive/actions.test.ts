import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { actionsOf } from '../../src/archive/actions.ts';
import type { LinkKind, Paper, PaperLink } from '../../src/archive/archive.ts';
import { paper } from './paper.ts';

const link = (kind: LinkKind, label: string, url: string): PaperLink => ({ kind, label, url });
const line = (facts: Partial<Paper>): string[] =>
  actionsOf(paper(facts)).direct.map(({ label, url }) => `${label} ${url}`);

test.each<[string, Partial<Paper>, string[]]>([
  ['nothing known', {}, []],
  [
    'an arXiv id and a DOI',
    { arxiv: '2409.11321', doi: '10.1000/182' },
    [
      'PDF https://arxiv.org/pdf/2409.11321',
      'arXiv https://arxiv.org/abs/2409.11321',
      'DOI https://doi.org/10.1000/182',
    ],
  ],
  [
    'an old id, and the DOI that arXiv makes of it',
    { arxiv: 'math/0309136', doi: '10.48550/arXiv.math/0309136' },
    ['PDF https://arxiv.org/pdf/math/0309136', 'arXiv https://arxiv.org/abs/math/0309136'],
  ],
  [
    'HTML at arXiv, once it is known to be there',
    { arxiv: '2409.11321', links: [link('paper', 'Paper', 'https://arxiv.org/html/2409.11321v2')] },
    [
      'PDF https://arxiv.org/pdf/2409.11321',
      'HTML https://arxiv.org/html/2409.11321v2',
      'arXiv https://arxiv.org/abs/2409.11321',
    ],
  ],
  [
    'links that digests gave',
    {
      doi: '10.1000/182',
      links: [
        link('link', 'Tweet', 'https://x.com/a/1'),
        link('demo', 'Video', 'https://youtu.be/a'),
        link('code', 'Our code and all our models', 'https://code.example/a'),
        link('code', 'Code', 'https://code.example/b'),
        link('paper', 'OpenReview', 'https://openreview.net/forum?id=abcd'),
        link('paper', 'PDF', 'https://venue.example/a.pdf'),
        link('paper', 'Paper', 'https://doi.org/10.1000/182'),
      ],
    },
    [
      'PDF https://venue.example/a.pdf',
      'DOI https://doi.org/10.1000/182',
      'OpenReview https://openreview.net/forum?id=abcd',
      'Code https://code.example/a',
      'Video https://youtu.be/a',
    ],
  ],
  [
    'a paper of which the abstract speaks, which may be another one',
    {
      arxiv: '2409.11321',
      links: [
        link('paper', 'Paper', 'https://arxiv.org/pdf/2409.11321v1.pdf'),
        link('paper', 'Paper', 'https://arxiv.org/abs/2301.00001'),
        link('paper', 'Paper', 'https://old.example/first.pdf'),
      ],
    },
    ['PDF https://arxiv.org/pdf/2409.11321', 'arXiv https://arxiv.org/abs/2409.11321'],
  ],
])('%s', (_, facts, expected) => {
  expect(line(facts)).toEqual(expected);
});

it('loses no link, and says none twice', () => {
  const words = ['PDF', 'HTML', 'Code', 'Paper', 'OpenReview', 'A label of many words', 'x'];
  const urls = [
    'https://a.example/',
    'https://arxiv.org/html/2409.11321',
    'https://b.example/c.pdf',
  ];
  const kinds: LinkKind[] = ['code', 'project', 'data', 'model', 'demo', 'paper', 'link'];
  const links = fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom(...kinds),
      label: fc.constantFrom(...words),
      url: fc
        .tuple(fc.constantFrom(...urls), fc.nat(20))
        .map(([url, at]) => (url.includes('arxiv') ? url : `${url}${at}`)),
    }),
    { selector: ({ url }) => url },
  );
  fc.assert(
    fc.property(links, fc.boolean(), (given, hasId) => {
      const { direct, others } = actionsOf(
        paper({ links: given, ...(hasId && { arxiv: '2409.11321' }) }),
      );
      const all = [...direct, ...others].map(({ url }) => url);
      expect(new Set(all).size).toBe(all.length);
      for (const { url } of given) expect(all).toContain(url);
    }),
  );
});

test('what is linked already is not looked for elsewhere', () => {
  const { elsewhere, readable } = actionsOf(paper({ arxiv: '2409.11321', doi: '10.1000/182' }));
  expect(elsewhere.map(({ label }) => label)).toEqual([
    'HTML on arXiv, if there is one',
    'Semantic Scholar',
    'Google Scholar',
    'Hugging Face',
  ]);
  expect(readable).toBe(true);
  const labels = (facts: Partial<Paper>) =>
    actionsOf(paper(facts)).elsewhere.map(({ label }) => label);
  const html = link('paper', 'Paper', 'https://arxiv.org/html/2409.11321');
  expect(labels({ arxiv: '2409.11321', links: [html] })[0]).toBe('Semantic Scholar');
  for (const arxiv of ['2311.00001', 'math/0309136', '0704.0001'])
    expect(labels({ arxiv })[0]).toBe('Semantic Scholar');
  const code = actionsOf(paper({ links: [link('code', 'Code', 'https://code.example/a')] }));
  expect(code.readable).toBe(false);
  expect(code.elsewhere.map(({ label }) => label)).toContain('arXiv');
});
