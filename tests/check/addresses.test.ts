import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { addressProblems, isAddressList } from '../../src/check/addresses.ts';

it.each([
  ['one a line', 'ada@x.example\nbo@x.example\n', true],
  ['one alone', 'ada@x.example', true],
  ['with wishes', '# readers\nada@x.example; topic=robotics\nbo@x.example\n', true],
  ['with names', 'Ada Bell <ada@x.example>\r\n"Bell, Bo" <bo@x.example>\r\n', true],
  ['a table', 'name,email,since\nAda,ada@x.example,2024\nBo,"bo@x.example",2025\n', true],
  ['links', 'mailto:ada@x.example\n', true],
  ['a paper', 'On Bells\nAda Bell, Bo Ring\nada@x.example, bo@x.example\nWe cast bells.\n', false],
  [
    'a paper with an address a line',
    'On Bells\nAda\nada@x.example\nWe cast bells.\nThey ring.\n',
    false,
  ],
  ['handles', '@ada\n@bo\nada@localhost\n', false],
  ['a ledger', '{"ledger":1,"key":"a@b"}\n{"to":"x","is":"sent"}\n', false],
  ['nothing', '', false],
])('%s', (_, text, isList) => {
  expect(isAddressList(text)).toBe(isList);
});

const root = await mkdtemp(join(tmpdir(), 'offprint-addresses-'));
afterAll(() => rm(root, { recursive: true, force: true }));

it('finds them in the archive and in the site', async () => {
  const list = 'ada@x.example\nbo@x.example\n';
  for (const [path, text] of Object.entries({
    'archive/readers.txt': list,
    'archive/public/readers': list,
    'archive/digests/2025-03-11-a.txt':
      'On Bells\nada@x.example\nWe cast bells, and they ring for long.\n',
    'archive/papers/on-bells.md': list,
    'dist/readers.csv': list,
    'dist/index.html': list,
    'dist/robots.txt': 'User-agent: *\n',
  })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const found = await addressProblems(root);
  expect(found.map(({ code, severity, where }) => [code, severity, where.file])).toEqual(
    ['archive/public/readers', 'archive/readers.txt', 'dist/readers.csv'].map((file) => [
      'archive/addresses',
      'warning',
      file,
    ]),
  );
});
