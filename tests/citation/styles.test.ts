/** References for readers, held against published examples of the styles and against the CSL project's own processor. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { describe, expect, it, test } from 'vitest';
import { cslItem } from '../../src/citation/csl-json.ts';
import { apa, ieee, markdown, plain } from '../../src/citation/styles.ts';
import type { Paper } from '../../src/archive/archive.ts';
import { work } from './works.ts';

const text = (style: typeof apa, facts: Partial<Paper>): string => plain(style(work(facts)));

/** Authors of so many names: `Aa Author`, `Bb Author`, … */
const many = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${String.fromCodePoint(65 + at)}nn Author`);

describe('apa', () => {
  test.each<[string, Partial<Paper>, string]>([
    [
      // https://apastyle.apa.org/style-grammar-guidelines/references/examples, preprint article
      'a preprint',
      {
        authors: ['Sue Hampton', 'Hugh Rabagliati', 'Antonella Sorace', 'Sue Fletcher-Watson'],
        published: '2017-01-02',
        title: 'Autism and bilingualism',
        arxiv: '1701.00001',
      },
      'Hampton, S., Rabagliati, H., Sorace, A., & Fletcher-Watson, S. (2017). Autism and bilingualism (arXiv:1701.00001). arXiv. https://doi.org/10.48550/arXiv.1701.00001',
    ],
    [
      'a journal article',
      {
        authors: ['Ella Grady', 'J. S. Yerby'],
        published: '2019',
        title: 'Emotions in storybooks?',
        venue: 'Journal of Popular Media Culture',
        doi: '10.1037/ppm0000185',
      },
      'Grady, E., & Yerby, J. S. (2019). Emotions in storybooks? Journal of Popular Media Culture. https://doi.org/10.1037/ppm0000185',
    ],
    [
      'no author and no date',
      { title: 'A Study of Rivers' },
      'A Study of Rivers. (n.d.). https://example.org/papers/a-study-of-rivers/',
    ],
    [
      'a suffix, particles, hyphens, a group',
      {
        authors: ['Martin Luther King Jr.', 'Aäron van den Oord', 'Jean-Luc Picard', 'River Team'],
        published: '2020',
        title: 'Rivers',
        doi: '10.1/2',
      },
      'King, M. L., Jr., van den Oord, A., Picard, J.-L., & River Team. (2020). Rivers. https://doi.org/10.1/2',
    ],
    [
      'more than twenty authors',
      { authors: many(22), published: '2020', title: 'Rivers', doi: '10.1/2' },
      `${many(19)
        .map((name) => `Author, ${name.slice(0, 1)}.`)
        .join(', ')}, … Author, V. (2020). Rivers. https://doi.org/10.1/2`,
    ],
  ])('writes %s', (_, facts, reference) => {
    expect(text(apa, facts)).toBe(reference);
  });

  test.each<Partial<Paper>>([
    { authors: ['Ada Lovelace'], published: '2024-09-17', arxiv: '2409.11321' },
    {
      authors: ['Ada Lovelace', 'Wei Li'],
      published: '2024',
      venue: 'Journal of Rivers',
      doi: '10.1/2',
    },
    {
      authors: ['Ada Lovelace', 'Wei Li', 'River Team'],
      published: '2024',
      venue: 'ICLR 2025',
      doi: '10.1/2',
    },
    { authors: ['Aäron van den Oord', 'Jean-Luc Picard'], published: '2016', arxiv: '1609.03499' },
    { authors: many(20), published: '2024', arxiv: '2409.11321' },
    { authors: many(21), published: '2024', arxiv: '2409.11321' },
    { authors: ['Wei Li'], published: '2024', venue: 'ICLR 2025', arxiv: '2409.11321' },
    { authors: ['Wei Li'], published: '2024', venue: 'Nature', doi: '10.1/2', arxiv: '2409.11321' },
    { title: 'Rivers: why do they run?', arxiv: '2409.11321' },
    { authors: ['Plato'], published: '2020', title: 'Rivers', venue: 'Journal of Rivers' },
  ])('writes %j as the CSL processor does', (facts) => {
    const item = JSON.parse(JSON.stringify([cslItem(work(facts))]));
    const made = plugins.output.format('bibliography', item, { format: 'text', template: 'apa' });
    expect(text(apa, facts)).toBe(made.trim());
  });
});

describe('ieee', () => {
  test.each<[string, Partial<Paper>, string]>([
    [
      // IEEE Reference Guide, "Preprint" of arXiv
      'a preprint',
      {
        authors: ['S. Urazhdin', 'N. O. Birge', 'W. P. Pratt', 'J. Bass'],
        title: 'Current-driven magnetic excitations in permalloy-based multilayer nanopillars',
        arxiv: 'cond-mat/0303149',
      },
      'S. Urazhdin, N. O. Birge, W. P. Pratt, and J. Bass, “Current-driven magnetic excitations in permalloy-based multilayer nanopillars,” 2003, arXiv:cond-mat/0303149.',
    ],
    [
      'a conference paper of many authors',
      { authors: many(7), published: '2024-09-17', venue: 'ICLR 2025', doi: '10.1/2' },
      'A. Author et al., “A Study of Rivers,” in ICLR 2025, Sep. 2024, doi: 10.1/2.',
    ],
    [
      'a journal article whose title asks',
      {
        authors: ['Ada Lovelace', 'Wei Li'],
        published: '2024-05',
        title: 'Why?',
        venue: 'Nature',
        doi: '10.1/2',
      },
      'A. Lovelace and W. Li, “Why?” Nature, May 2024, doi: 10.1/2.',
    ],
    [
      'what is known of an address alone',
      {},
      '“A Study of Rivers,” [Online]. Available: https://example.org/papers/a-study-of-rivers/',
    ],
  ])('writes %s', (_, facts, reference) => {
    expect(text(ieee, facts)).toBe(reference);
  });
});

describe('markdown', () => {
  it('leads from the title to the paper and escapes what is markup', () => {
    const facts = { authors: ['Ada Lovelace'], title: 'A *b* [c]_d_', arxiv: '2409.11321' };
    expect(markdown(work(facts))).toBe(
      String.raw`Lovelace, A. (2024). [*A \*b\* \[c\]\_d\_*](<https://arxiv.org/abs/2409.11321>) (arXiv:2409.11321). arXiv.`,
    );
  });
});
