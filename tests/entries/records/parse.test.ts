import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdited } from '../../../src/entries/origin.ts';
import { parseRecordFile, recordFits } from '../../../src/entries/records/parse.ts';
import type { ArxivRecord } from '../../../src/entries/records/record.ts';
import { serialiseRecord, withGathered } from '../../../src/entries/records/serialise.ts';
import { renderAbstract } from '../../../src/text/render.ts';

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
const of = {
  title: 'Binding ell_infty Books',
  digests: [{ digest: '2025-03-11-trending', lines: [5, 7] as [number, number] }],
};
const occasion = { of, by: 'equal title', retrieved: '2026-04-12' };

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
      entry: of.title,
      listed: ['2025-03-11-trending:5'],
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

  it.each([
    ['its arXiv id', { arxiv: '2409.11321', title: 'Other', digests: [] }, true],
    ['no other arXiv id', { ...of, arxiv: '2409.99999' }, false],
    ['its title', { title: 'BINDING ell_infty books', digests: [] }, true],
    ['its own title', { title: record.title, digests: [] }, true],
    ['its place in a digest under any title', { ...of, title: 'Other' }, true],
    [
      'no other title',
      { title: 'Other', digests: [{ digest: 'x', lines: [5, 7] as [number, number] }] },
      false,
    ],
  ])('knows its paper by %s', (_, paper, fits) => {
    expect(recordFits(parsed(serialiseRecord(record, occasion)), paper)).toBe(fits);
  });

  const venue = {
    field: 'venue' as const,
    facts: { venue: 'Book Arts 2024' },
    source: { source: 'https://books.example/9', grade: 'second-hand' as const },
  };

  it('holds facts that were gathered, each with its source', () => {
    const { data } = parsed(withGathered(occasion, [venue]).text);
    expect(data).toMatchObject({
      entry: of.title,
      venue: 'Book Arts 2024',
      sources: { venue: venue.source },
    });
  });

  it('keeps what arXiv says beside them, and them beside what arXiv says', () => {
    const first = parsed(withGathered(occasion, [venue]).text);
    const both = parsed(serialiseRecord(record, occasion, first.data));
    expect(both.data).toMatchObject({ source: 'arXiv:2409.11321v2', venue: 'Book Arts 2024' });
    const authors = { field: 'authors' as const, facts: { authors: ['A'] }, source: venue.source };
    const again = withGathered(occasion, [authors, { ...venue, facts: { venue: 'Other' } }], both);
    expect(again.fields).toEqual(['venue']);
    expect(parsed(again.text)).toMatchObject({
      data: { authors: ['Zoë Bind'], venue: 'Other' },
      body: both.body,
    });
  });

  it('refuses a fact that does not say where it was read', () => {
    const text = withGathered(occasion, [venue]).text.replace(
      'venue: "Book',
      'doi: "10.1000/1"\nvenue: "Book',
    );
    expect(parseRecordFile('a', text)).toMatchObject({
      ok: false,
      problems: [{ code: 'entry/schema' }],
    });
  });
});
