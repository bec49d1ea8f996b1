import { expect, test } from 'vitest';
import { textNotices } from '../../src/check/texts.ts';
import { parseRecordFile } from '../../src/entries/records/parse.ts';
import { serialiseRecord } from '../../src/entries/records/serialise.ts';
import { parseEntry } from '../../src/entries/parse.ts';
import { serialiseEntry } from '../../src/entries/serialise.ts';
import type { StoredEntry } from '../../src/entries/model.ts';

function entryOf(title: string, body: string): StoredEntry {
  const text = serialiseEntry({ data: { title, digests: [] }, body });
  const reading = parseEntry('glue', 'archive/papers/glue.md', text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { entry: reading.entry, text };
}

function recordsOf(title: string, abstract: string) {
  const record = { arxiv: '2409.11321', title, abstract, authors: [], categories: [] };
  const occasion = { of: { title, digests: [] }, by: 'equal title', retrieved: '2025-03-11' };
  const text = serialiseRecord({ ...record, withdrawn: false }, occasion);
  const reading = parseRecordFile('glue', text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return new Map([['glue', reading.record]]);
}

const told = (notices: ReturnType<typeof textNotices>) =>
  notices.map(({ code, where }) => `${code} ${where.file}`);

const paper = 'archive/papers/glue.md';
const record = 'archive/records/glue.md';
const lost = 'A glue of strength mathcal{O}(n) for Ain R^{ntimes d}.';

test.each<readonly [string, string, string, string | undefined, readonly string[]]>([
  ['nothing', 'Glue', 'It costs $5 and $6; $O(\\sqrt{n})$.', undefined, []],
  ['a formula', 'Glue', 'It is $\\foo{n}$.', undefined, [`entry/formula ${paper}`]],
  ['a formula in a title', 'Glue $\\foo$', 'It is.', undefined, [`entry/formula ${paper}`]],
  ['damage', 'Glue', lost, undefined, [`entry/damaged ${paper}`]],
  [
    'damage of a title',
    'Bounds for Ain R^{ntimes d}',
    lost,
    undefined,
    [`entry/damaged ${paper}`, `entry/damaged ${paper}`],
  ],
  ['no damage that has its original', 'Glue', lost, '$\\mathcal{O}(n)$, $A\\in R$', []],
  ['a formula of the original', 'Glue', lost, 'It is $\\foo{n}$.', [`entry/formula ${record}`]],
  ['damage, where the record has no abstract', 'Glue', lost, '', [`entry/damaged ${paper}`]],
])('check lists %s', (_, title, body, original, expected) => {
  const records = original === undefined ? undefined : recordsOf(title, original);
  expect(told(textNotices(entryOf(title, body), records))).toEqual(expected);
});
