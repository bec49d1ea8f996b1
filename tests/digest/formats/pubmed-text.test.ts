import { expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';

const text = `1. Ann Clay Sci. 2026 Feb 3;7(2):11-19. doi: 10.5555/clay.2026.11. Epub 2026 Jan
9.

Smoke above kilns: a randomized
trial.

Potter A(1), van der Kiln JB(1)(2), Twin C Jr(2); Clay Study Group.

Author information:
(1)Department of Clay, University of Wheels, Wheeltown, UK.
(2)Institute of Glaze.

Comment in
    Ann Clay Sci. 2026;7(3):1.

BACKGROUND: Smoke is everywhere and few have measured
how much of it there is.
RESULTS: There was less than feared, 3. 5 g at most.
2. It did not matter.

© 2026 The Potters.

DOI: 10.5555/clay.2026.11
PMCID: PMC9876543
PMID: 41000001 [Indexed for MEDLINE]

Conflict of interest statement: None.


2. Wheel. 2025 Dec-2026 Jan;5:101.

[Clay in winter].

[Article in German]

Potter A.

PMID: 41000002
`;

test('PubMed: abstracts as text', () => {
  const { format, papers, problems, lines } = parseDigest({ file: 'f', text });
  expect(format).toBe('pubmed-text');
  expect(problems).toEqual([]);
  expect(papers).toMatchObject([
    {
      title: 'Smoke above kilns: a randomized trial',
      abstract:
        'BACKGROUND: Smoke is everywhere and few have measured how much of it there is.\n\nRESULTS: There was less than feared, 3. 5 g at most. 2. It did not matter.',
      lines: [1, 27],
      facts: {
        doi: '10.5555/clay.2026.11',
        authors: ['A Potter', 'JB van der Kiln', 'C Twin Jr', 'Clay Study Group'],
        published: '2026-02-03',
        venue: 'Ann Clay Sci',
        links: [{ label: 'PubMed', url: 'https://pubmed.ncbi.nlm.nih.gov/41000001/' }],
      },
    },
    {
      title: 'Clay in winter',
      facts: { authors: ['A Potter'], venue: 'Wheel' },
    },
  ]);
  expect(papers[1]?.abstract).toBeUndefined();
  expect(lines.some(({ kind }) => kind === 'unaccounted')).toBe(false);
});

test('the last record is cut off', () => {
  const { papers, problems } = parseDigest({
    file: 'f',
    text: `${text}\n\n3. Wheel. 2025;5:102.\n\nGlaze.\n\nIt is`,
  });
  expect(papers.map(({ title }) => title).at(-1)).toBe('Glaze');
  expect(problems).toMatchObject([{ code: 'digest/cut-off' }]);
});
