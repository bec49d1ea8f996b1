import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdited } from '../../src/entries/origin.ts';
import { parseEntry } from '../../src/entries/parse.ts';
import { serialiseEntry } from '../../src/entries/serialise.ts';
import type { StoredEntry } from '../../src/entries/sync.ts';
import { fillEdited, fillEntry, withFacts } from '../../src/enrich/fill.ts';
import type { EnrichedFields } from '../../src/enrich/record.ts';
import { entryText } from './archive.ts';

function stored(text: string): StoredEntry {
  const reading = parseEntry('a', 'content/papers/a.md', text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { entry: reading.entry, text };
}

const facts: EnrichedFields = {
  arxiv: '2409.11321',
  authors: ['Zoë Bind', 'A: "Page" #1'],
  published: '2024-09-17',
  updated: '2025-01-31',
  venue: '--- yes: no',
  categories: ['cs.LG'],
  comment: '12 pages\u2028 & more',
};

const edited = `---
# mine
title:   "Binding Books"   # keep
digests: [ { digest: x, lines: [1, 2] } ]
origin: "0000000000000000"
venue: 'My Venue'
---

Body --- with dashes.

---
not frontmatter
`;

describe('fillEntry', () => {
  it('keeps an unedited entry unedited', () => {
    const filled = fillEntry(stored(entryText({ title: 'Binding Books', abstract: 'We.' })), facts);
    const after = stored(filled?.text ?? '');
    expect(after.entry.data).toMatchObject({
      arxiv: '2409.11321',
      authors: facts.authors,
      published: '2024-09-17',
      venue: '--- yes: no',
    });
    expect(isEdited(after.text, after.entry.data.origin)).toBe(false);
    expect(after.entry.body).toBe('We.');
  });

  it('is what the loader writes from the digests and the record', () => {
    const before = stored(entryText({ title: 'Binding Books', abstract: 'We.' }));
    const { data, body } = before.entry;
    expect(fillEntry(before, facts)?.text).toBe(
      serialiseEntry({ data: withFacts(data, facts), body }),
    );
  });

  it('is done once', () => {
    const once = fillEntry(stored(entryText({ title: 'Binding Books' })), facts);
    const again = fillEntry(stored(once?.text ?? ''), facts);
    expect(again?.text).toBe(once?.text);
  });

  it.each(['\n', '\r\n'])('adds to an edited entry and changes no other byte (%j)', (eol) => {
    const text = edited.replaceAll('\n', eol);
    const filled = fillEntry(stored(text), facts);
    const close = text.indexOf(`---${eol}${eol}Body`);
    const after = filled?.text ?? '';
    expect(after.startsWith(text.slice(0, close))).toBe(true);
    expect(after.endsWith(text.slice(close))).toBe(true);
    expect(filled?.fields).toEqual([
      'arxiv',
      'authors',
      'published',
      'updated',
      'categories',
      'comment',
    ]);
    const { entry } = stored(after);
    expect(entry.data).toMatchObject({ venue: 'My Venue', authors: facts.authors });
    expect(isEdited(after, entry.data.origin)).toBe(true);
    expect(fillEntry(stored(after), facts)?.text).toBe(after);
  });

  it('leaves alone what it cannot add to', () => {
    const flow = '---\n{ title: "A", digests: [] }\n---\nBody\n';
    expect(fillEntry(stored(flow), facts)).toBeUndefined();
  });

  it('writes any text as text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }),
        (venue, authors) => {
          const text = edited.replace(/^venue.*\n/m, '');
          const filled = fillEdited(stored(text), { venue, authors });
          const { data, body } = stored(filled?.text ?? '').entry;
          expect(data.venue).toBe(venue);
          expect(data.authors).toEqual(authors);
          expect(body).toBe(stored(text).entry.body);
        },
      ),
    );
  });
});

describe('withFacts', () => {
  const data = { title: 'A', digests: [] };
  it.each([
    [{ ...data, published: '2024' }, '2024-09-17'],
    [{ ...data, published: '2024-09' }, '2024-09-17'],
    [{ ...data, published: '2023' }, '2023'],
    [{ ...data, published: '2024-09-18' }, '2024-09-18'],
    [data, '2024-09-17'],
  ])('%j: %s', (known, published) => expect(withFacts(known, facts).published).toBe(published));

  it('fills an empty list and keeps a full one', () => {
    expect(withFacts({ ...data, authors: [] }, facts).authors).toEqual(facts.authors);
    expect(withFacts({ ...data, authors: ['B'] }, facts).authors).toEqual(['B']);
  });
});
