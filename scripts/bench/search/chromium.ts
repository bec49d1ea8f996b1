/** The browser of the bench. */
import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from '../../../tests/chromium.ts';

/** A phone's screen, in CSS pixels. */
export const phone = { width: 412, height: 823 };

/** Quiet; and it must not take a thousand queries in one page for a flood of them. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-ipc-flooding-protection',
];

/**
 * Starts a headless browser.
 *
 * @param more arguments
 */
export function launch(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [...args, ...more],
  });
}
