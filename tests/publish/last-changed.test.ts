import { expect, test } from 'vitest';
import { jsonLines } from '../../src/archive/export.ts';
import { lastChanged } from '../../src/publish/last-changed.ts';
import { byteLines } from '../../src/text/byte-lines.ts';
import { paper } from '../archive/paper.ts';

test('a page last changed when a digest last listed one of its papers', () => {
  const listing = (date: string) => ({ digest: `${date}-a`, date, lines: [1, 2] as const });
  const papers = [
    paper({
      id: 'a',
      text: '"digest":"x","date":"2030-01-01" "topics":["none"]',
      listings: [listing('2025-03-11'), listing('2025-04-02')],
      topics: [{ topic: 'vision', byHand: false, score: 1, terms: [] }],
      families: ['seeing'],
    }),
    paper({ id: 'b', listings: [listing('2025-03-11')] }),
    paper({ id: 'c', listings: [] }),
  ];
  const text = [...jsonLines(papers, () => undefined)].join('');
  const days = lastChanged({ lines: () => byteLines([Buffer.from(text)]) });
  expect(Object.fromEntries(days)).toMatchObject({
    '': '2025-04-02',
    'papers/a/': '2025-04-02',
    'papers/b/': '2025-03-11',
    'digests/2025-03-11-a/': '2025-03-11',
    'digests/2025-04-02-a/': '2025-04-02',
    'topics/vision/': '2025-04-02',
    'topics/seeing/': '2025-04-02',
  });
  expect([...days.keys()].filter((path) => /none|\/x\/|\/c\//.test(path))).toEqual([]);
});
