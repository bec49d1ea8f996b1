/** What pages say in their own name stands in `src/words`: no component has a text for readers of its own. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';
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

/** Names of keys and of the like, which are no words for readers. */
const keys = new Set(['Escape', 'Enter', 'Home', 'End', 'Worker']);
/** Text that a reference has in every language, and what a place in a file of ours is called. */
const fixed = new Set(['et al.', 'at once', 'as typing goes on', 'offprint read']);

/** A word with a capital that stands alone or begins a text; two words and a space between them. */
const said = /^\p{Lu}\p{Ll}+(?:[ .…:!?]|$)|\p{L}{2,}[,:;]? \p{L}{2,}/u;
/** Selectors, media queries, markup. */
const code = /^[(<]|\[|[#.]\w+ |^\w+, \w+, \w+$/;

/** Literals of a script that look like words for readers; what an error says is read in a console alone. */
function spoken(script: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) return;
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      const text = node.text.trim();
      if (said.test(text) && !code.test(text) && !keys.has(text) && !fixed.has(text))
        found.push(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.ts', script, ts.ScriptTarget.Latest, true));
  return found;
}

test('sees texts in scripts', () => {
  const script =
    "import 'No'; say(`Without ${word}`, 'one cup', 'Tea', 'tea', 'Enter'); throw new Error('A cup');";
  expect(spoken(script)).toEqual(['Without', 'one cup', 'Tea']);
});

test('no browser script has words of its own', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      (file.split(sep).includes('browser') || file.startsWith('components')),
  );
  expect(files.length).toBeGreaterThan(80);
  expect(
    files.flatMap((file) =>
      spoken(readFileSync(join(root, file), 'utf8')).map((text) => `${file}: ${text}`),
    ),
  ).toEqual([]);
});

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
