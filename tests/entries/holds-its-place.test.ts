import { describe, expect, it } from 'vitest';
import { entryFile } from '../../src/archive-folder.ts';
import type { CapturedPaper } from '../../src/digest/model.ts';
import { readEntryFile } from '../../src/entries/entry-file.ts';
import { recover } from '../../src/entries/recover.ts';
import { planSync } from '../../src/entries/sync.ts';
import type { StoredEntry } from '../../src/entries/model.ts';
import type { SyncDigest } from '../../src/entries/placing.ts';

const paper = (title: string, line: number, record?: number): CapturedPaper => ({
  title,
  abstract: `On ${title}, at length: a study of frogs.`,
  notation: 'plain',
  lines: record === undefined ? [line, line + 2] : [1, 1],
  ...(record !== undefined && { record }),
  facts: { venue: 'Pond Letters', published: '2024-09-17', authors: ['Ada Newt'] },
});

/** Two papers of a text, or two records in the one line of a file. */
const digests = {
  lines: [
    { id: '2025-03-11-a', date: '2025-03-11', papers: [paper('Frogs', 4), paper('Ponds', 8)] },
  ],
  records: [
    {
      id: '2025-03-11-b',
      date: '2025-03-11',
      papers: [paper('Frogs', 1, 1), paper('Ponds', 1, 2)],
    },
  ],
} as const satisfies Record<string, readonly SyncDigest[]>;

/** What a slip of the pen makes of an entry that a person has retitled and renamed, so that its place alone tells. */
const slips: Readonly<Record<string, (text: string) => string>> = {
  'a colon in the title': (text) => text.replace(/title: .*/, 'title: Toads: Puddles'),
  'a day in the German style': (text) => text.replace(/published: .*/, 'published: 17.9.2024'),
  'a tab': (text) => text.replace('  - digest', '\t- digest'),
  'a field without a value': (text) => text.replace(/venue: .*/, 'venue:'),
  'a quotation mark too few': (text) => text.replace(/title: .*/, 'title: "Toads'),
  'a bracket too few': (text) => text.replace(/lines: \[(\d+), (\d+)\]/, 'lines: [$1, $2'),
  'a bracket too many': (text) => text.replace('authors:', 'authors: ]'),
  'no space after a dash': (text) => text.replace('- Ada', '-Ada'),
  'no first fence': (text) => text.replace('---\n', ''),
  'no second fence': (text) => text.replace(/\n---\n/, '\n'),
  'a key twice': (text) => text.replace('venue:', 'title: x\nvenue:'),
  'single quotes': (text) =>
    text.replace(/digest: (\S+)/, "digest: '$1'").replace('venue:', 'venue: "'),
  'a list in braces': (text) =>
    text
      .replace(
        /digests:\n {2}- digest: (\S+)\n {4}lines: (.*)\n/,
        'digests: [{"digest":"$1","lines":$2,\n',
      )
      .replace(/ {4}record: (\d+)\n/, '"record":$1,\n'),
  'another order, comments': (text) =>
    text
      .replace(
        / {2}- digest: (\S+)\n {4}lines: (.*)\n/,
        '  - lines: # here\n      $2\n    digest:   $1 # x: [1\n',
      )
      .replace('venue:', '  venue:'),
  'lines as a list': (text) =>
    text
      .replace(/lines: \[(\d+), (\d+)\]/, 'lines:\n    - $1\n    - $2')
      .replace('venue: ', 'venue: "'),
  'a merge conflict': (text) =>
    text
      .replace('venue:', '<<<<<<< HEAD\nvenue: x\n=======\nvenue:')
      .replace('arch', 'arch\n>>>>>>> b'),
  'nothing readable in it': (text) =>
    text.replace(/^(title|venue|authors|published).*$/gm, '\0\u0001: {'),
};

const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark, CRLF': (text) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
  'lone carriage returns': (text) => Buffer.from(text.replaceAll('\n', '\r')),
  'Windows-1252': (text) => Buffer.from(text.replace('Ada', 'Ad\u00E9'), 'latin1'),
  'UTF-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 without a mark': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16, other end first': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'UTF-16, cut in a letter': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').subarray(0, -1),
};

const writesOf = (shape: keyof typeof digests, files: ReadonlyMap<string, Uint8Array>) => {
  const entries: StoredEntry[] = [];
  const unreadable: { id: string; text: string }[] = [];
  for (const [id, bytes] of files) {
    const reading = readEntryFile(`${id}.md`, entryFile(id), bytes);
    if (reading.ok) entries.push(reading.stored);
    else unreadable.push({ id, text: reading.text });
  }
  return { unreadable, ...planSync({ digests: digests[shape], entries, unreadable }) };
};

const fresh = (shape: keyof typeof digests) =>
  new Map<string, Uint8Array>(
    writesOf(shape, new Map()).writes.map(({ id, text }) => [id, Buffer.from(text)]),
  );

const textOf = (files: ReadonlyMap<string, Uint8Array>, id: string): string =>
  Buffer.from(files.get(id) ?? []).toString();

const cases = Object.keys(slips).flatMap((slip) =>
  Object.keys(encodings).flatMap((encoding) =>
    (['lines', 'records'] as const).map((shape) => [slip, encoding, shape] as const),
  ),
);

describe('an entry that cannot be read holds its place', () => {
  it.each(cases)('%s, %s, %s', (slip, encoding, shape) => {
    const files = fresh(shape);
    const text = textOf(files, 'frogs');
    files.delete('frogs');
    const broken = (slips[slip] ?? String)(text.replace('"Frogs"', '"Toads"'));
    expect(broken).not.toBe(text);
    files.set('toads', (encodings[encoding] ?? Buffer.from)(broken));
    const { unreadable, writes } = writesOf(shape, files);
    expect(unreadable.map(({ id }) => id)).toEqual(['toads']);
    expect(writes).toEqual([]);
  });

  it.each([
    ['empty', ''],
    ['blank', '\n\n'],
    ['cut in its first field', '---\ntitle: "Fro'],
    ['cut in a number', '---\ntitle: "X"\ndigests:\n  - digest: 2025-03-11-a\n    lines: [8'],
    ['zeros, as after a crash', '\0'.repeat(300)],
    ['of another paper', '---\ntitle: Newts\n'],
  ])('by its name alone: %s', (_, text) => {
    for (const shape of ['lines', 'records'] as const) {
      const files = fresh(shape).set('frogs', Buffer.from(text));
      const { writes, problems } = writesOf(shape, files);
      expect(writes).toEqual([]);
      expect(problems).toMatchObject([
        { code: 'entry/waits', where: { file: 'archive/papers/frogs.md' } },
      ]);
    }
  });

  it('also where another paper has its first name', () => {
    const files = fresh('lines')
      .set('frogs', fresh('records').get('ponds') ?? Buffer.of())
      .set('frogs-2', Buffer.of());
    expect(writesOf('lines', files).writes.filter(({ reason }) => reason === 'new')).toEqual([]);
  });

  it('and does not claim what it does not say', () => {
    expect(recover('---\ntitle: x\n---\ndigest: 2025-03-11-a\nlines: [4, 6]\n').places).toEqual([]);
    expect(recover('digests:\n- digest: 2025-03-11-a\n  lines: [4').places).toEqual([]);
    expect(recover('digests:\n- digest: 2025-03-11-a\n  lines: [4]\n  record: 1').places).toEqual([
      '2025-03-11-a:4',
    ]);
  });
});

describe('two entries that claim one place', () => {
  it('are an error that names both, whether they can be read or not', () => {
    for (const shape of ['lines', 'records'] as const) {
      const files = fresh(shape);
      const text = textOf(files, 'frogs');
      files.set('frogs-2', Buffer.from(text.replace('at length', 'in short')));
      for (const second of [text, `${text.replace('title: ', 'title: "')}`]) {
        files.set('frogs', Buffer.from(second));
        const { problems } = writesOf(shape, files);
        const told = problems.filter(({ code }) => code === 'entry/same-place');
        expect(told).toHaveLength(1);
        const { where, what } = told[0] ?? {};
        expect([where?.file, what].join(' ')).toMatch(
          /papers\/frogs(-2)?\.md .*papers\/frogs(-2)?\.md/,
        );
      }
    }
  });
});

describe('a file that is not UTF-8', () => {
  it('is told with the place of the first byte that is not', () => {
    const bytes = Buffer.from('---\ntitle: "\u00C9t\u00E9 café"\n', 'latin1');
    const reading = readEntryFile('a.md', 'archive/papers/a.md', bytes);
    if (reading.ok) throw new Error('It was read.');
    expect(reading.problems).toMatchObject([
      { code: 'file/encoding', where: { file: 'archive/papers/a.md', line: 2, column: 9 } },
    ]);
  });
});
