import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRemovable, removables } from '../../src/intake/removable.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import { takeBack } from '../../src/intake/take-back.ts';
import { repository, run } from '../project.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-back-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const add = async (fileName: string, text: string): Promise<void> => {
  const file = { source: fileName, fileName, bytes: Buffer.from(text), changed: '2025-03-20' };
  await takeIn(root, [file], { dryRun: false });
};
const back = async (...wanted: string[]) => {
  const taken = await takeBack(root, wanted, { dryRun: false });
  if (!taken.ok) throw new Error(taken.unknown.join('\n'));
  return taken.report;
};

/** Every file below `content`, to the last byte. */
async function archive(): Promise<Record<string, string>> {
  const names = await readdir(join(root, 'archive'), { recursive: true, withFileTypes: true });
  const files = names
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  return Object.fromEntries(
    await Promise.all(
      files
        .toSorted()
        .map(async (file) => [file.slice(root.length), await readFile(file, 'latin1')] as const),
    ),
  );
}

const one =
  'title,year\nQuay Walls Under Load,2021\nTides at Old Harbours,2022\nDredging by Night,2023\n';
const two =
  'title,year,venue\nTides at Old Harbours,2022,Port Letters\nLocks Without Keepers,2024,\n';
const entry = (id: string): string => join(root, 'archive/papers', `${id}.md`);

describe('takeBack', () => {
  it('leaves the archive byte for byte as it was', async () => {
    await add('2025-03-11-one.csv', one);
    const before = await archive();
    await add('2025-03-12-two.csv', two);
    await add('2025-03-10-three.csv', two.replace('Locks', 'Docks'));
    expect(await archive()).not.toEqual(before);
    const report = await back('2025-03-12-two', 'archive/digests/2025-03-10-three.csv');
    expect(report).toMatchObject({
      ok: true,
      deleted: ['docks-without-keepers', 'locks-without-keepers'],
      rewritten: ['tides-at-old-harbours'],
      left: [],
    });
    expect(await archive()).toEqual(before);
    await back('2025-03-11-one.csv');
    expect(await archive()).toEqual({});
  });

  it('leaves what is edited, has a record or cannot be read, and names it', async () => {
    await add('2025-03-11-one.csv', one);
    await appendFile(entry('quay-walls-under-load'), 'Mine.\n');
    await appendFile(entry('dredging-by-night'), '\0');
    await mkdir(join(root, 'archive/records'));
    await writeFile(join(root, 'archive/records/tides-at-old-harbours.md'), '---\n---\n');
    await writeFile(join(root, 'archive/papers/.removed'), 'anything\n');
    const {
      '/archive/accounts.jsonl': accounts,
      '/archive/digests/2025-03-11-one.csv': _,
      ...others
    } = await archive();
    expect(accounts).toContain('2025-03-11-one');
    const { left, deleted } = await back('2025-03-11-one');
    expect(deleted).toEqual([]);
    expect(left.map(({ id, why }) => [id, why])).toEqual([
      ['quay-walls-under-load', 'somebody edited it'],
      ['tides-at-old-harbours', 'archive/records/tides-at-old-harbours.md belongs to it'],
      ['dredging-by-night', 'it cannot be read'],
    ]);
    expect(await archive()).toEqual(others);
  });

  it('changes nothing in a dry run, and says what it would', async () => {
    await add('2025-03-11-one.csv', one);
    const before = await archive();
    const taken = await takeBack(root, ['2025-03-11-one'], { dryRun: true });
    expect(taken).toMatchObject({ ok: true, report: { deleted: { length: 3 } } });
    expect(await archive()).toEqual(before);
  });

  it.each([
    ['the capture', (folder: string) => rm(join(folder, 'archive/digests/2025-03-12-two.csv'))],
    ['the accounts', (folder: string) => rm(join(folder, 'archive/accounts.jsonl'))],
    [
      'both',
      async (folder: string) => {
        await rm(join(folder, 'archive/digests/2025-03-12-two.csv'));
        await rm(join(folder, 'archive/accounts.jsonl'));
      },
    ],
  ])('finishes where %s went before', async (_, spoil) => {
    await add('2025-03-11-one.csv', one);
    const before = await archive();
    await add('2025-03-12-two.csv', two);
    await spoil(root);
    expect(await back('2025-03-12-two')).toMatchObject({ deleted: ['locks-without-keepers'] });
    expect(await archive()).toEqual(before);
  });

  it('takes a mailbox back as a whole', async () => {
    const message = (day: number, title: string): string =>
      `From keeper@quay.example Tue Mar ${day} 08:00:00 2025\nDate: Tue, ${day} Mar 2025 08:00:00 +0000\nSubject: Quays\nContent-Type: text/csv; name="a.csv"\n\ntitle,year\n${title},2024\nOn ${title},2024\n\n`;
    await add('2025-03-11-list.mbox', message(11, 'Quay Walls') + message(18, 'Old Tides'));
    const files = await readdir(join(root, 'archive/digests'));
    const digests = (await readFile(join(root, 'archive/accounts.jsonl'), 'utf8'))
      .trim()
      .split('\n');
    expect([files.length, digests.length]).toEqual([1, 2]);
    expect(await takeBack(root, ['2025-03-18-list'], { dryRun: false })).toMatchObject({
      ok: false,
      unknown: [expect.stringContaining(files[0] ?? '-')],
    });
    await back(files[0] ?? '');
    expect(await archive()).toEqual({});
  });
});

describe('findRemovable', () => {
  const file = (fileName: string) => ({ id: fileName.replace(/\..*/, ''), fileName });
  const all = removables({
    files: ['2025-03-11-a.txt', '2025-03-12-b.csv', '2025-03-12-b.md', 'unread.txt'],
    read: [file('2025-03-11-a.txt'), file('2025-03-12-b.csv')],
    accounted: [file('2025-03-11-a.txt'), file('2025-03-09-gone.txt')],
    listed: ['2025-03-11-a', '2025-03-08-orphan'],
  });
  it.each([
    ['2025-03-11-a', { fileName: '2025-03-11-a.txt', digests: ['2025-03-11-a'] }],
    ['2025-03-11-a.txt', { fileName: '2025-03-11-a.txt', digests: ['2025-03-11-a'] }],
    ['2025-03-12-b.md', { fileName: '2025-03-12-b.md', digests: [] }],
    ['unread.txt', { fileName: 'unread.txt', digests: [] }],
    ['2025-03-09-gone', { fileName: '2025-03-09-gone.txt', digests: ['2025-03-09-gone'] }],
    ['2025-03-08-orphan', { digests: ['2025-03-08-orphan'] }],
  ])('%s', (wanted, found) => expect(findRemovable(wanted, all)).toEqual({ found }));

  it.each([
    ['2025-03-12-b', /more than one capture: 2025-03-12-b.csv, 2025-03-12-b.md/],
    ['2025-03-11-b', /no digest "2025-03-11-b" \(did you mean "2025-03-11-a"\?\)/],
    ['orphan', /no digest "orphan" \(there is 2025-03-08-orphan\)/],
    ['zzz', /no digest "zzz"\.$/],
  ])('%s is not clear', (wanted, problem) =>
    expect(findRemovable(wanted, all)).toEqual({ problem: expect.stringMatching(problem) }),
  );
});

describe('`npm run remove`', () => {
  const remove = (...args: string[]) =>
    run(root, [join(repository, 'scripts/remove.ts'), '--root', root, ...args]);

  it('says what goes and what stays, and refuses what it does not know', async () => {
    await add('2025-03-11-one.csv', one);
    await add('2025-03-12-two.csv', two);
    const before = await archive();
    const wrong = await remove('2025-03-12-tow\u001B[2J', '2025-03-11-one');
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('There is no digest "2025-03-12-tow\\e[2J"');
    expect(wrong.stderr).toContain('2025-03-12-two');
    expect(await archive()).toEqual(before);
    const { code, stdout } = await remove(join(root, 'archive/digests/2025-03-12-two.csv'));
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'archive/digests/2025-03-12-two.csv',
      '  goes    archive/papers/locks-without-keepers.md',
      '  stays   archive/papers/tides-at-old-harbours.md, as the other digests that list it give it',
      '1 capture and 1 entry deleted, 1 entry rewritten, 0 entries left as they are.',
    ]);
    const json: unknown = JSON.parse((await remove('--json', '2025-03-11-one')).stdout);
    expect(json).toMatchObject({ ok: true, captures: [{ fileName: '2025-03-11-one.csv' }] });
    expect(
      (await run(root, [join(repository, 'scripts/check.ts'), '--root', root])).stdout,
    ).toMatch(/^0 errors, 0 warnings/m);
  });
});
