import { expect, it } from 'vitest';
import { notNews } from '../../src/archive/index.ts';
import type { Collected } from '../../src/collect/ledger.ts';
import { replacedIn } from '../../src/collect/replaced.ts';
import { shownCollection } from '../../src/collect/shown.ts';
import { parseSources } from '../../src/collect/sources.ts';
import { plusDays } from '../../src/collect/fetches.ts';
import type { CapturedPaper } from '../../src/digest/model.ts';
import { paper } from '../archive/paper.ts';

const line = (more: Partial<Collected>): Collected => ({
  source: 'bells',
  day: '2026-01-05',
  at: '2026-01-05T18:00:00Z',
  address: 'https://bells.example/feed?token=secret',
  ...more,
});

it('shows each source, as of its last answer, without addresses', () => {
  const { sources = [] } = parseSources(
    's',
    'sources:\n  - {name: bells, feed: "https://bells.example/feed?token=secret"}\n  - {name: new, arxiv: cs.LG}\n',
  );
  const days = Array.from({ length: 70 }, (_, at) => plusDays('2026-01-05', at));
  const lines = [
    ...days.map((day) =>
      line({ day, at: `${day}T18:00:00Z`, digest: `${day}-bells`, kept: 2, announced: 3 }),
    ),
    line({ day: '2026-04-30', at: '2026-04-30T18:00:00Z', source: 'old', failed: 'status 503' }),
    line({ day: '2026-04-30', at: '2026-04-30T18:00:00Z', failed: 'status 404' }),
  ];
  const shown = shownCollection(lines, sources);
  expect(shown.until).toBe('2026-04-30');
  expect(JSON.stringify([...shown.digests, shown.sources])).not.toContain('secret');
  const [bells, fresh, old] = shown.sources;
  expect(bells).toMatchObject({
    asks: { kind: 'feed', what: 'bells.example' },
    announced: 210,
    unread: 70,
    silence: { days: 46 },
    failed: [{ day: '2026-04-30', why: 'status 404' }],
  });
  expect(bells?.spans.map(({ when }) => when).filter((when) => when.length === 7)).toEqual([
    '2026-02',
    '2026-01',
  ]);
  expect(bells?.spans.reduce((sum, { kept }) => sum + kept, 0)).toBe(140);
  expect(fresh).toMatchObject({ source: 'new', asked: '', spans: [] });
  expect(old).not.toHaveProperty('asks');
  expect(old).not.toHaveProperty('silence');
});

it('tells new versions and late papers from news', () => {
  const captured = (record: number): CapturedPaper => ({
    title: `T${record}`,
    notation: 'plain',
    lines: [record * 10, record * 10 + 9],
    record,
    facts: {},
  });
  const entry = (type: string) =>
    `<entry><title>T</title><arxiv:announce_type>${type}</arxiv:announce_type></entry>`;
  const feed = `<feed>${['new', 'replace', 'cross', 'replace-cross'].map(entry).join('')}</feed>`;
  const papers = [1, 2, 3, 4].map(captured);
  expect(replacedIn(feed, papers).map(({ record }) => record)).toEqual([2, 4]);
  const preprints = JSON.stringify({ collection: [{ version: '1' }, { version: '3' }] });
  expect(replacedIn(preprints, papers).map(({ record }) => record)).toEqual([2]);
  expect(replacedIn('{"a":1}\n{"a":2}\n', papers)).toEqual([]);

  const date = '2026-01-13';
  const of = (id: string, published: string, record: number) => ({
    paper: paper({ id, published }),
    lines: [record * 10, record * 10 + 9] as const,
    record,
  });
  const collected = {
    source: 'preprints',
    kept: 4,
    leftOut: { before: 0, must: 0, mustNot: 0, limit: 0 },
    titles: [],
    replaced: [{ line: 20, record: 2 }],
    ofArxiv: true,
  };
  const listed = [
    of('new', '2026-01-09', 1),
    of('again', '2024-03-01', 2),
    of('late', '2026-01-08', 3),
    of('vague', '2025', 4),
  ];
  const told = notNews({ date, papers: listed, collected });
  expect(told.replaced.map(({ id }) => id)).toEqual(['again']);
  expect(told.late.map(({ id }) => id)).toEqual(['late']);
  expect(notNews({ date, papers: listed }).late).toEqual([]);
  expect(
    notNews({ date, papers: listed, collected: { ...collected, ofArxiv: false } }).late,
  ).toEqual([]);
});
