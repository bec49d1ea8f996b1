import { describe, expect, test } from 'vitest';
import { referenceList } from '../../../src/digest/formats/reference-list.ts';
import { parseDigest } from '../../../src/digest/parse.ts';
import { leadingNames } from '../../../src/digest/names/reference.ts';
import { papers, type Paper } from '../plain/papers.ts';
import { wrap } from '../plain/compose.ts';

const file = 'archive/digests/2026-05-04-x.txt';

const parts = (name: string): readonly [string, string] => {
  const at = name.search(/ (?:van der |de )?[^ ]+$/);
  return [name.slice(0, at), name.slice(at + 1)];
};
const initials = (name: string): string => parts(name)[0].replaceAll(/[^\p{Lu}]/gu, '');
const dotted = (name: string): string => [...initials(name)].map((one) => `${one}.`).join(' ');
const surname = (name: string): string => parts(name)[1];
const listed = (names: readonly string[], last: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1)}`;

const inverted = (names: readonly string[]): string[] =>
  names.map((name) => `${surname(name)}, ${dotted(name)}`);
const short = (names: readonly string[]): string[] =>
  names.map((name) => `${dotted(name)} ${surname(name)}`);
const firstInverted = ([first = '', ...others]: readonly string[]): string[] => [
  `${surname(first)}, ${parts(first)[0]}`,
  ...others,
];
const stop = (title: string): string => (/[?!]$/.test(title) ? title : `${title}.`);

const styles: Readonly<Record<string, (paper: Paper, number: number) => string>> = {
  APA: ({ title, authors, venue, doi }, number) =>
    `${listed(inverted(authors), ', & ')} (2026). ${stop(title)} ${venue}, ${number}(1), 1–9. https://doi.org/${doi}`,
  'APA, of preprints': ({ title, authors, doi }) =>
    `${listed(inverted(authors), ', & ')} (2026, April 8). ${stop(title)} arXiv. https://doi.org/${doi}`,
  IEEE: ({ title, authors, venue, doi }, number) =>
    `[${number}] ${listed(short(authors), ', and ')}, “${title},” ${venue}, vol. ${number}, no. 1, pp. 1–9, Apr. 2026, doi: ${doi}.`,
  Vancouver: ({ title, authors, venue, doi }, number) =>
    `${number}. ${authors.map((name) => `${surname(name)} ${initials(name)}`).join(', ')}. ${stop(title)} ${venue}. 2026 Apr;${number}(1):1-9. doi: ${doi}`,
  Chicago: ({ title, authors, venue, doi }, number) =>
    `${listed(firstInverted(authors), ', and ')}. 2026. “${stop(title)}” ${venue} ${number} (1): 1–9. https://doi.org/${doi}.`,
  ACM: ({ title, authors, venue, doi }, number) =>
    `[${number}] ${listed(authors, ', and ')}. 2026. ${stop(title)} ${venue} ${number}, 1 (2026), 1–9. https://doi.org/${doi}`,
  Harvard: ({ title, authors, venue, doi }, number) =>
    `${listed(inverted(authors), ' and ')} (2026) '${title}', ${venue}, ${number}(1), pp. 1-9. doi: ${doi}`,
  Nature: ({ title, authors, venue, doi }, number) =>
    `${number}. ${listed(inverted(authors), ' & ')} ${stop(title)} ${venue} ${number}, 1–9 (2026). https://doi.org/${doi}`,
  Springer: ({ title, authors, venue, doi }, number) =>
    `${number}. ${inverted(authors).join(', ')}: ${stop(title)} ${venue} ${number}(1), 1–9 (2026). https://doi.org/${doi}`,
  DBLP: ({ title, authors, venue, doi }, number) =>
    `[j${number}]\n\t\n${authors.join(', ')}:\n${stop(title)} ${venue} ${number}(1): 1-9 (2026) https://doi.org/${doi}`,
};

const written = (style: (paper: Paper, number: number) => string, between: string): string =>
  papers.map((paper, index) => style(paper, index + 1)).join(between);

describe.each(Object.entries(styles))('%s', (_, style) => {
  test.each([
    ['one a line', '\n'],
    ['with blank lines', '\n\n'],
  ])('%s', (__, between) => {
    const parsed = parseDigest({ file, text: `References\n\n${written(style, between)}\n` });
    expect(parsed).toMatchObject({ format: 'reference-list', problems: [] });
    expect(parsed.papers.map(({ title }) => title)).toEqual(papers.map(({ title }) => title));
    expect(parsed.papers.map(({ facts }) => facts.authors?.map((name) => surname(name)))).toEqual(
      papers.map(({ authors }) => authors.map((name) => surname(name))),
    );
    expect(parsed.papers.map(({ facts: { doi, published } }) => ({ doi, published }))).toEqual(
      papers.map(({ doi }) => ({ doi, published: '2026' })),
    );
  });
});

test('MLA names the first of three authors', () => {
  const text = papers
    .map(({ title, authors, venue }) => {
      const [first = '', second = ''] = firstInverted(authors);
      const names = authors.length > 2 ? `${first}, et al.` : `${first}, and ${second}.`;
      return `${names} “${stop(title)}” ${venue}, vol. 3, no. 1, 2026, pp. 1-9.`;
    })
    .join('\n');
  const parsed = parseDigest({ file, text });
  expect(parsed.papers.map(({ title }) => title)).toEqual(papers.map(({ title }) => title));
  expect(parsed.papers[1]?.facts).toMatchObject({
    authors: ['Nils Öberg', 'Chiara Fontana'],
    venue: 'Review of Small Markets',
    published: '2026',
  });
});

test.each(['IEEE', 'Vancouver', 'ACM'])('%s, wrapped', (name) => {
  const style = styles[name];
  const text = papers
    .map((paper, index) => wrap(style?.(paper, index + 1) ?? '', 64).replaceAll('\n', '\n    '))
    .join('\n');
  const parsed = parseDigest({ file, text });
  expect(parsed.papers.map(({ title }) => title)).toEqual(papers.map(({ title }) => title));
  expect(parsed.papers[1]?.lines[0]).toBe((parsed.papers[0]?.lines[1] ?? 0) + 1);
});

test('what is no reference is told', () => {
  const style = styles['APA'];
  const text = `${written((paper, number) => style?.(paper, number) ?? '', '\n\n')}\n\nEditors: see the volume of which these are chapters, and the errata that followed.\n`;
  const { papers: found, problems } = parseDigest({ file, text });
  expect(found).toHaveLength(papers.length);
  expect(problems.map(({ code }) => code)).toContain('digest/unaccounted-line');
});

test.each([
  ['an abstract', 'Quiet Graphs\n\nIn 2026 graphs were loud. We propose a method for quiet ones.'],
  ['a log', '2026-05-04 08:12:01 INFO started\n2026-05-04 08:12:02 INFO stopped'],
  ['a table', 'year,title\n2026,Creep of Posts\n2025,Price of Bread'],
])('%s is no list of references', (_, text) => {
  expect(referenceList.recognise({ file, text }).confidence).toBe(0);
});

test.each([
  [
    'Marrow, J., Ford, E., & van der Meer, P. (2026). Creep',
    ['J. Marrow', 'E. Ford', 'P. van der Meer'],
  ],
  ['Marrow JT, Ford E, et al. Creep', ['JT Marrow', 'E Ford']],
  ['J. T. Marrow and E. Ford, “Creep', ['J. T. Marrow', 'E. Ford']],
  ['Marrow, Jo, and Emilia Ford. “Creep', ['Jo Marrow', 'Emilia Ford']],
  ['Etxeberria-Goñi, A.; Öberg, N. Creep', ['A. Etxeberria-Goñi', 'N. Öberg']],
])('%s', (text, names) => {
  expect(leadingNames(text)?.names).toEqual(names);
});
