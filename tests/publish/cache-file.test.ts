import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCacheFile, writeCacheFile } from '../../src/publish/cache-file.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-file-'));
  file = join(folder, 'kept.bin');
});
afterEach(() => rm(folder, { recursive: true }));

const key = createHash('sha256').update('what it is made from').digest();
const content = Buffer.from('what took long to work out');

describe('a cache file', () => {
  it('gives back what was kept under its key, and nothing under another', () => {
    writeCacheFile(file, key, content);
    expect(readCacheFile(file, key)).toEqual(content);
    expect(readCacheFile(file, createHash('sha256').update('').digest())).toBeUndefined();
  });

  it('is not believed with any one byte changed', async () => {
    writeCacheFile(file, key, content);
    const whole = await readFile(file);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      await writeFile(file, damaged);
      expect(readCacheFile(file, key)).toBeUndefined();
    }
  });

  it('has a temporary name that no other build uses', async () => {
    // What another build is about to write.
    await writeFile(`${file}.tmp`, 'theirs');
    await writeFile(`${file}.1.tmp`, 'theirs');
    writeCacheFile(file, key, content);
    expect((await readdir(folder)).toSorted()).toEqual([
      'kept.bin',
      'kept.bin.1.tmp',
      'kept.bin.tmp',
    ]);
  });
});
