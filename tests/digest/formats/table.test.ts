import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formats } from '../../../src/digest/formats/index.ts';
import { formatsTable } from '../../../src/digest/formats/table.ts';
import { repository } from '../../project.ts';

test('docs/adding.md lists the shapes that the code reads: `node scripts/formats-table.ts` prints the list', async () => {
  const docs = await readFile(join(repository, 'docs', 'adding.md'), 'utf8');
  expect(docs).toContain(`\n${formatsTable()}\n`);
  for (const { id } of formats) expect(docs).toContain(`\`${id}\``);
});
