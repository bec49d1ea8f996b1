/** Finds a Chromium for the browser tests, or installs one where that can be done. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder
      ? [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]
      : [];
  }),
];

/** Quiet and without a network of its own; `--no-sandbox` because tests often run as root in a container. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function found(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named && existsSync(named)) return named;
  const own = chromium.executablePath();
  return [...places, own].find((place) => place && existsSync(place));
}

const quietly = (command: string, ...rest: string[]): boolean =>
  spawnSync(command, rest, {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** Debian's own package as root; elsewhere Playwright's download. */
function install(): void {
  process.stderr.write('No Chromium found; installing one for the browser tests …\n');
  const root = process.getuid?.() === 0;
  if (root && existsSync('/usr/bin/apt-get')) {
    if (quietly('apt-get', 'install', '-y', '--no-install-recommends', 'chromium')) return;
    quietly('apt-get', 'update');
    if (quietly('apt-get', 'install', '-y', '--no-install-recommends', 'chromium')) return;
  }
  const cli = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url));
  quietly(process.execPath, cli, 'install', 'chromium');
}

/**
 * Path of a Chromium, Chrome or Edge: `CHROME_PATH`, the usual places, or freshly installed.
 *
 * @throws a sentence on what to install if there is none and none can be installed
 */
export function chromiumPath(): string {
  const before = found();
  if (before) return before;
  install();
  const after = found();
  if (after) return after;
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge, and none could be found or installed. ' +
      'Install one (Debian and Ubuntu: `sudo apt-get install chromium`; macOS: `brew install --cask google-chrome`), ' +
      'or set CHROME_PATH to its executable, and run `npm test` again.',
  );
}

let shared: Browser | undefined;

/** The headless browser of this process, which test files share. It ends with the process. */
export async function launch(): Promise<Browser> {
  if (!shared?.isConnected())
    shared = await chromium.launch({ executablePath: chromiumPath(), headless: true, args });
  return shared;
}

/** Starts one with the settings that lie in a folder. */
export function launchIn(folder: string, options: BrowserContextOptions): Promise<BrowserContext> {
  const how = { executablePath: chromiumPath(), headless: true, args };
  return chromium.launchPersistentContext(folder, { ...how, ...options });
}
