/** The labels that docs/topics.md speaks of. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseLabels } from '../../src/topics/labels.ts';
import { titleKey } from '../../src/digest/identity.ts';
import { parseDigest } from '../../src/digest/parse.ts';
import { foundingDigest, foundingFile, foundingNames } from '../founding.ts';

const file = 'docs/topics-labels.jsonl';
const topics = foundingNames('topics').map((name) => name.replace(/\.md$/, ''));
const text = readFileSync(file, 'utf8');
const { labels, problems } = parseLabels(file, text, new Set(topics));

it('are sound, each title once', () => {
  expect(problems).toEqual([]);
  const keys = labels.map(({ title }) => titleKey(title));
  expect(new Set(keys).size).toBe(keys.length);
});

it('hold titles and topics, no more', () => {
  const fields = text
    .trim()
    .split('\n')
    .flatMap((line) => Object.keys(JSON.parse(line)));
  expect([...new Set(fields)].toSorted()).toEqual(['sample', 'split', 'title', 'topics']);
});

it('are of both splits, and none is of the founding digest', () => {
  expect(labels.filter(({ split }) => split === 'blind').length).toBeGreaterThanOrEqual(150);
  expect(labels.length).toBeGreaterThanOrEqual(200);
  const { papers } = parseDigest({ file: foundingDigest, text: foundingFile(foundingDigest) });
  const listed = new Set(papers.map(({ title }) => titleKey(title)));
  expect(listed.size).toBeGreaterThan(0);
  expect(labels.filter(({ title }) => listed.has(titleKey(title)))).toEqual([]);
});
