import { describe, expect, it } from 'vitest';
import { noTopic, reason } from '../../src/archive/reason.ts';
import { editAddress, fileAddress } from '../../src/archive/repository.ts';
import { counted, lineRange } from '../../src/text/counted.ts';

describe('counted', () => {
  it.each([
    [0, '0 papers'],
    [1, '1 paper'],
    [12_034, '12,034 papers'],
  ])('%i: %s', (count, words) => {
    expect(counted(count, 'paper')).toBe(words);
  });

  it('takes an irregular plural', () => {
    expect(counted(2, 'entry', 'entries')).toBe('2 entries');
  });
});

describe('lineRange', () => {
  it.each([
    [[55, 57], '55–57'],
    [[7, 7], '7'],
  ] as const)('%j: %s', (lines, words) => {
    expect(lineRange(lines)).toBe(words);
  });
});

describe('reason', () => {
  const term = (word: string, where: 'title' | 'abstract' = 'abstract') => ({ term: word, where });

  it('names the terms, and where the title holds them', () => {
    expect(reason({ byHand: false, terms: [term('shampoo', 'title'), term('adam')] })).toBe(
      '“shampoo” (title), “adam”',
    );
  });

  it('names five and counts the rest', () => {
    expect(reason({ byHand: false, terms: [...'abcdefg'].map((word) => term(word)) })).toBe(
      '“a”, “b”, “c”, “d”, “e” and 2 more',
    );
  });

  it('says what came near where no topic was reached, and nothing more than is so', () => {
    const near = [
      {
        topic: 'agents',
        byHand: false,
        score: 5,
        terms: [term('tool use', 'title'), term('agent')],
      },
      { topic: 'code', byHand: false, score: 2, terms: [term('program')] },
    ];
    const label = (topic: string): string => topic.toUpperCase();
    expect(noTopic(near, label)).toBe(
      'closest to AGENTS (“tool use” (title), “agent”); CODE (“program”) – but not enough for a topic.',
    );
    expect(noTopic([], label)).toBe('nothing in its title or abstract is enough for a topic.');
    expect(noTopic(undefined, label)).toBe('its entry names no topic of this archive.');
  });

  it('says so when a person assigned the topic', () => {
    expect(reason({ byHand: true, terms: [] })).toBe('assigned by hand');
  });
});

describe('addresses in the repository', () => {
  const where = { url: 'https://git.example/me/papers/', branch: 'main', folder: 'archive' };

  it.each([
    ['an entry', editAddress(where, { id: 'soap' }), '/edit/main/archive/papers/soap.md'],
    [
      'an entry in a folder',
      editAddress(where, { id: 'soap', file: 'papers/2025/soap.md' }),
      '/edit/main/archive/papers/2025/soap.md',
    ],
    ['a file', fileAddress(where, 'digests/a b.txt'), '/blob/main/archive/digests/a%20b.txt'],
    ['its lines', fileAddress(where, 'a.txt', [3, 5]), '/blob/main/archive/a.txt#L3-L5'],
    [
      'another folder',
      editAddress({ ...where, folder: 'my/archive' }, { id: 'x' }),
      '/edit/main/my/archive/papers/x.md',
    ],
    [
      'a branch of two words',
      editAddress({ ...where, branch: 'my/branch' }, { id: 'x' }),
      '/edit/my/branch/archive/papers/x.md',
    ],
  ])('%s', (_, address, path) => {
    expect(address).toBe(`https://git.example/me/papers${path}`);
  });

  it('are none without a repository', () => {
    const nowhere = { branch: 'main', folder: 'archive' };
    expect(editAddress(nowhere, { id: 'soap' })).toBeUndefined();
    expect(fileAddress(nowhere, 'a.txt')).toBeUndefined();
  });
});
