/** A page that is handed on to the next test has nothing of the one before. */
import { expect, inject, it } from 'vitest';
import { freshPage, giveBack } from '../readers.ts';

const url = inject('sites')[0]?.url ?? '';

it('is as a new one, and the same', async () => {
  const page = await freshPage({ colorScheme: 'dark', viewport: { width: 360, height: 640 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.route('**/about/', (route) => route.abort());
  await page.goto(`${url}topics/`);
  await page.evaluate(async () => {
    localStorage.setItem('theme', 'dark');
    sessionStorage.setItem('followed', '{}');
    await caches.open('left');
  });
  await page.mouse.move(100, 100);
  await page.evaluate("void open('../papers/')");
  await expect.poll(() => page.context().pages().length).toBe(2);
  await giveBack(page);
  const before = asked.length;

  const next = await freshPage();
  expect(next).toBe(page);
  expect(next.context().pages()).toEqual([next]);
  await next.goto(`${url}about/`);
  const left = await next.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
    referrer: document.referrer,
    hovered: document.querySelectorAll(':hover').length,
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
    width: innerWidth,
  }));
  expect(left).toEqual({
    local: [],
    session: [],
    caches: [],
    referrer: '',
    hovered: 0,
    isDark: false,
    width: 1280,
  });
  expect(asked).toHaveLength(before);
  await giveBack(next);
});
