import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { settingsSchema, settingsTable } from '../../src/site/documentation.ts';

const docs = (name: string): Promise<string> =>
  readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

it('docs/site.md has every field of the schema', async () => {
  expect(await docs('site.md')).toContain(`\n${settingsTable()}\n`);
});

it('docs/site.schema.json is the schema', async () => {
  expect(JSON.parse(await docs('site.schema.json'))).toEqual(JSON.parse(settingsSchema()));
});

it('every field has a sentence', () => {
  expect(settingsTable()).not.toMatch(/^\| `[^|]+\| +\|/m);
});
