/** What pages say in their own name stands in `src/words`: no component has a text for readers of its own. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../src');

/** Names, and an example of a query: the same in every language. */
const names = new Set(['BibTeX', 'OPML', 'chain of thought']);

/** Text between tags, and attributes that are read out or shown. */
function literals(component: string): string[] {
  const template = component
    .replace(/^---\n[^]*?\n---\n/, '')
    .replaceAll(/<script>[^]*?<\/script>|<!--[^]*?-->|\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const texts = template.matchAll(/(?<![=\-\s])>([^<>{}[\]=&|?]*\p{L}{2}[^<>{}[\]=&|?]*)</gu);
  const attributes = template.matchAll(
    /\s(?:aria-label|title|placeholder|alt|label|description)="([^"]*\p{L}[^"]*)"/gu,
  );
  return [...texts, ...attributes]
    .map(([, text = '']) => text.trim())
    .filter((text) => !names.has(text));
}

test('sees texts and attributes', () => {
  expect(literals('---\nx > y\n---\n<p title="Tea">A cup</p><i>{words.tea}</i>')).toEqual([
    'A cup',
    'Tea',
  ]);
});

test('no component has words of its own', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.astro'),
  );
  expect(files.length).toBeGreaterThan(50);
  const found = files.flatMap((file) =>
    literals(readFileSync(join(root, file), 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});
