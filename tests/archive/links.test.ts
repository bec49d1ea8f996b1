import { describe, expect, test } from 'vitest';
import { nameLinks } from '../../src/archive/links.ts';
import type { LinkKind } from '../../src/archive/archive.ts';
import { toMarkdown } from '../../src/text/markdown.ts';
import { normalise } from '../../src/text/normalise.ts';
import { renderAbstract } from '../../src/text/render.ts';
import { foundingLine, foundingTexts } from '../founding.ts';

function kindsOf(captured: string): LinkKind[] {
  const { text, urls } = renderAbstract(toMarkdown(normalise(captured), 'plain'));
  return nameLinks(text, urls).map(({ kind }) => kind);
}

/** Named by hand, from reading the abstracts. */
const founding: readonly (readonly [number, readonly LinkKind[]])[] = [
  [13, ['code']],
  [53, ['code']],
  [57, ['code']],
  [61, ['code']],
  [65, ['code']],
  [73, ['data', 'model']],
  [89, ['code']],
  [93, ['project']],
  [105, ['code']],
  [157, ['code']],
  [169, ['code']],
  [173, ['code']],
  [181, ['code']],
  [185, ['code']],
  [197, ['code']],
  [221, ['project']],
  [249, ['demo']],
  [265, ['project']],
  [281, ['code', 'code']],
  [289, ['code']],
  [297, ['code']],
  [309, ['code', 'code', 'model']],
  [325, ['code']],
];

describe('the founding digest', () => {
  test.each(founding)('line %i', (line, kinds) => {
    expect(kindsOf(foundingLine(line))).toEqual(kinds);
  });

  test('no other line has links', () => {
    const withLinks = foundingTexts.filter(([, text]) => kindsOf(text).length > 0);
    expect(withLinks.map(([line]) => line)).toEqual(founding.map(([line]) => line));
    expect(founding.flatMap(([, kinds]) => kinds)).toHaveLength(27);
  });
});

const rows: readonly (readonly [string, readonly LinkKind[]])[] = [
  ['See code here: http://tiny.cc/x1', ['code']],
  ['Videos and code are on http://tiny.cc/x1', ['project']],
  ['The data set is available at https://gitlab.com/a/b.', ['data']],
  ['We train on large data. Our method is at https://github.com/a/b.', ['code']],
  [
    'https://huggingface.co/datasets/a/b https://huggingface.co/a/b https://hf.co/spaces/a/b',
    ['data', 'model', 'demo'],
  ],
  ['https://www.kaggle.com/datasets/a/b https://zenodo.org/records/1', ['data', 'data']],
  ['Code is archived and available at https://zenodo.org/records/1', ['code']],
  [
    'https://arxiv.org/abs/2409.11321, https://doi.org/10.1/x, https://huggingface.co/papers/2409.11321',
    ['paper', 'paper', 'paper'],
  ],
  ['https://doi.org/10.5281/zenodo.123', ['data']],
  ['https://colab.research.google.com/drive/x https://youtu.be/x', ['demo', 'demo']],
  ['https://someone.github.io/thing/', ['project']],
  ['Code, models and data: https://someone.github.io/thing/', ['project']],
  ['An online demo can be found at https://lab.example.edu/x.', ['demo']],
  ['Project page: https://lab.example.edu/x', ['project']],
  ['We crawl data from https://commoncrawl.org every day.', ['link']],
  ['As said by https://example.org/.', ['link']],
  ['Models are released. Please refer to https://example.org/x.', ['model']],
  ['Data: https://example.org/x. Code: https://example.org/y.', ['data', 'code']],
];

test.each(rows)('%s', (text, kinds) => {
  expect(kindsOf(text)).toEqual(kinds);
});

test("a link's own words come first", () => {
  const { text, urls } = renderAbstract('The code is out: [demo](https://example.org/x)');
  expect(nameLinks(text, urls)).toEqual([
    { kind: 'demo', label: 'Demo', url: 'https://example.org/x' },
  ]);
});

test('declared links come first, keep their labels, and each address comes once', () => {
  const { text, urls } = renderAbstract(
    'Code: https://github.com/a/B/ and http://GitHub.com/a/B and https://example.org/data?x=1',
  );
  const declared = [
    { label: 'Slides', url: 'https://example.org/slides' },
    { label: 'Our code', url: 'https://www.github.com/a/B' },
    { label: ' ', url: 'https://arxiv.org/abs/2409.11321' },
    { label: 'Evil', url: 'javascript:alert(1)' },
    { label: 'Broken', url: 'https://' },
  ];
  expect(nameLinks(text, urls, declared)).toEqual([
    { kind: 'link', label: 'Slides', url: 'https://example.org/slides' },
    { kind: 'code', label: 'Our code', url: 'https://www.github.com/a/B' },
    { kind: 'paper', label: 'Paper', url: 'https://arxiv.org/abs/2409.11321' },
    { kind: 'link', label: 'Link', url: 'https://example.org/data?x=1' },
  ]);
});
