import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdited } from '../../src/entries/origin.ts';
import { parseRecordFile, recordFits, serialiseRecord } from '../../src/enrich/record-file.ts';
import type { ArxivRecord } from '../../src/enrich/record.ts';
import { renderAbstract } from '../../src/text/render.ts';

const record: ArxivRecord = {
  arxiv: '2409.11321',
  version: 2,
  title: 'Binding $\\ell_\\infty$ Books',
  abstract: 'We bind $O(\\sqrt{T})$ books for $5.\n\n# no heading, *no* emphasis.',
  authors: ['Zoë Bind'],
  published: '2024-09-17',
  categories: ['cs.LG'],
  comment: 'yes',
  withdrawn: false,
};
const occasion = { title: 'Binding ell_infty Books', by: 'equal title', retrieved: '2026-04-12' };

function parsed(text: string) {
  const reading = parseRecordFile('a', text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.record;
}

describe('a record', () => {
  it('is read as it was written', () => {
    const text = serialiseRecord(record, occasion);
    const { data, body } = parsed(text);
    expect(data).toMatchObject({
      source: 'arXiv:2409.11321v2',
      title: record.title,
      entry: occasion.title,
      arxiv: '2409.11321',
      authors: ['Zoë Bind'],
      comment: 'yes',
    });
    expect(isEdited(text, data.origin)).toBe(false);
    expect(body).toContain('$O(\\sqrt{T})$');
    expect(renderAbstract(body).html).not.toContain('<em>');
  });

  it('has no abstract when only the notice is left of it', () => {
    const abstract = 'This paper has been withdrawn by the author.';
    const { data, body } = parsed(
      serialiseRecord({ ...record, abstract, withdrawn: true }, occasion),
    );
    expect(data.withdrawn).toBe(true);
    expect(body).toBe('');
  });

  it('holds any text', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(text, text, fc.array(text), (title, abstract, authors) => {
        const { data } = parsed(serialiseRecord({ ...record, title, abstract, authors }, occasion));
        expect(data.title).toBe(title);
        expect(data.authors ?? []).toEqual(authors);
      }),
    );
  });

  it.each([
    ['no frontmatter', 'text', 'entry/unreadable'],
    ['bad YAML', '---\ntitle: "a\n---\n', 'entry/unreadable'],
    ['a missing field', '---\ntitle: a\n---\n', 'entry/schema'],
    [
      'no date',
      serialiseRecord(record, occasion).replace('"2024-09-17"', '"soon"'),
      'entry/schema',
    ],
  ])('with %s is a problem', (_, text, code) => {
    const reading = parseRecordFile('a', text);
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.code)).toContain(code);
  });

  it('knows its paper', () => {
    const it = parsed(serialiseRecord(record, occasion));
    expect(recordFits(it, { arxiv: '2409.11321', titles: [] })).toBe(true);
    expect(recordFits(it, { arxiv: '2409.99999', titles: [occasion.title] })).toBe(false);
    expect(recordFits(it, { titles: ['Other', 'BINDING ell_infty books'] })).toBe(true);
    expect(recordFits(it, { titles: ['Other'] })).toBe(false);
  });
});
