import { expect, it } from 'vitest';
import { listedFacts } from '../../src/archive/listed-facts.ts';
import { behindDate } from '../../src/text/paper-line.ts';
import { paper } from './paper.ts';

const link = (kind: 'code' | 'project') => ({ kind, label: 'It', url: 'https://example.org/' });

it.each([
  ['nothing is known', {}, ''],
  ['a day', { published: '2024-09-17' }, 'September 2024'],
  ['a year', { published: '2024' }, '2024'],
  ['an arXiv id', { arxiv: '2409.11321' }, 'September 2024'],
  ['a digest’s day is not the paper’s', { date: '2025-03-11' }, ''],
  [
    'all is known',
    { published: '2024-09', venue: 'ICLR 2025', upvotes: 1042, links: [link('code')] },
    'September 2024\u00a0· ICLR 2025\u00a0· 1,042 votes\u00a0· Code',
  ],
  ['no vote, no code', { upvotes: 0, links: [link('project')] }, ''],
  ['one vote', { upvotes: 1 }, '1 vote'],
  [
    'a venue of many words',
    { venue: 'Proceedings of the\n12th Annual Gathering of Friends of Rivers, Lakes and Ponds' },
    'Proceedings of the 12th Annual Gathering of Friends of…',
  ],
])('%s', (_, facts, line) => {
  expect(listedFacts(paper(facts))).toBe(line);
});

it.each([
  ['', '', ''],
  ['September 2024', 'September 2024', ''],
  ['2024\u00a0· ICLR 2025', '2024', '\u00a0· ICLR 2025'],
  ['May 2024\u00a0· ICLR 2025\u00a0· Code', 'May 2024', '\u00a0· ICLR 2025\u00a0· Code'],
  ['ICLR 2025\u00a0· Code', '', 'ICLR 2025\u00a0· Code'],
  ['2024 is no venue’s name', '', '2024 is no venue’s name'],
])('%j is dated %j', (line, date, rest) => {
  expect(behindDate(line)).toEqual([date, rest]);
});
