/** A search page in a browser: Offprint's own, or any other that keeps to what it shows of its state. */
import type { Page } from 'playwright-core';
import { depth, Unanswered, type Engine, type Found } from './engine.ts';

interface Asked {
  readonly typed: string;
  readonly depth: number;
}

/**
 * Runs in the page. The field is emptied first and the page seen to be idle, so that what is shown in
 * the end can only be the answer to this query.
 */
async function ask({ typed, depth: most }: Asked): Promise<Found> {
  const results = document.querySelector<HTMLElement>('#results');
  const field = document.querySelector<HTMLInputElement>('main form input[name="q"]');
  const form = field?.form;
  if (!results || !field || !form) throw new Error('This is no search page.');
  const until = (...states: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const reached = (): boolean => {
        const state = results.dataset['state'] ?? '';
        if (!states.includes(state)) return false;
        observer.disconnect();
        clearTimeout(timer);
        resolve(state);
        return true;
      };
      const observer = new MutationObserver(reached);
      const timer = setTimeout(() => {
        observer.disconnect();
        reject(new Error(`The search page stays ${results.dataset['state']}.`));
      }, 30_000);
      observer.observe(results, { attributes: true, attributeFilter: ['data-state'] });
      reached();
    });
  const submit = (text: string): void => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    form.requestSubmit();
  };
  submit('');
  await until('idle');
  const start = performance.now();
  submit(typed);
  if ((await until('done', 'error')) === 'error') throw new Error('The search page failed.');
  const milliseconds = performance.now() - start;
  const links = [...results.querySelectorAll<HTMLElement>('li a[data-paper]')];
  const ids = links.map((link) => link.dataset['paper'] ?? '');
  return { ids: [...new Set(ids)].slice(0, most), milliseconds };
}

/** Types a query into an open search page and waits for its results. */
export const askPage = (page: Page, typed: string): Promise<Found> =>
  page.evaluate(ask, { typed, depth });

/**
 * One page that stays open, its index loaded.
 *
 * @param url of the search page
 */
export async function pageEngine(page: Page, name: string, url: string): Promise<Engine> {
  await page.goto(url);
  const search = async (typed: string): Promise<Found> => {
    try {
      const found = await askPage(page, typed);
      // What was typed may have become a filter, which would hold for the next query as well.
      const asked = [...new URL(page.url()).searchParams.keys()];
      if (asked.some((name) => name !== 'q')) await page.goto(url);
      return found;
    } catch (cause) {
      // The page may be stuck. If the browser itself is gone, this fails for good.
      await page.goto(url);
      throw new Unanswered(typed, { cause });
    }
  };
  await search('learning');
  return { name, search };
}
