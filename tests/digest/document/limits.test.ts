/** The parser is given a document in pieces, and no more than a document holds. */
import { describe, expect, test } from 'vitest';
import { documentIn } from '../../../src/digest/document/document.ts';
import { parseMarkdown } from '../../../src/digest/document/markdown.ts';

const read = (text: string) => documentIn({ file: 'long.md', text });
const many = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('');
const arxiv = (n: number): string => `2401.${String(10_000 + n)}`;

describe('a document that is longer than a piece', () => {
  test('keeps every row of a table, and its head', () => {
    const head = '| Title | Authors | PDF |\n|---|---|---|\n';
    const row = (n: number): string =>
      `| Pond number ${n} | Ada Lovelace, Grace Hopper | [pdf](https://arxiv.org/pdf/${arxiv(n)}) |\n`;
    const { rows, parsed } = read(head + many(1500, row));
    expect(rows).toBe(1500);
    expect(parsed.papers[1400]).toMatchObject({
      title: 'Pond number 1400',
      lines: [1403, 1403],
      facts: { arxiv: arxiv(1400), authors: ['Ada Lovelace', 'Grace Hopper'] },
    });
    expect(parsed.problems).toEqual([]);
  });

  test('keeps every item of a list, and what is under it', () => {
    const item = (n: number): string =>
      `- [Pond number ${n}](https://arxiv.org/abs/${arxiv(n)})\n  - Authors: Ada Lovelace, Grace Hopper\n`;
    const { items, parsed } = read(`# Ponds\n\n${many(800, item)}`);
    expect(items).toBe(800);
    expect(parsed.papers.every(({ facts }) => facts.authors?.length === 2)).toBe(true);
  });

  test('finds the references of a piece at its end', () => {
    const section = (n: number): string =>
      `### [Pond number ${n}][${n}]\n\n**Authors:** Ada Lovelace, Grace Hopper\n\n`;
    const reference = (n: number): string => `[${n}]: https://arxiv.org/abs/${arxiv(n)}\n`;
    const { parsed } = read(many(300, section) + many(300, reference));
    expect(parsed.papers.map(({ facts }) => facts.arxiv)).toEqual(
      Array.from({ length: 300 }, (_, n) => arxiv(n)),
    );
  });

  test('cuts no fence, no table of HTML and no disclosure', () => {
    const code = `\`\`\`js\n${many(400, (n) => `let x${n} = '# Title ${n}';\n\n`)}\`\`\`\n`;
    const row = (n: number): string =>
      `<tr>\n<td>Pond number ${n}</td>\n\n<td><a href="https://arxiv.org/abs/${arxiv(n)}">pdf</a></td>\n</tr>\n`;
    const table = `<table>\n<tr><th>Title</th><th>PDF</th></tr>\n${many(300, row)}</table>\n`;
    const { rows, headed } = read(`${code}\n${table}`);
    expect([rows, headed]).toEqual([300, 0]);
  });
});

test.each([
  ['quotations', '>'],
  ['brackets', '['],
  ['links that nothing closes', '[a]('],
  ['bars', '|a'],
  ['items', '- '],
  ['disclosures', '<details><summary>'],
  ['elements', '<div>'],
  ['lines of quotations', '> > > > > > > >\n'],
  ['lines of one letter', '- a\n'],
  ['comments', '<!-- '],
])('%s without end are text', (_, unit) => {
  const text = unit.repeat(Math.ceil(30_000 / unit.length));
  const { parsed } = read(text);
  expect(parsed.papers).toEqual([]);
});

test('offsets are those of the text, whatever its line endings', () => {
  const text = '\ufeff# Frogs\r\n\r\nA **bold** frog.\r\n'.repeat(400);
  const [, paragraph] = parseMarkdown(text).children.slice(-2);
  const { start, end } = paragraph?.position ?? {};
  expect(text.slice(start?.offset, end?.offset).trim()).toBe('A **bold** frog.');
});
