import { expect, it } from 'vitest';
import { entryProblems } from '../../src/check/entries.ts';
import { factProblems } from '../../src/check/facts.ts';
import type { PaperFacts } from '../../src/digest/model.ts';
import { parseRecordFile } from '../../src/entries/records/parse.ts';
import { withGathered } from '../../src/entries/records/serialise.ts';
import type { Frontmatter } from '../../src/entries/model.ts';
import { parseEntry } from '../../src/entries/parse.ts';
import { serialiseEntry } from '../../src/entries/serialise.ts';

const digest = '2025-03-11-trending';
const base: Frontmatter = { title: 'Glue', digests: [{ digest, lines: [1, 3] }] };
const stated: PaperFacts = {
  authors: ['Zoë Bind'],
  links: [{ label: 'Code', url: 'https://code.example/a' }],
};
const source = { source: 'https://books.example/9' };
const reading = parseRecordFile(
  'glue',
  withGathered({ of: base, by: 'name' }, [
    { field: 'venue', facts: { venue: 'Book Arts' }, source },
  ]).text,
);
const records = new Map(reading.ok ? [['glue', reading.record]] : []);
const code = { label: 'Code', url: 'https://code.example/a' };

it.each<readonly [string, Partial<Frontmatter>, string, readonly string[]]>([
  ['what a listing states', { authors: ['Zoë Bind'], links: [code] }, '', []],
  ['what a record states', { venue: 'Book Arts' }, '', []],
  ['other authors', { authors: ['Zoë Bind', 'A. Page'] }, '', ['entry/made-up']],
  [
    'what nothing states',
    { doi: '10.1000/1', published: '2024' },
    '',
    ['entry/made-up', 'entry/made-up'],
  ],
  [
    'a link that nothing states',
    { links: [code, { ...code, url: 'https://b.example/' }] },
    '',
    ['entry/made-up'],
  ],
  ['what a person wrote', { doi: '10.1000/1' }, 'edited', []],
  [
    'what a digest stated that is gone',
    { digests: [{ digest: 'x', lines: [1, 3] }], doi: '10.1000/1' },
    '',
    [],
  ],
  [
    'an original seen nowhere',
    { corrections: [{ was: 'a', now: 'b', how: 'seen' }] },
    'edited',
    ['entry/no-source'],
  ],
  [
    'an original seen somewhere',
    { corrections: [{ was: 'a', now: 'b', how: 'seen', source: 'arXiv:2409.11321' }] },
    'edited',
    [],
  ],
  [
    'what was reconstructed',
    { corrections: [{ was: 'a', now: 'b', how: 'reconstructed' }] },
    'edited',
    [],
  ],
])('check looks for the source of facts: %s', (_, facts, edit, codes) => {
  const text = serialiseEntry({ data: { ...base, ...facts }, body: 'We glue.' }) + edit;
  const entry = parseEntry('glue', 'archive/papers/glue.md', text);
  if (!entry.ok) throw new Error(JSON.stringify(entry.problems));
  const paper = {
    title: 'Glue',
    notation: 'plain' as const,
    lines: [1, 3] as const,
    facts: stated,
  };
  const problems = factProblems(
    { entry: entry.entry, text },
    [{ digest, paper, id: 'glue' }],
    records,
    new Set([digest]),
  );
  expect(problems.map((problem) => problem.code)).toEqual(codes);
});

it('check finds two entries of one paper by what their records say', () => {
  const made = (id: string) => {
    const of = { title: id, digests: [] };
    const fact = { field: 'arxiv' as const, facts: { arxiv: '2409.11321' }, source };
    const read = parseRecordFile(id, withGathered({ of, by: 'name' }, [fact]).text);
    const text = serialiseEntry({ data: of, body: '' });
    const entry = parseEntry(id, `${id}.md`, text);
    if (!read.ok || !entry.ok) throw new Error('unreadable');
    return { record: read.record, stored: { entry: entry.entry, text } };
  };
  const [a, b] = [made('glue'), made('thread')];
  const both = new Map([a, b].map(({ record }) => [record.id, record]));
  const problems = entryProblems([a.stored, b.stored], new Set(), new Set(), both);
  expect(problems.map((problem) => problem.code)).toEqual(['entry/duplicate']);
});
