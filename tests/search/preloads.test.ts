import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addPreloads } from '../../src/search/preloads.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-preloads-'));
  await mkdir(join(folder, '_astro'));
  await mkdir(join(folder, 'search'));
});
afterEach(() => rm(folder, { recursive: true }));

it('names what the scripts import, and what that imports, once and not what waits', async () => {
  const files = {
    'search/index.html':
      '<head><title>$&</title></head><script type="module" src="/tea/_astro/page.js"></script>' +
      '<script type="module" src="https://example.org/x.js"></script>',
    '_astro/page.js':
      'import{a}from"./kettle.js";import"./cup.js";const later=()=>import("./sugar.js");',
    '_astro/kettle.js': 'import{b as c}from"./cup.js";import{d}from"./page.js";export{c as a}',
    '_astro/cup.js': 'const text="from ./milk.js";export{text as b}',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await addPreloads(folder, '/tea/', 'search/index.html', ['search/plan.json']);
  const html = await readFile(join(folder, 'search/index.html'), 'utf8');
  expect(html.slice(0, html.indexOf('</head>'))).toBe(
    '<head><title>$&</title>' +
      '<link rel="modulepreload" href="/tea/_astro/kettle.js">' +
      '<link rel="modulepreload" href="/tea/_astro/cup.js">' +
      '<link rel="preload" as="fetch" crossorigin href="/tea/search/plan.json">',
  );
});
