import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../src/text/markdown.ts';
import { renderAbstract } from '../../src/text/render.ts';
import { isTangled } from '../../src/text/tangled.ts';

const many = 20_000;

describe('a text with more marks than any abstract has', () => {
  const pieces = ['_*', '$a_', '*a*', '$', '~~', '`', '[a](', '\\', 'https://a.org/_b_$c$ ', '<a>'];
  test.each(pieces)('is shown as it stands: %s', (piece) => {
    const text = piece.repeat(many).trim();
    for (const notation of ['plain', 'tex'] as const) {
      const rendered = renderAbstract(toMarkdown(text, notation));
      expect(rendered.text).toBe(text);
      expect(rendered.html).not.toMatch(/<(?!\/?p>)/);
      expect(rendered.urls).toEqual([]);
    }
  });

  test.each(['> ', '1. ', '- ', '* ', '>'])('nests nothing, nor overflows: %s', (piece) => {
    const { html, text } = renderAbstract(`${piece.repeat(many)}end`);
    expect(html).not.toContain('<blockquote>');
    expect(text).toMatch(/end$/);
  });

  test('keeps its paragraphs and its formulas as written, and is reported', () => {
    const { html, text, problems } = renderAbstract(
      `a \\* b $\\{x\\}$\n\n${'_*'.repeat(many)}\n\n[c](https://d.org)`,
    );
    expect(html).toMatch(
      /^<p>a \* b \$\\\{x\\\}\$<\/p><p>[_*]+<\/p><p>\[c\]\(https:\/\/d\.org\)<\/p>$/,
    );
    expect(text).toMatch(/^a \* b \$\\\{x\\\}\$\n\n/);
    expect(problems.map(({ formula }) => formula)).toEqual([expect.stringMatching(/^a .{58}$/s)]);
  });

  test('is no abstract full of formulas', () => {
    const abstract = 'We show $O(\\sqrt{n}\\log^2 n)$ for all $x_i\\in\\mathcal{X}_*$. '.repeat(20);
    expect(isTangled(abstract)).toBe(false);
    expect(renderAbstract(abstract).html.match(/<math/g)).toHaveLength(40);
  });
});
