import { describe, expect, it } from 'vitest';
import { parseRecordFile, type StoredRecord } from '../../../src/entries/records/parse.ts';
import { recordOf, withRecord } from '../../../src/entries/records/apply.ts';
import { serialiseRecord } from '../../../src/entries/records/serialise.ts';
import type { ArxivRecord } from '../../../src/entries/records/record.ts';

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
  const of = { title: 'GLUE for large books', digests: [] };
  const occasion = { of, by: 'equal title', retrieved: '2026-04-12' };
  const reading = parseRecordFile(id, serialiseRecord(arxivRecord, occasion));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.record;
}

const records = new Map([['glue', storedRecord('glue')]]);

const data = {
  title: 'GLUE for large books',
  digests: [],
  authors: ['From the Digest'],
  published: '2024',
};

describe('withRecord', () => {
  it('fills what the entry leaves empty', () => {
    expect(withRecord({ id: 'glue', data }, records)).toEqual({
      data: { ...data, arxiv: '2409.11321', published: '2024-09-17', categories: ['cs.LG'] },
      fields: ['arxiv', 'published', 'categories'],
    });
  });

  it('leaves entries without a record as they are', () => {
    expect(withRecord({ id: 'thread', data }, records)).toEqual({ data, fields: [] });
  });
});

describe('recordOf', () => {
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
