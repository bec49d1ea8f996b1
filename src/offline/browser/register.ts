/** Starts the service worker, and moves on to a new edition as a whole. Nothing here may break a page. */
const quietly = (): undefined => undefined;

/** Whether the reader asked to be spared data that was not asked for. */
function sparing(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}

/** How long a reader who has not asked anything yet has the search page's line to themselves, in milliseconds. */
const patience = 5000;

/** The search page's first answer comes before everything that is fetched for later. */
async function answered(): Promise<void> {
  const results = document.querySelector<HTMLElement>('#results');
  const start = performance.now();
  for (;;) {
    const state = results?.dataset['state'];
    const waiting = state === 'loading' || state === 'idle';
    if (!waiting || performance.now() - start > patience * (state === 'idle' ? 1 : 6)) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
  }
}

async function keepUp(workers: ServiceWorkerContainer, scope: string): Promise<void> {
  // A page that came through a worker is of its edition. When another takes over, it is loaded anew:
  // so no page is ever left with the search or the style of another edition.
  if (workers.controller !== null) {
    workers.addEventListener('controllerchange', () => location.reload(), { once: true });
    const registration = await workers.getRegistration(scope);
    // Fetched completely during an earlier visit.
    registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
  }
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => {
      addEventListener('load', resolve, { once: true });
    });
  }
  if (workers.controller === null && sparing()) return;
  await answered();
  await workers.register(`${scope}sw.js`, { scope, updateViaCache: 'none' });
}

/**
 * Keeps the archive for use without a network, where the browser can and the reader lets it.
 *
 * @param base the site's base path, with slashes at both ends
 */
export function keepOffline(base: string): void {
  if ('serviceWorker' in navigator) keepUp(navigator.serviceWorker, base).catch(quietly);
}
