import { expect, test } from 'vitest';
import { damageNote, damagedPlaces } from '../../src/archive/damage-note.ts';
import { workOf } from '../../src/citation/paper-work.ts';
import { paperRecord } from '../../src/archive/export.ts';
import { feedItem } from '../../src/archive/feed.ts';
import { paper } from './paper.ts';

const lost = (where: 'title' | 'abstract', text: string) => ({ where, text, why: 'lost' });
const damage = [
  lost('title', '<n>leq 2'),
  ...[...'abcdefga'].map((text) => lost('abstract', text)),
];
const note =
  'Formulas lost their TeX in the title (`<n>leq 2`) and the abstract (`a`, `b`, `c`, `d`, `e` and 2 more)';

test('a note names the places, each expression once', () => {
  expect(damageNote({ damage })).toBe(note);
  expect(damageNote({ damage: [] })).toBe('');
  expect(damagedPlaces({ damage }).map(({ where }) => where)).toEqual(['title', 'abstract']);
});

test('feeds and exports carry it', () => {
  const damaged = paper({ damage, html: '<p>a</p>' });
  const item = feedItem(damaged, {
    absolute: (path) => `https://a.example/${path}`,
    topicLabel: () => undefined,
    text: 'full' as const,
  });
  expect(item?.html).toContain('<p><em>Formulas lost their TeX in the title (`&lt;n&gt;leq 2`)');
  expect(paperRecord(damaged, 'u').damaged?.[0]).toMatchObject({
    where: 'title',
    text: '<n>leq 2',
  });
  expect(workOf(damaged, { key: 'k' }).annote).toMatch(/TeX in the title \(.* and the abstract \(/);
  expect(paperRecord(paper(), 'u').damaged).toBeUndefined();
});
