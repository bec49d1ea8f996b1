import { expect, it } from 'vitest';
import { foreignFacts } from '../../../src/entries/records/provenance.ts';
import { parseRecordFile } from '../../../src/entries/records/parse.ts';
import { withGathered } from '../../../src/entries/records/serialise.ts';
import type { Frontmatter } from '../../../src/entries/model.ts';
import { parseEntry } from '../../../src/entries/parse.ts';
import { serialiseEntry } from '../../../src/entries/serialise.ts';

const digests: Frontmatter['digests'] = [{ digest: '2025-03-11-trending', lines: [1, 3] }];
const captured: Frontmatter = { title: 'Glue', digests, venue: 'Book Arts' };
const read = { source: 'https://books.example/9' };

const reading = parseRecordFile(
  'glue',
  withGathered({ of: captured, by: 'name' }, [
    { field: 'authors', facts: { authors: ['Zoë Bind'] }, source: read },
    { field: 'published', facts: { published: '2024-09-17' }, source: read },
  ]).text,
);
const records = new Map(reading.ok ? [['glue', reading.record]] : []);

const authors = ['Zoë Bind'];
const fromRecord = [
  { field: 'authors', read },
  { field: 'published', read },
];

it.each<readonly [string, Frontmatter, string, readonly unknown[]]>([
  ['the record alone', captured, '', fromRecord],
  ['a record that makes a date exact', { ...captured, published: '2024' }, '', fromRecord],
  ['a person', { ...captured, doi: '10.1000/1' }, 'x', [{ field: 'doi' }, ...fromRecord]],
  [
    'a person instead of the digest',
    { ...captured, venue: 'Ink' },
    'x',
    [...fromRecord, { field: 'venue' }],
  ],
  [
    'a person instead of the record',
    { ...captured, authors: ['B'] },
    'x',
    [{ field: 'authors' }, fromRecord[1]],
  ],
  ['a person who says what the record says', { ...captured, authors }, 'x', fromRecord],
  [
    'a person who wrote it all',
    { title: 'Glue', digests: [], venue: 'Ink' },
    'x',
    [...fromRecord, { field: 'venue' }],
  ],
])('a fact is from %s', (_, data, edit, expected) => {
  const text = serialiseEntry({ data, body: 'We glue.' }) + edit;
  const entry = parseEntry('glue', 'glue.md', text);
  if (!entry.ok) throw new Error(JSON.stringify(entry.problems));
  const before = edit === '' || data.digests.length === 0 ? undefined : captured;
  expect(foreignFacts({ entry: entry.entry, text }, before, records)).toEqual(expected);
});
