import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SharedCode } from '../../src/loaders/shared-code.ts';

it('shares what Node runs as pages do, until it or what it imports is edited', async () => {
  const root = await mkdtemp(join(tmpdir(), 'offprint-shared-'));
  try {
    await mkdir(join(root, 'src'));
    const files = {
      index: "import './words.ts';\nimport './title.ts';\nimport './row.ts';\n",
      words: "import { say } from '#words/paper.ts';\nimport './row.ts';\n",
      title: "import './row.ts';\nimport './case.ts';\n",
      row: 'export const row = 1;\n',
      case: 'export const upper = 1;\n',
      page: "import './title.ts';\n",
    };
    for (const [name, text] of Object.entries(files))
      await writeFile(join(root, 'src', `${name}.ts`), text);
    const shared = new SharedCode(root, 'src/index.ts');
    const names = () =>
      Object.keys(files).filter((name) =>
        shared.has(join(root, 'src', `${name}.ts`).replaceAll('\\', '/')),
      );
    // The first imports words; nothing that Node has loaded imports the last.
    expect(names()).toEqual(['title', 'row', 'case']);
    shared.exclude(join(root, 'src', 'case.ts').replaceAll('\\', '/'));
    expect(names()).toEqual(['row']);
  } finally {
    await rm(root, { recursive: true });
  }
});
