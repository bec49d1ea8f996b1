/** What a paper of a list of links looks like wherever it is shown. */
import { expect, test } from 'vitest';
import { toBeCompleted } from '#words/paper.ts';
import { contributionOf } from '../../src/archive/brief.ts';
import { workOf } from '../../src/citation/paper-work.ts';
import { paperRecord } from '../../src/archive/export.ts';
import { feedItem } from '../../src/archive/feed.ts';
import { relatedPapers } from '../../src/archive/related.ts';
import { paper } from './paper.ts';

const bare = { html: '', text: '', incomplete: true } as const;
const waiting = paper({ ...bare, id: 'arxiv-2602-01234', title: 'arXiv 2602.01234' });

test('lists, feeds and exports say that it is to be completed', () => {
  expect(contributionOf(waiting)).toBe(toBeCompleted);
  const context = {
    absolute: (path: string) => path,
    topicLabel: () => undefined,
    text: 'full' as const,
  };
  expect(feedItem(waiting, context)?.summary).toBe(toBeCompleted);
  expect(paperRecord(waiting, 'u')).toMatchObject({ title: 'arXiv 2602.01234', incomplete: true });
  expect(workOf(waiting, { key: 'k' }).annote).toContain('To be completed: the digest gave only');
});

test('no other paper is said to be incomplete', () => {
  const whole = paper({ html: '', text: '' });
  expect(contributionOf(whole)).toBe('');
  expect(paperRecord(whole, 'u').incomplete).toBeUndefined();
  expect(workOf(whole, { key: 'k' }).annote).not.toContain('completed');
});

test('identifiers alone make no two papers alike', () => {
  const others = [1, 2, 3, 4].map((n) =>
    paper({ ...bare, id: `arxiv-2602-0999${n}`, title: `arXiv 2602.0999${n}` }),
  );
  expect(relatedPapers([waiting, ...others]).related(waiting.id)).toEqual([]);
});
