import { describe, expect, it } from 'vitest';
import { placePapers, type SyncDigest } from '../../src/entries/placing.ts';
import { planSync } from '../../src/entries/sync.ts';
import { hashedKeys } from '../../src/entries/tombstones.ts';

const digest = (id: string, ...papers: { title: string; arxiv?: string; doi?: string }[]) =>
  ({
    id,
    date: id.slice(0, 10),
    papers: papers.map(({ title, ...facts }, at) => ({
      title,
      notation: 'plain',
      lines: [3 * at + 1, 3 * at + 2] as const,
      facts,
    })),
  }) satisfies SyncDigest;

const kiln = {
  id: 'the-kiln-at-dusk',
  keys: hashedKeys({ title: 'The Kiln at Dusk', arxiv: '2602.01234', doi: '10.1000/kiln' }),
};
const sand = { id: 'singing-sand', keys: hashedKeys({ title: 'Singing Sand' }) };
const plan = (...digests: SyncDigest[]) =>
  planSync({ digests, entries: [], unreadable: [], tombstones: [kiln, sand] });

describe('a removed paper', () => {
  it.each([
    ['its title', { title: 'The kiln, at dusk' }],
    ['its arXiv id', { title: 'Kilns', arxiv: '2602.01234' }],
    ['its DOI', { title: 'Kilns in the Evening', doi: '10.1000/kiln' }],
  ])('stays away, known by %s', (_, paper) => {
    const { writes, placements } = plan(digest('2026-03-02-list', paper));
    expect(writes).toEqual([]);
    expect(placements).toMatchObject([{ removed: true, tombstone: kiln.id }]);
  });

  it('stays away where a later digest knows it by something else', () => {
    const { writes } = plan(
      digest('2026-03-02-list', { title: 'Singing Sand', arxiv: '2603.00001' }),
      digest('2026-03-03-list', { title: 'Sand That Sings', arxiv: '2603.00001' }),
    );
    expect(writes).toEqual([]);
  });

  it('keeps away no other paper of its title, which gets another address', () => {
    const { writes, placements } = plan(
      digest('2026-03-02-list', { title: 'The Kiln at Dusk', arxiv: '2605.09999' }),
    );
    expect(placements[0]?.removed).toBeUndefined();
    expect(writes.map(({ id }) => id)).toEqual(['the-kiln-at-dusk-2']);
  });

  it('is not told by its keys', () => {
    expect(kiln.keys.join()).toMatch(/^(?:(?:title|arXiv|DOI):[0-9a-f]{24},?){3}$/);
  });

  it('costs nothing where none was removed', () => {
    const { placements } = placePapers({
      digests: [digest('2026-03-02-list', { title: 'Singing Sand' })],
      entries: [],
      unreadable: [],
    });
    expect(placements[0]?.removed).toBeUndefined();
  });
});
