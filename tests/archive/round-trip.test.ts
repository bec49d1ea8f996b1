/** `archive.jsonl`, taken in again by an empty archive, gives the archive that it was written from. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleArchive } from '../../src/archive/assemble.ts';
import { deriving } from '../../src/archive/derived.ts';
import { jsonLines } from '../../src/archive/export.ts';
import { parseDigest } from '../../src/digest/parse.ts';
import { mergeCapturings } from '../../src/entries/merge.ts';
import { marksOfPaper } from '../../src/entries/marks.ts';
import type { Frontmatter, StoredEntry } from '../../src/entries/model.ts';
import { parseEntry } from '../../src/entries/parse.ts';
import { parseRecordFile, type StoredRecord } from '../../src/entries/records/parse.ts';
import { serialiseEntry } from '../../src/entries/serialise.ts';
import { showPaper } from '../../src/loaders/show-paper.ts';
import { toMarkdown } from '../../src/text/markdown.ts';
import { foundingFile, foundingNames } from '../founding.ts';
import { anyText } from './paper.ts';
import { runs } from '../runs.ts';

type Records = ReadonlyMap<string, StoredRecord>;

/** What `archive.jsonl` says of entries, by id, but for where they were listed. */
function exported(entries: readonly StoredEntry[], records: Records = new Map()) {
  const papers = new Map(
    entries.map((stored) => [
      stored.entry.id,
      showPaper({ stored, edited: undefined, captures: [], records, file: undefined }),
    ]),
  );
  const topics = ['agents', 'bandits'].map((id) => ({ id, label: id, description: id }));
  const archive = assembleArchive({ papers, digests: [], topics, derived: deriving([]) });
  return [...jsonLines(archive.papers, () => undefined)];
}

/** An entry of a text of its file. */
function stored(id: string, text: string): StoredEntry {
  const reading = parseEntry(id, `papers/${id}.md`, text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { entry: reading.entry, text };
}

/** What an empty archive makes of an export. */
function takenIn(lines: readonly string[]): StoredEntry[] {
  const digest = parseDigest({ file: 'digests/2026-01-01-archive.jsonl', text: lines.join('') });
  expect(digest.format).toBe('archive');
  expect(digest.problems).toEqual([]);
  return digest.papers.map((paper) => {
    const meant = mergeCapturings([{ digest: '2026-01-01-archive', paper }]);
    return stored(marksOfPaper(paper).slug, serialiseEntry(meant));
  });
}

describe('archive.jsonl', () => {
  it('gives the founding archive again', () => {
    const ids = foundingNames('papers').map((name) => name.replace(/\.md$/, ''));
    const records = new Map(
      foundingNames('records').flatMap((name) => {
        const id = name.replace(/\.md$/, '');
        const reading = parseRecordFile(id, foundingFile(`records/${name}`));
        return reading.ok ? [[id, reading.record] as const] : [];
      }),
    );
    const entries = ids.map((id) => stored(id, foundingFile(`papers/${id}.md`)));
    const lines = exported(entries, records);
    expect(lines).toHaveLength(81);
    expect(lines.filter((line) => line.includes('"markdown":')).length).toBeGreaterThan(5);
    expect(exported(takenIn(lines))).toEqual(lines);
  });

  it('gives any entry again', () => {
    const oneLine = anyText.map((text) => toMarkdown(text, 'plain').replaceAll(/\s+/g, ' ').trim());
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const data = fc.record({
      title: fc.constantFrom(
        'Rivers',
        'Fast $\\ell_\\infty$ bounds',
        'R&D: 100% <b>bold</b>',
        '"Quoted"',
      ),
      authors: fc.option(
        fc.array(fc.constantFrom('Ada Lovelace', 'Smith, John, Jr.', '李明', "O'Neil & Sons")),
        { nil: undefined },
      ),
      arxiv: fc.constantFrom(undefined, '2409.11321', 'math/0309136'),
      doi: fc.constantFrom(undefined, '10.1000/182', '10.1002/(sici)1_2;3<4>5'),
      published: fc.constantFrom(undefined, '2024', '2024-09', '2024-09-17'),
      updated: fc.constantFrom(undefined, '2025-01-31'),
      venue: fc.constantFrom(undefined, 'Rivers & Lakes 2024', 'ICLR 2025'),
      categories: fc.constantFrom(undefined, ['cs.LG', 'stat.ML']),
      comment: fc.constantFrom(undefined, '9 pages, $O(n)$, code at https://a.example/code'),
      upvotes: fc.constantFrom(undefined, 0, 35),
      topics: fc.constantFrom(undefined, [], ['agents'], ['bandits', 'agents']),
      incomplete: fc.constantFrom(undefined, true as const),
      links: fc.constantFrom(undefined, [
        { label: 'Code', url: 'https://github.com/a/b' },
        { label: 'Slides of it', url: 'https://a.example/x' },
      ]),
      corrections: fc.constantFrom(undefined, [
        { was: 'Ain R', now: '$A \\in R$', how: 'seen' as const, source: 'arXiv' },
        { was: 'a', now: 'b', how: 'reconstructed' as const },
      ]),
      aliases: fc.constantFrom(undefined, ['rivers-of-old', 'streams']),
    });
    const body = fc.oneof(
      oneLine,
      fc.constantFrom(
        'Let $A \\in \\mathbb{R}^{n}$ be *one*.\n\nSee https://github.com/a/b.',
        'Ain R^{ntimes d} is lost.',
        'Abstract: this stays. &amp; <p> too',
        '**Bold** and `code`, [a link](https://a.example/).\n\n- one\n- two',
      ),
    );
    fc.assert(
      fc.property(data, body, word, (known, abstract, id) => {
        const facts = Object.fromEntries(
          Object.entries(known).filter(([, value]) => value !== undefined),
        );
        const frontmatter: Frontmatter = { ...facts, title: known.title, digests: [] };
        const text = serialiseEntry({ data: frontmatter, body: abstract });
        const lines = exported([stored(id, text)]);
        const again = takenIn(lines);
        expect(again.map(({ entry }) => entry.id)).toEqual([id]);
        expect(exported(again)).toEqual(lines);
      }),
      runs(200),
    );
  });
});
