import { describe, expect, it } from 'vitest';
import { formats } from '../../src/digest/formats/index.ts';
import { parseDigestName } from '../../src/digest/name.ts';
import { digestTitle } from '../../src/digest/title.ts';
import type { CapturedPaper } from '../../src/digest/model.ts';

const by = (...categories: string[]): CapturedPaper => ({
  title: 'Kettles',
  notation: 'plain',
  lines: [1, 1],
  facts: { categories, arxiv: '2503.00001' },
});

const title = (
  file: string,
  format: string,
  banner: readonly string[] = [],
  papers: readonly CapturedPaper[] = [by()],
): string => {
  const read = parseDigestName(file);
  if (!read.ok) throw new Error(file);
  return digestTitle({ format, banner, papers }, read.name);
};

const hub = ['new', 'Get trending papers in your email inbox!', 'byAK and the research community'];

describe('a digest is called', () => {
  it.each([
    ['Trending on Hugging Face', '2025-03-11-trending.txt', 'hf-text', hub],
    ['Papers on Hugging Face', '2025-03-11-tea.txt', 'hf-text', hub],
    ['Daily papers on Hugging Face', '2025-03-11-tea.txt', 'hf-text', ['Daily Papers', ...hub]],
    ['Daily papers on Hugging Face', '2025-03-11-api.json', 'hf-json', []],
    [
      'Hugging Face papers: green tea',
      '2025-03-11-x.md',
      'hf-markdown',
      ['url: https://huggingface.co/papers?q=green%20tea', ...hub],
    ],
    [
      'Papers on Hugging Face',
      '2025-03-11-x.md',
      'hf-markdown',
      ['url: https://huggingface.co/papers?q=%E0%A4%A', ...hub],
    ],
    ['Tea list', '2025-03-11-tea-list.txt', 'hf-text', ['My list of tea']],
    [
      'Top ML Papers of the Week',
      '2025-03-11-x.md',
      'papers-of-the-week',
      ['# Top ML Papers of the Week (March 3 - March 9)'],
    ],
    ['Tide papers', '2025-03-11-notes.md', 'markdown-list', ['# Tide papers', '## Surveys']],
    ['Seas', '2025-03-11-seas.md', 'markdown-list', ['# Papers of 11 March 2025']],
    ['Seas', '2025-03-11-seas.md', 'markdown-list', ['# Papers']],
    ['Ebb and Flow', '2025-03-11-x.xml', 'feed', ['<channel><title>Ebb and Flow</title>']],
    ['X', '2025-03-11-x.xml', 'feed', ['<channel><title>Ebb &amp; Flow</title>']],
    ['Medieval plague', '2025-03-11-medieval-plague.txt', 'pubmed-text', []],
    ['PubMed search', '2025-03-11-export.txt', 'pubmed-text', []],
    ['Bibliography', '2025-03-11-references-2.bib', 'bibtex', []],
    ['Digest', '2025-03-11.csv', 'csv', []],
  ])('%s', (name, file, format, banner) => {
    expect(title(file, format, banner)).toBe(name);
  });

  it.each([
    ['arXiv mailing, math.AG', 'arxiv-mail', ['Subject: math.AG daily Subj-class mailing'], []],
    ['arXiv mailing, q-fin', 'arxiv-mail', ['> Subject: q-fin daily 13 new +  crosses'], []],
    ['arXiv mailing, cs.LG', 'arxiv-mail', [], [by('cs.LG', 'cs.CL'), by('cs.LG'), by('cs.CL')]],
    ['arXiv mailing', 'arxiv-mail', [], [by('cs.LG'), by('cs.CL')]],
    ['arXiv listing, cs.CL', 'arxiv-listing', ['Computation and Language'], [by('cs.CL')]],
    ['arXiv feed', 'arxiv-rss', [], [by()]],
  ])('%s', (name, format, banner, papers) => {
    expect(title('2025-03-11-tea.txt', format, banner, papers)).toBe(name);
  });

  it('not arXiv’s, where its labels are those of other papers', () => {
    expect(title('2025-03-11-tea.txt', 'arxiv-listing', [], [{ ...by(), facts: {} }])).toBe('Tea');
  });

  it('with its number, where it is one of several of a day', () => {
    expect(title('2025-03-11-trending-2.txt', 'hf-text', hub)).toBe('Trending on Hugging Face 2');
    expect(title('2025-03-11-trending-2025-03-12.txt', 'hf-text', hub)).toBe(
      'Trending on Hugging Face',
    );
  });

  it('something, whatever its format', () => {
    for (const { id } of formats) expect(title('2025-03-11-tea.txt', id)).toMatch(/^\S/);
  });
});
