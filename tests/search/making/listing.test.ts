import { expect, it } from 'vitest';
import { factsLine, readFacts } from '../../../src/text/paper-line.ts';
import { keyedPaper } from '../../../src/search/paste/keys.ts';
import { listedPaper } from '../../../src/search/making/listing.ts';

const listed = (facts: object) => {
  const paper = keyedPaper({ id: 'tea', title: 'Tea', ...facts });
  if (paper === undefined) throw new TypeError('no paper');
  const { sorted, facts: line } = listedPaper(paper);
  return [sorted, factsLine(readFacts(line))];
};

it.each([
  [{}, { published: '', title: 'tea', venue: '', votes: 0 }, ''],
  [
    {
      title: '“Éarl Grey”',
      published: '2024-09-17',
      venue: 'ICLR 2025',
      upvotes: 42,
      links: [{ url: 'https://example.org/', kind: 'code' }],
    },
    { published: '2024-09-17', title: 'earl grey”', venue: 'iclr 2025', votes: 42 },
    'September 2024\u00a0· ICLR 2025\u00a0· 42 votes\u00a0· Code',
  ],
  [
    { arxiv: 'math.GT/0309136', links: [{ url: 'https://example.org/' }] },
    { published: '2003-09', title: 'tea', venue: '', votes: 0 },
    'September 2003',
  ],
  [
    { published: '2024', arxiv: '2401.11321' },
    { published: '2024-01', title: 'tea', venue: '', votes: 0 },
    'January 2024',
  ],
  [
    { published: '2025', arxiv: '2401.11321' },
    { published: '2025', title: 'tea', venue: '', votes: 0 },
    '2025',
  ],
])('puts a paper in order by what is known of it: %j', (facts, sorted, line) => {
  expect(listed(facts)).toEqual([sorted, line]);
});
