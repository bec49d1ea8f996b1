import fc from 'fast-check';
import type { Root } from 'mdast';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { protectedSpans } from '../../src/text/protected.ts';
import { remarkFormulas } from '../../src/text/remark-formulas.ts';
import { toMarkdown } from '../../src/text/markdown.ts';
import { remarkPlugins } from '../../src/text/plugins.ts';
import { tidy } from '../../src/text/white-space.ts';
import { anyText } from './arbitrary.ts';
import { runs } from '../runs.ts';

function dollarFormulas(text: string): string[] {
  return protectedSpans(text)
    .filter(({ kind, start }) => kind === 'formula' && text[start] === '$')
    .map(({ start, end }) => text.slice(start, end));
}

function mathOf(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, 'inlineMath', (node) => {
    found.push(node.value);
  });
  return found;
}

const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['one', 'a $x_1$ b', ['$x_1$']],
  ['two', '$x$ and $y$.', ['$x$', '$y$']],
  ['side by side', '$x$$y$', ['$x$', '$y$']],
  ['display', 'a $$x + y$$ b', ['$$x + y$$']],
  ['blanks inside, TeX', '$ O(s^{2}) $', ['$ O(s^{2}) $']],
  ['an escaped dollar inside', '$a \\$ b$', ['$a \\$ b$']],
  ['a digit after it, TeX', '$\\alpha$2', ['$\\alpha$']],
  ['money', '$5 and then $6, US$5/US$6', []],
  ['escaped', '\\$5$', []],
  ['blank at an end', '$ 5$ and $5 $', []],
  ['an escaped backslash is no command', '$ \\\\x$', []],
  ['three dollars', '$$$x', []],
];

test.each(rows)('%s', (_, text, expected) => {
  expect(dollarFormulas(text)).toEqual(expected);
  expect(mathOf(remark().use(remarkFormulas).parse(text))).toEqual(expected);
});

test('a formula may run over the line end of an edited entry, but not into the next paragraph', () => {
  const parse = (text: string): string[] => mathOf(remark().use(remarkFormulas).parse(text));
  expect(parse('a $x +\ny$ b')).toEqual(['$x +\ny$']);
  expect(parse('> a $x +\n> y$ b')).toEqual(['$x +\ny$']);
  expect(parse('a $x\n\ny$ b')).toEqual([]);
});

test('entries are read by the same rule as texts', () => {
  const parser = remark().use(remarkPlugins).freeze();
  fc.assert(
    fc.property(anyText, (text) => {
      const paragraphs = tidy(text).split('\n\n');
      expect(mathOf(parser.parse(toMarkdown(text, 'tex')))).toEqual(
        paragraphs.flatMap(dollarFormulas),
      );
      expect(mathOf(parser.parse(toMarkdown(text, 'plain')))).toEqual([]);
    }),
    runs(500),
  );
});
