import fc from 'fast-check';
import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../src/text/markdown.ts';
import { normalise } from '../../src/text/normalise.ts';
import { protectedSpans } from '../../src/text/protected.ts';
import { renderAbstract } from '../../src/text/render.ts';
import { anyText } from './arbitrary.ts';
import { foundingLine, foundingTexts } from '../founding.ts';
import { runs } from '../runs.ts';

const rows: readonly (readonly [string, string])[] = [
  [
    'plain words, snake_case and [1] stay, f(x) too.',
    'plain words, snake_case and [1] stay, f(x) too.',
  ],
  ['x^*, |_infty, _2cdot', 'x^\\*, |\\_infty, \\_2cdot'],
  ['`code` ``x', '\\`code\\` \\`\\`x'],
  ['0<delta<1, <b>, <https://a.org>', '0\\<delta<1, \\<b>, \\<https://a.org>'],
  ['[x](javascript:y) ![a](b) [c][d] [e]: f', '[x\\](javascript:y) ![a\\](b) [c\\][d] [e\\]: f'],
  ['AT&T &amp; &#65; a & b', 'AT&T \\&amp; \\&#65; a & b'],
  ['$5 and $x$', '\\$5 and \\$x\\$'],
  ['\\alpha \\* \\', '\\alpha \\\\\\* \\\\'],
  ['~~gone~~ ~50%', '\\~\\~gone\\~\\~ ~50%'],
  ['# a', '\\# a'],
  ['#a', '#a'],
  ['> a', '\\> a'],
  ['- a', '\\- a'],
  ['+ a', '\\+ a'],
  ['* a', '\\* a'],
  ['-5 is negative', '-5 is negative'],
  ['1. a', '1\\. a'],
  ['12) a', '12\\) a'],
  ['3.5 of 1. b', '3.5 of 1. b'],
  ['---', '\\---'],
  ['- - -', '\\- - -'],
  ['===', '\\==='],
  ['~~~', '\\~\\~\\~'],
  ['a\n---\nb', 'a --- b'],
  ['a\n\n- b\n\n    c', 'a\n\n\\- b\n\nc'],
  ['', ''],
];

test.each(rows)('%j', (text, expected) => {
  expect(toMarkdown(text, 'plain')).toBe(expected);
});

test('formulas stay formulas in text with TeX, and never become markup', () => {
  const text = 'cost $5: $a_1*b_2*c$ and $$`<b>`$$, \\(y_*\\), x_i*y';
  expect(toMarkdown(text, 'tex')).toBe('cost \\$5: $a_1*b_2*c$ and $$`<b>`$$, \\(y_*\\), x_i\\*y');
  expect(toMarkdown('[1\\] \\[2\\] \\(see that\\)', 'tex')).toBe(
    '[1\\\\] \\\\[2\\\\] \\\\(see that\\\\)',
  );
});

describe('the founding digest', () => {
  test.each([29, 81, 113, 133, 137, 145, 177, 229, 233, 269])('line %i reads the same', (line) => {
    const text = normalise(foundingLine(line));
    const { html, text: shown } = renderAbstract(toMarkdown(text, 'plain'));
    expect(shown).toBe(text);
    expect(html.replaceAll(/<\/?p>/g, '')).not.toMatch(/<[a-z]/);
  });

  test('every title and abstract reads the same', () => {
    const texts = foundingTexts.map(([line, captured]) => [line, normalise(captured)] as const);
    const shown = texts.map(([line, text]) => [
      line,
      renderAbstract(toMarkdown(text, 'plain')).text,
    ]);
    expect(shown).toEqual(texts);
  });
});

test('any text is nothing but paragraphs of text, one line each, to any reader of CommonMark', () => {
  const commonMark = remark().freeze();
  fc.assert(
    fc.property(anyText, (captured) => {
      const text = normalise(captured);
      const markdown = toMarkdown(text, 'plain');
      const kinds = new Set<string>();
      visit(commonMark.parse(markdown), (node) => {
        kinds.add(node.type);
      });
      expect([...kinds].filter((kind) => !['root', 'paragraph', 'text'].includes(kind))).toEqual(
        [],
      );
      expect(markdown.split('\n\n').join('')).not.toContain('\n');
    }),
    runs(500),
  );
});

describe('any text', () => {
  const runs = { numRuns: 500 };

  test('reads the same on the page', () => {
    fc.assert(
      fc.property(anyText, (captured) => {
        const text = normalise(captured);
        expect(renderAbstract(toMarkdown(text, 'plain')).text).toBe(text);
      }),
      runs,
    );
  });

  test('holds no element but paragraphs and links', () => {
    fc.assert(
      fc.property(anyText, (captured) => {
        const { html } = renderAbstract(toMarkdown(normalise(captured), 'plain'));
        const tags = html.match(/<[^>]*>/g) ?? [];
        const allowed = /^<(\/?p|\/a|a href="https?:\/\/[^"]+" rel="noopener noreferrer")>$/i;
        expect(tags.filter((tag) => !allowed.test(tag))).toEqual([]);
      }),
      runs,
    );
  });

  test('with formulas reads the same but for these', () => {
    fc.assert(
      fc.property(anyText, (captured) => {
        const text = normalise(captured);
        const rendered = renderAbstract(toMarkdown(text, 'tex')).text;
        const rest = text
          .split('\n\n')
          .map((paragraph) => {
            const spans = protectedSpans(paragraph).filter(({ kind }) => kind === 'formula');
            return spans.reduceRight(
              (left, { start, end }) => `${left.slice(0, start)}\u241E${left.slice(end)}`,
              paragraph,
            );
          })
          .join('\n\n');
        let at = 0;
        for (const part of rest.split(/[\u241E\s]+/)) {
          const found = rendered.indexOf(part, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + part.length;
        }
      }),
      runs,
    );
  });
});
