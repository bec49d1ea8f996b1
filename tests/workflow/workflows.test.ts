import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../project.ts';

const folder = join(repository, '.github', 'workflows');
const names = await readdir(folder);

describe.each(names)('%s', (name) => {
  it('names every action by its commit, with the version beside it', async () => {
    const text = await readFile(join(folder, name), 'utf8');
    const used = text.match(/uses:(?! \.\/).*/g) ?? [];
    for (const line of used) {
      expect(line).toMatch(/^uses: [\w-]+\/[\w-]+(?:\/[\w-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it('runs only commands that there are', async () => {
    const text = await readFile(join(folder, name), 'utf8');
    const { scripts } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'));
    for (const [, script = ''] of text.matchAll(/npm run ([\w:]+)/g)) {
      expect(scripts).toHaveProperty([script]);
    }
    for (const [path] of text.matchAll(/scripts\/[\w/.-]+/g)) {
      expect((await stat(join(repository, path))).isFile()).toBe(true);
    }
  });
});

it('has actions and packages renewed, once a week and together', async () => {
  const text = await readFile(join(repository, '.github', 'dependabot.yml'), 'utf8');
  const { updates } = parse(text);
  expect(updates).toMatchObject([
    { 'package-ecosystem': 'npm', schedule: { interval: 'weekly' } },
    { 'package-ecosystem': 'github-actions', schedule: { interval: 'weekly' } },
  ]);
});
