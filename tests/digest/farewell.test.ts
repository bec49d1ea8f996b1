import { expect, test } from 'vitest';
import { parseDigest } from '../../src/digest/parse.ts';
import { papers } from './plain/papers.ts';

const list = papers.slice(0, 3);
const said = list.map(({ title, abstract }) => [title, abstract]);

const read = (extension: string, text: string) =>
  parseDigest({ file: `archive/digests/2026-05-04-letter.${extension}`, text });

test.each([
  'You receive this because you subscribed. Unsubscribe',
  'You get this letter since you signed up in spring; to end it, unsubscribe at any time.',
  'Sie möchten diesen Brief nicht mehr? Hier abbestellen.',
])('%s is of the letter, not of its last paper', (farewell) => {
  for (const rule of ['', '---\n\n']) {
    const plain = list.map(({ title, abstract }) => `${title}\n\n${abstract}\n\n`).join('');
    const marked = list
      .map(({ title, abstract, arxiv }) => {
        return `**[${title}](https://arxiv.org/abs/${arxiv})**\n\n${abstract}\n\n`;
      })
      .join('');
    for (const [extension, text] of [
      ['txt', plain],
      ['md', marked],
    ] as const) {
      const digest = read(extension, `${text}${rule}${farewell}\n`);
      expect(digest.papers.map(({ title, abstract }) => [title, abstract])).toEqual(said);
      expect(digest.lines.findLast(({ kind }) => kind !== 'blank')?.kind).toBe('footer');
    }
  }
});

test.each([
  [' - R. Marrow, Y. Pak, A. Ford and D. Quill', ['R. Marrow', 'Y. Pak', 'A. Ford', 'D. Quill']],
  [' - Ada Quill1, Bo Li2, and Cy Row1,2', ['Ada Quill', 'Bo Li', 'Cy Row']],
  [
    ' — Ada Quill, J. Ford and G. Pak, Bo Li, Cy Row and Di Fen',
    ['Ada Quill', 'J. Ford', 'G. Pak', 'Bo Li', 'Cy Row', 'Di Fen'],
  ],
])('the authors of an item: %s', (authors, names) => {
  const items = list.map(
    ({ title, arxiv }) => `- [${title}](https://arxiv.org/abs/${arxiv})${authors}\n`,
  );
  const digest = read('md', `# Reading\n\n${items.join('')}`);
  expect(digest.papers.map(({ facts }) => facts.authors)).toEqual(list.map(() => names));
});
