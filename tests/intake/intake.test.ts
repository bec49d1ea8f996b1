import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dateOf } from '../../src/intake/dating.ts';
import { readAccounts } from '../../src/entries/account-lines.ts';
import { accountProblems } from '../../src/entries/accounts.ts';
import { readDigests } from '../../src/entries/files.ts';
import { captureName, freeName } from '../../src/intake/naming.ts';
import type { SourceFile } from '../../src/intake/read.ts';
import { takeIn } from '../../src/intake/take-in.ts';

const abstract = (subject: string): string =>
  `We study ${subject} in small archives and show in three experiments that it can be read by everybody for a long time.`;

const digest = (...subjects: string[]): string =>
  [
    'Mar 11',
    ...subjects.flatMap((subject) => [
      `${subject} for Small Archives of Papers`,
      abstract(subject),
    ]),
  ].join('\n\n');

const source = (fileName: string, text: string | Uint8Array): SourceFile => ({
  source: fileName,
  fileName,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  changed: '2025-03-20',
});

describe('dateOf', () => {
  const march = { text: 'Mar 11', month: 3, day: 11, line: 9 };
  it.each([
    ['as given', { given: '2024-01-02', fileName: '2023-01-01.txt', dates: [march] }, '2024-01-02'],
    ['from the file name', { fileName: 'hf_20230101.txt', dates: [march] }, '2023-01-01'],
    [
      'from what it says, in the last year that fits',
      { fileName: 'a.txt', dates: [march] },
      '2025-03-11',
    ],
    [
      'from what it says, with a year',
      { fileName: 'a.txt', dates: [{ ...march, year: 2019 }] },
      '2019-03-11',
    ],
    [
      'never from the future',
      { fileName: 'a.txt', dates: [{ ...march, text: 'Mar 25', day: 25 }] },
      '2024-03-25',
    ],
    ['from the file itself', { fileName: '99999999.txt', dates: [] }, '2025-03-20'],
  ])('%s', (_, { dates, ...input }, date) => {
    expect(dateOf({ ...input, parsed: { dates, papers: [] }, fallback: '2025-03-20' }).date).toBe(
      date,
    );
  });
});

describe('captureName', () => {
  it.each([
    [['2025-03-11', { name: '2025-03-11 Trending!', extension: 'txt' }], '2025-03-11-trending.txt'],
    [['2025-03-11', { name: '../x', extension: 'md' }], '2025-03-11-x.md'],
    [['2025-03-11', { name: '20250311', extension: '' }], '2025-03-11-digest.txt'],
    [
      ['2025-03-11', { name: 'hf', extension: 'txt' }, { format: 'hf-text' }],
      '2025-03-11-hf.hf-text.txt',
    ],
    [
      ['2025-03-11', { name: 'hf', extension: '' }, { format: 'csv', marks: ['yes'] }],
      '2025-03-11-hf.csv.yes.txt',
    ],
  ] as const)('%j → %s', ([date, file, decided], name) =>
    expect(captureName(date, file, decided)).toBe(name),
  );

  it('is numbered when taken', () => {
    const taken = new Set(['2025-03-11-a', '2025-03-11-a-2']);
    expect(freeName('2025-03-11-a.hf-text.txt', taken)).toBe('2025-03-11-a-3.hf-text.txt');
  });
});

describe('takeIn', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'offprint-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const add = (...files: SourceFile[]) => takeIn(root, files, { dryRun: false });
  const papers = async () => (await readdir(join(root, 'archive/papers'))).toSorted();

  it('keeps the bytes and writes the entries', async () => {
    const text = digest('Indexing', 'Binding');
    const report = await add(source('trending.txt', `\uFEFF${text.replaceAll('\n', '\r\n')}`));
    expect(report).toMatchObject({ ok: true, written: { captures: 1, entries: 2 } });
    expect(report.digests[0]).toMatchObject({ date: '2025-03-11', known: false, papers: 2 });
    expect(await readFile(join(root, 'archive/digests/2025-03-11-trending.txt'), 'utf8')).toBe(
      `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    );
    expect(await papers()).toEqual([
      'binding-for-small-archives-of-papers.md',
      'indexing-for-small-archives-of-papers.md',
    ]);
  });

  it('does nothing the second time, under whatever name', async () => {
    const text = digest('Indexing', 'Binding');
    await add(source('trending.txt', text));
    const report = await add(source('copy.txt', text));
    expect(report).toMatchObject({ ok: true, written: { captures: 0, entries: 0 } });
    expect(report.digests[0]?.known).toBe(true);
  });

  it('tells repeated and doubtful papers from new ones', async () => {
    await add(source('2025-03-11-a.txt', digest('Indexing', 'Binding')));
    const report = await add(
      source(
        '2025-03-12-b.txt',
        `${digest('INDEXING', 'Careful Binding')}\n\nA Theory of Everything Else\n\n${abstract('else')}`.replace(
          'Mar 11',
          'Mar 12',
        ),
      ),
    );
    const [added] = report.digests;
    expect(added?.repeated).toMatchObject([
      { entry: 'indexing-for-small-archives-of-papers', key: 'title' },
    ]);
    expect(added?.doubtful).toMatchObject([
      {
        entry: 'careful-binding-for-small-archives-of-papers',
        like: { entry: 'binding-for-small-archives-of-papers' },
      },
    ]);
    expect(added?.fresh).toHaveLength(2);
  });

  it('refuses what is no digest, says why, and takes the others', async () => {
    const report = await add(
      source('photo.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])),
      source('code.js', 'export const a = 1;\nfunction b() { return a; }\n'),
      source('good.txt', digest('Indexing', 'Binding')),
    );
    expect(report.ok).toBe(false);
    expect(report.refused.map(({ problems }) => problems[0]?.code)).toEqual([
      'digest/encoding',
      'digest/unknown-format',
    ]);
    expect(report.written).toEqual({ captures: 1, entries: 2 });
  });

  it('writes nothing in a dry run', async () => {
    const report = await takeIn(root, [source('a.txt', digest('Indexing', 'Binding'))], {
      dryRun: true,
    });
    expect(report.written).toEqual({ captures: 1, entries: 2 });
    expect(await readdir(root)).toEqual([]);
  });

  it('reads UTF-16 and Windows-1252, and keeps them as they are', async () => {
    const text = digest('Indexação', 'Größe');
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const latin = Buffer.from(text.replaceAll('Größe', 'Länge'), 'latin1');
    const report = await add(source('2025-01-01-a.txt', utf16), source('2025-01-02-b.txt', latin));
    expect(report.digests.map(({ encoding }) => encoding)).toEqual(['utf-16le', 'windows-1252']);
    expect(await papers()).toEqual([
      'grosse-for-small-archives-of-papers.md',
      'indexacao-for-small-archives-of-papers.md',
      'lange-for-small-archives-of-papers.md',
    ]);
    expect(await readFile(join(root, 'archive/digests/2025-01-01-a.txt'))).toEqual(utf16);
  });

  it('reads a capture again in the format it was forced to', async () => {
    const text = digest('Indexing', 'Binding');
    await takeIn(root, [source('a.dat', text)], {
      dryRun: false,
      format: 'hf-text',
      date: '2025-03-11',
    });
    expect(await readdir(join(root, 'archive/digests'))).toEqual(['2025-03-11-a.hf-text.dat']);
    const again = await takeIn(root, [], { dryRun: false });
    expect(again.written).toEqual({ captures: 0, entries: 0 });
  });

  it('clears away what an interrupted write left', async () => {
    await add(source('a.txt', digest('Indexing', 'Binding')));
    await writeFile(join(root, 'archive/papers/.half.md.123.tmp'), 'half');
    await add(source('b.txt', digest('Reading', 'Writing')));
    expect((await papers()).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('what is wrapped', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'offprint-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const message = (day: number, ...subjects: string[]): string =>
    `From - Tue Mar ${day} 02:00:00 2025\nFrom: a@b.example\nDate: Tue, ${day} Mar 2025 01:00:00 GMT\n` +
    `Subject: daily\n\n${digest(...subjects).replace('Mar 11\n\n', '')}\n\n`;
  const add = (...files: SourceFile[]) => takeIn(root, files, { dryRun: false });
  const papers = async () => (await readdir(join(root, 'archive/papers'))).toSorted();
  const captures = async () => (await readdir(join(root, 'archive/digests'))).toSorted();
  const ids = async () =>
    (await readDigests(root)).digests.map(({ name, parsed }) => [name.id, parsed.papers.length]);

  it('a mailbox is one capture with a digest for each message; grown, only the new ones are added', async () => {
    const box = message(11, 'Indexing') + message(11, 'Binding') + message(12, 'Gluing');
    const report = await add(source('lists.mbox', box));
    expect(report).toMatchObject({ ok: true, written: { captures: 1, entries: 3 } });
    const first = [
      ['2025-03-11-lists', 1],
      ['2025-03-11-lists-2', 1],
      ['2025-03-12-lists', 1],
    ];
    expect(await ids()).toEqual(first);
    expect(report.digests.map(({ date }) => date)).toEqual([
      '2025-03-11',
      '2025-03-11',
      '2025-03-12',
    ]);

    const again = await add(source('lists.mbox', box));
    expect(again).toMatchObject({ ok: true, written: { captures: 0, entries: 0 } });

    const grown = await add(source('lists.mbox', `${box}${message(13, 'Sewing')}`));
    expect(grown).toMatchObject({ ok: true, written: { captures: 1, entries: 1 } });
    expect(await captures()).toEqual(['2025-03-11-lists.mbox', '2025-03-13-lists.mbox']);
    expect(await ids()).toEqual([...first, ['2025-03-13-lists', 1]]);
    expect(await readFile(join(root, 'archive/accounts.jsonl'), 'utf8')).toMatch(/^(?:.+\n){4}$/);
  });

  it('gzip and zip are unpacked, each file a capture of its own', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const packed = zipSync({
      '2025-03-11/a.txt': bytes(digest('Indexing')),
      'b.txt.gz': gzipSync(bytes(digest('Binding'))),
      'photo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]),
    });
    const report = await add(source('week.zip', packed));
    expect(report.written).toEqual({ captures: 2, entries: 2 });
    expect(report.refused.map((file) => file.source)).toEqual(['week.zip/photo.png']);
    expect(await captures()).toEqual(['2025-03-11-a.txt', '2025-03-11-b.txt']);
  });

  it('two captures with one id are told, and the first is read', async () => {
    await add(source('2025-03-11-a.txt', digest('Indexing')));
    await writeFile(join(root, 'archive/digests/2025-03-11-a.md'), digest('Binding'));
    const { digests, problems } = await readDigests(root);
    expect(digests.map(({ file }) => file)).toEqual(['archive/digests/2025-03-11-a.md']);
    expect(problems.map(({ code }) => code)).toContain('digest/id-taken');
  });

  describe('what is private', () => {
    const letter = [
      'From: Ida Berg <ida@fjord.example>',
      'To: kai@fjord.example',
      'Date: Tue, 11 Mar 2025 01:00:00 GMT',
      'Subject: daily',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(
        `${digest('Indexing', 'Binding', 'Gluing', 'Sewing', 'Cutting')} See https://lists.example/?token=s3cr3t or write to kai@fjord.example.\n`,
      ).toString('base64'),
      '',
    ].join('\n');
    /** All that is in the archive, in one text. */
    const everything = async (): Promise<string> => {
      const found = await readdir(join(root, 'archive'), { recursive: true, withFileTypes: true });
      const files = found.filter((item) => item.isFile());
      const texts = files.map((item) => readFile(join(item.parentPath, item.name), 'utf8'));
      return [...files.map(({ name }) => name), ...(await Promise.all(texts))].join('\n');
    };
    const secrets = /fjord|ida|kai|s3cr3t|base64/i;

    it('is cut out before anything is written, and told by its kinds', async () => {
      const report = await add(source('day.eml', letter));
      expect(report).toMatchObject({ ok: true, written: { captures: 1, entries: 5 } });
      expect(report.digests[0]?.cuts).toEqual({
        heads: 2,
        addresses: 1,
        tokens: 1,
      });
      expect(report.digests[0]).toMatchObject({ date: '2025-03-11', encoding: 'mail' });
      expect(await everything()).not.toMatch(secrets);
      expect((await readDigests(root)).problems).toEqual([]);
      const again = await add(source('copy.eml', letter));
      expect(again.written).toEqual({ captures: 0, entries: 0 });
      expect(again.digests[0]?.known).toBe(true);
    });

    it('is left out of a capture that was put there, which is told, and mended when it is added', async () => {
      const file = 'archive/digests/2025-03-11-day.eml';
      await mkdir(join(root, 'archive/digests'), { recursive: true });
      await writeFile(join(root, file), letter);
      await takeIn(root, [], { dryRun: false });
      const before = await readDigests(root);
      expect(before.problems).toMatchObject([{ code: 'digest/private', where: { file } }]);
      expect(before.digests[0]?.text).not.toMatch(secrets);
      const entries = await papers();
      const mended = await add(source(join(root, file), letter));
      expect(mended.digests).toMatchObject([{ file, known: true }]);
      expect(await everything()).not.toMatch(secrets);
      expect(await papers()).toEqual(entries);
      const after = await readDigests(root);
      expect(after.problems).toEqual([]);
      expect(after.digests[0]?.text).toBe(before.digests[0]?.text);
      const accounts = readAccounts(await readFile(join(root, 'archive/accounts.jsonl'), 'utf8'));
      expect(accountProblems(after.digests, accounts, () => true)).toEqual([]);
    });

    it('stays where somebody says that the archive is theirs alone', async () => {
      const files = [source('day.eml', letter)];
      await takeIn(root, files, { dryRun: false, keepPrivate: true });
      expect(await captures()).toEqual(['2025-03-11-day.private.eml']);
      const name = join(root, 'archive/digests/2025-03-11-day.private.eml');
      expect(await readFile(name, 'utf8')).toBe(letter);
      const { digests, problems } = await readDigests(root);
      expect(problems).toEqual([]);
      expect(digests[0]?.text).toContain('kai@fjord.example');
    });
  });
});
