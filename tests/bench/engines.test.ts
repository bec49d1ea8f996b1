import { expect, test } from 'vitest';
import { miniSearch } from '../../scripts/bench/search/minisearch.ts';
import { askAll } from '../../scripts/bench/search/run.ts';
import { missed } from '../../scripts/bench/search/worst.ts';
import { corpus, papers } from './papers.ts';

const engine = miniSearch(papers);

test.each([
  ['otter populations', 'otters-2'],
  ['sourdoogh', 'bakery'],
  ['lojasiewicz', 'norms'],
  ['tulu', 'tuelu-again'],
  // No paper has all of these.
  ['footbridges nowhere', 'bridges'],
])('MiniSearch finds %s', async (typed, id) => {
  expect((await engine.search(typed)).ids).toContain(id);
});

test('its bytes are those of the whole index', () => {
  expect(engine.bytes).toBeGreaterThan(1000);
});

test('what was missed is listed with what was found instead', async () => {
  const query = { kind: 'name', typed: 'quillnet', from: 'looms', right: ['looms'] };
  const found = { kind: 'name', typed: 'quillnet', from: 'quillnet', right: ['quillnet'] };
  const answers = await askAll(
    engine,
    new Map([['name', [query, found]]]),
    corpus,
    () => undefined,
  );
  expect([...missed(answers.get('name') ?? [], corpus)]).toEqual([
    'name: quillnet',
    '  wanted (not found): Fine-Tuning Looms: Weaving Patterns from Datasets of Fabric',
    '  found QuillNet: Modeling Handwritten Margins with Sparse Attention',
  ]);
});
