import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { idKey, keysOf } from '../../src/citation/keys.ts';
import type { Paper } from '../../src/archive/archive.ts';
import { anyText, paper } from '../archive/paper.ts';

const keyOf = (facts: Partial<Paper>): string | undefined =>
  keysOf([paper({ published: '2024', ...facts })]).get('a-study-of-rivers');

/** A paper listed on a day. */
function listed(id: string, day: string, facts: Partial<Paper> = {}): Paper {
  const date = `2025-03-${day}`;
  const listings = [{ digest: `${date}-a`, date, lines: [1, 2] as const }];
  return paper({ id, date, listings, authors: ['Wei Li'], published: '2024', ...facts });
}

describe('keysOf', () => {
  test.each<[Partial<Paper>, string]>([
    [{ authors: ['Nikhil Vyas'], title: 'SOAP: Improving Shampoo' }, 'vyas2024soap'],
    [{ authors: ['Ada Lovelace'], title: 'Towards the Study of Rivers' }, 'lovelace2024study'],
    [{ authors: ['José Núñez'], title: 'Über Flüsse' }, 'nunez2024uber'],
    [{ authors: ['Łukasz Kaiser'], title: 'A 2-layer net' }, 'kaiser2024layer'],
    [{ authors: ['Aäron van den Oord'], title: 'WaveNet' }, 'vandenoord2024wavenet'],
    [{ authors: ['River Team'], title: 'On Rivers' }, 'riverteam2024rivers'],
    [{ authors: ['Ada Lovelace'], title: 'Fast $\\ell_\\infty$ Bounds' }, 'lovelace2024fast'],
    [{ authors: ['Ada Lovelace'], title: '1984' }, 'lovelace20241984'],
    [{ authors: ['Ada Lovelace'], title: 'Why?' }, 'lovelace2024why'],
    [
      { authors: ['Ada Lovelace'], published: '', venue: 'ICLR 2025', title: 'Rivers' },
      'lovelace2025rivers',
    ],
    // The id is the key where something of it is not known.
    [{ authors: [], title: 'Rivers' }, 'a-study-of-rivers'],
    [{ authors: ['李明'], title: 'Rivers' }, 'a-study-of-rivers'],
    [{ authors: ['Ada Lovelace'], published: '', title: 'Rivers' }, 'a-study-of-rivers'],
    [{ authors: ['Ada Lovelace'], title: '…' }, 'a-study-of-rivers'],
  ])('%j → %s', (facts, key) => {
    expect(keyOf(facts)).toBe(key);
  });

  it('lets who was listed first have the bare key, and tells others by what is theirs', () => {
    const title = 'Rivers Run Deep';
    const papers = [
      listed('d', '14', { title, arxiv: '2401.00001' }),
      listed('c', '13', { title }),
      listed('b', '12', { title: 'Rivers, Rapid and Still' }),
      listed('a', '11', { title }),
    ];
    expect(Object.fromEntries(keysOf(papers))).toEqual({
      a: 'li2024rivers',
      b: 'li2024riversrapid',
      c: 'li2024riversrun',
      d: 'li2024riversrundeep',
    });
    expect(keysOf([...papers, listed('e', '15', { title })]).get('e')).toBe('e');
  });

  it('gives each a key of its own, that later papers do not change', () => {
    const facts = fc.record({
      title: fc.oneof(anyText, fc.constantFrom('Rivers', 'Rivers run', 'On rivers')),
      authors: fc.array(fc.oneof(anyText, fc.constantFrom('Wei Li', 'Li, Wei', 'Ada Lovelace'))),
      day: fc.integer({ min: 10, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), (all) => {
        const papers = all.map(({ day, ...rest }, at) => listed(`li2024-${at}`, String(day), rest));
        const keys = keysOf(papers);
        expect(new Set(keys.values()).size).toBe(papers.length);
        for (const key of keys.values()) expect(key).toMatch(/^[A-Za-z0-9_-]+$/);
        const before = papers.filter(({ date }) => date < '2025-03-20');
        for (const [id, key] of keysOf(before)) expect(keys.get(id)).toBe(key);
      }),
    );
  });

  it('never gives the id of another paper', () => {
    const papers = [listed('li2024rivers', '12', { title: 'Lakes' }), listed('b', '11')];
    expect(keysOf(papers.map((one) => ({ ...one, title: 'Rivers' }))).get('b')).toBe('b');
    expect(idKey('li2024rivers')).toBe('li2024rivers');
  });
});
