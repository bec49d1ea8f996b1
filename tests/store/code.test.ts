import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { closureOf, codeOf } from '../../src/store/code.ts';

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
});

const project: Readonly<Record<string, string>> = {
  'package-lock.json': '{}',
  'src/a.ts': [
    "import { b } from './b.ts';",
    "import type { Shape } from './shape.ts';",
    "import {\n  c,\n} from '../lib/c.ts';",
    "const words = new URL('./words.txt', import.meta.url);",
    "import 'yaml';",
    "const later = () => import('./later.ts');",
  ].join('\n'),
  'src/b.ts': "export { a } from './a.ts';\nimport data from './data.json' with { type: 'json' };",
  'src/shape.ts': 'export interface Shape {}',
  'src/data.json': '{"path": "./unused.ts"}',
  'src/unused.ts': '',
  'src/words.txt': 'tea',
  'src/later.ts': "import Card from './Card.astro';",
  'src/Card.astro': "---\nimport './card.css';\n---\n<p />",
  'src/card.css': '@import "./base.css";',
  'src/base.css': 'p {}',
  'lib/c.ts': '',
};

/** A folder with other texts in some files; a new one each time, since a process looks at a file once. */
async function folderWith(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'code-'));
  made.push(root);
  for (const [name, text] of Object.entries({ ...project, ...changes })) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return root;
}

test('the closure of a module is all that it imports or reads, types left out', async () => {
  expect(closureOf(await folderWith(), ['src/a.ts'])).toEqual([
    'lib/c.ts',
    'src/Card.astro',
    'src/a.ts',
    'src/b.ts',
    'src/base.css',
    'src/card.css',
    'src/data.json',
    'src/later.ts',
    'src/words.txt',
  ]);
});

test('the code of a module changes with any of them, and with nothing else', async () => {
  const code = codeOf(await folderWith(), ['src/a.ts']);
  expect(codeOf(await folderWith(), ['src/a.ts'])).toBe(code);
  const changedBy = async (name: string): Promise<boolean> =>
    codeOf(await folderWith({ [name]: '// other' }), ['src/a.ts']) !== code;
  expect(await Promise.all(['src/unused.ts', 'src/shape.ts'].map(changedBy))).toEqual([
    false,
    false,
  ]);
  const parts = ['src/b.ts', 'src/words.txt', 'src/base.css', 'package-lock.json'];
  expect(await Promise.all(parts.map(changedBy))).toEqual([true, true, true, true]);
});

test('nothing is said of a module that is not there', async () => {
  expect(codeOf(await folderWith(), ['src/gone.ts'])).toBeUndefined();
});
