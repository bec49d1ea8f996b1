import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifiersIn } from '../../src/digest/identifiers.ts';

const names = (text: string): string[] => identifiersIn(text).map(({ name }) => name);

describe('identifiersIn', () => {
  test.each([
    ['see 2402.13579v2.', 'arXiv 2402.13579'],
    ['arXiv:0811.4321 [stat.ML]', 'arXiv 0811.4321'],
    ['arXiv2402.13579', 'arXiv 2402.13579'],
    ['hep-th/9711200v3', 'arXiv hep-th/9711200'],
    ['[x](https://arxiv.org/pdf/math.GT/0309136)', 'arXiv math/0309136'],
    [String.raw`"https:\/\/arxiv.org\/abs\/2402.13579"`, 'arXiv 2402.13579'],
    ['login?next=%2Fpapers%2F2402.13579', 'arXiv 2402.13579'],
    ['https://doi.org/10.48550/arXiv.2402.13579', 'arXiv 2402.13579'],
    ['(doi:10.1016/S0140-6736(05)12345-6).', 'DOI 10.1016/s0140-6736(05)12345-6'],
    ['doi = {10.1145/1234.5678},', 'DOI 10.1145/1234.5678'],
    ['https://onlinelibrary.example/doi/full/10.1002/abc.12', 'DOI 10.1002/abc.12'],
    ['https://dl.example/doi/10.1145/12.34?download=true', 'DOI 10.1145/12.34'],
    ['**10.1145/12.34**', 'DOI 10.1145/12.34'],
    ['链接：10.1145/12.34。', 'DOI 10.1145/12.34'],
    [
      'https://www.biorxiv.org/content/10.1101/2024.02.03.123456v2.full.pdf+html',
      'DOI 10.1101/2024.02.03.123456',
    ],
    [
      'http://biorxiv.org/cgi/content/short/2024.02.03.123456v1?rss=1',
      'DOI 10.1101/2024.02.03.123456',
    ],
    ['https://openreview.net/forum?id=aB3_-xYz01', 'OpenReview aB3_-xYz01'],
    ['https://openreview.net/attachment?name=pdf&amp;id=aB3_-xYz01', 'OpenReview aB3_-xYz01'],
    ['https://aclanthology.org/2023.findings-acl.77.pdf', 'ACL 2023.findings-acl.77'],
    ['10.18653/v1/2023.findings-acl.77', 'ACL 2023.findings-acl.77'],
    ['https://www.aclweb.org/anthology/P18-1001/', 'ACL p18-1001'],
    ['https://pubmed.ncbi.nlm.nih.gov/31234567/', 'PMID 31234567'],
    ['PMID: 31234567', 'PMID 31234567'],
  ])('reads %j', (text, name) => {
    expect(names(text)).toEqual([name]);
  });

  test.each([
    'a loss of 1234.56789 and 2413.12345 points',
    'version 1.2402.13579 of 2402.135791',
    'on 2024-02-13 at 10.30/11.30',
    'and/or 1234567, cs/0000001',
    'https://arxiv.org/list/cs.LG/2402',
    'https://openreview.net/group?id=Venue.cc/2025/Conference',
    '2402.1357, too short for its year, and 1402.13579, too long',
  ])('sees none in %j', (text) => {
    expect(names(text).filter((name) => !name.startsWith('OpenReview Venue'))).toEqual([]);
  });

  test('says where each one stands', () => {
    const text = 'First 2402.13579, then doi:10.1145/12.34.';
    expect(identifiersIn(text).map(({ at }) => text.slice(at, at + 4))).toEqual(['2402', '10.1']);
  });

  test('finds every arXiv id whatever stands between them', () => {
    const id = fc
      .tuple(
        fc.integer({ min: 15, max: 39 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 99_999 }),
      )
      .map(
        ([year, month, number]) =>
          `${String(year)}${String(month).padStart(2, '0')}.${String(number).padStart(5, '0')}`,
      );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(id, fc.constantFrom(' ', ', ', '\n', ') and (', '|', '"}, {"')), {
          maxLength: 30,
        }),
        (parts) => {
          expect(names(parts.flat().join(''))).toEqual(parts.map(([it]) => `arXiv ${it}`));
        },
      ),
    );
  });
});
