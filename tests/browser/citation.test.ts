/** Citing a paper and taking papers away, driven in a browser; what comes out is read by parsers that are not ours. */
import { readFile } from 'node:fs/promises';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { parseDigest } from '../../src/digest/parse.ts';
import { freshPage, giveBack } from '../readers.ts';

const [site] = inject('sites');
const url = site?.url ?? '';

const open = async (path: string): Promise<Page> => {
  const page = await freshPage();
  await page.goto(url + path);
  return page;
};

/** The file that a click saves. */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** What the site says of its papers, a line each. */
async function records(): Promise<{ id: string; arxiv?: string; doi?: string }[]> {
  const answer = await fetch(`${url}archive.jsonl`);
  return (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

it('shows a citation in every format, and saves it', async () => {
  const page = await open(
    'papers/a-nearly-optimal-bound-for-fast-regression-with-ell-infty-guarantee/',
  );
  const shown = page.locator('.cite pre');
  const bibtex = await shown.textContent();
  await page.locator('.cite summary').click();
  const inFormat = async (format: string): Promise<string> => {
    await page.locator(`[data-format="${format}"]`).click();
    return (await shown.textContent()) ?? '';
  };
  expect(await inFormat('apa')).toBe(
    'Song, Z., Ye, M., Yin, J., & Zhang, L. (2023). A Nearly-Optimal Bound for Fast Regression with ℓ∞ Guarantee. ICML 2023. https://doi.org/10.48550/arXiv.2302.00248',
  );
  const [item] = JSON.parse(await inFormat('csl'));
  expect(item).toMatchObject({
    id: 'song2023nearly',
    title: 'A Nearly-Optimal Bound for Fast Regression with $\\ell_\\infty$ Guarantee',
    keyword: expect.stringContaining('cs.DS'),
  });
  expect(await inFormat('bibtex')).toBe(bibtex);
  const { name, text } = await saved(page, '.cite [data-download]');
  expect(name).toBe('song2023nearly.bib');
  await page.keyboard.press('Escape');
  await page.locator('.cite:not([open])').waitFor();
  expect(plugins.input.chain(text)).toMatchObject([
    {
      id: 'song2023nearly',
      DOI: '10.48550/arXiv.2302.00248',
      abstract: expect.stringMatching(/^Given a matrix.*tensor product of vectors\.$/),
    },
  ]);
  await giveBack(page);
});

it('takes a whole digest away, and what it gives can be added again, every paper by its id', async () => {
  const known = await records();
  const page = await open('digests/2025-03-11-trending/');
  for (const format of ['RIS', 'CSL-JSON', 'BibTeX']) {
    await page.getByRole('button', { name: 'Export or choose papers' }).click();
    await page.getByLabel(format, { exact: true }).check();
    const { name, text } = await saved(page, 'dialog [data-download]');
    // It is said when the browser has been given the file.
    const said = page.locator('dialog [role="status"]');
    await expect.poll(() => said.textContent()).toBe(`Saved ${known.length} papers.`);
    await page.keyboard.press('Escape');
    const digest = parseDigest({ file: `digests/${name}`, text });
    const ids = digest.papers.map(({ facts }) => facts.arxiv ?? facts.doi);
    expect(ids.toSorted()).toEqual(known.map(({ arxiv, doi }) => arxiv ?? doi).toSorted());
    expect(plugins.input.chain(text)).toHaveLength(known.length);
  }
  await giveBack(page);
});

it('takes ticked papers away, and says by COinS which papers a list holds', async () => {
  const known = new Map((await records()).map((paper) => [paper.id, paper]));
  const page = await open('authors/justine-gehring/');
  await page.locator('.Z3988').first().waitFor({ state: 'attached' });
  const objects = await page
    .locator('.papers > li')
    .evaluateAll((items) =>
      items.map((item) => [
        item.querySelector('a.title')?.getAttribute('href') ?? '',
        item.querySelector<HTMLElement>('.Z3988')?.title ?? '',
      ]),
    );
  expect(objects.length).toBeGreaterThan(0);
  for (const [href = '', object] of objects) {
    const id = /papers\/([^/]+)\/$/.exec(href)?.[1] ?? '';
    const fields = new URLSearchParams(object);
    expect(fields.get('rft_id')).toBe(`info:doi/10.48550/arXiv.${known.get(id)?.arxiv ?? ''}`);
    expect(fields.get('rft.atitle')).not.toBe('');
  }
  await page.getByRole('button', { name: 'Export or choose papers' }).click();
  await page.getByRole('button', { name: 'Choose papers', exact: true }).click();
  await page.locator('.tick').first().check();
  await page.getByRole('button', { name: 'Export …' }).click();
  await page.getByLabel('Markdown', { exact: true }).check();
  const { text } = await saved(page, 'dialog [data-download]');
  expect(text).toMatch(/^.*\]\(<https:\/\/arxiv\.org\/abs\/[\d.]+>\).*\n$/);
  await giveBack(page);
});

it('takes the results of a search away', async () => {
  const page = await open('search/?q=bandits');
  await page.locator('#results[data-state="done"]').waitFor();
  const total = Number(
    (/\d+/.exec((await page.locator('[data-total]').textContent()) ?? '') ?? [])[0],
  );
  await page.getByRole('button', { name: 'Export results' }).click();
  await page.locator('dialog input[name="scope"]').last().check();
  await page.getByLabel('RIS', { exact: true }).check();
  const { name, text } = await saved(page, 'dialog [data-download]');
  expect(name).toBe('search.ris');
  expect(plugins.input.chain(text)).toHaveLength(total);
  await giveBack(page);
});
