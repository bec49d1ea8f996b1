import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../src/entries/records/parse.ts';
import { parseEntry } from '../../src/entries/parse.ts';
import { serialiseEntry } from '../../src/entries/serialise.ts';
import { shownAbstract } from '../../src/entries/shown.ts';
import type { StoredEntry } from '../../src/entries/model.ts';

const unedited = serialiseEntry({
  data: { title: 'SOAP', digests: [], arxiv: '2409.11321' },
  body: 'A bound of O(T).',
});

function stored(text: string): StoredEntry {
  const reading = parseEntry('soap', 'soap.md', text);
  if (!reading.ok) throw new Error('It cannot be read.');
  return { entry: reading.entry, text };
}

const record: StoredRecord = {
  id: 'soap',
  text: '',
  data: {
    source: 'arXiv:2409.11321v2',
    title: 'SOAP',
    entry: 'SOAP',
    by: 'arXiv id',
    retrieved: '2025-03-12',
    arxiv: '2409.11321',
  },
  body: String.raw`A bound of $O(\sqrt{T})$.`,
};
const records = new Map([['soap', record]]);
const captured = { title: 'SOAP', text: 'A bound of O(T).' };

describe('shownAbstract', () => {
  it('is the entry’s own where nothing else is known', () => {
    const shown = shownAbstract(stored(unedited), undefined, new Map());
    expect(shown.abstract.text).toBe('A bound of O(T).');
    expect(shown).not.toHaveProperty('record');
  });

  it('is the record’s original', () => {
    const shown = shownAbstract(stored(unedited), undefined, records);
    expect(shown.abstract.html).toContain('<msqrt>');
    expect(shown.record?.data.source).toBe('arXiv:2409.11321v2');
  });

  it('is what a person wrote, whatever a record says', () => {
    const edited = stored(unedited.replace('O(T)', 'the order of T'));
    const shown = shownAbstract(edited, captured, records);
    expect(shown.abstract.text).toBe('A bound of the order of T.');
    expect(shown).not.toHaveProperty('record');
  });

  it('is the original where a person edited only the frontmatter', () => {
    const edited = stored(unedited.replace('digests: []', 'digests: []\nvenue: ICLR'));
    expect(shownAbstract(edited, captured, records).record?.id).toBe('soap');
  });

  it('is a person’s in an entry written by hand', () => {
    const written = stored('---\ntitle: SOAP\ndigests: []\narxiv: "2409.11321"\n---\nMy words.\n');
    expect(shownAbstract(written, undefined, records).abstract.text).toBe('My words.');
  });
});
