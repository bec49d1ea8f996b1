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

/** All that an entry's Markdown may hold. */
function formulasOf(text: string): string[] {
  return protectedSpans(text)
    .filter(({ kind }) => kind === 'formula')
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
  [
    'blanks beside, no TeX',
    '$ O(n) $, $C $, $ f(a, g(b)) $',
    ['$ O(n) $', '$C $', '$ f(a, g(b)) $'],
  ],
  ['a sign before a number', '$>$5, 1979$-$2025', ['$>$', '$-$']],
  ['a percentage', '$ 2.9%$', ['$ 2.9%$']],
  ['money with blanks', '$ 5 and $ 6, US$ A, B$ c, US$ (a) and A$ (b)', []],
  [
    'environments',
    '\\begin{equation} x \\end{equation} \\begin{align*} a \\end{align*}',
    ['\\begin{equation} x \\end{equation}', '\\begin{align*} a \\end{align*}'],
  ],
  [
    'environments that do not end',
    '\\begin{align} x, \\begin{align} y \\end{align}',
    ['\\begin{align} y \\end{align}'],
  ],
  ['money', '$5 and then $6, US$5/US$6', []],
  ['escaped', '\\$5$', []],
  ['blank at an end', '$ 5$ and $5 $', []],
  ['an escaped backslash is no command', '$ \\\\x$', []],
  ['three dollars', '$$$x', []],
  [
    'brackets',
    '\\(k\\) and \\[ x = \\begin{cases}1\\\\[1mm]2\\end{cases} \\]',
    ['\\(k\\)', '\\[ x = \\begin{cases}1\\\\[1mm]2\\end{cases} \\]'],
  ],
  ['escaped brackets', '\\[1\\], \\(see there\\), \\\\(x\\\\)', []],
  ['an opening bracket without its end', '\\(x \\(y\\)', ['\\(y\\)']],
  ['a formula in the text of one', '$\\texttt{M$^3$KE}$ a', ['$\\texttt{M$^3$KE}$']],
  ['text that does not end', '$\\text{a $x$', ['$x$']],
  ['amounts with words', '$5 to A$, $30 FPS$, $1B) models ($', []],
  ['currencies', 'US$5 and A$ 6, 300$CAD, $AP or B$', []],
  ['amounts and a formula', 'from $5 to $x_i$ and $6', ['$x_i$']],
  ['variables of a shell', '$HOME/bin:$PATH, ${A_B}/x and ${C_D}, $MY_VAR, $X_Y', []],
  ['braces first', '${D}^{3}${E}, ${D}$e', ['${D}^{3}$', '${D}$']],
  ['a missing dollar', 'a $O(x^2) regret, where $D^c$ is', ['$D^c$']],
  ['prose between dollars', '$x_i is the cost and y$', []],
  ['words in a formula', '$x \\text{ if it is so and } y$', ['$x \\text{ if it is so and } y$']],
  ['half-open intervals', '$[0, 1)$ and $(a]$', ['$[0, 1)$', '$(a]$']],
  ['brackets that do not pair', '$5 (vs. A$)', []],
  [
    'words beside a formula',
    '$k$NN, $n$-gram, 10$\\times$, H$_2$O',
    ['$k$', '$n$', '$\\times$', '$_2$'],
  ],
];

test.each(rows)('%s', (_, text, expected) => {
  expect(formulasOf(text)).toEqual(expected);
  expect(mathOf(remark().use(remarkPlugins).parse(text))).toEqual(expected);
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
      expect(mathOf(parser.parse(toMarkdown(text, 'tex')))).toEqual(paragraphs.flatMap(formulasOf));
      expect(mathOf(parser.parse(toMarkdown(text, 'plain')))).toEqual([]);
    }),
    runs(500),
  );
});
