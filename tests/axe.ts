/** axe-core in a page: what of WCAG 2.2 AA and good practice is broken. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

const all = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** The rules that depend on colours: all that a second colour scheme can break. */
const ofColours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** @returns a broken rule's id, then the elements that break it; nothing where all is well */
export async function violations(
  page: Page,
  { coloursOnly = false }: { readonly coloursOnly?: boolean } = {},
): Promise<readonly unknown[]> {
  await page.evaluate(source);
  return page.evaluate<readonly unknown[]>(`
    axe.run(document, { runOnly: ${JSON.stringify(coloursOnly ? ofColours : all)}, resultTypes: ['violations'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]))
  `);
}
