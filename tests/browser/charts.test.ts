import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../axe.ts';
import { makeProject, type Project } from '../project.ts';
import { freshPage, giveBack } from '../readers.ts';
import { serve, type StaticServer } from '../server.ts';

/** Topics of two friends each, and digests of 40 papers: the later, the more of them on tarns and peat. */
const topics = ['tarn', 'peat', 'moss', 'lynx', 'heron', 'otter'];
const dates = ['2023-02-01', '2023-08-01', '2024-02-01', '2024-02-20', '2024-08-01', '2025-02-01'];
const subject = (index: number, growing: number): string =>
  index < growing
    ? 'Tarn and peat'
    : index < growing + 3
      ? 'Moss and lynx'
      : index < growing + 6
        ? 'Heron and otter'
        : 'Pebbles';
const content = Object.fromEntries([
  ...topics.map((id) => [
    `archive/topics/${id}.md`,
    `---\nlabel: All ${id}\ndescription: On ${id}.\nterms:\n  - { term: ${id}, weight: key }\n---\n`,
  ]),
  ...dates.map((date, number) => [
    `archive/digests/${date}-list.yes.jsonl`,
    Array.from({ length: 40 }, (_, index) =>
      JSON.stringify({
        // One of the first digest returns in the fourth.
        title: `${subject(index, 4 + number * 6)}, part ${index} of ${number === 3 && index === 39 ? dates[0] : date}`,
        abstract: 'We look at what is there.',
      }),
    ).join('\n'),
  ]),
]);

/** What axe finds on a page, in dark colours of the colours alone, and whether it is wider than the screen. */
async function faults(page: Page, scheme: 'light' | 'dark'): Promise<readonly unknown[]> {
  const isWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  return [
    ...(await violations(page, { coloursOnly: scheme === 'dark' })),
    ...(isWide ? ['too wide'] : []),
  ];
}

describe('pictures of an archive of several digests', () => {
  let project: Project;
  let server: StaticServer;
  beforeAll(async () => {
    project = await makeProject('charts', content);
    const { code, stdout, stderr } = await project.build('/repo/');
    if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
    server = await serve(project.dist, '/repo/');
  });
  afterAll(async () => {
    await server.close();
    await project.remove();
  });

  const open = async (path: string, scheme: 'light' | 'dark' = 'light'): Promise<Page> => {
    const page = await freshPage({ colorScheme: scheme, viewport: { width: 360, height: 740 } });
    await page.goto(`${server.url}${path}`);
    return page;
  };

  it.each(['light', 'dark'] as const)('are accessible in %s colours', async (scheme) => {
    for (const path of ['', 'digests/', 'topics/', 'topics/tarn/', 'about/']) {
      const page = await open(path, scheme);
      expect([path, await faults(page, scheme)]).toEqual([path, []]);
      await giveBack(page);
    }
  });

  it('show when digests came, each bar a way to it', async () => {
    const page = await open('digests/');
    const figure = page.locator('figure.chart');
    expect(await figure.locator('figcaption').innerText()).toContain(
      '6 digests with 240 listings, by month, 1 February 2023 to 1 February 2025.',
    );
    const bars = figure.locator('svg').getByRole('link');
    expect(await bars.count()).toBe(5);
    await bars.nth(2).click();
    await page.waitForURL(`${server.url}digests/#2024-02`);
    expect(await page.locator('table:target caption').innerText()).toBe('February');
    await page.getByRole('link', { name: 'Aug 2024: 40 papers' }).click();
    await page.waitForURL(`${server.url}digests/2024-08-01-list/`);
    await giveBack(page);
  });

  it('has a calendar whose days lead to the digests, and a way from each to the next', async () => {
    const page = await open('digests/');
    const february = page.getByRole('table', { name: 'February' }).first();
    expect(await february.getByRole('columnheader').first().getAttribute('abbr')).toBe('Monday');
    await february.getByRole('link', { name: 'List, 1 February 2025: 40 papers' }).click();
    await page.waitForURL(`${server.url}digests/2025-02-01-list/`);
    const steps = page.getByRole('navigation', { name: 'Digests by date' });
    expect(await steps.getByRole('link').count()).toBe(1);
    await steps.getByRole('link').click();
    await page.waitForURL(`${server.url}digests/2024-08-01-list/`);
    await steps.getByRole('link', { name: 'Before this' }).click();
    await page.waitForURL(`${server.url}digests/2024-02-20-list/`);
    expect(await page.locator('.issue [data-news]').innerText()).toBe(
      '40 papers, 39 new here, 1 listed before',
    );
    const back = page.locator('[data-returning] li');
    expect(await back.innerText()).toBe('Pebbles, part 39 of 2023-02-01 1 February 2023');
    expect(await page.getByText('listed before, 1 February 2023').count()).toBe(1);
    await back.getByRole('link', { name: '1 February 2023', exact: true }).click();
    await page.waitForURL(/digests\/2023-02-01-list\/#pebbles-part-39/);
    expect(await page.locator('.issue [data-news]').innerText()).toBe('40 papers');
    await giveBack(page);
  });

  it('tells on the home page of the latest digest, and of those before it', async () => {
    const page = await open('');
    expect(await page.locator('#new').innerText()).toBe('List');
    const earlier = page.locator('.issues li');
    expect(await earlier.count()).toBe(5);
    expect(await earlier.first().innerText()).toMatch(
      /1 August 2024\s+List\s+40 papers, all new here/,
    );
    expect(await page.locator('.picture path.sample').count()).toBeGreaterThan(1);
    await giveBack(page);
  });

  it('tell on a topic’s page whether it grows, with the numbers', async () => {
    const page = await open('topics/tarn/');
    const figure = page.locator('figure.chart');
    expect(await figure.locator('figcaption').innerText()).toContain('Growing: ');
    expect(await figure.getByRole('img').first().getAttribute('aria-label')).toContain(
      'to 85% in the first quarter of 2025',
    );
    await figure.locator('summary').click();
    const rows = await figure.locator('tbody tr').allInnerTexts();
    expect(rows[0]?.split(/\s*\t\s*/)).toEqual(['Q1 2023', '4', '40', '10%']);
    expect(rows.at(-1)?.split(/\s*\t\s*/)).toEqual(['Q1 2025', '34', '40', '85%']);
    await giveBack(page);
  });

  it('draw in the list of topics those that have a course', async () => {
    const page = await open('topics/');
    const drawn = page.locator('.topics li', { has: page.locator('svg') });
    expect(await drawn.locator('a.title').allInnerTexts()).toContain('All tarn');
    expect(await page.locator('.topics li').count()).toBeGreaterThan(await drawn.count());
    await giveBack(page);
  });

  it('show what goes together, as arcs and as a list', async () => {
    const page = await open('about/');
    const figure = page.locator('figure.arcs');
    await figure.locator('summary').click();
    const pairs = await figure.locator('details li').allInnerTexts();
    expect(pairs.toSorted()).toEqual([
      'All heron – All otter: 8.3×, 18 papers',
      'All lynx – All moss: 8.3×, 18 papers',
      'All peat – All tarn: 1.3×, 114 papers',
    ]);
    const paths = await figure
      .locator('path')
      .evaluateAll((found) => found.map((path) => path.getAttribute('d') ?? '').join(''));
    expect(paths.split('M')).toHaveLength(4);
    expect(await page.getByText('37%, 89 papers').count()).toBe(1);
    await giveBack(page);
  });

  it('lead from a topic to one that goes along with it', async () => {
    const page = await open('topics/moss/');
    const beside = page.getByRole('heading', { name: 'Often together with' }).locator('..');
    expect(await beside.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^All lynx\s+8\.3×, 18 papers$/),
    ]);
    await beside.getByRole('link').click();
    await page.waitForURL(`${server.url}topics/lynx/`);
    await giveBack(page);
  });
});

describe.each(inject('sites'))('an archive of one digest under $base', ({ url }) => {
  it('has no picture of its time', async () => {
    const page = await freshPage();
    for (const path of ['', 'digests/', 'topics/', 'topics/bandits/']) {
      await page.goto(`${url}${path}`);
      expect([path, await page.locator('figure.chart, .spark').count()]).toEqual([path, 0]);
    }
    await giveBack(page);
  });
});
