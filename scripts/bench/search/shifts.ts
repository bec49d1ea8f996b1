/** How much of a page moves (layout shift, https://wicg.github.io/layout-instability/). */
import type { Page } from 'playwright-core';

const attribute = 'data-bench-shift';

/** Runs in the page, before its scripts: adds up what moves, also within half a second of a key. */
export function watchShifts(): void {
  let sum = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
    }
    document.documentElement.setAttribute('data-bench-shift', String(sum));
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

/** What has moved since the page was opened, or since the last call with `reset`. */
export async function shifted(page: Page): Promise<number> {
  const text = await page.locator('html').getAttribute(attribute);
  return Number(text ?? 0);
}
