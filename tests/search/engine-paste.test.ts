import { describe, expect, it } from 'vitest';
import type { SearchState } from '../../src/search/address.ts';
import { noFilters } from '../../src/search/facets.ts';
import { asking, searchOver } from './tea-archive.ts';

async function ask(query: string, more: Partial<SearchState> = {}) {
  const answer = await searchOver().engine.search(asking(query, more));
  return { answer, ids: (await answer.hits(20)).map(({ id }) => id) };
}

const kettle = 'KETTLE: Boiling Water with Policy Gradients';

describe('what is pasted', () => {
  it.each([
    ['an identifier', 'arXiv:2503.01234v2 [cs.TEA]', ['kettle']],
    ['an address', 'https://arxiv.org/pdf/2503.01234', ['kettle']],
    ['a page of the archive', 'https://tea.example/papers/milk-green/', ['milk-green']],
    ['a key', 'steeper2025kettle', ['kettle']],
    ['a citation', 'Steeper & Łeafski (2025)', ['kettle']],
    ['a tab', `[2503.01234] ${kettle}`, ['kettle']],
    ['a tab of another site', `${kettle} | OpenReview`, ['kettle']],
    ['a tab of a site that nobody knows', `${kettle} · The Tea Room`, ['kettle']],
    ['a title over lines', 'KETTLE: Boiling Wa- ter with Pol- icy Gradients', ['kettle']],
    [
      'a reference',
      `Steeper, A., & Łeafski, B. (2025). ${kettle}. Journal of Tea, 1(2), 3-4.`,
      ['kettle'],
    ],
    [
      'a reference with a slip',
      'Ada Steeper and Bo Leafski. KETTLE: Boiling Waters with Policy Gradient. In Tea, pages 1–2, 2025.',
      ['kettle'],
    ],
    ['a list', '2503.01234 ↵ steeper2024green ↵ 2501.09999', ['kettle', 'green']],
  ])('%s', async (_, query, first) => {
    const { ids } = await ask(query);
    expect(ids.slice(0, first.length)).toEqual(first);
  });

  it('an identifier that is not here finds nothing, and the answer says so', async () => {
    const { answer, ids } = await ask('arXiv:2501.09999');
    expect(ids).toEqual([]);
    expect(answer.pasted).toEqual([{ text: '2501.09999', kind: 'id', here: false, unsure: true }]);
  });

  it('a reference that is not here finds the next best by its title', async () => {
    const reference =
      'Steeper, A. (2025). Kettles and the geometry of saucers. Journal of Tea, 1(2), 3-4.';
    const { answer, ids } = await ask(reference);
    expect(ids[0]).toBe('teapot');
    expect(answer.pasted).toMatchObject([
      { text: 'Kettles and the geometry of saucers', here: false },
    ]);
  });

  it('what is here is not said to be missing, though its title has a slip', async () => {
    const { answer } = await ask(
      'Steeper, A. (2025). Kettle: Boiling waters with policy gradients. Journal of Tea, 1(2).',
    );
    expect(answer.pasted).toMatchObject([{ here: true }]);
  });

  it('a list finds what is here and nothing else', async () => {
    const { answer, ids } = await ask('2503.01234\n2501.09999\nhttps://tea.example/papers/milk/');
    expect(ids).toEqual(['kettle', 'milk']);
    expect(answer.pasted?.map(({ here }) => here)).toEqual([true, false, true]);
    expect(answer.total).toBe(2);
  });

  it('never mends the words of a key', async () => {
    const { answer, ids } = await ask('steper2019optimixers');
    expect(answer.correction).toBeUndefined();
    expect(ids).toEqual([]);
  });

  it('obeys the filters', async () => {
    const filters = { ...noFilters, topic: ['porcelain'] };
    expect((await ask('2503.01234', { filters })).ids).toEqual([]);
  });

  it('lacks no words, for it was named', async () => {
    const { answer } = await ask('[2503.01234] A Wholly Different Name');
    const [first] = await answer.hits(1);
    expect(first).toMatchObject({ id: 'kettle' });
    expect(first?.lacks).toBeUndefined();
  });

  it('words like any others are searched for as ever', async () => {
    const { answer } = await ask('green leaves - milk');
    expect(answer.pasted).toBeUndefined();
    expect((await ask('green-leaves')).ids).toContain('green');
  });
});
