/**
 * Keeps tests, and what they start, out of this repository's `content/`: it is the owner's, who may empty or change
 * it without a test noticing. What a test needs of an archive is in `tests/fixtures/`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const content = fileURLToPath(new URL('../content', import.meta.url));

function refuse(path: unknown): void {
  const file =
    path instanceof URL && path.protocol === 'file:'
      ? fileURLToPath(path)
      : typeof path === 'string' && !path.includes('\0')
        ? resolve(path)
        : undefined;
  if (file === undefined || /^\.\.|^[A-Z]:/.test(relative(content, file))) return;
  const way = join('content', relative(content, file));
  throw new Error(`A test looks at the owner's ${way}. Use tests/fixtures/founding instead.`);
}

/** Test files may share a process; each of them loads this file. */
const mark = Symbol.for('offprint: content is guarded');

for (const api of Reflect.has(fs, mark) ? [] : [fs, fs.promises]) {
  for (const [name, method] of Object.entries(api)) {
    if (typeof method !== 'function' || !/^[a-z]/.test(name)) continue;
    const guarded = new Proxy(method, {
      apply: (target, self, args: unknown[]) => {
        args.slice(0, 2).forEach(refuse);
        return Reflect.apply(target, self, args);
      },
    });
    Reflect.set(api, name, guarded);
  }
}
Reflect.set(fs, mark, true);
syncBuiltinESMExports();
