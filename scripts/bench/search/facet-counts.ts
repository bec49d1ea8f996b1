/** Are the counts beside the filters those of the papers that are shown? Counted from the archive's own file. */
import type { Browser, Page } from 'playwright-core';
import { pick, random, shuffled, type Random } from '../random.ts';
import type { BenchPaper } from './archived.ts';
import type { Corpus } from './corpus.ts';
import { isPlainWord } from './words.ts';

export interface CountsReport {
  readonly queries: number;
  /** Counts compared. */
  readonly counts: number;
  /** Of these, those that are not so; and values that some result has and no count is shown of. */
  readonly wrong: number;
  /** The first few of them, for whoever mends it. */
  readonly examples: readonly string[];
}

/** Results paged through at most: more clicks than that nobody makes. */
const most = 120;

/** Values that a paper has of what can be chosen. */
const values: Readonly<Record<string, (paper: BenchPaper) => readonly string[]>> = {
  topic: ({ topics = [] }) => topics,
  year: ({ year }) => (year === undefined ? [] : [year]),
  digest: ({ digests = [] }) => digests,
  venue: ({ venue }) => (venue === undefined ? [] : [venue]),
  code: ({ code }) => (code === undefined ? [] : ['yes']),
};

/** What a facet shows. */
export interface Shown {
  readonly facet: string;
  readonly counts: Readonly<Record<string, number>>;
  /** There are more values, of which none are shown. */
  readonly cut: boolean;
  readonly chosen: boolean;
}

/**
 * The counts that differ from those of the papers.
 *
 * @param papers all that were found
 * @returns the number of counts compared, and what is wrong with them
 */
export function differences(
  shown: readonly Shown[],
  papers: readonly BenchPaper[],
): { counts: number; wrong: string[] } {
  const wrong: string[] = [];
  let counts = 0;
  for (const { facet, counts: own, cut, chosen } of shown) {
    const of = values[facet];
    // Beside a chosen value the others tell what choosing them would add, which is not in the results.
    if (of === undefined || chosen) continue;
    const right = new Map<string, number>();
    for (const value of papers.flatMap(of)) right.set(value, (right.get(value) ?? 0) + 1);
    for (const [value, count] of Object.entries(own)) {
      counts++;
      const wanted = right.get(value) ?? 0;
      if (count !== wanted) wrong.push(`${facet} ${value}: ${count}, not ${wanted}`);
      right.delete(value);
    }
    if (!cut)
      for (const [value, count] of right) wrong.push(`${facet} ${value}: none, not ${count}`);
  }
  return { counts, wrong };
}

/** Runs in the page: reads all lists that are in sight. */
function read(): Shown[] {
  const number = (text: string | null | undefined): number =>
    Number((text ?? '').replaceAll(/\D/g, ''));
  return [...document.querySelectorAll<HTMLElement>('[data-facet]')].flatMap((facet) => {
    if (!facet.checkVisibility()) return [];
    const boxes = [...facet.querySelectorAll('input[type="checkbox"]')];
    const counts = boxes.flatMap((box) => {
      const count = box.closest('label')?.querySelector('[data-count]')?.textContent;
      return box instanceof HTMLInputElement ? [[box.value, number(count)] as const] : [];
    });
    const [button] = facet.querySelectorAll('button');
    const all = number(button?.textContent);
    return [
      {
        facet: facet.dataset['facet'] ?? '',
        counts: Object.fromEntries(counts),
        cut:
          all > boxes.length ||
          /\d/.test(facet.querySelector('p.count:not([hidden])')?.textContent ?? ''),
        chosen: boxes.some((box) => box instanceof HTMLInputElement && box.checked),
      },
    ];
  });
}

const done = '#results[data-state="done"]';

/** All results, page by page; undefined if there are too many. */
async function allResults(page: Page): Promise<string[] | undefined> {
  const links = page.locator('#results li a[data-paper]');
  const more = page.locator('[data-more] button');
  for (;;) {
    const count = await links.count();
    if (count > most) return undefined;
    if (!(await more.isVisible())) break;
    await more.click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('#results li a[data-paper]').length > before,
      count,
    );
  }
  return links.evaluateAll((all) => all.map((link) => link.dataset['paper'] ?? ''));
}

/** The lists, once they have stopped changing. */
async function settledLists(page: Page): Promise<Shown[]> {
  let before = '';
  for (let attempt = 0; attempt < 40; attempt++) {
    const shown = await page.evaluate(read);
    const now = JSON.stringify(shown);
    if (shown.length > 0 && now === before) return shown;
    before = now;
    await page.waitForTimeout(250);
  }
  return [];
}

/** An address of one or two words, every third with a filter that fits some paper. */
function asked(corpus: Corpus, next: Random): string {
  const paper = pick(next, corpus.papers);
  const words = paper?.titleWords.filter((word) => word.length >= 5 && isPlainWord(word)) ?? [];
  const query = shuffled(next, words)
    .slice(0, next() < 0.5 ? 1 : 2)
    .join(' ');
  const address = new URLSearchParams({ q: query });
  const filter = pick(next, ['topic', 'year', 'venue', 'code']) ?? '';
  const value = paper && pick(next, values[filter]?.(paper) ?? []);
  if (next() < 1 / 3 && value !== undefined) address.set(filter, value);
  return address.toString();
}

/**
 * Compares the counts of random queries.
 *
 * @param url of the search page
 * @param queries how many
 * @param show is told how far it has got
 */
export async function facetCounts(
  browser: Browser,
  url: string,
  corpus: Corpus,
  queries: number,
  show: (text: string) => void,
): Promise<CountsReport> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
  });
  const papers = new Map(corpus.papers.map((paper) => [paper.id, paper]));
  const next = random(2);
  let [compared, counts] = [0, 0];
  const wrong: string[] = [];
  try {
    const page = await context.newPage();
    for (let attempt = 0; compared < queries && attempt < queries * 5; attempt++) {
      show(`counts, ${compared} of ${queries}`);
      const query = asked(corpus, next);
      await page.goto(`${url}?${query}`);
      await page.waitForSelector(done, { state: 'attached' });
      const found = await allResults(page);
      if (found === undefined || found.length < 2) continue;
      for (const button of await page.locator('[data-facet] button:visible').all()) {
        if (/\d/.test((await button.textContent()) ?? '')) await button.click();
      }
      const shown = await settledLists(page);
      const known = found.flatMap((id) => papers.get(id) ?? []);
      const differing = differences(shown, known);
      if (differing.counts === 0) continue;
      compared++;
      counts += differing.counts;
      wrong.push(...differing.wrong.map((text) => `${decodeURIComponent(query)}: ${text}`));
    }
  } finally {
    await context.close();
  }
  return { queries: compared, counts, wrong: wrong.length, examples: wrong.slice(0, 5) };
}
