import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foundingFile } from './founding.ts';
import { repository, run } from './project.ts';

const own = join(repository, 'content');

it("keeps tests out of the owner's content", () => {
  expect(() => readFileSync(join(own, 'synonyms.yaml'))).toThrow("the owner's content/synonyms");
  expect(() => readdir(own)).toThrow("the owner's content");
  expect(() => existsSync('content/digests')).toThrow("the owner's content/digests");
  expect(() => createReadStream(new URL('../content/accounts.jsonl', import.meta.url))).toThrow(
    "the owner's content/accounts.jsonl",
  );
});

it('keeps what tests start out of it, too', async () => {
  const { code, stderr } = await run(repository, [join(repository, 'scripts', 'check.ts')], {
    OFFPRINT_ARCHIVE: '',
  });
  expect(code).not.toBe(0);
  expect(stderr).toContain("the owner's content/");
});

it('lets them see everything else', () => {
  expect(foundingFile('accounts.jsonl')).toContain('2025-03-11-trending');
  expect(existsSync(join(repository, 'src', 'content.config.ts'))).toBe(true);
  expect(existsSync(`${own}-of-others`)).toBe(false);
});
