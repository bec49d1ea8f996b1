import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Compat, Uses } from '../../scripts/bench/quality/support/compat.ts';
import { usesOfCss } from '../../scripts/bench/quality/support/css.ts';
import { usesOfHtml } from '../../scripts/bench/quality/support/html.ts';
import { usesOfScripts } from '../../scripts/bench/quality/support/script.ts';

const lacked = (find: (uses: Uses) => void): string[] => {
  const uses = new Uses();
  find(uses);
  return [...uses.lackedBy(new Compat('2024-11-29')).keys()];
};
const ofCss = (css: string): string[] => lacked((uses) => usesOfCss(css, uses));
const ofHtml = (html: string): string[] => lacked((uses) => usesOfHtml(html, uses));

it.each([
  ['a { text-wrap: balance; color: light-dark(red, color-mix(in oklch, red, blue)) }', []],
  ['@layer x { a { &:has(b) { inset: 1cqi 1dvh } } } @starting-style { a { opacity: 0 } }', []],
  ['@property --x { syntax: "*"; inherits: false } @media (width >= 1px) { a { top: 0 } }', []],
  ['a { text-wrap: pretty }', ['css.properties.text-wrap.pretty']],
  ['a { width: calc-size(auto, size) }', ['css.types.calc-size']],
  ['a { text-decoration: underline 1px }', ['css.properties.text-decoration.includes_thickness']],
  ['a { colour: red }', ['css.properties.colour']],
  ['a { -webkit-hyphens: auto } a::-moz-focus-inner { border: 0 }', []],
  ['::highlight(x) { color: red }', ['css.selectors.highlight']],
  [
    'mark, ::highlight(x) { color: red }',
    ['css.selectors.highlight', 'css.selectors.highlight, in a list'],
  ],
  [
    '@view-transition { navigation: auto }',
    ['css.at-rules.view-transition', 'css.at-rules.view-transition.navigation'],
  ],
  [
    '@container style(--x: 1) { a { top: 0 } }',
    ['css.at-rules.container.style_queries_for_custom_properties'],
  ],
])('knows what of %s browsers of 2024 lacked', (css, features) => {
  expect(ofCss(css).filter((it) => !it.endsWith('color-and-style'))).toEqual(features);
});

it.each([
  ['<search><details name=a><summary>a</summary><input type=search inputmode=search>', []],
  ['<svg viewBox="0 0 1 1"><path stroke-width=2 d="M0 0"/></svg><math><mi>x</mi></math>', []],
  ['<p popover data-0=x aria-label=y style="margin-inline: 1lh">', []],
  ['<dialog closedby=any>', ['html.elements.dialog.closedby']],
  ['<button commandfor=x>', ['html.elements.button.commandfor']],
  ['<p style="text-wrap: pretty">', ['css.properties.text-wrap.pretty']],
  ['<marq>', ['html.elements.marq']],
])('knows what of %s they lacked', (html, features) => {
  expect(ofHtml(html)).toEqual(features);
});

it('knows whose the members are that scripts use', async () => {
  const root = await mkdtemp(join(tmpdir(), 'offprint-support-'));
  await mkdir(join(root, 'src', 'room', 'browser'), { recursive: true });
  await writeFile(
    join(root, 'src', 'room', 'browser', 'page.ts'),
    `declare function make(tag: string, attributes: object): HTMLElement;
    import { more } from '../pure.ts';
    export const known = [more.map(String), Object.groupBy(more, String), new Set(more).union(new Set())];
    document.body.append(make('dialog', { closedBy: 'any' }));
    if ('highlights' in CSS) CSS.highlights.clear();`,
  );
  await writeFile(
    join(root, 'src', 'room', 'pure.ts'),
    `export const more: number[] = [1].values().map((it) => 2 * it).toArray();
    class Own { try(): void {} }
    new Own().try();
    void Promise.try(() => 1);`,
  );
  const found = lacked((uses) => usesOfScripts(root, uses));
  await rm(root, { recursive: true });
  expect(found.toSorted()).toEqual([
    'api.CSS.highlights_static',
    'html.elements.dialog.closedby',
    'javascript.builtins.Iterator.map',
    'javascript.builtins.Iterator.toArray',
    'javascript.builtins.Promise.try',
  ]);
});
