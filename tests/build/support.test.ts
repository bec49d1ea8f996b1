/** Pages need nothing that Chrome, Firefox or Safari of two years ago lacks. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rehype } from 'rehype';
import { VFile } from 'vfile';
import { expect, inject, it } from 'vitest';
import { samplesOf } from '../../scripts/bench/quality/kinds.ts';
import { Compat, Uses } from '../../scripts/bench/quality/support/compat.ts';
import { usesOfCss } from '../../scripts/bench/quality/support/css.ts';
import { harmless } from '../../scripts/bench/quality/support/harmless.ts';
import { usesOfHtml } from '../../scripts/bench/quality/support/html.ts';
import { usesOfScripts } from '../../scripts/bench/quality/support/script.ts';
import { repository } from '../../scripts/bench/project.ts';

const folder = inject('sites').find(({ base }) => base === '/')?.folder ?? '';
const twoYearsAgo = new Date();
twoYearsAgo.setFullYear(twoYearsAgo.getFullYear() - 2);
const compat = new Compat(twoYearsAgo.toISOString().slice(0, 10));

/** With the browsers that lack it, so that a failure says all. */
const needed = (uses: Uses): string[] =>
  Array.from(uses.lackedBy(compat))
    .filter(([feature]) => !Object.hasOwn(harmless, feature))
    .map(([feature, browsers]) => `${feature}: ${browsers.join(', ')}`);

it('styles', async () => {
  const uses = new Uses();
  for (const name of await readdir(join(folder, '_astro'))) {
    if (name.endsWith('.css'))
      usesOfCss(await readFile(join(folder, '_astro', name), 'utf8'), uses);
  }
  expect(uses.size).toBeGreaterThan(200);
  expect(needed(uses)).toEqual([]);
});

it('elements and attributes of every kind of page', async () => {
  const uses = new Uses();
  const wrong: string[] = [];
  for (const { file } of await samplesOf(folder)) {
    const page = new VFile({ path: file, value: await readFile(join(folder, file), 'utf8') });
    // What the standard calls a parse error: another parser would put it somewhere else.
    rehype().data('settings', { emitParseErrors: true }).parse(page);
    wrong.push(...page.messages.map(String));
    if (!/<\/html>\s*$/.test(String(page))) wrong.push(`${file}: something comes after </html>`);
    usesOfHtml(String(page), uses);
  }
  expect(wrong).toEqual([]);
  expect(uses.size).toBeGreaterThan(100);
  expect(needed(uses)).toEqual([]);
});

it('scripts', () => {
  const uses = new Uses();
  usesOfScripts(repository, uses);
  expect(uses.size).toBeGreaterThan(200);
  expect(needed(uses)).toEqual([]);
});
