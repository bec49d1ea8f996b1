import { describe, expect, it } from 'vitest';
import { mergeCapturings } from '../../src/entries/merge.ts';
import { parseEntry } from '../../src/entries/parse.ts';
import { serialiseEntry } from '../../src/entries/serialise.ts';
import { fillEntry } from '../../src/enrich/fill.ts';
import {
  parseRecordFile,
  serialiseRecord,
  type StoredRecord,
} from '../../src/enrich/record-file.ts';
import { factsOf, type ArxivRecord } from '../../src/enrich/record.ts';
import { recordOf, withRecord } from '../../src/enrich/with-record.ts';

const arxivRecord: ArxivRecord = {
  arxiv: '2409.11321',
  version: 2,
  title: 'Glue for Large Books',
  abstract: 'We glue $n$ books.',
  authors: ['Zoë Bind'],
  published: '2024-09-17',
  categories: ['cs.LG'],
  withdrawn: false,
};

function storedRecord(id: string): StoredRecord {
  const occasion = { title: 'GLUE for large books', by: 'equal title', retrieved: '2026-04-12' };
  const reading = parseRecordFile(id, serialiseRecord(arxivRecord, occasion));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.record;
}

const records = new Map([['glue', storedRecord('glue')]]);

const merged = mergeCapturings([
  {
    digest: '2025-03-11-trending',
    paper: {
      title: 'GLUE for large books',
      abstract: 'We glue n books.',
      notation: 'plain',
      lines: [1, 3],
      facts: { authors: ['From the Digest'], published: '2024' },
    },
  },
]);

describe('withRecord', () => {
  it('fills what the digests leave empty', () => {
    const { data, body } = withRecord('glue', merged, records);
    expect(body).toBe('We glue n books.');
    expect(data).toMatchObject({
      title: 'GLUE for large books',
      arxiv: '2409.11321',
      authors: ['From the Digest'],
      published: '2024-09-17',
      categories: ['cs.LG'],
    });
  });

  it('gives what enrich has written, so that the loader writes nothing anew', () => {
    const text = serialiseEntry(merged);
    const reading = parseEntry('glue', 'glue.md', text);
    if (!reading.ok) throw new Error('unreadable');
    const filled = fillEntry({ entry: reading.entry, text }, factsOf(arxivRecord));
    expect(serialiseEntry(withRecord('glue', merged, records))).toBe(filled?.text);
  });

  it('leaves entries without a record as they are', () => {
    expect(withRecord('thread', merged, records)).toBe(merged);
  });
});

describe('recordOf', () => {
  const { data } = merged;
  it.each([
    ['by the id', 'glue', data, true],
    ['by a former id', 'paste', { ...data, aliases: ['glue'] }, true],
    ['not by another id', 'paste', data, false],
    ['not of another title', 'glue', { ...data, title: 'Thread' }, false],
    [
      'of another title with its arXiv id',
      'glue',
      { ...data, title: 'T', arxiv: '2409.11321' },
      true,
    ],
    ['not of another arXiv id', 'glue', { ...data, arxiv: '2409.00001' }, false],
  ])('%s', (_, id, known, found) => {
    expect(recordOf(id, known, records) !== undefined).toBe(found);
  });
});
