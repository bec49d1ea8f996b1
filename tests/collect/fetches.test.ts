import { describe, expect, it } from 'vitest';
import { fetchesOf, type Situation } from '../../src/collect/fetches.ts';
import { parseSources } from '../../src/collect/sources.ts';

const ask = (source: string, situation: Partial<Situation> = {}) => {
  const { sources: [first] = [] } = parseSources('s', `sources:\n  - {name: a, ${source}}\n`);
  if (first === undefined) throw new Error(source);
  // A Thursday.
  return fetchesOf(first, { today: '2026-10-08', failed: [], ...situation });
};
const daysOf = (...asked: Parameters<typeof ask>) => ask(...asked).map(({ day }) => day);

describe('a source that is asked by the day', () => {
  it.each([
    ['at the start: yesterday', {}, ['2026-10-07']],
    ['the next day', { last: '2026-10-06' }, ['2026-10-07']],
    ['twice a day: not again', { last: '2026-10-07' }, []],
    [
      'after an outage: every day',
      { last: '2026-10-03' },
      ['2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
    ],
    [
      'a day that failed: again',
      { last: '2026-10-06', failed: ['2026-10-02'] },
      ['2026-10-02', '2026-10-07'],
    ],
    [
      'a day that failed long ago: no more',
      { last: '2026-10-06', failed: ['2026-08-02'] },
      ['2026-10-07'],
    ],
  ])('%s', (_, situation, days) => {
    expect(daysOf('huggingface: daily', situation)).toEqual(days);
  });

  it('looks back no more than thirty days', () => {
    expect(daysOf('huggingface: daily', { last: '2025-01-01' })).toHaveLength(30);
  });

  it('rests on other days', () => {
    expect(daysOf('biorxiv: neuroscience, days: [mon]', { last: '2026-10-03' })).toEqual([
      '2026-10-05',
    ]);
  });
});

describe('arXiv', () => {
  it.each([
    ['at the start', {}],
    ['the day after', { last: '2026-10-07' }],
    ['twice a day', { last: '2026-10-08' }],
  ])('gives the last announcement %s', (_, situation) => {
    const [feed, ...others] = ask('arxiv: [cs.CL, cs.LG]', situation);
    expect(others).toEqual([]);
    expect(feed).toMatchObject({
      standing: true,
      address: 'https://rss.arxiv.org/atom/cs.CL+cs.LG',
    });
  });

  it('has missed nothing over a weekend', () => {
    expect(ask('arxiv: cs.CL', { today: '2026-10-05', last: '2026-10-02' })).toHaveLength(1);
  });

  it('is asked for what was submitted where announcements were missed', () => {
    const [query, feed] = ask('arxiv: [cs.CL, cs.LG]', { last: '2026-10-05' });
    const search = new URL(query?.address ?? '').searchParams;
    expect(query).toMatchObject({ day: '2026-10-07', standing: false });
    expect(search.get('search_query')).toBe(
      '(cat:cs.CL OR cat:cs.LG) AND submittedDate:[202609220000 TO 202610072359]',
    );
    expect(feed?.day).toBeUndefined();
  });
});

it('asks for parts of bioRxiv and OpenReview', () => {
  const [preprints] = ask('biorxiv: cell biology', { last: '2026-10-06' });
  expect(preprints?.address).toBe(
    'https://api.biorxiv.org/details/biorxiv/2026-10-07/2026-10-07/0/json?category=cell_biology',
  );
  const more = { messages: [{ total: 150 }], collection: Array.from({ length: 100 }, () => ({})) };
  expect(preprints?.read(JSON.stringify(more), preprints.address)).toMatchObject({
    next: 'https://api.biorxiv.org/details/biorxiv/2026-10-07/2026-10-07/100/json?category=cell_biology',
  });
  const [venue] = ask('openreview: ICLR.cc/2025/Conference');
  const notes = { count: 2500, notes: Array.from({ length: 1000 }, () => ({})) };
  const next = venue?.read(JSON.stringify(notes), 'https://api2.openreview.net/notes?offset=1000');
  expect(next).toMatchObject({ next: expect.stringContaining('offset=2000') });
});
