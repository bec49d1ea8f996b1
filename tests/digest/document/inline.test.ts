import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { blocksOf } from '../../../src/digest/document/blocks.ts';
import { joinedLines, type Inline } from '../../../src/digest/document/inline.ts';
import { parseMarkdown } from '../../../src/digest/document/markdown.ts';
import type { Writing } from '../../../src/digest/document/literal-signs.ts';
import { splitLines } from '../../../src/digest/lines.ts';
import { runs } from '../../runs.ts';

/** The first paragraphs of a text, up to what is none. */
function readInline(markdown: string, writing: Writing = {}): Inline {
  const blocks = blocksOf(parseMarkdown(markdown, writing), markdown, splitLines(markdown));
  return joinedLines(blocks.map(({ inline }) => inline));
}

const plainText = (markdown: string, writing: Writing = {}): string =>
  readInline(markdown, writing).text.replaceAll(/\s+/g, ' ');

test.each([
  [String.raw`Q\&A \_a\_ 3 < 4 &amp; co`, 'Q&A _a_ 3 < 4 & co'],
  ['**bold** *it* ***both*** `co*de` ~~gone~~', 'bold it both co*de gone'],
  ['****Large Lakes****', 'Large Lakes'],
  ['A* search, a * b * c, x_i and y_j', 'A* search, a * b * c, x_i and y_j'],
  [
    'the <IS> turn<br>and <b>more</b> <https://a.example/x>',
    'the <IS> turn and more https://a.example/x',
  ],
  ['[text](https://a.example/b_(c) "t") ![picture](x.png)', 'text'],
  ['[[paper](x)] [cut off', '[paper] [cut off'],
  ['one\\\\\ntwo\\\nthree  \nfour', 'one two three four'],
  [String.raw`Engage\  with`, 'Engage with'],
  [String.raw`Fr\'echet, it\'s`, String.raw`Fr\'echet, it's`],
])('%s', (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});

test('formulas stay as they are where asked for', () => {
  const markdown = String.raw`$a_1 * b_2$ and $5 and \(8\times8\) *x*`;
  expect(plainText(markdown, { math: true })).toBe(
    String.raw`$a_1 * b_2$ and $5 and \(8\times8\) x`,
  );
});

test('raw text keeps its signs, and loses its links', () => {
  const markdown = String.raw`50\% of _all_ **lakes** $f[x](y)$ [here](https://a.example)`;
  expect(plainText(markdown, { raw: true })).toBe(
    String.raw`50\% of _all_ **lakes** $f[x](y)$ here`,
  );
});

test('links have labels and addresses; references are looked up', () => {
  const numbered = '[a][1]\n\n[b][2]\n\n[c][3]';
  const { links } = readInline(
    `[![A](i.png)AK](https://b.example) [ t ][12] [u][13]\n\n${numbered}\n\n[12]: https://a.example/12\n`,
  );
  expect(links.slice(0, 4)).toEqual([
    { url: 'https://b.example', image: false, label: 'AK' },
    { url: 'i.png', image: true, label: '' },
    { url: 'https://a.example/12', image: false, label: 't' },
    { url: undefined, image: false, label: 'u' },
  ]);
});

/** The text that remark sees in one paragraph. */
function remarkText(markdown: string): string {
  let text = '';
  visit(remark().use(remarkGfm).parse(`x ${markdown} x`), (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    if (node.type === 'break') text += ' ';
  });
  return text.replaceAll(/\s+/g, ' ').trim();
}

const atoms = fc.constantFrom(
  'lake',
  'pond',
  ' ',
  ' ',
  '*',
  '**',
  '_',
  '__',
  '`',
  '``',
  '\\*',
  '\\[',
  '\\\\ ',
  '.',
  ',',
  '(',
  ')',
  '1',
  '&amp;',
  '&lt;',
  '<b>',
  '</b>',
  '[sea](https://a.example/x)',
  '![img](y.png)',
  '[',
  ']',
  'é',
  '“',
  '”',
  '-',
  '$',
);

test('agrees with remark on emphasis, code, escapes, entities and links', () => {
  fc.assert(
    fc.property(fc.array(atoms, { maxLength: 24 }), (parts) => {
      // GFM's own links, and its footnotes, are left out.
      const markdown = parts.join('');
      fc.pre(
        !/\]\(|\[\^/.test(
          markdown.replaceAll('[sea](https://a.example/x)', '').replaceAll('![img](y.png)', ''),
        ),
      );
      fc.pre(!/<\/?b>/.test(markdown) || !markdown.includes('`'));
      // Where runs of one and of two meet, remark counts what is left of them, and CommonMark what was there.
      for (const mark of ['*', '_']) {
        const lengths = new Set(
          (markdown.match(/[*]+|_+/g) ?? []).filter((run) => run.startsWith(mark)),
        );
        fc.pre(lengths.size < 2 && [...lengths].every(({ length }) => length < 3));
      }
      // A backslash before two blanks is a line break to us: scrapers leave it in titles.
      fc.pre(!/\\ {2}|\\ ?$/.test(markdown));
      expect(plainText(`x ${markdown} x`)).toBe(remarkText(markdown));
    }),
    runs(1000),
  );
});
